import { writeFile } from 'node:fs/promises';
import { explainQuestion } from '../../src/answers/explain-question.js';
import { featureNames } from '../../src/answers/judging/features.js';
import type { Judged } from '../../src/answers/judging/judge.js';
import { loadCorpus } from '../../src/corpus/load.js';
import type { Library } from '../../src/library.js';
import { libraryOf } from '../../src/memory-library.js';
import { keepWorkIn } from '../../src/store.js';
import { dot, fitLogistic, type Observation } from './logistic.js';
import { type GoldQuestion, holdsAnswer, meets, readGoldQuestions } from './questions.js';

keepWorkIn('.drillbook/kept', console.error);

/**
 * npm run fit:answers -- DOCUMENTS QUESTIONS [DOCUMENTS QUESTIONS …]
 * Fits the order of sentences, the probability that the first answers, and the thresholds, on development sets, and writes them to
 * src/answers/data/judgement.json. A question with a `near_doc` is asked of that document alone.
 */
interface Row {
	readonly set: string;
	readonly answerable: boolean;
	readonly sentences: readonly {
		readonly x: readonly number[];
		readonly right: boolean;
		readonly sureness: number;
		readonly wordsRight: boolean | null;
	}[];
}

const sentencesKept = 8;
const sets = process.argv.slice(2);
const rows: Row[] = [];
for (let at = 0; at + 1 < sets.length; at += 2) rows.push(...(await rowsOf(sets[at] ?? '', sets[at + 1] ?? '')));

const order = fitLogistic(rows.flatMap(pairsOf), { bias: false, penalty: 2 }).weights;
const tops = rows.flatMap((row) => {
	const [first, ...others] = row.sentences.toSorted((a, b) => dot(order, b.x) - dot(order, a.x));
	return first ? [{ row, first, near: [first, ...others.slice(0, 2)].some(({ right }) => right) }] : [];
});
const number = featureNames.indexOf('number');
const answers = fitLogistic(tops.map(({ row, first, near }) => ({ x: [first.x[number] ?? 0], y: Number(row.answerable && near) })));
const chances = tops.map(({ row, first }) => ({
	row,
	first,
	chance: 1 / (1 + Math.exp(-answers.bias - (answers.weights[0] ?? 0) * (first.x[number] ?? 0))),
}));
const tried = Array.from({ length: 17 }, (_, step) => 0.1 + step * 0.05);
/** Of thresholds at which at most an eighth of answerable questions go unanswered, the best sum of right answers and refusals. */
const answered =
	tried
		.map((at) => ({ at, ...figuresAt(at) }))
		.filter(({ silent }) => silent <= 0.125)
		.sort((a, b) => b.right + b.refused - a.right - a.refused)[0]?.at ?? 0.5;
for (const set of new Set(rows.map((row) => row.set))) {
	for (const at of [answered - 0.1, answered, answered + 0.1]) console.log(set, at.toFixed(2), figuresAt(at, set));
}
const bold = tried.find((at) => wordsRightFrom(at) >= 0.9) ?? 0.9;
await writeFile(
	new URL('../../src/answers/data/judgement.json', import.meta.url),
	`${JSON.stringify(
		{
			order: Object.fromEntries(featureNames.map((name, at) => [name, rounded(order[at] ?? 0)])),
			answers: { bias: rounded(answers.bias), number: rounded(answers.weights[0] ?? 0) },
			answered: rounded(answered),
			shown: 1.5,
			bold: rounded(bold),
		},
		null,
		'\t',
	)}\n`,
);

function rounded(value: number): number {
	return Number(value.toFixed(3));
}

async function rowsOf(folder: string, file: string): Promise<Row[]> {
	const { documents } = await loadCorpus(folder);
	const whole = await libraryOf(documents);
	const alone = new Map<string, Library>();
	const made: Row[] = [];
	for (const gold of await readGoldQuestions(file)) {
		const document = documents.find((one) => one.file === gold.near_doc);
		if (document && !alone.has(document.file)) alone.set(document.file, await libraryOf([document]));
		const { judged } = await explainQuestion((document && alone.get(document.file)) || whole, gold.question);
		const sentences = judged.slice(0, sentencesKept).map((one) => ({
			x: featureNames.map((name) => one.features[name]),
			right: isRight(gold, one),
			sureness: one.words.sureness,
			wordsRight: holdsAnswer(gold, one.document.text.slice(one.words.start, one.words.end)),
		}));
		made.push({ set: folder, answerable: gold.doc !== null, sentences });
	}
	return made;
}

function isRight(gold: GoldQuestion, { document, sentence }: Judged): boolean {
	return (gold.doc?.includes(document.file) ?? false) && meets(gold, [document.text.slice(sentence.start, sentence.end)]);
}

/** Every right sentence beside every wrong one of its question, as differences, both ways. */
function pairsOf({ answerable, sentences }: Row): Observation[] {
	if (!answerable) return [];
	const wrong = sentences.filter(({ right }) => !right);
	return sentences
		.filter(({ right }) => right)
		.slice(0, 2)
		.flatMap((good) =>
			wrong.flatMap((bad) => {
				const x = good.x.map((value, at) => value - (bad.x[at] ?? 0));
				return [
					{ x, y: 1 },
					{ x: x.map((value) => -value), y: 0 },
				];
			}),
		);
}

function figuresAt(at: number, set?: string) {
	const own = chances.filter(({ row }) => set === undefined || row.set === set);
	const can = own.filter(({ row }) => row.answerable);
	const cannot = own.filter(({ row }) => !row.answerable);
	const share = (part: number, all: number) => rounded(all === 0 ? 0 : part / all);
	return {
		first: share(can.filter(({ first }) => first.right).length, can.length),
		right: share(can.filter(({ first, chance }) => first.right && chance >= at).length, can.length),
		silent: share(can.filter(({ chance }) => chance < at).length, can.length),
		refused: share(cannot.filter(({ chance }) => chance < at).length, cannot.length),
		questions: own.length,
	};
}

/** Of right first sentences whose words are at least so sure: the share whose words are right. */
function wordsRightFrom(at: number): number {
	const sure = chances.filter(({ first }) => first.right && first.wordsRight !== null && first.sureness >= at);
	return sure.length === 0 ? 1 : sure.filter(({ first }) => first.wordsRight).length / sure.length;
}
