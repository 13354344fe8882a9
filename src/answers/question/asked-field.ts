import { z } from 'zod';
import { readData } from '../../data.js';
import { termsOf } from '../../text/analyse.js';
import { type Span, withoutSpans } from '../../text/span.js';
import { kindAsked } from './question.js';

/** Fields of a record that a plain question asks for. */
const fields = ['dates', 'locations', 'participants', 'organiser', 'observers', 'aims'] as const;
export type AskedField = (typeof fields)[number];

const words = z.array(z.string().min(1)).min(1);
const asking = z.strictObject({
	/** Words that ask for the field. */
	asks: words,
	/** What else such a question says. */
	says: words,
	/** Whether it must say one of those: "who" alone asks for no field. */
	needs: z.boolean().default(false),
});
const data = readData(
	'answers/data/plain-questions.json',
	z.strictObject({
		fields: z.strictObject({
			dates: asking,
			locations: asking,
			participants: asking,
			organiser: asking,
			observers: asking,
			aims: asking,
		}),
		/** What asks for a number, and of nothing that a sentence must name. */
		counting: words,
		/** What asks for anything that is known. */
		general: words,
		/** What says nothing of what is asked for. */
		fillers: words,
	}),
);
const fillers = new Set(data.fillers);

/**
 * The field of a record that a question asks for, and nothing else: "when is X", "who takes part". Null for one that
 * says anything more ("when did Russia leave X"), which no record answers.
 * @param names the names of exercises in it
 * @param isAssertion for "was it hosted by …", which has no question word
 */
export function plainField(question: string, names: readonly Span[], isAssertion = false): AskedField | null {
	const said = wordsBeside(question, names);
	return fields.find((field) => isAsked(data.fields[field], said, isAssertion)) ?? null;
}

/** Whether a question only names an exercise: "what about X", "info on X", "X?". No words in particular answer it. */
export function asksInGeneral(question: string, names: readonly Span[]): boolean {
	const isGeneral = (word: string): boolean => fillers.has(word) || data.general.includes(word);
	return names.length > 0 && kindAsked(question) === null && wordsBeside(question, names).every(isGeneral);
}

/** What a question asks the number of ("how many ships took part"), as index terms; null for one that asks for no number. */
export function thingCounted(question: string, names: readonly Span[]): string[] | null {
	if (kindAsked(question) !== 'number') return null;
	const beside = new Set([...fillers, ...data.counting, ...data.fields.participants.says]);
	const terms = termsOf(
		wordsBeside(question, names)
			.filter((word) => !beside.has(word))
			.join(' '),
	);
	return terms.length > 0 ? terms : null;
}

/** The words of a question without the names in it. */
function wordsBeside(question: string, names: readonly Span[]): string[] {
	return (
		withoutSpans(question, names)
			.toLowerCase()
			.replace(/['’]/g, '')
			.match(/[\p{L}\p{N}]+/gu) ?? []
	);
}

function isAsked(
	{ asks, says, needs }: z.infer<typeof asking>,
	said: readonly string[],
	isAssertion: boolean,
): boolean {
	const isPlain = said.every((word) => asks.includes(word) || says.includes(word) || fillers.has(word));
	const hasAsked = said.some((word) => asks.includes(word));
	const hasSaid = said.some((word) => says.includes(word));
	return isPlain && (isAssertion ? hasAsked || (needs && hasSaid) : hasAsked && (hasSaid || !needs));
}
