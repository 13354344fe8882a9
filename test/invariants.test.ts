import { mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import ask from '../commands/ask.js';
import drill from '../commands/drill.js';
import source from '../commands/source.js';
import where from '../commands/where.js';
import { answerQuestion } from '../src/answers/answer-question.js';
import type { Document } from '../src/corpus/document.js';
import { loadCorpus } from '../src/corpus/load.js';
import type { Claim, Exercise } from '../src/exercises/exercise.js';
import type { Library } from '../src/library.js';
import { libraryOf } from '../src/memory-library.js';
import { createPictures } from '../src/pictures/pictures.js';
import { claimsOf } from '../src/replies/claims.js';
import { exerciseKey } from '../src/replies/custom-id.js';
import type { Reply } from '../src/replies/reply.js';
import { ENGLISH as words } from '../src/replies/words.js';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

interface Shelf {
	readonly library: Library;
	readonly documents: readonly Document[];
}

const pictures = createPictures();
let folder = '';
let seeds: Shelf;
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'invariants-'));
	seeds = await shelfOf('seeds');
});
afterAll(async () => {
	await pictures.close();
	await rm(folder, { recursive: true });
});

async function shelfOf(path: string): Promise<Shelf> {
	const { documents } = await loadCorpus(path);
	return { documents, library: await libraryOf(documents) };
}

/** A library over a few texts, by file name. */
async function shelfWith(texts: Readonly<Record<string, string>>): Promise<Shelf> {
	const path = await mkdtemp(join(folder, 'documents-'));
	for (const [file, text] of Object.entries(texts)) await writeFile(join(path, file), text);
	return shelfOf(path);
}

const asked = ({ library }: Shelf) => ({ library, words, pictures });
const askedOf = (shelf: Shelf, question: string) => ask.answer({ ...asked(shelf), options: { question } });

/** Every page of a card: what `/drill` answers, and what its button turns to. */
async function cardOf(shelf: Shelf, name: string): Promise<Reply[]> {
	const pages = [await drill.answer({ ...asked(shelf), options: { name } })];
	const of = Number(/ (\d+)$/.exec(pages[0]?.embeds.at(-1)?.footer?.text ?? '')?.[1] ?? 1);
	const { id: exercise } = (await shelf.library.exercise(name)) ?? (await exerciseCalled(shelf, name));
	while (pages.length < of) {
		const state = { to: 'drill.card', how: 'turn', exercise: exerciseKey(exercise), page: pages.length } as const;
		pages.push(await drill.press({ ...asked(shelf), state }));
	}
	return pages;
}

async function exerciseCalled({ library }: Shelf, name: string): Promise<Exercise> {
	const { exercise } = await library.resolve(name);
	if (!exercise) throw new Error(`No exercise is called ${name}`);
	return exercise;
}

/** All that a member reads in replies, without the marks of Markdown. */
function textOf(...replies: readonly Reply[]): string {
	return replies
		.flatMap(({ embeds }) => embeds)
		.flatMap(({ title, description, fields = [] }) => [title, description, ...fields.flatMap(({ name, value }) => [name, value])])
		.filter((part) => part !== undefined)
		.join('\n')
		.replace(/\\([^A-Za-z0-9\s])|\*\*|[\u2066-\u2069\u200b]/g, '$1');
}

/** The quoted lines of replies, without the marks of their sources. */
const quotedLines = (...replies: readonly Reply[]): string[] =>
	textOf(...replies)
		.split('\n')
		.filter((line) => line.startsWith('> '))
		.map((line) => line.slice(2).replace(/ (?:\[\d+\])+(?: \+\d+)?$/, ''));

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

function isSlice(line: string, documents: readonly Document[]): boolean {
	const words = oneLine(line.replace(/^…|…$/g, ''));
	return words !== '' && documents.some(({ text }) => oneLine(text).includes(words));
}

