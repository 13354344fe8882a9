import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../../src/answers/answer.js';
import { answerQuestion } from '../../src/answers/answer-question.js';
import type { Library } from '../../src/library.js';
import { openLibrary } from '../../src/memory-library.js';

/** Short articles in the manner of the press, in which much is disputed, put off or only asked. */
const articles = {
	'amber.txt': [
		'Amber Wolf ends off Karlsborg',
		'Published 12 June 2031',
		'Warships from 11 countries took part in the naval exercise Amber Wolf 2031, which ended off Karlsborg on Tuesday after five days. Thirty-two countries had been asked to come.',
		'An analyst, Rohan Mehta, disputed the number, saying that only eight navies had sent ships. The Swedish navy rejected the claim.',
		'Amber Wolf, which is named after a statue, is held every two years. In 2019 the old tanker Petrel was called back from Amber Wolf, when 2,500 people came. Finland protested against it, for it takes place near disputed waters. A sailor of the corvette Skua was arrested in Karlsborg over a brawl.',
	],
	'granite.txt': [
		'What is known about Granite Shield',
		'Published 3 May 2031',
		'Exercise Granite Shield 2031 will be held in Norway from 7 to 19 May 2031. Who leads it? Captain Nils Beck of the Norwegian navy.',
		'It is sponsored by NATO Allied Land Command and run from the Sola training centre.',
		'Its live-fire finale at Rena was called off. Moscow says that 12,000 troops are taking part in Granite Shield 2031, a figure that Oslo calls invented. Some 5,200 soldiers are involved in it, the Norwegian army said.',
	],
	'copper.txt': [
		'Copper Lark denied',
		'Published 9 October 2030',
		'Latvia on Tuesday denied that a missile fired during the Copper Lark 2030 exercise had come down in Estonia. Copper Lark 2030, which Latvia and Lithuania hold every year, began on 2 October 2030 in Latvia.',
	],
	'pine.txt': [
		'NATO postpones Pine Harbour over airspace dispute',
		'Published 3 March 2032',
		'NATO has postponed Exercise Pine Harbour 2032 by six weeks, the alliance said on Tuesday. The exercise had been due to begin on 16 March in Hungary.',
		'About 7,400 troops are to take part, including a Polish armoured brigade. Austria, which is not an ally, will send observers. Serbia was invited but declined.',
		"Russia's foreign ministry called the manoeuvres provocative. Opposition lawmakers in Budapest want the exercise cancelled altogether.",
	],
} as const;

let folder: string;
let library: Library;
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'drillbook-'));
	await Promise.all(Object.entries(articles).map(([file, lines]) => writeFile(join(folder, file), `${lines.join('\n\n')}\n`)));
	({ library } = await openLibrary({ documents: folder }));
});
afterAll(() => rm(folder, { recursive: true }));

const ask = (question: string): Promise<Answer> => answerQuestion(library, question);
const sides = ({ evidence }: Answer): (number | undefined)[] => evidence.map(({ side }) => side);
const quotes = ({ evidence }: Answer): string => evidence.map(({ quote }) => quote.text).join(' | ');
const marked = ({ evidence }: Answer): string[] =>
	evidence.flatMap(({ quote, highlights }) => highlights.map(({ start, end }) => quote.text.slice(start - quote.start, end - quote.start)));

describe('two sides', () => {
	it('are of one matter: a denial of anything else in the article is none, nor is what is in dispute', async () => {
		for (const question of [
			'how often is amber wolf held',
			'who was arrested in amber wolf',
			'what is amber wolf named after',
			'when did copper lark 2030 begin',
		])
			expect(sides(await ask(question)), question).not.toContain(1);
	});

	it('stand together where one denies the other, or calls its figure untrue', async () => {
		const disputed = await ask('how many troops are taking part in granite shield 2031');
		expect(sides(disputed)).toContain(2);
		expect(disputed.answer).toBeNull();
		expect(marked(disputed)).not.toContain('12,000');
	});
});

