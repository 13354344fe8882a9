import type { Span } from '../../text/span.js';

/** "a school in …", "Kadena Air Base on …", "on duty in …": where somebody or something is from or what it is called after. */
const ofNoun =
	/(?:\b(?:duty|based|stationed|home|located|headquarter\w*|deployment|border|port|came|come|flights?|return\w*|left)|\p{Lu}[\p{L}.’'-]*|\d|[,;:–—(])\s?$/u;
const mishap = /\b(?:crash\w*|accident\w*|emergency|collision|collided|protest\w*)\b/i;

/** "… will put troops ashore near X", "… trained at X": something is done there. */
export function isSceneOfAction(text: string, { start, end }: Span, place: Span): boolean {
	const before = text.slice(start, place.start).replace(/\s\p{Ll}+\s(?:the\s)?$/u, ' ');
	return !ofNoun.test(before) && !mishap.test(text.slice(start, end));
}
