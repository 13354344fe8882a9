import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { expect, it } from 'vitest';
import { loadCorpus } from '../../src/corpus/load.js';
import { Quote } from '../../src/corpus/quote.js';
import { openLibrary } from '../../src/memory-library.js';
import { Citations } from '../../src/replies/citations.js';
import { citeReply } from '../../src/replies/cite.js';
import { ENGLISH } from '../../src/replies/words.js';
import { printer } from '../../src/terminal/print.js';
import { setGrowingStage } from './growing-stage.js';
import { textOf } from './stage.js';

const samples = 'test/fixtures/formats';

it('knows an exercise from a file of every kind', async () => {
	const { library, problems } = await openLibrary({ documents: samples });
	const { exercise } = await library.resolve('Copper Heron 2031');
	expect(exercise?.documents).toEqual(
		expect.arrayContaining([
			...['chromium.pdf', 'feed.rss#1', 'pandoc.docx', 'pandoc.html', 'python.csv#1', 'python.eml', 'python.jsonl#1', 'saved-page.html'],
			'source/article.md',
		]),
	);
	expect((await library.resolve('Silver Otter 2031')).exercise?.documents).toEqual(
		expect.arrayContaining(['feed.rss#2', 'python.csv#2', 'python.jsonl#2']),
	);
	expect(problems).toEqual([{ file: 'source/make.py', problem: 'is of a kind that is not read' }]);
});

it('cites the page of a quote', async () => {
	const pdf = (await loadCorpus(samples)).documents.find(({ file }) => file === 'chromium.pdf');
	if (!pdf) throw new Error('The sample was not read');
	const start = pdf.text.indexOf('The last of the ships');
	const quote = Quote.of(pdf, { start, end: start + 40 });
	const documents = new Map([[pdf.id, pdf]]);
	const citations = new Citations(documents, ENGLISH);
	expect(citations.list([citations.cite(quote)])).toEqual([
		`[1] Copper Heron 2031 begins in the Gulf of Riga · page 2, ¶ ${quote.paragraph} · undated`,
	]);
	expect(JSON.stringify(citeReply([quote], documents, ENGLISH))).toContain(`page 2, ¶ ${quote.paragraph}`);
	expect(printer(false).passages([quote])).toContain(`chromium.pdf, page 2, ¶ ${quote.paragraph}`);
});

it('is told of by /drill when it is dropped into the folder of a running bot, whatever its format', async () => {
	const folder = await mkdtemp(join(tmpdir(), 'dropped-'));
	await writeFile(join(folder, 'first.txt'), 'Exercise Amber Lantern 2022 began in the Barents Sea.\n');
	const { discord, library } = await setGrowingStage(folder);
	const ana = discord.actor('Ana');
	let before: string | undefined;
	for (const sample of [
		'chromium.pdf',
		'feed.rss',
		'pandoc.docx',
		'pandoc.html',
		'python.csv',
		'python.eml',
		'python.jsonl',
		'saved-page.html',
		'source/article.md',
	]) {
		const file = basename(sample);
		await copyFile(join(samples, sample), join(folder, file));
		if (before) await rm(join(folder, before));
		before = file;
		const known = async () => (await library.current().library.resolve('Copper Heron 2031')).exercise?.documents ?? [];
		await expect.poll(known, { timeout: 120_000, interval: 200 }).toEqual([expect.stringMatching(new RegExp(`^${file}(?:#1)?$`))]);
		const card = textOf((await ana.slash('drill', { name: 'Copper Heron 2031' })).message);
		expect(card).toContain('Gulf of Riga');
	}
}, 600_000);