const QUESTIONS = [
	'who hosted vostok 2022',
	'what is the aim of North-Joint 2024?',
	'when did Northern/Interaction-2023 take place?',
	'how many troops took part in vostok 2022',
	'which countries sent ships to the Sea of Japan?',
	'what is the capital of France',
];

/** Replies of every kind over the seeds. */
async function repliesOverSeeds(): Promise<Reply[]> {
	const exercises = await seeds.library.exercises();
	const replies: Reply[] = [];
	for (const question of QUESTIONS) replies.push(await askedOf(seeds, question));
	for (const { id } of exercises) replies.push(...(await cardOf(seeds, id)));
	for (const place of ['Sea of Japan', 'Sea of Okhotsk']) replies.push(await where.answer({ ...asked(seeds), options: { place } }));
	return replies;
}

describe('1. a quote is a contiguous slice of a document', () => {
	it('in every claim of the catalogue and in every line that a reply quotes', async () => {
		const textById = new Map(seeds.documents.map(({ id, text }) => [id, text] as const));
		for (const { quote, span, text } of (await seeds.library.exercises()).flatMap(claimsOf)) {
			expect(textById.get(quote.documentId)?.slice(quote.start, quote.end)).toBe(quote.text);
			expect(textById.get(quote.documentId)?.slice(span.start, span.end)).toBe(text);
		}
		const lines = quotedLines(...(await repliesOverSeeds()));
		expect(lines.length).toBeGreaterThan(50);
		expect(lines.filter((line) => !isSlice(line, seeds.documents))).toEqual([]);
	});

	it('cut at its ends alone where it is too long', async () => {
		const filler = (from: number) => Array.from({ length: 120 }, (_, index) => `filler${from + index}`).join(' ');
		const text = `${filler(0)}, and exercise Cedar Shield 2031 was hosted by Norway, ${filler(500)}.`;
		const shelf = await shelfWith({ 'long.txt': text });
		const lines = quotedLines(...(await cardOf(shelf, 'Cedar Shield 2031')));
		expect(lines.some((line) => line.startsWith('…') && line.endsWith('…') && line.includes('Cedar Shield 2031'))).toBe(true);
		expect(lines.filter((line) => !isSlice(line, shelf.documents))).toEqual([]);
	});
});

describe('2. a reply holds only quotes, fixed labels, and values that stand beside the quote they were read from', () => {
	it('every value was read inside its quote', async () => {
		for (const { quote, span } of (await seeds.library.exercises()).flatMap(claimsOf)) {
			expect(span.start).toBeGreaterThanOrEqual(quote.start);
			expect(span.end).toBeLessThanOrEqual(quote.end);
		}
	});

	it('every field of a card bears marks of sources that the card lists, and has no word from elsewhere', async () => {
		const exercises = await seeds.library.exercises();
		const known = wordsIn([
			JSON.stringify(words),
			...seeds.documents.map(({ text, title, file }) => `${text} ${title} ${file}`),
			...exercises.flatMap((exercise) => [exercise.name, ...claimsOf(exercise).map(({ value }) => value)]),
			...Array.from({ length: 12 }, (_, month) => new Date(2024, month).toLocaleString('en', { month: 'long' })),
			...Array.from({ length: 12 }, (_, month) => new Date(2024, month).toLocaleString('en', { month: 'short' })),
		]);
		for (const { id } of exercises) {
			const pages = await cardOf(seeds, id);
			expect([...wordsIn([textOf(...pages)])].filter((word) => !known.has(word))).toEqual([]);
			// The sources of the first page are the entries of its menu.
			for (const { embeds } of pages.slice(1)) {
				const fields = embeds.flatMap(({ fields: shown = [] }) => shown);
				const isSources = ({ value }: { value: string }) => /^\[\d+\] /.test(value);
				const listed = new Set(fields.filter(isSources).flatMap(({ value }) => value.match(/\[\d+\](?= )/g) ?? []));
				for (const { value } of fields.filter((field) => !isSources(field))) {
					const marks = value.match(/\[\d+\]/g) ?? [];
					expect(marks, value).not.toEqual([]);
					expect(marks.filter((mark) => !listed.has(mark))).toEqual([]);
				}
			}
		}
	});
});

