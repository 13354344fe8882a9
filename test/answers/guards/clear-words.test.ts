import { expect, it } from 'vitest';
import { canAnswer } from '../../../src/answers/guards/clear-words.js';
import { readDocument } from '../../../src/corpus/read.js';

const text =
	'Admiral Nora Quist, the head of the navy, said Exercise Copper Lark 2031 brought 40 ships together for two weeks every year in May.';
const document = readDocument('lark.txt', new TextEncoder().encode(`Navies meet off Bergen\n\n${text}\n`));
const sentence = document.paragraphs.flatMap(({ sentences }) => sentences).find(({ kind }) => kind === 'prose');

/** What a reader may be sure of, and what of it is an answer. */
it.each([
	['who is nora quist', 'the head of the navy', true],
	['who is nora quist', 'Admiral', true],
	['who is nora quist', 'Exercise Copper Lark 2031', false],
	['what is copper lark 2031', 'Admiral Nora Quist', false],
	['who hosted the drill', 'Exercise Copper Lark 2031', false],
	['how many exercises are there', 'Copper Lark 2031', false],
	['how many ships came', '40 ships', true],
	['how long was it', 'two weeks', true],
	['how long was it', '40 ships', false],
	['how often is it held', 'two weeks', false],
	['how often is it held', 'every year', true],
	['which is the largest exercise', 'Exercise Copper Lark 2031', false],
	['why did the ships come together', 'ships together', false],
	['quist', 'Admiral', false],
])('%s: %s is an answer: %s', (question, words, isAnswer) => {
	expect(sentence).toBeDefined();
	const start = document.text.indexOf(words);
	const can = sentence && canAnswer(question, document, sentence, { start, end: start + words.length });
	expect(can).toBe(isAnswer);
});
