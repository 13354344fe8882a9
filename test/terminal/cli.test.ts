import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';

/** Runs the terminal program as a process of its own. */
async function cli(
	args: readonly string[],
	{ input = '', env = {}, cwd = '.' }: { input?: string; env?: Record<string, string>; cwd?: string } = {},
) {
	const [tsx, program] = ['node_modules/tsx/dist/loader.mjs', 'src/cli.ts'].map((file) => pathToFileURL(resolve(file)));
	const options = { cwd, env: { PATH: process.env['PATH'] ?? '', ...env } };
	const child = spawn(process.execPath, ['--import', `${tsx}`, fileURLToPath(`${program}`), ...args], options);
	let out = '';
	let err = '';
	child.stdout.on('data', (data: Buffer) => {
		out += data.toString();
	});
	child.stderr.on('data', (data: Buffer) => {
		err += data.toString();
	});
	child.stdin.end(input);
	const [code] = await once(child, 'close');
	return { code: z.number().parse(code), out, err };
}

const quote = z.strictObject({ document: z.string(), paragraph: z.int().min(1), start: z.int(), end: z.int(), text: z.string() });
const claim = z.looseObject({ value: z.string(), text: z.string(), quote, basis: z.string() });
const claims = z.array(claim);
const record = z.strictObject({
	id: z.string(),
	name: z.string(),
	series: z.string().nullable(),
	year: z.int().nullable(),
	kind: z.string(),
	documents: z.array(z.string()),
	names: claims,
	status: claims,
	dates: z.array(claim.extend({ from: z.string().nullable(), to: z.string().nullable(), precision: z.string() })),
	locations: z.array(claim.extend({ lat: z.number().nullable(), lon: z.number().nullable(), placeId: z.string().nullable() })),
	participants: claims,
	observers: claims,
	forces: claims,
	organiser: claims,
	aims: claims,
	activities: claims,
	scale: claims,
	ordinal: claims,
	reactions: claims,
	related: z.array(claim.extend({ id: z.string(), relation: z.string() })),
	disagreements: claims,
});
const shapes = {
	ask: z.strictObject({
		question: z.string(),
		answered: z.boolean(),
		confidence: z.number().min(0).max(1),
		answer: z.string().nullable(),
		quotes: z.array(quote.extend({ highlights: z.array(z.tuple([z.int(), z.int()])) })),
		exercise: z.string().nullable(),
		reason: z.string().nullable(),
	}),
	search: z.strictObject({ query: z.string(), hits: z.array(quote.omit({ text: true }).extend({ score: z.number() })) }),
	drill: z.strictObject({
		query: z.string(),
		match: z.enum(['exact', 'alias', 'fuzzy', 'none', 'ambiguous']),
		exercise: record.nullable(),
		suggestions: z.array(z.strictObject({ id: z.string(), name: z.string() })),
	}),
	drills: z.array(record),
	where: z.strictObject({
		query: z.string(),
		place: z.strictObject({ id: z.string(), name: z.string(), lat: z.number(), lon: z.number(), kind: z.string() }).nullable(),
		exercises: z.array(z.strictObject({ id: z.string(), name: z.string(), quotes: z.array(quote) })),
		passages: z.array(quote),
	}),
	sources: z.array(z.looseObject({ document: z.string(), title: z.string(), text: z.string() })),
	timeline: z.array(z.looseObject({ id: z.string(), name: z.string(), from: z.string().nullable(), to: z.string().nullable() })),
};

describe('the terminal contract', () => {
	it.each([
		['ask', ['who hosted vostok 2022']],
		['search', ['--top', '3', 'sea of japan']],
		['drill', ['North-Interaction-2023']],
		['drills', []],
		['where', ['Sea of Okhotsk']],
		['sources', ['--text']],
		['timeline', []],
	] as const)('%s prints one JSON value of its shape, and nothing else', async (command, args) => {
		const { code, out } = await cli([command, '--json', ...args]);
		expect(code).toBe(0);
		expect(out.trim().split('\n')).toHaveLength(1);
		shapes[command].parse(JSON.parse(out));
	});

	it('answers a batch line by line, in order', async () => {
		const { out } = await cli(['ask', '--json', '--batch'], { input: 'who hosted vostok 2022\n\nwhat is the capital of France\n' });
		const answers = out
			.trim()
			.split('\n')
			.map((line) => shapes.ask.parse(JSON.parse(line)));
		expect(answers.map(({ question, answered }) => [question, answered])).toEqual([
			['who hosted vostok 2022', true],
			['', false],
			['what is the capital of France', false],
		]);
		expect(answers[0]?.quotes[0]).toMatchObject({ document: '001_895bc82cc7913470.txt', paragraph: 12 });
	});

	it('says a question again as it was typed', async () => {
		const { out } = await cli(['ask', '--json', 'How many soliders were at Vostok 2022?']);
		expect(shapes.ask.parse(JSON.parse(out)).question).toBe('How many soliders were at Vostok 2022?');
	});

	it('quotes what stands at its offsets in the text that `sources --text` prints', async () => {
		const [{ out: sources }, { out: answer }] = await Promise.all([
			cli(['sources', '--json', '--text']),
			cli(['ask', '--json', 'who hosted vostok 2022']),
		]);
		const texts = new Map(shapes.sources.parse(JSON.parse(sources)).map(({ document, text }) => [document, text]));
		const { quotes } = shapes.ask.parse(JSON.parse(answer));
		expect(quotes.length).toBeGreaterThan(0);
		for (const { document, start, end, text } of quotes) expect(texts.get(document)?.slice(start, end)).toBe(text);
	});
});

