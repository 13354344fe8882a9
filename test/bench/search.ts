import lunr from 'lunr';
import MiniSearch from 'minisearch';
import { loadCorpus } from '../../src/corpus/load.js';
import { passagesOf } from '../../src/corpus/passages.js';
import { readDocument } from '../../src/corpus/read.js';
import { buildSearchIndex, search } from '../../src/search/search-index.js';
import { sideBySide, table } from './clock.js';

const copies = 150;
const rounds = 200;
const queries = [
	'who hosted vostok 2022',
	'joint patrol pacific ocean fifth',
	'what is the aim of the exercise in the sea of japan',
	'nuclear doctrine',
];

/** Searching some ten thousand passages: ours beside MiniSearch with its defaults and lunr, over the same passages. */
export async function benchSearch(): Promise<string> {
	const { documents: seeds } = await loadCorpus('seeds');
	const documents = Array.from({ length: copies }, (_, copy) =>
		seeds.map((seed) =>
			readDocument(
				`${copy}-${seed.file}`,
				new TextEncoder().encode(seed.text.replaceAll(/\b(\p{Lu}\p{Ll}{4,})\b/gu, (name) => (copy % 3 ? `${name}${copy}` : name))),
			),
		),
	).flat();
	const texts = documents.flatMap((document) =>
		passagesOf(document).map(({ id, start, end }) => ({ id, text: document.text.slice(start, end) })),
	);
	const ours = buildSearchIndex(documents);
	const plain = new MiniSearch<{ id: string; text: string }>({ fields: ['text'] });
	plain.addAll(texts);
	const peer = lunr((builder) => {
		builder.field('text');
		for (const text of texts) builder.add(text);
	});
	const all = (run: (query: string) => unknown) => () => queries.map(run);
	const timings = await sideBySide(
		{
			'this search': all((query) => search(ours, query, 10)),
			'MiniSearch, defaults': all((query) => plain.search(query)),
			'MiniSearch, fuzzy and prefix on': all((query) => plain.search(query, { fuzzy: 0.2, prefix: true })),
			lunr: all((query) => peer.search(query)),
		},
		rounds,
	);
	return table(`Search: ${queries.length} questions over ${texts.length} passages`, timings);
}
