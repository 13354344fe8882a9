import { z } from 'zod';
import { monthsByName } from '../../corpus/months.js';
import { readData } from '../../data.js';
import type { Status } from '../../exercises/exercise.js';
import type { Place } from '../../gazetteer/gazetteer.js';
import { findPlaces } from '../../gazetteer/place-mentions.js';
import { withoutSpans } from '../../text/span.js';
import { oneOf } from '../../text/word-pattern.js';
import { drillWord, kindAsked } from './question.js';

const words = z.array(z.string().min(1)).min(1);
const statuses = z.enum(['announced', 'possible', 'ongoing', 'held', 'postponed', 'cancelled', 'series', 'reported']);
const data = readData(
	'answers/data/list-questions.json',
	z.strictObject({
		/** What a question for a list may say beside what the exercises are to fit. */
		says: words,
		/** Words for a status, and the statuses that fit. */
		statuses: z.array(z.strictObject({ says: words, are: z.array(statuses).min(1) })),
	}),
);
const says = new Set(data.says);
const anyOf = (list: readonly string[]): RegExp => new RegExp(`(?<!\\p{L})${oneOf(list)}(?!\\p{L})`, 'giu');
const status = data.statuses.map(({ says: said, are }) => ({ pattern: anyOf(said), are }));
const exercises = new RegExp(`(?<!\\p{L})${drillWord}s(?!\\p{L})`, 'giu');
const yearIn = /(?<!\p{N})(?:19|20)\d\d(?!\p{N})/u;
const plural = `${drillWord}s`;
/** "list all exercises in 2024", "what exercises are there". */
const saysList = new RegExp(
	`^(?:list|show|name|give)\\b.*\\b${plural}\\b|^(?:what|which)\\s${plural}\\s(?:are|were)\\sthere\\b|^how many\\s(?:\\p{L}+\\s){0,2}?${plural}\\s(?:(?:are|were)\\s(?:there|known|listed|in)|do you|have you|(?:are|were) (?:you|held|planned|announced))\\b|^how many\\s${plural}$`,
	'iu',
);
/** "latest exercise", "when is the next joint drill": no sentence knows which of all is the latest. */
const saysLatest = new RegExp(
	`\\b(?:latest|newest|most recent|next|upcoming|coming|last)\\s(?:\\p{L}+\\s){0,2}?${drillWord}s?(?=$|\\s(?:in|at|of|by|near|off|with|that|held|is|are|was|were)\\b)`,
	'iu',
);
const asksWhich =
	/^(?:(?:when|what|where|which)(?:'s|\s(?:is|are|was|were|will))?(?:\sbe)?\s)?(?:the\s|any\s|an?\s)?(?:latest|newest|most recent|next|upcoming|coming|last)\b/i;
const asksForSome = /^(?:(?:are|were) there|(?:do|have) you)\b/i;

/** What the exercises of a list are to fit. */
export interface ListAsked {
	readonly year: number | null;
	/** 1 to 12. */
	readonly month: number | null;
	readonly places: readonly Place[];
	/** Those of which one must be told; null where none is asked for. */
	readonly statuses: readonly Status[] | null;
}

/**
 * What the exercises are to fit for which a question asks, where it is one on all of them, which the catalogue alone
 * knows: a sentence that tells of one of them is no answer. Null for any other question.
 */
export function listAsked(question: string): ListAsked | null {
	const { fit, isAll } = fitAsked(question);
	if (asksWhich.test(question) && saysLatest.test(question)) return fit;
	return isAll && (saysList.test(question) || (fitsSome(fit) && kindAsked(question) !== 'number')) ? fit : null;
}

/**
 * What the exercises are to fit that a question asks for, and whether that is all it says: of a question that says
 * anything more, or asks for something else of them than which they are, a list would hold others than those asked for.
 */
function fitAsked(question: string): { readonly fit: ListAsked; readonly isAll: boolean } {
	const places = findPlaces(question, undefined, { anyCase: true });
	const beside = withoutSpans(question, places);
	const fitting = status.filter(({ pattern }) => beside.search(pattern) >= 0);
	const rest = [yearIn, exercises, ...fitting.map(({ pattern }) => pattern)].reduce(
		(left, pattern) => left.replace(pattern, ' '),
		beside.toLowerCase(),
	);
	const further = (rest.match(/[\p{L}\p{N}'’-]+/gu) ?? []).filter((word) => !says.has(word));
	const months = further.flatMap((word) => monthsByName.get(word) ?? []);
	const year = yearIn.exec(beside)?.[0];
	const kind = kindAsked(question);
	const isWhich = kind === null || kind === 'number' || asksForSome.test(question);
	return {
		fit: {
			year: year === undefined ? null : Number(year),
			month: months[0] ?? null,
			places: places.map(({ place }) => place),
			statuses: fitting.length > 0 ? fitting.flatMap(({ are }) => are) : null,
		},
		isAll: isWhich && question.search(exercises) >= 0 && months.length === further.length && months.length <= 1,
	};
}

/** Whether a list is to hold some of all exercises, and not all. */
function fitsSome({ year, month, places, statuses: told }: ListAsked): boolean {
	return year !== null || month !== null || places.length > 0 || told !== null;
}
