import { z } from 'zod';
import { readData } from '../../data.js';
import { findActors } from '../../gazetteer/actor-mentions.js';
import { findPlaces } from '../../gazetteer/place-mentions.js';
import { termsOf } from '../../text/analyse.js';
import type { Span } from '../../text/span.js';
import { findDates } from '../../values/date-mentions.js';
import type { Focus } from '../guards/exercise.js';
import type { AskedKind } from '../question/question.js';

/** What speaks for or against a sentence, beside the question alone. Each is about 0 to 1. */
export interface Features {
	/** The reader's number, in tens of log-odds. */
	readonly number: number;
	/** How sure the reader is of the answering words. */
	readonly sure: number;
	/** Share of the question's words that the sentence says. */
	readonly said: number;
	/** Share that its stretch or the title says. */
	readonly near: number;
	/** The reader's words hold what is asked for: a date for "when". */
	readonly kind: number;
	/** Something of that kind is asked for, and the sentence has none. */
	readonly kindless: number;
	/** The exercise asked about is named in the sentence, or spoken of in it. */
	readonly exercise: number;
	/** An exercise is asked about, and the sentence names only another one. */
	readonly another: number;
	/** No sentence of the article itself. */
	readonly aside: number;
	/** How well the search liked the passage. */
	readonly rank: number;
}

const names = [
	'number',
	'sure',
	'said',
	'near',
	'kind',
	'kindless',
	'exercise',
	'another',
	'aside',
	'rank',
] as const satisfies readonly (keyof Features)[];
export const featureNames: readonly (keyof Features)[] = names;

const weights = z.strictObject({
	number: z.number(),
	sure: z.number(),
	said: z.number(),
	near: z.number(),
	kind: z.number(),
	kindless: z.number(),
	exercise: z.number(),
	another: z.number(),
	aside: z.number(),
	rank: z.number(),
});
/** Fitted on development sets: see the recipe of the reader. */
const table = readData(
	'answers/data/judgement.json',
	z.strictObject({
		/** The order of a question's sentences: a pairwise logistic regression over their features. */
		order: weights,
		/** The probability that the first of them answers: a logistic regression over the reader's number. */
		answers: z.strictObject({ bias: z.number(), number: z.number() }),
		/** A question is answered from this probability on. */
		answered: z.number(),
		/** A further quote is shown whose score is less than this below the first one's. */
		shown: z.number(),
		/** Words are in bold from this sureness on. */
		bold: z.number(),
	}),
);
export const thresholds = { answered: table.answered, shown: table.shown, bold: table.bold };

/** What orders the sentences of one question: comparable among them alone. */
export function scoreOf(features: Features): number {
	return featureNames.reduce((sum, name) => sum + table.order[name] * features[name], 0);
}

/** The probability that a sentence answers. */
export function probabilityOf({ number }: Pick<Features, 'number'>): number {
	const { bias, number: slope } = table.answers;
	return 1 / (1 + Math.exp(-bias - slope * number));
}

const number = /\p{N}|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|hundreds?|thousands?|millions?)\b/iu;

/** Whether some words hold what is asked for. */
export function holdsKind(text: string, span: Span, kind: AskedKind): boolean {
	const slice = text.slice(span.start, span.end);
	switch (kind) {
		case 'time':
			return findDates(text, span).length > 0 || /\b(?:19|20)\d\d\b/.test(slice);
		case 'place':
			return findPlaces(text, span).length > 0 || /\b(?:in|off|at|near|around|over)\s+(?:the\s+)?\p{Lu}/u.test(slice);
		case 'number':
			return number.test(slice);
		case 'party':
			return (
				/\p{Lu}\p{L}/u.test(slice.replace(/^\P{L}*\p{L}+/u, '')) || findPlaces(text, span).length > 0 || findActors(text, span).length > 0
			);
		case 'yes-no':
			return true;
	}
}

/** Terms of a question, each once. */
export function questionTerms(question: string): string[] {
	return [...new Set(termsOf(question))];
}

/** Share of terms that are among others; 1 of none. */
export function shareSaid(terms: readonly string[], said: ReadonlySet<string>): number {
	return terms.length === 0 ? 1 : terms.filter((term) => said.has(term)).length / terms.length;
}

/** How much a sentence's focus on the exercise asked about counts. */
export const focusShare: Readonly<Record<Focus, number>> = { named: 1, meant: 0.8, mainly: 0.6, somewhere: 0.3, another: 0, unasked: 0.5 };
