import { withoutFillers } from './filler-words.js';

/** What kind of words a question asks for, by its own question word; null where that tells nothing. */
export type AskedKind = 'time' | 'place' | 'number' | 'party' | 'yes-no';

/** Longest question read, in UTF-16 code units: the rest of a pasted page is not part of a question. */
export const longestQuestion = 400;

/** Who is called in a message, and pictures in it: no part of what is asked. */
const marksOfDiscord = /<(?:@[!&]?|#|a?:\w+:)\d+>|(?<!\S)@(?:everyone|here)\b/g;

/**
 * A question as typed, without filler words, with straight quotation marks and one space between words, no longer
 * than `longestQuestion`.
 */
export function plainQuestion(typed: string): string {
	const plain = typed
		.slice(0, longestQuestion)
		.replace(/\p{Cs}/gu, '')
		.replace(marksOfDiscord, ' ')
		.replace(/[‘’ʼ]/g, "'")
		.replace(/\s+/g, ' ')
		.trim();
	return withoutFillers(plain)
		.replace(/[?!.\s]+$/, '')
		.trim();
}

const questionWord = "(?:who(?:m|se)?|what|when|where|why|which|how)(?:'?s|'?re)?";
/** Where a second question begins: "… and when", "…? where …". */
const secondQuestion = new RegExp(
	`(?:[?;]\\s*(?:and\\s+|also\\s+)?|,?\\s+(?:and|&|also)\\s+(?:also\\s+)?)(?=${questionWord}\\b)`,
	'i',
);
const asksSomething = new RegExp(`\\b(?:${questionWord}|did|does|do|is|are|was|were|has|have|had|will|can)\\b`, 'i');
/** "who and where": one question about two things, put in too few words to be two. */
const fewestWords = 2;
const mostQuestions = 3;

/** The questions in a question, in order: "who hosted it and when did it end" is two. */
export function partsOf(question: string): string[] {
	const [first = '', ...rest] = question.split(secondQuestion).map((part) => part.trim());
	if (rest.length === 0 || rest.length >= mostQuestions || rest.includes('')) return [question];
	return first.split(' ').length >= fewestWords && asksSomething.test(first) ? [first, ...rest] : [question];
}

const kinds: readonly (readonly [AskedKind, RegExp])[] = [
	['time', /\bwhen(?:'?s)?\b|\b(?:what|which) (?:day|date|month|year|week|time)s?\b|\bhow long\b|\bdates?\b/i],
	['place', /\bwhere(?:'?s)?\b|\b(?:what|which) (?:sea|ocean|city|port|base|place|location|area|waters?|region)s?\b/i],
	['number', /\bhow (?:many|much|big|large)\b|\bnumber of\b/i],
	[
		'party',
		/\bwho(?:m|se|'?s)?\b|\b(?:what|which) (?:\p{L}+ )?(?:countr(?:y|ies)|nations?|nav(?:y|ies)|forces?|militar(?:y|ies)|states?)\b/iu,
	],
	[
		'yes-no',
		/^(?:and |so |but |hey |ok |quick q:? )*(?:did|does|do|is|are|was|were|has|have|had|will|would|can|could)\b/i,
	],
];

/** By the question word that comes first. */
export function kindAsked(question: string): AskedKind | null {
	const found = kinds.flatMap(([kind, pattern]) => {
		const at = question.search(pattern);
		return at < 0 ? [] : [{ kind, at }];
	});
	return found.sort((a, b) => a.at - b.at)[0]?.kind ?? null;
}

/** True for a question that asks which documents speak of something. */
export function asksForDocuments(question: string): boolean {
	return /\b(?:which|what|how many|list|any)\s+(?:of the\s+)?(?:documents?|articles?|sources?|stories|files?|texts?|reports?)\b/i.test(
		question,
	);
}

/** Source of a pattern for a word for an exercise. */
export const drillWord = '(?:exercise|drill|war ?game|man(?:oeuvre|euver)|patrol)';
const ofDrills = new RegExp(`\\b${drillWord}s?\\b`, 'i');

/** Whether a question has a word for exercises in it. */
export function speaksOfDrills(question: string): boolean {
	return ofDrills.test(question);
}

/** "Why was it called off?": the question is for a reason. */
export function asksWhy(question: string): boolean {
	return /^(?:and |so |but )?why\b/i.test(question);
}
