import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Document } from '../../src/corpus/document.js';
import { loadCorpus } from '../../src/corpus/load.js';
import { Packer, Unpacker } from '../../src/search/packed.js';
import { PassageIndex } from '../../src/search/passage-index.js';
import type { Entry } from '../../src/search/savable-index.js';
import { buildSearchIndex, type SearchIndex, search } from '../../src/search/search-index.js';
import { runs } from '../runs.js';

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

describe('the passages of the index', () => {
	const word = fc.constantFrom('fleet', 'patrol', 'host', 'sea', 'drill', 'aim', 'vostok', 'ocean');
	const words = fc.array(word, { minLength: 1, maxLength: 12 }).map((list) => list.join(' '));
	const entries = fc.array(fc.record({ title: words, text: words }), { minLength: 1, maxLength: 40 });
	const question = fc.uniqueArray(fc.tuple(word, fc.constantFrom(0.15, 0.8, 1)), { minLength: 1, selector: ([term]) => term });

	it('come as MiniSearch itself scores them, also after some are gone and after a restart', () => {
		fc.assert(
			fc.property(entries, question, fc.nat(), (given, asked, gone) => {
				const all = given.map((entry, number) => ({ ...entry, id: `p${number}` }));
				const index = new PassageIndex();
				index.addAll(all);
				const terms = new Map(asked);
				expectAsMiniSearch(index, terms);
				const removed = all[gone % all.length];
				if (removed) index.remove(removed);
				expectAsMiniSearch(index, terms);
				const left = all.filter((entry) => entry !== removed);
				expect(openedAgain(index, left).best(terms, 0.8, 5)).toEqual(index.best(terms, 0.8, 5));
			}),
			runs(200),
		);
	});

	function openedAgain(index: PassageIndex, entries: readonly Entry[]): PassageIndex {
		const packer = new Packer();
		const terms = [...new Set(entries.flatMap(({ title, text }) => `${title} ${text}`.split(' ')))];
		index.packHead(packer, terms.length);
		for (const { id } of entries) index.packPassage(packer, id);
		const unpacker = new Unpacker(Buffer.from(packer.take()));
		const opened = new PassageIndex();
		expect(opened.unpackHead(unpacker)).toBe(terms.length);
		for (const { id } of entries) opened.unpackPassage(unpacker, id);
		for (const [term, postings] of index.packedTerms(terms)) opened.addPackedTerm(term, Buffer.from(postings));
		return opened;
	}

	function expectAsMiniSearch(index: PassageIndex, terms: ReadonlyMap<string, number>): void {
		const boostTerm = (term: string) => terms.get(term) ?? 0;
		const found = index.search([...terms.keys()].join(' '), { boost: { title: 0.8 }, boostTerm });
		// MiniSearch multiplies by the number of terms that matched.
		const expected = new Map(found.map(({ id, score, queryTerms }) => [String(id), score / queryTerms.length] as const));
		const best = index.best(terms, 0.8, 100);
		expect(best.map(({ id }) => id).toSorted()).toEqual([...expected.keys()].toSorted());
		// Nine digits of it: the last ones depend on the order of adding up.
		for (const { id, score } of best) expect(Math.abs(score / (expected.get(id) ?? 0) - 1)).toBeLessThan(1e-8);
		expect(best.map(({ score }) => score)).toEqual(best.map(({ score }) => score).toSorted((a, b) => b - a));
		expect(index.best(terms, 0.8, 5)).toEqual(best.slice(0, 5));
	}
});
