/**
 * All matches of a global pattern in a text, in order.
 * `matchAll` copies its pattern each time, and an engine may then compile it anew: dear for the long patterns that every sentence is read with.
 */
export function matchesOf(text: string, pattern: RegExp): RegExpExecArray[] {
	if (!pattern.global) throw new TypeError(`No global pattern: ${pattern.source}`);
	const matches: RegExpExecArray[] = [];
	pattern.lastIndex = 0;
	for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
		matches.push(match);
		if (match[0] === '') pattern.lastIndex++;
	}
	return matches;
}
