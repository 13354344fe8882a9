import fc from 'fast-check';
import { expect, it } from 'vitest';
import { longestPassage, passagesOf } from '../../src/corpus/passages.js';
import { readDocument } from '../../src/corpus/read.js';
import { runs } from '../runs.js';

const sentence = fc.array(fc.stringMatching(/^[a-zé😀]{1,30}$/u), { minLength: 1, maxLength: 80 }).map((words) => `${words.join(' ')}.`);
const article = fc
	.array(fc.array(sentence, { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 6 })
	.map((paragraphs) => paragraphs.map((sentences) => sentences.join(' ')).join('\n\n'));

it('holds every word once, in order, in pieces that fit and cut no character', () => {
	fc.assert(
		fc.property(article, (text) => {
			const document = readDocument('a.txt', new TextEncoder().encode(text));
			const passages = passagesOf(document);
			const words = passages.flatMap(({ start, end }) => document.text.slice(start, end).split(/\s+/));
			expect(words.join('')).toBe(document.text.replace(/\s+/g, ''));
			for (const { start, end } of passages) {
				expect(end - start).toBeLessThanOrEqual(longestPassage);
				expect(() => encodeURIComponent(document.text.slice(start, end))).not.toThrow();
			}
			expect(new Set(passages.map(({ id }) => id)).size).toBe(passages.length);
		}),
		runs(200),
	);
});
