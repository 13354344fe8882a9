import { z } from 'zod';
import { readData } from '../data.js';

/** What a question asks for, as its own words say. */
const kinds = [
	'documents',
	'meaning',
	'ordinal',
	'duration',
	'frequency',
	'amount',
	'number',
	'weekday',
	'month',
	'year',
	'when',
	'why',
	'alias',
	'name',
	'where',
	'speaker',
	'role',
	'identity',
	'statement',
	'who',
	'yes-no',
	'kind',
	'which',
	'about',
	'what',
] as const;
export type Kind = (typeof kinds)[number];

const entries = readData(
	'answers/data/question-kinds.json',
	z.array(
		z.strictObject({
			kind: z.enum(kinds),
			/** Tried in the order of the file on the question in lower case; its named groups are the subject and the speaker. */
			pattern: z.string(),
			/** Words that only put the question, and that no evidence needs to repeat. */
			frame: z.array(z.string()),
		}),
	),
).map((entry) => ({ kind: entry.kind, pattern: new RegExp(entry.pattern), frame: new Set(entry.frame) }));

/** All words that only put a question. */
export const framingWords: readonly string[] = [...new Set(entries.flatMap(({ frame }) => [...frame]))];

/** How a question is put. */
export interface Framing {
	readonly kind: Kind;
	readonly frame: ReadonlySet<string>;
	/** What "who is …" and "what does … mean" ask about, in lower case. */
	readonly subject: string | null;
	/** Whose words "what did … say" asks for, in lower case. */
	readonly speaker: string | null;
}

/** How a question is put, by the first pattern that fits; a bare name asks to be told about it. */
export function framingOf(lowerCase: string): Framing {
	for (const { kind, pattern, frame } of entries) {
		const groups = pattern.exec(lowerCase)?.groups;
		if (!groups && !pattern.test(lowerCase)) continue;
		const subject = Object.entries(groups ?? {}).find(([name, value]) => name.startsWith('subject') && value)?.[1];
		return { kind, frame, subject: subject ?? null, speaker: groups?.['speaker'] ?? null };
	}
	return { kind: 'about', frame: new Set(), subject: null, speaker: null };
}
