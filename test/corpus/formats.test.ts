import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Document } from '../../src/corpus/document.js';
import { loadCorpus, problemLine } from '../../src/corpus/load.js';
import { Quote } from '../../src/corpus/quote.js';

/** Made by pandoc, Chromium and Python: `test/fixtures/formats/source/make.py`. */
const samples = 'test/fixtures/formats';

let documents: ReadonlyMap<string, Document>;
let folder = '';
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'formats-'));
	documents = new Map((await loadCorpus(samples)).documents.map((document) => [document.file, document]));
});
afterAll(() => rm(folder, { recursive: true }));

const sample = (file: string): Document => {
	const document = documents.get(file);
	if (!document) throw new Error(`${file} was not read`);
	return document;
};
const lines = ({ text, paragraphs }: Document) => paragraphs.map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`);

const title = 'Copper Heron 2031 begins in the Gulf of Riga';
const first =
	'prose: The naval exercise Copper Heron 2031 began in the Gulf of Riga on Monday, the Latvian naval staff said. It is to last until 12 September 2031.';
const day = { on: '2031-09-01', precision: 'day', span: null };

describe('a file of every kind', () => {
	it.each([
		['saved-page.html', { publishedOn: day, publisher: 'The Baltic Lantern', author: 'Marta Kalna, Juris Egle' }],
		['pandoc.html', { publishedOn: null, publisher: null, author: null }],
		['pandoc.docx', { publishedOn: null, publisher: null, author: null }],
		['chromium.pdf', { publishedOn: null, publisher: null, author: null }],
		['python.eml', { publishedOn: day, publisher: null, author: 'Press office of the naval staff', title: `${title} – préavis` }],
		['python.csv#1', { publishedOn: day, publisher: null, author: 'Marta Kalna' }],
		['python.jsonl#1', { publishedOn: day, publisher: null, author: 'Marta Kalna' }],
		['feed.rss#1', { publishedOn: day, publisher: 'The Baltic Lantern', author: 'Marta Kalna' }],
	])('gives its article and what it states of it: %s', (file, facts) => {
		expect(sample(file)).toMatchObject({ title, ...facts });
		expect(lines(sample(file))).toContain(first);
		expect(lines(sample(file)).filter((line) => /home|advert|flights|herring|cookies|rights reserved/i.test(line))).toEqual([]);
	});

	it('keeps what a page marks as heading, caption, item and row', () => {
		expect(lines(sample('saved-page.html'))).toEqual([
			first,
			'caption: The minehunter Imanta leaves the harbour, with the lighthouse behind her',
			'prose: Eleven ships of Latvia, Estonia & Sweden take part in the exercise. Its aim is to clear mines from the approaches to the port of Riga.',
			'heading: ## What is rehearsed',
			'prose: The crews rehearse the search for mines by day and by night, the towing of a damaged ship, and the care for wounded sailors.',
			expect.stringMatching(/^prose: “We have waited a long time/),
		]);
		expect(sample('saved-page.html').url).toBe('https://lantern.example/2031/09/copper-heron');
		expect(lines(sample('pandoc.docx'))).toEqual(
			expect.arrayContaining(['heading: ## What is rehearsed', 'prose: - Two minehunters come from Sweden.', 'prose: | Latvia | five |']),
		);
	});

	it('keeps the page of a quote', () => {
		const pdf = sample('chromium.pdf');
		const quoted = (words: string) => {
			const start = pdf.text.indexOf(words);
			return Quote.of(pdf, { start, end: start + words.length });
		};
		expect(quoted('It is to last until').page).toBe(1);
		expect(quoted('held for the first time in 2027.').page).toBe(1);
		expect(quoted('How it ends').page).toBe(2);
		expect(quoted('the tanker, returns to Tallinn').page).toBe(2);
		expect(pdf.text).not.toMatch(/print\.html|\d\/2/);
		expect(Quote.of(sample('pandoc.docx'), { start: 0, end: 6 }).page).toBeUndefined();
	});

	it('gives an entry an id that stays when another comes before it', async () => {
		const feed = await readFile(join(samples, 'feed.rss'), 'utf8');
		const added =
			'<item><title>New</title><link>https://lantern.example/new</link><description>A third story stands here.</description></item>';
		await writeFile(join(folder, 'feed.rss'), feed.replace('<item>', `${added}<item>`));
		const { documents: entries } = await loadCorpus(folder);
		expect(entries.map(({ file }) => file)).toEqual(['feed.rss#1', 'feed.rss#2', 'feed.rss#3']);
		expect(entries[1]?.id).toBe(sample('feed.rss#1').id);
		expect(new Set(entries.map(({ id }) => id)).size).toBe(3);
	});
});

const mutationsEach = 50;

/** Whole numbers below one that is given, the same every time. */
function numbers(seed: number): (below: number) => number {
	let state = seed;
	return (below) => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return Math.floor((state / 2 ** 32) * below);
	};
}

/** A sample with some of its bytes changed, taken out, doubled, or its end cut off. */
function mutated(bytes: Buffer, below: (limit: number) => number): Buffer {
	let result = bytes;
	for (let step = below(4); step >= 0; step--) {
		const at = below(result.length);
		const end = at + below(40);
		const noise = Buffer.from(Array.from({ length: below(12) }, () => below(256)));
		const way = below(13);
		if (way < 4) result = Buffer.concat([result.subarray(0, at), noise, result.subarray(at + noise.length)]);
		else if (way < 8) result = Buffer.concat([result.subarray(0, at), result.subarray(end)]);
		else if (way < 12) result = Buffer.concat([result.subarray(0, end), result.subarray(at)]);
		else result = result.subarray(0, at);
	}
	return result;
}

it('ends with a document or one clear sentence, whatever became of a file', { timeout: 400_000 }, async () => {
	const damaged = await mkdtemp(join(tmpdir(), 'damaged-'));
	const files = (await readdir(samples)).filter((file) => file.includes('.'));
	const below = numbers(41);
	for (const file of files) {
		const bytes = await readFile(join(samples, file));
		for (let number = 0; number < mutationsEach; number++) await writeFile(join(damaged, `${number}-${file}`), mutated(bytes, below));
	}
	const read = await loadCorpus(damaged);
	await rm(damaged, { recursive: true });
	const told = new Map<string, string[]>();
	for (const problem of read.problems) {
		const file = problem.file.replace(/#\d+$/, '');
		told.set(file, [...(told.get(file) ?? []), problemLine(problem)]);
		expect(problemLine(problem)).toMatch(/^\d+-[\w.-]+(?:#\d+)? (?:is|has|holds|takes|unpacks)\b[^\n]{3,250}$/u);
		expect(problemLine(problem)).not.toMatch(/error|undefined|exception|\bat \w+ \(/i);
	}
	const loaded = new Set(read.documents.map(({ file }) => file.replace(/#\d+$/, '')));
	for (const file of files) {
		for (let number = 0; number < mutationsEach; number++) {
			const name = `${number}-${file}`;
			expect(loaded.has(name) || told.has(name), name).toBe(true);
		}
		expect([...loaded].filter((name) => name.endsWith(`-${file}`)).length, file).toBeGreaterThan(0);
	}
	console.log(`${files.length * mutationsEach} damaged files: ${read.documents.length} documents, ${read.problems.length} sentences`);
});