const wordsIn = (texts: readonly string[]): Set<string> => new Set(texts.flatMap((text) => text.toLowerCase().match(/\p{L}{2,}/gu) ?? []));

describe('3. the years of two editions never mix', () => {
	it('an edition that the documents lack is said to be missing, and the one that is there is offered', async () => {
		const answer = await answerQuestion(seeds.library, 'who hosted vostok 2018');
		expect(answer).toMatchObject({ answered: false, answer: null, reason: { why: 'absent year', year: 2018 } });
		const text = textOf(await askedOf(seeds, 'who hosted vostok 2018'));
		expect(text).toContain(words.miss.title);
		expect(text).toMatch(/in 2018\..*Vostok 2022/);
	});

	it('each edition is answered, and described, by its own sentences', async () => {
		const shelf = await shelfWith({
			'a.txt': 'Exercise Cedar Shield 2021 was hosted by Norway. Cedar Shield 2021 was held in Narvik in March 2021.',
			'b.txt': 'Exercise Cedar Shield 2023 was hosted by Finland. Cedar Shield 2023 was held in Turku in June 2023.',
		});
		for (const [year, own, other] of [
			[2021, 'Norway', 'Finland'],
			[2023, 'Finland', 'Norway'],
		]) {
			const lines = quotedLines(await askedOf(shelf, `who hosted cedar shield ${year}`)).join('\n');
			expect(lines).toContain(own);
			expect(lines).not.toContain(other);
			expect(quotedLines(...(await cardOf(shelf, `cedar shield ${year}`))).join('\n')).not.toContain(other);
		}
		expect(await answerQuestion(shelf.library, 'who hosted cedar shield 2022')).toMatchObject({ answered: false });
	});
});

describe('4. a date is computed only from a publication date that the document states', () => {
	const sentence = 'Exercise Cedar Shield 2024 will be held in the Sea of Japan later this month.';

	it('without one the phrase is shown as printed, whatever the file’s own date', async () => {
		const path = await mkdtemp(join(folder, 'dated-'));
		await writeFile(join(path, 'a.txt'), sentence);
		await utimes(join(path, 'a.txt'), new Date('2024-09-09'), new Date('2024-09-09'));
		const shelf = await shelfOf(path);
		const { dates } = await exerciseCalled(shelf, 'Cedar Shield 2024');
		const phrases = dates.filter(({ text }) => text === 'later this month');
		expect(phrases).toMatchObject([{ from: null, to: null }]);
		const text = textOf(...(await cardOf(shelf, 'Cedar Shield 2024')));
		expect(text).toContain('“later this month”');
		expect(text).not.toContain('September');
	});

	it('with one it comes to days, and says what from', async () => {
		const shelf = await shelfWith({ 'a.md': `---\npublished: 2024-09-09\n---\n${sentence}` });
		const { dates } = await exerciseCalled(shelf, 'Cedar Shield 2024');
		expect(dates.find(({ text }) => text === 'later this month')).toMatchObject({ to: '2024-09-30', basis: 'from the publication date' });
		expect(textOf(...(await cardOf(shelf, 'Cedar Shield 2024')))).toContain(words.basis['from the publication date']);
	});
});

