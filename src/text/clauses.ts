/** Where a statement turns into who made it: `,” it says in a statement`, `, the ministry said`. */
const attribution =
	/(?:,[”"’']|[”"’'],|,)\s+(?:(?:it|he|she|they|[A-Z][\w.'’-]*|the|an?|according)\b[^,;"”]{0,90}?\b(?:said|says|say|stated|added|announced|told|noted|reported|explained|declared|confirmed|read|reads|quoted|to)\b|(?:said|says)\b)[^,;]*/;

/** The end of the statement that begins at `from`: before its attribution, a semicolon, or the sentence's full stop. */
export function clauseEnd(text: string, from: number, end: number): number {
	const slice = text.slice(from, end);
	const semicolon = slice.indexOf(';');
	const said = attribution.exec(slice);
	const stops = [semicolon, said?.index ?? -1].filter((index) => index > 0);
	const cut = stops.length > 0 ? Math.min(...stops) : slice.length;
	return from + slice.slice(0, cut).replace(/[\s.,;:"”’']+$/, '').length;
}