describe('bad input', () => {
	it.each([
		[['frobnicate'], 2, 'There is no command "frobnicate"'],
		[['ask'], 2, '"ask" needs an input'],
		[['search', '--top', 'many', 'x'], 2, '--top takes a whole number'],
		[['ask', '--nonsense', 'x'], 2, '--nonsense'],
		[['ask', '--top', '3', 'x'], 2, 'it is for search'],
		[['drills', '--text'], 2, 'it is for sources'],
		[['drills', 'x'], 2, 'takes no input'],
		[['index', '--watch'], 2, '--watch needs --library'],
		[['ask', '--documents', '/nowhere/at/all', 'x'], 1, 'The documents folder /nowhere/at/all is not there'],
	])('%j exits with %i and one line', async (args, exit, message) => {
		const { code, out, err } = await cli(args);
		expect({ code, out }).toEqual({ code: exit, out: '' });
		expect(err).toContain(message);
		expect(err.trim().split('\n')).toHaveLength(1);
	});

	it('names every variable that is wrong, at once', async () => {
		const { code, err } = await cli(['drills'], { env: { LOCAL_DISCORD_PORT: 'x', ASK_CHANNELS: 'here' } });
		expect(code).toBe(1);
		expect(err).toMatch(/LOCAL_DISCORD_PORT.*ASK_CHANNELS/);
	});
});

describe('a folder of one’s own', () => {
	let folder = '';
	beforeAll(async () => {
		folder = await mkdtemp(join(tmpdir(), 'terminal-'));
		await writeFile(join(folder, 'good.txt'), 'Exercise Copper Lantern 2031 took place in the Baltic Sea in May 2031.');
		await writeFile(join(folder, 'bad.txt'), Uint8Array.of(0xff, 0xfe, 0x41));
		await writeFile(join(folder, 'scan.pdf'), '%PDF');
	});
	afterAll(() => rm(folder, { recursive: true }));

	it('is answered from, and its bad file is named on standard error', async () => {
		const { out, err } = await cli(['drill', '--documents', folder, '--json', 'copper lantern 2031']);
		expect(shapes.drill.parse(JSON.parse(out)).exercise?.name).toContain('Copper Lantern 2031');
		const told = err.split('\n').filter((line) => line !== '' && !line.startsWith('Reading '));
		expect(told).toEqual(['bad.txt is not UTF-8 text: save it as UTF-8; it is left out.', 'scan.pdf is no PDF; it is left out.']);
	});

	it('is indexed once, and again only when it has changed', async () => {
		const env = { INDEX_FILE: join(folder, 'kept', 'index.json') };
		expect((await cli(['index', '--documents', folder], { env })).err).toContain('passages of 1 documents are indexed');
		const again = await cli(['index', '--documents', folder, '--json'], { env });
		expect(again.err).toContain('up to date');
		expect(JSON.parse(again.out)).toEqual({ file: env.INDEX_FILE, documents: 1, passages: 1, exercises: 1, upToDate: true });
		expect(await readFile(env.INDEX_FILE, 'utf8')).toContain('copper');
		await writeFile(join(folder, 'more.txt'), 'Another text.');
		expect((await cli(['index', '--documents', folder], { env })).err).toContain('of 2 documents are indexed');
	});
});

