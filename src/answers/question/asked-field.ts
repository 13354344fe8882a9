import { z } from 'zod';
import { readData } from '../../data.js';
import type { Span } from '../../text/span.js';

/** Fields of a record that a plain question asks for. */
const fields = ['dates', 'locations', 'participants', 'organiser', 'aims'] as const;
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
		fields: z.strictObject({ dates: asking, locations: asking, participants: asking, organiser: asking, aims: asking }),
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
	const rest = names
		.toSorted((a, b) => b.start - a.start)
		.reduce((left, { start, end }) => `${left.slice(0, start)} ${left.slice(end)}`, question);
	const said =
		rest
			.toLowerCase()
			.replace(/['’]/g, '')
			.match(/[\p{L}\p{N}]+/gu) ?? [];
	return fields.find((field) => isAsked(data.fields[field], said, isAssertion)) ?? null;
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
