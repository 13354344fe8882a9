import { distance } from 'fastest-levenshtein';

/** Slips of the finger between two words: letters left out, put in or replaced, and one pair of letters swapped. */
export function slips(typed: string, meant: string): number {
	const edits = distance(typed, meant);
	return edits === 2 && typed.length === meant.length && isSwapped(typed, meant) ? 1 : edits;
}

function isSwapped(typed: string, meant: string): boolean {
	const at = [...typed].findIndex((letter, index) => letter !== meant.charAt(index));
	return typed.charAt(at) === meant.charAt(at + 1) && typed.charAt(at + 1) === meant.charAt(at);
}
