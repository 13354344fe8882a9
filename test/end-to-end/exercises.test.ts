import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { MessageFlags } from 'discord.js';
import { describe, expect, it } from 'vitest';
import type { PageMessage } from '../../src/local-discord/server.js';
import { buttonOf, buttonsOf, menuOf, quotesIn, setStage, textOf } from './stage.js';

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47]);

function sent(message: PageMessage | undefined): PageMessage {
	if (!message) throw new Error('There is no message');
	return message;
}

function hasPicture({ embeds }: PageMessage): boolean {
	return embeds[0]?.image !== undefined;
}

/** Every mark in a message stands in its list of sources, and every source is marked. */
function expectMarksMatchSources(message: PageMessage) {
	const lines = textOf(message).split('\n');
	const isSource = (line: string) => /^\[\d+\] .* · ¶ \d+ · /.test(line);
	const marksIn = (text: readonly string[]) => [...new Set(text.flatMap((line) => line.match(/(?<!\\)\[\d+\]/g) ?? []))].sort();
	const listed = marksIn(lines.filter(isSource));
	expect(listed.length).toBeGreaterThan(0);
	expect(marksIn(lines.filter((line) => !isSource(line)))).toEqual(listed);
}

/** The first page of a card has its sources behind its menu: an entry for every mark, and none without. */
function expectMarksMatchMenu(message: PageMessage) {
	const marks = new Set(textOf(message).match(/(?<!\\)\[\d+\]/g) ?? []);
	const listed = menuOf(message, 'context').options.map(({ label }) => label.split(' ')[0] ?? '');
	expect(marks.size).toBeGreaterThan(0);
	expect([...marks].sort()).toEqual(listed.sort());
}