describe('files of one’s own', () => {
	let folder = '';
	beforeAll(async () => {
		folder = await mkdtemp(join(tmpdir(), 'own-'));
		await mkdir(join(folder, 'documents'));
		await writeFile(join(folder, 'documents', 'one.txt'), 'The Zyxwv Umbrella 2031 drill was held in Zyxwv Cove in May 2031.');
		await writeFile(
			join(folder, 'places.json'),
			JSON.stringify({ places: [{ id: 'zyxwv-cove', kind: 'bay', name: 'Zyxwv Cove', lat: 10, lon: 20, radiusKm: 5 }] }),
		);
		await writeFile(
			join(folder, 'series.json'),
			JSON.stringify([{ id: 'zyxwv-umbrella', name: 'Zyxwv Umbrella', aliases: ['Zyxwv Parasol'] }]),
		);
		await writeFile(join(folder, 'bad.json'), '[{"id":"BAD ID"}]');
	});
	afterAll(() => rm(folder, { recursive: true }));
	const documents = () => ['--documents', join(folder, 'documents')];

	it('add a place and a series', async () => {
		const env = { PLACES_FILE: join(folder, 'places.json'), SERIES_FILE: join(folder, 'series.json') };
		const { out: where } = await cli(['where', '--json', ...documents(), 'Zyxwv Cove'], { env });
		expect(shapes.where.parse(JSON.parse(where))).toMatchObject({
			place: { id: 'zyxwv-cove' },
			exercises: [{ name: 'Zyxwv Umbrella 2031' }],
		});
		const { out: drill } = await cli(['drill', '--json', ...documents(), 'zyxwv parasol 2031'], { env });
		expect(shapes.drill.parse(JSON.parse(drill)).exercise?.series).toBe('zyxwv-umbrella');
	});

	it('are found where only .env names them', async () => {
		const cwd = join(folder, 'with-env');
		await mkdir(cwd);
		await writeFile(join(cwd, '.env'), 'PLACES_FILE=../places.json\nSERIES_FILE=../series.json\nDOCUMENTS_DIR=../documents\n');
		const { out: where } = await cli(['where', '--json', 'Zyxwv Cove'], { cwd });
		expect(shapes.where.parse(JSON.parse(where))).toMatchObject({
			place: { id: 'zyxwv-cove' },
			exercises: [{ name: 'Zyxwv Umbrella 2031' }],
		});
		const { out: drill } = await cli(['drill', '--json', 'zyxwv parasol 2031'], { cwd });
		expect(shapes.drill.parse(JSON.parse(drill)).exercise?.series).toBe('zyxwv-umbrella');
	});

	it('are in the saved index too, which is made anew when they change', async () => {
		const env = { PLACES_FILE: join(folder, 'bay.json'), INDEX_FILE: join(folder, 'index.json') };
		const bay = (lat: number) =>
			JSON.stringify({ places: [{ id: 'zyxwv-cove', kind: 'bay', name: 'Zyxwv Cove', lat, lon: 20, radiusKm: 5 }] });
		await writeFile(env.PLACES_FILE, bay(10));
		await cli(['index', ...documents()], { env });
		expect((await cli(['index', ...documents()], { env })).err).toContain('up to date');
		await writeFile(env.PLACES_FILE, bay(11));
		expect((await cli(['index', ...documents()], { env })).err).toContain('are indexed');
		const { out } = await cli(['drill', '--json', ...documents(), 'Zyxwv Umbrella 2031'], { env });
		expect(shapes.drill.parse(JSON.parse(out)).exercise?.locations).toMatchObject([{ placeId: 'zyxwv-cove', lat: 11 }]);
	});

	it.each(['PLACES_FILE', 'SERIES_FILE'])('named by %s: one that is not valid is named in one line', async (variable) => {
		const { code, out, err } = await cli(['drills', ...documents()], { env: { [variable]: join(folder, 'bad.json') } });
		expect({ code, out }).toEqual({ code: 1, out: '' });
		expect(err.trim().split('\n')).toHaveLength(1);
		expect(err).toContain('bad.json');
	});
});

it.each(['-h', '--help'])('%s explains every command', async (flag) => {
	const { code, out } = await cli([flag]);
	expect(code).toBe(0);
	for (const command of ['ask', 'search', 'drill', 'drills', 'where', 'sources', 'timeline', 'index']) expect(out).toContain(command);
});

it('prints for people without colour where there is no terminal', async () => {
	const { out } = await cli(['ask', 'who hosted vostok 2022']);
	expect(out).toContain('Russian-hosted');
	expect(out).toContain('001_895bc82cc7913470.txt ¶ 12');
	expect(out).not.toContain('\u001B');
});

it('names the files that are not read on standard error', async () => {
	const documents = await mkdtemp(join(tmpdir(), 'drillbook-'));
	await writeFile(join(documents, 'article.txt'), 'Exercise Amber Wolf 2031 was held in Finland.\n');
	await writeFile(join(documents, 'slides.key'), 'not a kind that is read');
	const { code, out, err } = await cli(['sources', '--json', '--documents', documents]);
	await rm(documents, { recursive: true });
	expect(code).toBe(0);
	expect(
		z
			.array(z.looseObject({ document: z.string() }))
			.parse(JSON.parse(out))
			.map(({ document }) => document),
	).toEqual(['article.txt']);
	expect(err).toContain('slides.key is of a kind that is not read');
});