describe('a question for exercises', () => {
	const named = async (question: string): Promise<readonly string[]> => {
		const { reason } = await ask(question);
		return reason?.why === 'a list' ? reason.names.map((name) => name.replace(/\s\d+$/, '')).sort() : [];
	};

	it('is answered by the catalogue with those that fit, in whatever words it is put', async () => {
		for (const question of ['which drills were in 2031', 'drills in 2031', 'what exercises were held in 2031'])
			expect(await named(question), question).toEqual(['Amber Wolf', 'Granite Shield']);
		expect(await named('which exercises has latvia taken part in')).toEqual(['Copper Lark']);
		expect(await named('exercises in may')).toEqual(['Granite Shield']);
		expect(await named('any drills in norway')).toEqual(['Granite Shield']);
	});

	it('is answered with no others: neither with all, nor with a sentence on one of them', async () => {
		for (const question of ['which exercises were cancelled', 'drills in 2019', 'which exercises had live fire'])
			expect((await ask(question)).reason?.why, question).not.toBe('a list');
		expect(await ask('drills in 2019')).toMatchObject({ answered: false, answer: null });
	});
});

describe('an edition', () => {
	it('is told of where the one year of a sentence is its own, and is not of another', async () => {
		expect(quotes(await ask('which tanker was called back from amber wolf 2019'))).toMatch(/^In 2019 the old tanker/);
		expect(quotes(await ask('which tanker was called back from amber wolf 2031'))).not.toContain('Petrel');
	});
});

describe('two names and no more', () => {
	it.each([
		'amber wolf 2031 / granite shield 2031',
		'granite shield 2031 and amber wolf 2031',
	])('are to be compared: %s', async (question) => expect((await ask(question)).reason?.why).toBe('a comparison'));
});

describe('a card', () => {
	const cardOf = async (name: string) => (await library.resolve(name)).exercise;

	it('does not take what is put off for held, nor by how much for how long', async () => {
		const card = await cardOf('Pine Harbour 2032');
		expect(card?.status.map(({ value }) => value)).toEqual(['postponed']);
		expect(card?.dates.map(({ text }) => text)).not.toContain('six weeks');
	});

	it('is not of the place of something that is said to have happened beside it', async () => {
		const places = (await cardOf('Copper Lark 2030'))?.locations.map(({ value }) => value);
		expect(places).toContain('Latvia');
		expect(places).not.toContain('Estonia');
	});

	it('is of no exercise of which nothing is told', async () => {
		for (const {
			named,
			dates,
			locations,
			participants,
			scale,
			forces,
			aims,
			activities,
			organiser,
			observers,
		} of await library.exercises())
			expect(
				named ||
					[dates, locations, participants, scale, forces, aims, activities, organiser, observers].some((claims) => claims.length > 0),
			).toBe(true);
	});
});

describe('what a country does', () => {
	it('is told where it stays away or only watches, though the record of those that take part lacks it', async () => {
		expect(await ask('does austria take part in pine harbour 2032')).toMatchObject({ answered: true, answer: null });
		expect(quotes(await ask('does austria take part in pine harbour 2032'))).toMatch(/^Austria/);
		expect((await ask('did spain take part in pine harbour 2032')).answered).toBe(false);
	});

	it('says through an office of its own is its word, and of its seat that of the country', async () => {
		for (const question of ['what did russia say about pine harbour 2032', 'what did moscow say about pine harbour 2032'])
			expect(quotes(await ask(question)), question).toMatch(/^Russia's foreign ministry called/);
	});

	it('suffers or writes is not told by what others do', async () => {
		expect((await ask('how many soldiers died in pine harbour 2032')).answered).toBe(false);
		expect((await ask('who wrote about granite shield 2031')).answered).toBe(false);
		expect((await ask('who shadowed granite shield 2031')).answered).toBe(false);
	});
});

describe('words in bold', () => {
	it('are the whole of a number, and who without what else is done', async () => {
		expect((await ask('how many countries had been asked to come to amber wolf 2031')).answer).toMatch(/^thirty-two/i);
		expect((await ask('who sponsors granite shield 2031')).answer).toBe('NATO Allied Land Command');
	});

	it('are not where something was called off, nor words of a question that the article asks', async () => {
		const finale = await ask('where was the live-fire finale of granite shield held');
		expect(finale).toMatchObject({ answered: true, answer: null });
		const leader = await ask('who leads granite shield 2031');
		expect(leader.evidence.map(({ quote }) => quote.text)).not.toContain('Who leads it?');
		expect(marked(leader)).not.toContain('Who');
	});
});