describe('5. what is about an exercise is not the exercise', () => {
	const article = [
		'Three navies meet in the Baltic Sea',
		'By Ann Writer',
		'On 3 May 2024 the ministry announced exercise Cedar Shield 2024. Cedar Shield 2024 will be held from 10 to 14 June 2024 in the Baltic Sea.',
		'Ships of Finland and Sweden take part in Cedar Shield 2024. A Norwegian frigate shadowed the ships during Cedar Shield 2024.',
		'Read more: Poland joins Cedar Shield 2024',
		'The ships will train to hunt submarines in Cedar Shield 2024.',
	].join('\n\n');

	it('neither the day of the announcement, nor who watches', async () => {
		const exercise = await exerciseCalled(await shelfWith({ 'a.txt': article }), 'Cedar Shield 2024');
		expect(exercise.dates.map(({ from, to }) => [from, to])).toEqual([['2024-06-10', '2024-06-14']]);
		const values = (claims: readonly Claim[]) => claims.map(({ value }) => value).sort();
		expect(values(exercise.participants)).toEqual(['Finland', 'Sweden']);
		expect(values(exercise.observers)).toEqual(['Norway']);
	});

	it('nor a link line or a by-line, which are labelled where they are shown', async () => {
		const shelf = await shelfWith({ 'a.txt': article });
		const kinds = new Map(
			shelf.documents.flatMap(({ text, paragraphs }) => paragraphs.map(({ start, end, kind }) => [text.slice(start, end), kind])),
		);
		expect(kinds.get('Read more: Poland joins Cedar Shield 2024')).toBe('link');
		expect(kinds.get('By Ann Writer')).toBe('byline');
		const paragraph = 1 + [...kinds.keys()].indexOf('Read more: Poland joins Cedar Shield 2024');
		const shown = textOf(await source.answer({ ...asked(shelf), options: { document: 'a.txt', paragraph } }));
		expect(shown).toContain('Poland joins');
		expect(shown).toContain(words.kind.link);
	});
});

describe('6. where documents disagree both sides are shown, and names are merged only on evidence', () => {
	it('both sides stand on the card, each with its own source', async () => {
		const shelf = await shelfWith({
			'a.txt': 'Exercise Cedar Shield 2024 was held from 10 to 14 June 2024 in the Baltic Sea.',
			'b.txt': 'Exercise Cedar Shield 2024 was held from 20 to 24 June 2024 in the Baltic Sea.',
		});
		const { disagreements } = await exerciseCalled(shelf, 'Cedar Shield 2024');
		const [dates] = disagreements.filter(({ field }) => field === 'dates');
		const sides = dates ? [dates, ...dates.against] : [];
		expect(sides.map(({ quote }) => quote.document).sort()).toEqual(['a.txt', 'b.txt']);
		const [, shown = ''] = textOf(...(await cardOf(shelf, 'Cedar Shield 2024'))).split(words.field.disagreements);
		expect(shown).toMatch(/10 to 14 June.*\[1\][\s\S]*20 to 24 June.*\[2\]/);
	});

	it('likeness of time and place merges nothing', async () => {
		const shelf = await shelfWith({
			'a.txt': 'Exercise Cedar Shield 2024 was held from 10 to 14 June 2024 in the Baltic Sea.',
			'b.txt': 'Exercise Amber Lance 2024 was held from 10 to 14 June 2024 in the Baltic Sea.',
		});
		expect((await shelf.library.exercises()).map(({ name }) => name).sort()).toEqual(['Amber Lance 2024', 'Cedar Shield 2024']);
	});

	it('a merge by the series list says so', async () => {
		const shelf = await shelfWith({
			'a.txt': 'Exercise Northern/Interaction-2023 was held in July 2023.',
			'b.txt': 'Exercise North-Joint 2023 was held in July 2023.',
		});
		const exercises = await shelf.library.exercises();
		expect(exercises.map(({ documents }) => documents)).toEqual([['a.txt', 'b.txt']]);
		expect(textOf(...(await cardOf(shelf, 'North-Joint 2023')))).toContain(words.basis['from the series list']);
	});
});

it('7. the same documents give the same ids, whatever their order', async () => {
	const turned = await libraryOf(seeds.documents.toReversed());
	const ids = async (library: Library) => ({
		exercises: (await library.exercises()).map(({ id }) => id),
		documents: (await library.documents()).map(({ id, file }) => `${file} ${id}`).sort(),
	});
	expect(await ids(turned)).toEqual(await ids(seeds.library));
	const fewer = await libraryOf(seeds.documents.slice(1));
	const all = new Set((await ids(seeds.library)).documents);
	expect((await ids(fewer)).documents.filter((id) => !all.has(id))).toEqual([]);
});