describe('/drill', () => {
	it('shows a card whose marks match its sources, then its map', async () => {
		const { discord } = await setStage();
		const reply = await discord.actor('Ana').slash('drill', { name: 'North-Interaction-2023' });
		expect(reply.acknowledgedAs).toBe('message');
		const card = sent(reply.message);
		expect(card.embeds[0]?.title).toMatch(/Interaction/);
		expect(textOf(card)).toContain('Sea of Japan');
		expect(textOf(card)).toMatch(/China/);
		expect(textOf(card)).toMatch(/\*\*held\*\* \[\d+\].* · Sea of Japan (?:\[\d+\])+.* · China (?:\[\d+\])+, Russia/);
		expectMarksMatchMenu(card);
		const { embeds } = await reply.until(hasPicture, 15_000);
		expect(embeds[0]?.image).toMatchObject({ description: expect.stringContaining('Sea of Japan') });
		const png = Buffer.from(await (await fetch(embeds[0]?.image?.url ?? '')).arrayBuffer());
		expect(png.subarray(0, 4)).toEqual(PNG);
		expect(textOf(reply.message)).toBe(textOf(card));
	});

	it('suggests names, and opens the one that is chosen', async () => {
		const { discord } = await setStage();
		const ana = discord.actor('Ana');
		const [choice] = await ana.autocomplete('drill', 'name', 'north-joint 24');
		expect(choice?.name).toMatch(/2024/);
		expect(await ana.autocomplete('drill', 'name', '')).not.toEqual([]);
		const reply = await ana.slash('drill', { name: String(choice?.value) });
		expect(reply.message?.embeds[0]?.title).toBe(choice?.name);
	});

	it('turns to the quotes and back for the one who asked; another member turns pages for themselves', async () => {
		const { discord } = await setStage();
		const ana = discord.actor('Ana');
		const card = sent((await ana.slash('drill', { name: 'North-Interaction-2023' })).message);
		let shown = card;
		while (quotesIn(shown).length < 4) {
			const turned = await ana.press(shown, buttonOf(shown, /Next/));
			expect(turned.acknowledgedAs).toBe('update');
			shown = sent(turned.message);
			expect(shown.id).toBe(card.id);
			expectMarksMatchSources(shown);
		}
		while (!buttonsOf(shown).some(({ label, disabled }) => disabled && label.includes('Previous'))) {
			shown = sent((await ana.press(shown, buttonOf(shown, /Previous/))).message);
		}
		expect(textOf(shown)).toBe(textOf(card));
		const bo = discord.actor('Bo');
		const own = sent((await bo.press(shown, buttonOf(shown, /Next/))).message);
		expect([own.id === card.id, own.flags]).toEqual([false, MessageFlags.Ephemeral]);
		const further = await bo.press(own, buttonOf(own, /Next/));
		expect([further.acknowledgedAs, sent(further.message).id]).toEqual(['update', own.id]);
		expect(textOf(ana.messages(discord.channelIds.general).find(({ id }) => id === card.id))).toBe(textOf(card));
	});

	it('shows a quote in its context, to the one who asked for it', async () => {
		const { discord } = await setStage();
		const ana = discord.actor('Ana');
		const card = sent((await ana.slash('drill', { name: 'North-Interaction-2023' })).message);
		const { customId, options } = menuOf(card, 'context');
		const context = await ana.select(card, customId, [options[0]?.value ?? '']);
		expect(context.message?.flags).toBe(MessageFlags.Ephemeral);
		expect(textOf(context.message)).toMatch(/▸ ¶ \d+/);
		expect(textOf(context.message)).toContain('**');
	});

	it('leads to related exercises and other editions', async () => {
		const { discord } = await setStage();
		const ana = discord.actor('Ana');
		const card = sent((await ana.slash('drill', { name: 'North-Interaction-2023' })).message);
		const { customId, options } = menuOf(card, 'related');
		const other = await ana.select(card, customId, [options[0]?.value ?? '']);
		expect(other.message?.embeds[0]?.title).toBe(options[0]?.label);
		expect(other.message?.flags).toBe(MessageFlags.Ephemeral);
	});

	it('never answers with another year: it says so and offers what there is', async () => {
		const { discord } = await setStage();
		const ana = discord.actor('Ana');
		const reply = await ana.slash('drill', { name: 'vostok 2018' });
		expect(textOf(reply.message)).toContain('No document names vostok in 2018');
		expect(reply.message?.flags).toBe(MessageFlags.Ephemeral);
		const { customId, options } = menuOf(reply.message, 'choice');
		expect(options.map(({ label }) => label)).toEqual(['Vostok 2022']);
		const chosen = await ana.select(sent(reply.message), customId, [options[0]?.value ?? '']);
		expect(chosen.message?.embeds[0]?.title).toBe('Vostok 2022');
	});

	it('offers a choice for a name that is not there', async () => {
		const { discord } = await setStage();
		const ana = discord.actor('Ana');
		const reply = await ana.slash('drill', { name: 'Grand Parade' });
		expect(textOf(reply.message)).toContain('No exercise in the documents is called Grand Parade');
		expect(menuOf(reply.message, 'choice').options.map(({ label }) => label)).toContain('Vostok 2022');
		const near = (await ana.slash('drill', { name: 'north' })).message;
		expect(textOf(near)).toContain('No exercise in the documents is called north. The nearest names:');
		expect(menuOf(near, 'choice').options.map(({ label }) => label)).toEqual(['North-Joint 2024', 'North/Interaction-2023']);
	});

	it('never shows another exercise unsaid for a name that is only like its own', async () => {
		const { discord } = await setStage();
		const ana = discord.actor('Ana');
		const said = 'No exercise in the documents is called vostock 2022. The nearest names: Vostok 2022';
		const card = await ana.slash('drill', { name: 'vostock 2022' });
		expect(card.message?.embeds[0]?.title).toBe('Vostok 2022');
		expect(card.message?.embeds[0]?.description?.split('\n')[0]).toBe(said);
		const compared = await ana.slash('compare', { a: 'vostock 2022', b: 'Ocean-2024' });
		expect(compared.message?.embeds[0]?.description?.split('\n')[0]).toBe(said);
		// What no document names has no name to be like.
		for (const [command, options] of [
			['drill', { name: 'pacific drills' }],
			['compare', { a: 'Vostok 2022', b: 'pacific drills' }],
			['watch add', { topic: 'pacific drills' }],
		] as const) {
			const { message } = await ana.slash(command, options);
			expect(textOf(message), command).toMatch(/^No exercise.* called pacific drills.* The nearest names:/);
			expect(menuOf(message, 'choice').options.map(({ label }) => label)).toEqual(['Joint patrolling, Pacific Ocean']);
		}
	});

	it('exports the record in three formats, each value with its source', async () => {
		const { discord } = await setStage();
		const ana = discord.actor('Ana');
		const card = sent((await ana.slash('drill', { name: 'Vostok 2022' })).message);
		const files = sent((await ana.press(card, buttonOf(card, 'Export'))).message);
		expect(files.attachments.map(({ filename }) => filename)).toEqual(['Vostok-2022.md', 'Vostok-2022.csv', 'Vostok-2022.json']);
		const [markdown, csv, json] = await Promise.all(files.attachments.map(async ({ url }) => (await fetch(url)).text()));
		expect(markdown).toContain('> In September, the PLA sent a flotilla');
		expect(csv).toContain('field,value,text,basis,document,paragraph,start,end,quote');
		expect(JSON.parse(json ?? '')).toMatchObject({ id: 'vostok-2022', names: [{ quote: { document: '001_895bc82cc7913470.txt' } }] });
	});

	it('gives its sources to be copied, a line each', async () => {
		const { discord } = await setStage();
		const ana = discord.actor('Ana');
		const card = sent((await ana.slash('drill', { name: 'North-Joint 2024' })).message);
		const cited = sent((await ana.press(card, buttonOf(card, 'Cite'))).message);
		expect(cited.flags).toBe(MessageFlags.Ephemeral);
		const lines = textOf(cited).match(/(?<=```\n).+(?=\n```)/g) ?? [];
		expect(lines).toHaveLength(menuOf(card, 'context').options.length);
		expect(lines.join('\n')).toMatch(/^“.+” \(September 9, 2024, “China and Russia to conduct .+”, ¶ \d+\)$/m);
	});

	it('keeps a report of a wrong answer for those who run the bot, and thanks in private', async () => {
		const { discord, reports, documents, reload } = await setStage();
		const ana = discord.actor('Ana');
		const answer = sent((await ana.slash('ask', { question: 'who hosted vostok 2022' })).message);
		const card = sent((await ana.slash('drill', { name: 'Vostok 2022' })).message);
		const asked = ana.say(discord.channelIds.general, '@Drillbook what did stoltenberg say');
		const said = await ana.waitForMessage(({ message_reference: reference }) => reference?.message_id === asked.id);
		for (const message of [answer, card, said]) {
			const thanks = sent((await ana.press(message, buttonOf(message, 'Report a wrong answer'))).message);
			expect(thanks.flags).toBe(MessageFlags.Ephemeral);
			expect(textOf(thanks)).toContain('Thank you');
		}
		const lines = (await readFile(reports, 'utf8')).trim().split('\n');
		expect(lines.map((line) => JSON.parse(line))).toMatchObject([
			{
				question: expect.stringContaining('who hosted vostok 2022'),
				exercise: 'vostok-2022',
				quote: { document: '001_895bc82cc7913470.txt', paragraph: 12 },
				where: { channel: discord.channelIds.general, message: answer.id },
			},
			{ question: expect.stringContaining('/drill'), exercise: 'vostok-2022', quote: null, where: { message: card.id } },
			{ question: 'what did stoltenberg say', quote: { document: '002_6117c7bdae2dcbf0.txt', paragraph: 11 } },
		]);

		// Pressed again it is the same report; and of a document that has changed no other words are reported.
		const report = buttonOf(said, 'Report a wrong answer');
		await ana.press(said, report);
		const file = join(documents, '002_6117c7bdae2dcbf0.txt');
		await writeFile(file, (await readFile(file, 'utf8')).replace('China', 'The People’s Republic of China'));
		await reload();
		await discord.actor('Bo').press(said, report);
		const later = (await readFile(reports, 'utf8')).trim().split('\n').slice(lines.length);
		expect(later.map((line) => JSON.parse(line))).toMatchObject([{ quote: { document: '002_6117c7bdae2dcbf0.txt', text: null } }]);
	});

	it('has a list of its sources', async () => {
		const { discord } = await setStage();
		const ana = discord.actor('Ana');
		const card = sent((await ana.slash('drill', { name: 'Vostok 2022' })).message);
		const sources = await ana.press(card, buttonOf(card, 'Sources'));
		expect(textOf(sources.message)).toContain('Documents: 1');
	});
});

