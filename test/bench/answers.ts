import { answerQuestion } from '../../src/answers/answer-question.js';
import { loadCorpus } from '../../src/corpus/load.js';
import { passagesOf } from '../../src/corpus/passages.js';
import { readDocument } from '../../src/corpus/read.js';
import type { Library } from '../../src/library.js';
import { libraryOf } from '../../src/memory-library.js';
import { readGoldQuestions } from '../eval/questions.js';
import { type Timing, table, timing } from './clock.js';

const copies = 150;
const rounds = 5;
const longest = 4_000;

/** Questions of every kind over the seeds and over some ten thousand passages, and text made to hold the bot up. */
export async function benchAnswers(): Promise<string> {
	const { documents: seeds } = await loadCorpus('seeds');
	const questions = (await readGoldQuestions('test/eval/gold/questions-seeds.json')).map(({ question }) => question);
	const generated = Array.from({ length: copies }, (_, copy) =>
		seeds.map((seed) => readDocument(`${copy}-${seed.file}`, new TextEncoder().encode(varied(seed.text, copy)))),
	).flat();
	const few = await libraryOf(seeds);
	const many = await libraryOf(generated);
	const passages = generated.reduce((sum, document) => sum + passagesOf(document).length, 0);
	return table('Answers', [
		await asked('over the seeds', few, questions),
		await asked(`over ${passages} passages`, many, questions),
		await asked(`${longest} hostile characters, over the seeds`, few, hostile()),
		await asked(`${longest} hostile characters, over ${passages}`, many, hostile()),
	]);
}

/** Another year and other names in two of three copies, so that the corpus does not say everything 150 times. */
function varied(text: string, copy: number): string {
	if (copy === 0) return text;
	return text
		.replaceAll(/\b20(\d\d)\b/g, (_, year: string) => `20${String((Number(year) + copy) % 30).padStart(2, '0')}`)
		.replaceAll(/\b(\p{Lu}\p{Ll}{4,})\b/gu, (name) => (copy % 3 ? `${name}${name.length % 7}` : name));
}

function hostile(): string[] {
	const patterns = [
		'a',
		'(',
		'“',
		'what ',
		'how many how many ',
		'Sea of ',
		'who who who is ',
		'((((',
		'A.B.',
		'1,000,000 ',
		'— ',
		'the-the/',
		'Vostok 2022 ',
		'\u202e\u200d',
		'🛳️',
		'ааа ',
		'北京',
	];
	return patterns.map((pattern) => pattern.repeat(Math.ceil(longest / pattern.length)).slice(0, longest));
}

async function asked(name: string, library: Library, questions: readonly string[]): Promise<Timing> {
	const durations: number[] = [];
	for (let round = 0; round < rounds; round++) {
		for (const question of questions) {
			const start = performance.now();
			await answerQuestion(library, question);
			durations.push(performance.now() - start);
		}
	}
	return timing(name, durations);
}
