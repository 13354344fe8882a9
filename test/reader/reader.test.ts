import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { openReader } from '../../src/reader/reader.js';
import { encodeStretch, type Stretch } from '../../src/reader/stretch.js';
import { readVocabulary } from '../../src/reader/vocabulary.js';
import { wordPieces } from '../../src/reader/word-pieces.js';

const file = createRequire(import.meta.url).resolve('#data/reader/model/parity.json');
const numbers = z.array(z.number());
/** What the training program gives for a few stretches, written beside the exported network. */
const cases = z
	.array(
		z.object({
			query: z.string(),
			title: z.string(),
			published: z.string().default(''),
			sentences: z.array(z.string()),
			anchors: numbers,
			text: z.string(),
			ids: numbers,
			types: numbers,
			offsets: z.array(z.tuple([z.number(), z.number()])),
			ranges: z.array(z.tuple([z.number(), z.number()])),
			answer: numbers,
			about: numbers,
		}),
	)
	.parse(JSON.parse(await readFile(file, 'utf8')));
const vocabulary = readVocabulary();
const stretchOf = ({ query, title, published, sentences, anchors }: (typeof cases)[number]): Stretch => ({
	query,
	title,
	published,
	sentences,
	anchors: new Set(anchors),
});

test.each(cases)('lays out "$query" as the training program does', (one) => {
	const { ids, types, sentences } = encodeStretch(stretchOf(one), vocabulary);
	expect(ids).toEqual(one.ids);
	expect(types).toEqual(one.types);
	expect(sentences.map(({ first, pieces }) => [first, first + pieces.length])).toEqual(one.ranges);
	for (const [index, { first, pieces }] of sentences.entries()) {
		const printed = pieces.map(({ start, end }) => one.sentences[index]?.slice(start, end));
		// The training program counts in code points of the whole text.
		const theirs = pieces.map((_, at) => [...one.text].slice(...(one.offsets[first + at] ?? [0, 0])).join(''));
		expect(printed).toEqual(theirs);
	}
});

test.each(cases)('reads "$query" as the exported network did', async (one) => {
	const reader = await openReader();
	const [answering] = await reader.answer([stretchOf(one)]);
	const [record] = await reader.record([stretchOf(one)]);
	expect(answering).toHaveLength(one.answer.length);
	for (const [index, { number }] of (answering ?? []).entries()) expect(number).toBeCloseTo(one.answer[index] ?? Number.NaN, 1);
	const logit = (share: number) => Math.log(share / (1 - share));
	for (const [index, { about }] of (record ?? []).entries()) expect(logit(about)).toBeCloseTo(one.about[index] ?? Number.NaN, 1);
});

test('reads a stretch the same whatever is read with it', async () => {
	const reader = await openReader();
	const stretches = cases.map(stretchOf);
	const together = await reader.answer(stretches);
	for (const [index, stretch] of stretches.entries()) expect((await reader.answer([stretch]))[0]).toEqual(together[index]);
});

test('word pieces lie in the text, in order, and any text fits a row', () => {
	fc.assert(
		fc.property(
			fc.string({ unit: 'binary', maxLength: 400 }),
			fc.array(fc.string({ unit: 'grapheme', maxLength: 200 }), { maxLength: 20 }),
			(text, sentences) => {
				let last = 0;
				for (const { start, end } of wordPieces(text, vocabulary)) {
					expect(start).toBeGreaterThanOrEqual(0);
					expect(end).toBeGreaterThan(start);
					expect(end).toBeGreaterThanOrEqual(last);
					expect(end).toBeLessThanOrEqual(text.length);
					last = end;
				}
				const { ids, sentences: laid } = encodeStretch({ query: text, title: text, sentences }, vocabulary);
				expect(ids.length).toBeLessThanOrEqual(320);
				for (const { first, pieces } of laid) expect(first + pieces.length).toBeLessThan(ids.length);
			},
		),
	);
});

test('no text breaks the reader', async () => {
	const reader = await openReader();
	for (const sentences of [[], [''], ['\u0000'], ['𝔘𝔫𝔦'], ['a'.repeat(10_000)], Array.from({ length: 200 }, () => 'x')]) {
		const stretch = { query: '', title: '', sentences };
		const [answering] = await reader.answer([stretch]);
		for (const { number, words } of answering ?? []) {
			expect(Number.isFinite(number)).toBe(true);
			expect(words.end).toBeGreaterThanOrEqual(words.start);
		}
		expect(await reader.record([stretch])).toHaveLength(1);
		expect(await reader.names([stretch])).toHaveLength(1);
	}
});