describe('/where', () => {
	it('knows a sea by its other name, and what lies in it', async () => {
		const { discord } = await setStage();
		const reply = await discord.actor('Ana').slash('where', { place: 'East Sea' });
		const card = sent(reply.message);
		expect(card.embeds[0]?.title).toBe('Sea of Japan');
		expect(textOf(card)).toContain('Also printed as “East Sea”');
		expectMarksMatchSources(card);
		await reply.until(hasPicture, 15_000);
	});

	it('takes in what lies in an ocean only when it is asked to', async () => {
		const { discord } = await setStage();
		const ana = discord.actor('Ana');
		const narrow = sent((await ana.slash('where', { place: 'Pacific Ocean' })).message);
		expect(textOf(narrow)).not.toContain('in it: Sea of Japan');
		const wide = await ana.press(narrow, buttonOf(narrow, 'All that lies in it'));
		expect(textOf(wide.message)).toContain('in it: Sea of Japan');
	});

	it('suggests the places of exercises', async () => {
		const { discord } = await setStage();
		const choices = await discord.actor('Ana').autocomplete('where', 'place', 'okho');
		expect(choices.map(({ name }) => name)).toContain('Sea of Okhotsk');
	});

	it('offers places with exercises for one that is not known', async () => {
		const { discord } = await setStage();
		const ana = discord.actor('Ana');
		const reply = await ana.slash('where', { place: 'Atlantis' });
		expect(textOf(reply.message)).toContain('No place called Atlantis is known');
		const { customId, options } = menuOf(reply.message, 'places');
		const opened = await ana.select(sent(reply.message), customId, [options[0]?.value ?? '']);
		expect(opened.message?.embeds[0]?.title).toBe(options[0]?.label);
	});
});

