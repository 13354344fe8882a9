interface Branch {
	readonly next: Map<string, Branch>;
	ends: boolean;
}

/**
 * Source of a pattern that matches any of some words and phrases, the longest first; `?` makes the letter before it optional.
 * Written as a tree, letter by letter: an engine rules out a long list by a letter or two, where it would try a plain list word by word.
 */
export function oneOf(words: Iterable<string>): string {
	const root: Branch = { next: new Map(), ends: false };
	for (const word of words) {
		let branch = root;
		for (const [letter] of word.matchAll(/.\??/gsu)) {
			const next = branch.next.get(letter) ?? { next: new Map(), ends: false };
			branch.next.set(letter, next);
			branch = next;
		}
		branch.ends = true;
	}
	return `(?:${sourceOf(root)})`;
}

function sourceOf({ next, ends }: Branch): string {
	const sources = [...next].map(([letter, branch]) => escaped(letter) + sourceOf(branch));
	const [only = '', another] = sources;
	if (!ends && another === undefined) return only;
	return sources.length === 0 ? '' : `(?:${sources.join('|')})${ends ? '?' : ''}`;
}

function escaped(letter: string): string {
	return letter.replace(/^[\\^$.*+()[\]{}|]/, '\\$&').replace(' ', '\\s');
}

/** Source of a pattern that matches a text as it stands. */
export function literal(text: string): string {
	return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
