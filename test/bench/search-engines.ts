import { create, insertMultiple, search as searchOrama } from '@orama/orama';
import flexsearch from 'flexsearch';
import lunr from 'lunr';
import MiniSearch from 'minisearch';
import sqlite from 'node-sqlite3-wasm';
import { buildSearchIndex, search } from '../../src/search/search-index.js';
import type { MadeCorpus } from './made-corpus.js';

/** Asked for the ten best passages, gives their ids, best first. */
export type Ask = (question: string) => readonly string[] | Promise<readonly string[]>;

const limit = 10;
const word = /[\p{L}\p{N}]+/gu;

/**
 * Search engines over the same titles and texts, each set so that a passage need not hold every word of a question, which is what finds most.
 * Otherwise each has its defaults.
 */
export const engines: Readonly<Record<string, (corpus: MadeCorpus) => Ask | Promise<Ask>>> = {
	'this search': ({ documents }) => {
		const index = buildSearchIndex(documents);
		return (question) => search(index, question, limit).map(({ passage }) => passage.id);
	},

	'MiniSearch, defaults': ({ passages }) => {
		const index = new MiniSearch({ fields: ['title', 'text'] });
		index.addAll(passages);
		return (question) =>
			index
				.search(question)
				.slice(0, limit)
				.map(({ id }) => String(id));
	},

	'Orama, threshold 1': async ({ passages }) => {
		const index = create({ schema: { id: 'string', title: 'string', text: 'string' } });
		await insertMultiple(index, [...passages], 1_000);
		return async (question) => {
			const { hits } = await searchOrama(index, { term: question, properties: ['title', 'text'], threshold: 1, limit });
			return hits.map(({ document }) => String(document.id));
		};
	},

	'FlexSearch, suggest': ({ passages }) => {
		const index = new flexsearch.Index({ tokenize: 'strict', encoder: 'LatinBalance' });
		for (const [number, { title, text }] of passages.entries()) index.add(number, `${title} ${text}`);
		return (question) => index.search(question, { limit, suggest: true }).map((number) => passages[Number(number)]?.id ?? '');
	},

	Lunr: ({ passages }) => {
		const index = lunr((builder) => {
			for (const field of ['title', 'text']) builder.field(field);
			for (const passage of passages) builder.add(passage);
		});
		return (question) =>
			index
				.search((question.match(word) ?? []).join(' '))
				.slice(0, limit)
				.map(({ ref }) => ref);
	},

	'SQLite FTS5, porter, OR': ({ passages }) => {
		const database = new sqlite.Database(':memory:');
		database.exec("CREATE VIRTUAL TABLE passages USING fts5(id UNINDEXED, title, text, tokenize = 'porter unicode61'); BEGIN");
		const insert = database.prepare('INSERT INTO passages VALUES (?, ?, ?)');
		for (const { id, title, text } of passages) insert.run([id, title, text]);
		insert.finalize();
		database.exec('COMMIT');
		const select = database.prepare(`SELECT id FROM passages WHERE passages MATCH ? ORDER BY rank LIMIT ${limit}`);
		return (question) => {
			const matched = (question.match(word) ?? []).map((each) => `"${each}"`).join(' OR ');
			return select.all([matched]).map((row) => String('id' in row ? row['id'] : ''));
		};
	},
};