describe('/timeline', () => {
	it('lists the exercises by year and draws them', async () => {
		const { discord } = await setStage();
		const reply = await discord.actor('Ana').slash('timeline', { from: 2023, until: 2024 });
		const list = sent(reply.message);
		expect(list.embeds[0]?.fields?.map(({ name }) => name)).toEqual(expect.arrayContaining(['2023', '2024']));
		expect(textOf(list)).not.toContain('Vostok');
		await reply.until(hasPicture, 15_000);
	});

	it('is narrowed to a country and a place', async () => {
		const { discord } = await setStage();
		const ana = discord.actor('Ana');
		expect(await ana.autocomplete('timeline', 'country', 'chi')).toContainEqual({ name: 'China', value: 'China' });
		const reply = await ana.slash('timeline', { country: 'China', place: 'Sea of Okhotsk' });
		expect(textOf(reply.message)).toContain('Timeline · China · Sea of Okhotsk');
		const turned = await ana.slash('timeline', { from: 2024, until: 2023 });
		expect(textOf(turned.message)).toContain('Timeline · 2023–2024');
		const none = await ana.slash('timeline', { from: 1999, until: 1999 });
		expect(textOf(none.message)).toContain('No exercise in the documents fits');
		const unknown = await ana.slash('timeline', { country: 'Freedonia' });
		expect(textOf(unknown.message)).toContain('No country called Freedonia');
	});
});

