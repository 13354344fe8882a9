import { statusWords } from '../../values/status-words.js';

/** Whether a text speaks of something being called off. */
export function wasCalledOff(text: string): boolean {
	return has(text, [statusWords.cancelled]);
}

/** Whether a text speaks of something being called off or put off. */
export function isOfFate(text: string): boolean {
	return has(text, [statusWords.cancelled, statusWords.postponed]);
}

/** Whether a text says that something took place. */
export function tookPlace(text: string): boolean {
	return has(text, [statusWords.happened, statusWords.done]);
}

function has(text: string, lists: readonly (typeof statusWords)['cancelled'][]): boolean {
	const words = text.toLowerCase().match(/[\p{L}\p{N}'’-]+/gu) ?? [];
	return words.some((_, at) => lists.some((list) => list.lengthAt(words, at) > 0));
}
