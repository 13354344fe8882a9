import { beforeAll, describe, expect, it } from 'vitest';
import type { Document } from '../../src/corpus/document.js';
import { loadCorpus } from '../../src/corpus/load.js';
import { buildSearchIndex, type SearchIndex, search } from '../../src/search/search-index.js';

let documents: readonly Document[];
let index: SearchIndex;
beforeAll(async () => {
	({ documents } = await loadCorpus('seeds'));
	index = buildSearchIndex(documents);
});

const place = (documentId: string, paragraph: number) => `${documents.find(({ id }) => id === documentId)?.file.slice(0, 3)}¶${paragraph}`;
const top = (query: string, limit = 3) => search(index, query, limit).map(({ passage }) => place(passage.documentId, passage.paragraph));

describe('ranking over the seeds', () => {
	it.each([
		['vostok 2022 host', '001¶12'],
		['gulf of oman navies', '000¶13'],
		['zhanjiang', '002¶7'],
		['joint strategic air patrol', '001¶10'],
		['nuclear doctrine', '004¶7'],
		['exclusive economic zone missiles', '001¶13'],
		['Stoltenberg', '002¶11'],
		['zhanjinag exercices', '002¶7'],
		['ryabkow', '004¶7'],
	])('%s → %s', (query, first) => {
		expect(top(query)[0]).toBe(first);
	});

	it('finds nothing for words that are not there, and for no words', () => {
		expect(top('quetzalcoatl')).toEqual([]);
		expect(top('')).toEqual([]);
		expect(top('what is the')).toEqual([]);
	});

	it('never takes one number for another', () => {
		expect(top('2018')).toEqual([]);
	});

	it('survives a question of four thousand hostile characters', () => {
		expect(() => search(index, 'zqxj(“*'.repeat(600), 3)).not.toThrow();
		expect(() => search(index, Array.from({ length: 700 }, (_, n) => `wor${n}d`).join(' '), 3)).not.toThrow();
	});
});