describe('/compare', () => {
	it('puts two exercises under each other in one glance, then whole, each value with its mark', async () => {
		const { discord } = await setStage();
		const ana = discord.actor('Ana');
		const { message } = await ana.slash('compare', { a: 'North-Joint 2024', b: 'Vostok 2022' });
		const glance = sent(message);
		expect(textOf(glance)).toMatch(/\*\*A\*\* = .+\n\*\*B\*\* = Vostok 2022/);
		expect(textOf(glance)).toMatch(/Where\n\*\*A\*\* Sea of Japan .*, …\n\*\*B\*\* Sea of Japan/);
		expectMarksMatchMenu(glance);
		const whole = sent((await ana.press(glance, buttonOf(glance, /Next/))).message);
		expect(whole.id).toBe(glance.id);
		expect(textOf(whole)).toMatch(/Where\n\*\*A\*\* .*Sea of Okhotsk/);
		// What the first page says in full is not said again.
		expect(textOf(whole)).not.toContain('Who takes part');
		expectMarksMatchSources(whole);
	});

	it('begins with what differs, says once what both say, and names in one line what only one of them has', async () => {
		const { discord } = await setStage();
		const { message } = await discord.actor('Ana').slash('compare', { a: 'North-Interaction-2023', b: 'Vostok 2022' });
		const labels = sent(message).embeds[0]?.fields?.map(({ name }) => name) ?? [];
		expect(labels).toEqual(['Status', 'When', 'Where', 'Forces and units', 'Who takes part']);
		expect(textOf(message)).toMatch(/Who takes part\n\*\*A\*\*, \*\*B\*\* China (?:\[\d+\])+, Russia (?:\[\d+\])+\n/);
		expect(textOf(message)).not.toContain('—');
		expect(textOf(message)).toMatch(/Only A: Stated aim, Activities/);
	});

	it('says so when both names mean the same', async () => {
		const { discord } = await setStage();
		const reply = await discord.actor('Ana').slash('compare', { a: 'Vostok 2022', b: 'vostok-2022' });
		expect(textOf(reply.message)).toContain('Both names mean Vostok 2022. Choose two exercises.');
		// A name that is not there is offered others, as by /drill.
		const unknown = sent((await discord.actor('Ana').slash('compare', { a: 'Zapad 2025', b: 'Vostok 2022' })).message);
		expect(textOf(unknown)).toContain('No exercise in the documents is called Zapad 2025');
		expect(menuOf(unknown, 'choice').options.length).toBeGreaterThan(3);
	});
});

describe('a follow-up', () => {
	it('keeps the exercise of the answer it replies to in mind, after a restart too', async () => {
		const { discord } = await setStage();
		const ana = discord.actor('Ana');
		const card = sent((await ana.slash('drill', { name: 'North-Joint 2024' })).message);
		const asked = ana.say(discord.channelIds.general, 'and where will it be held?', { replyTo: card });
		const answer = await ana.waitForMessage(({ message_reference: reference }) => reference?.message_id === asked.id);
		expect(textOf(answer)).toContain('Sea of');
		const threadId = ana.openThread(card, 'North-Joint 2024');
		const inThread = ana.say(threadId, '@Drillbook where will it be held?');
		const second = await ana.waitForMessage(({ message_reference: reference }) => reference?.message_id === inThread.id);
		expect(second.embeds[0]?.title).toBe('North-Joint 2024');
	});
});

describe('when', () => {
	it('holds dates: a month of the edition’s year, and “not disclosed” with its mark', async () => {
		const { discord } = await setStage();
		const ana = discord.actor('Ana');
		const vostok = textOf((await ana.slash('drill', { name: 'Vostok 2022' })).message);
		expect(vostok).toContain('“In September” = September 2022 (from the name) [1]');
		const north = textOf((await ana.slash('drill', { name: 'North-Interaction-2023' })).message);
		expect(north).toMatch(/not disclosed (?:\[\d+\])+/);
		expect(north).not.toContain('Without giving the date');
	});
});
