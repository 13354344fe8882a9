import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Reply } from '../../src/local-discord/actor.js';
import { timing } from './clock.js';
import { madeArticle as fullOfDrills } from './extraction.js';
import { madeArticle as fullOfWords } from './made-articles.js';
import { type Program, startDrillbook } from './programs.js';

const usual = 600;
/** One document as long as so many articles. */
const longest = 30;
const perSecond = 4;
const looksEvery = 1_000;
/** What may not be exceeded, in milliseconds. */
const aim = 50;
const answeredWithinMs = 60_000;

/**
 * How long the event loop of the bot is held, by itself and with what others take of the machine, while it reads a folder of so many articles and one long document, while files
 * come, and while maps and time lines are drawn; a few questions a second are asked all the time.
 */
export async function* benchHeld([articles = usual]: readonly number[]): AsyncIterable<string> {
	const folder = await mkdtemp(join(tmpdir(), 'drillbook-held-'));
	const documents = join(folder, 'articles');
	await writeMixed(documents, 0, articles);
	const chapters = Array.from({ length: longest }, (_, number) => fullOfDrills(number).text);
	await writeFile(join(documents, 'long.txt'), `A year of drills\n\n${chapters.join('\n\n')}\n`);
	const kept = { KEPT_DIR: join(folder, 'kept'), INDEX_FILE: join(folder, 'index') };
	const program = await startDrillbook(documents, kept);
	try {
		const isRead = () => wholly(program);
		yield [
			`Held: ${articles} articles and one as long as ${longest}; ${perSecond} questions a second; the loop is held at most`,
			row('', ['seconds', 'held', 'by itself', `over ${aim} ms`, 'median', 'p99', 'lost']),
			await watched('everything is read for exercises', program, isRead),
		].join('\n');
		yield await watched('the snapshot is written', program, after(20_000));
		await writeFile(join(documents, '0.txt'), fullOfWords(articles + 1).text);
		yield await watched('one file changes', program, after(15_000));
		await writeMixed(documents, articles, articles + 50);
		await pause(3_000);
		yield await watched('fifty files come at once', program, isRead);
		yield await watched('eight maps and time lines a second', program, after(15_000), () => drawn(program));
	} finally {
		await program.end();
		await rm(folder, { recursive: true });
	}
}

async function writeMixed(folder: string, first: number, end: number): Promise<void> {
	await mkdir(folder, { recursive: true });
	for (let number = first; number < end; number += 1) {
		const { text } = number % 2 === 0 ? fullOfDrills(number) : fullOfWords(number);
		await writeFile(join(folder, `${number}.txt`), text);
	}
}

/** Whether no reply says any more that the documents are being read. */
async function wholly({ discord }: Program): Promise<boolean> {
	const reply = await discord
		.actor()
		.slash('help', { hide: true })
		.catch(() => undefined);
	if (!reply) return false;
	const { embeds = [] } = await reply.settled(answeredWithinMs);
	return !embeds.some(({ description = '' }) => description.includes('Still reading'));
}

function after(ms: number): () => Promise<boolean> {
	const until = performance.now() + ms;
	return async () => performance.now() > until;
}

async function watched(name: string, program: Program, isOver: () => Promise<boolean>, more?: () => Promise<unknown>): Promise<string> {
	await program.state();
	const start = performance.now();
	const durations: number[] = [];
	let [turn, lost, most, mostOwn, often] = [0, 0, 0, 0, 0];
	const ask = asking(program);
	const timer = setInterval(() => {
		const began = performance.now();
		void more?.().catch(() => {});
		ask(turn++)
			.then((reply) => reply.settled(answeredWithinMs))
			.then(
				() => durations.push(performance.now() - began),
				() => {
					lost += 1;
				},
			);
	}, 1_000 / perSecond);
	do {
		await pause(looksEvery);
		const { heldMs, ownMs } = await program.state();
		most = Math.max(most, heldMs);
		mostOwn = Math.max(mostOwn, ownMs);
		if (ownMs > aim) often += 1;
	} while (!(await isOver()));
	clearInterval(timer);
	const seconds = (performance.now() - start) / 1_000;
	const { medianMs, p99Ms } = timing(name, durations);
	const share = `${often} of ${Math.round(seconds)} s`;
	const ms = (value: number) => `${value.toFixed(0)} ms`;
	return row(name, [seconds.toFixed(0), ms(most), ms(mostOwn), share, ms(medianMs), ms(p99Ms), String(lost)]);
}

function asking({ discord }: Program): (turn: number) => Promise<Reply> {
	const ana = discord.actor();
	const asks = [
		(turn: number) => ana.slash('drill', { name: `Iron Falcon ${2_000 + (turn % 20)}`, hide: true }),
		() => ana.slash('where', { place: 'Sea of Japan', hide: true }),
		(turn: number) => ana.slash('ask', { question: `who takes part in Silver Tide ${2_000 + (turn % 20)}`, hide: true }),
		() => ana.slash('timeline', { hide: true }),
		() => ana.slash('sources', { hide: true }),
	];
	return (turn) => {
		const ask = asks[turn % asks.length];
		if (!ask) throw new RangeError('Nothing to ask');
		return ask(turn);
	};
}

let picture = 0;
/** A picture that was not drawn before. */
async function drawn({ discord }: Program): Promise<void> {
	const from = 1_990 + (picture++ % 40);
	await discord.actor().slash('timeline', { from, until: from + 1 + (picture % 7), hide: true });
}

function row(name: string, cells: readonly string[]): string {
	return `  ${name.padEnd(36)}${cells.map((cell) => cell.padStart(12)).join('')}`;
}
