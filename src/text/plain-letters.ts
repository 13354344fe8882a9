/** Letters that Unicode takes for letters of their own, as people without them on the keyboard type them: "Suwalki" for "Suwałki". */
const plain: ReadonlyMap<string, string> = new Map([
	['ł', 'l'],
	['ø', 'o'],
	['đ', 'd'],
	['ð', 'd'],
	['þ', 'th'],
	['ß', 'ss'],
	['æ', 'ae'],
	['œ', 'oe'],
	['ı', 'i'],
	['ħ', 'h'],
]);
const any = new RegExp(`[${[...plain.keys()].join('')}]`, 'g');

/** A text in lower case with such letters spelt out: its length changes. */
export function plainLetters(lower: string): string {
	return lower.replace(any, (letter) => plain.get(letter) ?? letter);
}
