import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { Answer } from '../../src/answers/answer.js';
import { answerQuestion } from '../../src/answers/answer-question.js';
import { explainQuestion } from '../../src/answers/explain-question.js';
import { reasonText } from '../../src/answers/unanswered/reason-text.js';
import type { Library } from '../../src/library.js';

const oneOrMore = z.union([z.string(), z.array(z.string())]).transform((value) => [value].flat());
const goldQuestion = z.object({
	id: z.string(),
	question: z.string(),
	type: z.string(),
	/** Files whose quotes may answer; null for a question that nothing answers. */
	doc: oneOrMore.nullable(),
	/** Groups of alternatives: each group has to be met. */
	answer: z.array(z.array(z.string())),
	quote: oneOrMore,
	/** For a question on one document alone: that document. */
	near_doc: z.string().nullish(),
});
export type GoldQuestion = z.output<typeof goldQuestion>;

/** How one question came out. */
export interface Outcome {
	readonly gold: GoldQuestion;
	readonly answer: Answer;
	/** The first quote alone answers; for the unanswerable: it was refused. */
	readonly first: boolean;
	/** The first three quotes together answer; for the unanswerable as `first`. */
	readonly amongThree: boolean;
}

export interface QuestionScores {
	readonly outcomes: readonly Outcome[];
	/** Shares of the answerable questions. */
	readonly first: number;
	readonly amongThree: number;
	/** Share of the unanswerable. */
	readonly refused: number;
}

export async function readGoldQuestions(file: string): Promise<GoldQuestion[]> {
	return z.array(goldQuestion).parse(JSON.parse(await readFile(file, 'utf8')));
}

/** Asks every question of a library and compares the quotes with the gold answers. */
export async function measureQuestions(library: Library, questions: readonly GoldQuestion[]): Promise<QuestionScores> {
	const outcomes: Outcome[] = [];
	for (const gold of questions) outcomes.push(outcomeOf(gold, await answerQuestion(library, gold.question)));
	const answerable = outcomes.filter(({ gold }) => gold.doc);
	return {
		outcomes,
		first: shareOf(answerable, ({ first }) => first),
		amongThree: shareOf(answerable, ({ amongThree }) => amongThree),
		refused: shareOf(
			outcomes.filter(({ gold }) => !gold.doc),
			({ first }) => first,
		),
	};
}

export function outcomeOf(gold: GoldQuestion, answer: Answer): Outcome {
	if (!gold.doc) return { gold, answer, first: !answer.answered, amongThree: !answer.answered };
	const quotes = answer.answered ? answer.evidence.map(({ quote }) => quote) : [];
	const right = quotes.filter(({ document }) => gold.doc?.includes(document)).map(({ text }) => text);
	const [top] = quotes;
	const first = top !== undefined && gold.doc.includes(top.document) && meets(gold, [top.text]);
	return { gold, answer, first, amongThree: right.length > 0 && meets(gold, right) };
}

/** The rule of the gold file: every group by one of its alternatives; a yes-or-no question by its supporting sentence. */
export function meets(gold: GoldQuestion, texts: readonly string[]): boolean {
	const shown = folded(texts.join(' … '));
	if (gold.type === 'yes-no') return gold.quote.some((quote) => shown.includes(folded(quote)));
	return gold.answer.every((group) => group.some((alternative) => shown.includes(folded(alternative))));
}

/** Whether marked words are an answer of the gold, or hold one; null where the gold has none to mark. */
export function holdsAnswer(gold: GoldQuestion, words: string): boolean | null {
	if (gold.doc === null || gold.type === 'yes-no' || gold.type === 'why' || gold.answer.length === 0) return null;
	const said = folded(words);
	return said !== '' && gold.answer.some((group) => group.some((one) => said.includes(folded(one)) || folded(one).includes(said)));
}

function folded(text: string): string {
	return text
		.toLowerCase()
		.replace(/[‘’“”"']/g, "'")
		.replace(/\s+/g, ' ');
}

function shareOf<Item>(items: readonly Item[], fits: (item: Item) => boolean): number {
	return items.length === 0 ? 1 : items.filter(fits).length / items.length;
}

/** Figures, figures by type, and every miss with what was said instead. */
export function questionReport(title: string, { outcomes, first, amongThree, refused }: QuestionScores): string {
	const types = [...new Set(outcomes.map(({ gold }) => gold.type))];
	const byType = types.map((type) => {
		const some = outcomes.filter(({ gold }) => gold.type === type);
		return `  ${type.padEnd(14)}${String(some.length).padStart(4)}  first ${percent(shareOf(some, (one) => one.first))}  among three ${percent(shareOf(some, (one) => one.amongThree))}`;
	});
	const misses = outcomes
		.filter((outcome) => !outcome.first)
		.map(({ gold, answer, amongThree: near }) => {
			const said = answer.answered
				? `“${answer.evidence[0]?.quote.text.replace(/\s+/g, ' ').slice(0, 100) ?? ''}”`
				: answer.reason && reasonText(answer.reason);
			return `  ${gold.id} ${near ? '(among three) ' : ''}${gold.question}\n      ${answer.confidence.toFixed(2)} ${said}`;
		});
	const figures = `first ${percent(first)}, among three ${percent(amongThree)}, unanswerable refused ${percent(refused)}`;
	return [`${title}: ${outcomes.length} questions, ${figures}`, ...byType, ...(misses.length > 0 ? ['  Misses:', ...misses] : [])].join(
		'\n',
	);
}

const bands = [0, 0.5, 0.7, 0.8, 0.9, 0.95, 1.01];

/** How often answers given at a confidence are right. */
export function calibrationReport(outcomes: readonly Outcome[]): string {
	const answered = outcomes.filter(({ answer }) => answer.answered);
	const lines = bands.slice(1).flatMap((to, at) => {
		const from = bands[at] ?? 0;
		const band = answered.filter(({ answer }) => answer.confidence >= from && answer.confidence < to);
		if (band.length === 0) return [];
		const mean = band.reduce((sum, { answer }) => sum + answer.confidence, 0) / band.length;
		const right = shareOf(band, ({ gold, first }) => first && gold.doc !== null);
		return [
			`  ${from.toFixed(2)}–${Math.min(1, to).toFixed(2)}  ${String(band.length).padStart(4)} answers  mean ${mean.toFixed(2)}  right ${percent(right)}`,
		];
	});
	return ['Confidence and how often it is right:', ...lines].join('\n');
}

/** Why a sentence won: what the question names, and the likeliest sentences with their features. */
export async function explanationReport(library: Library, question: string, shown = 6): Promise<string> {
	const { asked, judged } = await explainQuestion(library, question);
	const lines = judged.slice(0, shown).map(({ document, sentence, words, features, probability }) =>
		[
			`${probability.toFixed(2)} · ${document.file} · ${sentence.kind}`,
			`  “${document.text.slice(sentence.start, sentence.end).replace(/\s+/g, ' ')}”`,
			`  answer: ${document.text.slice(words.start, words.end)} ${words.sureness.toFixed(2)}`,
			`  ${Object.entries(features)
				.map(([name, value]) => `${name} ${value.toFixed(2)}`)
				.join(', ')}`,
		].join('\n'),
	);
	return [question, ...asked.map(({ line, year, ids }) => `exercise ${line} ${year ?? ''} (${[...ids].join(', ')})`), ...lines].join('\n');
}

function percent(share: number): string {
	return `${(share * 100).toFixed(1)} %`;
}
