import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { Answer } from '../../src/answers/answer.js';
import { answerQuestion } from '../../src/answers/answer-question.js';
import type { Library } from '../../src/library.js';

const oneOrMore = z.union([z.string(), z.array(z.string())]).transform((value) => [value].flat());
const goldQuestion = z.object({
	id: z.string(),
	question: z.string(),
	type: z.string(),
	doc: oneOrMore.nullable(),
	answer: z.array(z.array(z.string())),
	quote: oneOrMore,
});
export type GoldQuestion = z.output<typeof goldQuestion>;

export async function readGoldQuestions(file: string): Promise<GoldQuestion[]> {
	return z.array(goldQuestion).parse(JSON.parse(await readFile(file, 'utf8')));
}

/** How one question came out. */
export interface Outcome {
	readonly gold: GoldQuestion;
	readonly answer: Answer;
	/** The first quote alone meets the gold answer; the first three together do. For the unanswerable both say whether it was refused. */
	readonly first: boolean;
	readonly amongThree: boolean;
}

export interface Measured {
	readonly outcomes: readonly Outcome[];
	readonly first: number;
	readonly amongThree: number;
	readonly refused: number;
}

/** Case, quotation marks and white space folded, as the gold answers are compared. */
function folded(text: string): string {
	return text
		.toLowerCase()
		.replace(/[‘’“”"']/g, "'")
		.replace(/\s+/g, ' ');
}

function meets(gold: GoldQuestion, texts: readonly string[]): boolean {
	const all = folded(texts.join(' … '));
	if (gold.type === 'yes-no') return gold.quote.some((quote) => all.includes(folded(quote)));
	return gold.answer.every((group) => group.some((alternative) => all.includes(folded(alternative))));
}

export async function measureQuestions(library: Library, questions: readonly GoldQuestion[]): Promise<Measured> {
	const outcomes: Outcome[] = [];
	for (const gold of questions) {
		const answer = await answerQuestion(library, gold.question);
		const quotes = answer.answered ? answer.evidence.slice(0, 3).filter(({ quote }) => gold.doc?.includes(quote.document)) : [];
		const [top] = answer.evidence;
		const first = gold.doc ? top !== undefined && quotes[0] === top && meets(gold, [top.quote.text]) : !answer.answered;
		outcomes.push({
			gold,
			answer,
			first,
			amongThree: gold.doc
				? meets(
						gold,
						quotes.map(({ quote }) => quote.text),
					) && quotes.length > 0
				: first,
		});
	}
	const answerable = outcomes.filter(({ gold }) => gold.doc);
	const unanswerable = outcomes.filter(({ gold }) => !gold.doc);
	const share = (some: readonly Outcome[], all: readonly Outcome[]) => (all.length === 0 ? 1 : some.length / all.length);
	return {
		outcomes,
		first: share(
			answerable.filter(({ first }) => first),
			answerable,
		),
		amongThree: share(
			answerable.filter(({ amongThree }) => amongThree),
			answerable,
		),
		refused: share(
			unanswerable.filter(({ first }) => first),
			unanswerable,
		),
	};
}
