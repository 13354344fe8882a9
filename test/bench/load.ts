import { setTimeout as pause } from 'node:timers/promises';
import type { Reply } from '../../src/local-discord/actor.js';
import { readGoldQuestions } from '../eval/questions.js';
import { timing } from './clock.js';
import { type Program, startBare, startDrillbook } from './programs.js';

const atOnce = 64;
/** Every candidate gets its turn so often, for so long: a machine that drifts drifts for all of them. */
const rounds = Number(process.env['ROUNDS'] || 3);
const roundMs = 4_000;
const answeredWithinMs = 30_000;
/** Beginnings that make of one question several. */
const openings = ['', 'please, ', 'tell me: ', 'I wonder, ', 'do you know: ', 'one more: '];

interface Candidate {
	readonly program: Program;
	/** @param turn how many were asked before */
	readonly ask: (turn: number) => Promise<Reply>;
}

interface Count {
	answered: number;
	lost: number;
	heldMs: number;
}

/** The bot and a bare handler as programs of their own, and the questions of many members at once. */
export async function benchLoad(): Promise<string> {
	const [bare, ours] = await Promise.all([startBare(), startDrillbook()]);
	try {
		const questions = (await readGoldQuestions('test/eval/gold/questions-seeds.json')).map(({ question }) => question);
		const rates = await ratesOf(bare, ours);
		const different = openings.flatMap((opening) => questions.map((question) => opening + question));
		const ask = (question: string) => ours.discord.actor().slash('ask', { question, hide: true });
		const steady = [
			await steadily('8 different questions a second', ours, 8, 60, (turn) => ask(different[turn % different.length] ?? '')),
			await steadily('100 of the same a second', ours, 100, 20, () => ask('who hosted vostok 2022')),
		];
		return [
			`Load: ${atOnce} in flight, ${(rounds * roundMs) / 1_000} s each`,
			row('', ['a second', 'of the bare', 'loop held', 'lost']),
			...rates,
			'',
			'Load: so many a second, whether answered or not',
			row('', ['median', 'p99', 'loop held', 'lost']),
			...steady,
		].join('\n');
	} finally {
		await Promise.all([bare.end(), ours.end()]);
	}
}

async function ratesOf(bare: Program, ours: Program): Promise<string[]> {
	const [waiting, asking] = [bare.discord.actor(), ours.discord.actor()];
	const names = ['North-Interaction-2023', 'Vostok 2022', 'Ocean-2024', 'North-Joint 2024'];
	const places = ['Sea of Okhotsk', 'Sea of Japan', 'Pacific Ocean', 'Gulf of Oman'];
	const candidates: Readonly<Record<string, Candidate>> = {
		'a bare handler, one fixed embed': { program: bare, ask: () => waiting.slash('fixed') },
		'/help': { program: ours, ask: () => asking.slash('help', { hide: true }) },
		'/drill, four names in turn': { program: ours, ask: (turn) => asking.slash('drill', { name: names[turn % 4] ?? '', hide: true }) },
		'/where, four places in turn': { program: ours, ask: (turn) => asking.slash('where', { place: places[turn % 4] ?? '', hide: true }) },
		'/ask, always the same': { program: ours, ask: () => asking.slash('ask', { question: 'who hosted vostok 2022', hide: true }) },
	};
	const counts = new Map(Object.keys(candidates).map((name): [string, Count] => [name, { answered: 0, lost: 0, heldMs: 0 }]));
	// What is only slow the first time is not what is measured.
	for (const { ask } of Object.values(candidates)) for (let turn = 0; turn < 8; turn += 1) await ask(turn);
	for (let round = 0; round < rounds; round += 1) {
		for (const [name, { program, ask }] of Object.entries(candidates)) {
			const count = counts.get(name);
			if (!count) continue;
			await program.state();
			const { answered, lost } = await flooded(ask);
			count.answered += answered;
			count.lost += lost;
			count.heldMs = Math.max(count.heldMs, (await program.state()).heldMs);
		}
	}
	const bareRate = counts.values().next().value?.answered ?? 1;
	return [...counts].map(([name, { answered, lost, heldMs }]) => {
		const rate = answered / ((rounds * roundMs) / 1_000);
		return row(name, [rate.toFixed(0), `${((100 * answered) / bareRate).toFixed(0)} %`, `${heldMs.toFixed(0)} ms`, String(lost)]);
	});
}

/** As many at once as may be: who has an answer asks anew. */
async function flooded(ask: (turn: number) => Promise<Reply>): Promise<{ answered: number; lost: number }> {
	const until = performance.now() + roundMs;
	let [turn, answered, lost] = [0, 0, 0];
	const member = async () => {
		while (performance.now() < until) {
			const isAnswered = await ask(turn++).then(
				() => true,
				() => false,
			);
			if (isAnswered) answered += 1;
			else lost += 1;
		}
	};
	await Promise.all(Array.from({ length: atOnce }, member));
	return { answered, lost };
}

/** So many a second for so long, however long the answers take. */
async function steadily(
	name: string,
	program: Program,
	perSecond: number,
	seconds: number,
	ask: (turn: number) => Promise<Reply>,
): Promise<string> {
	await program.state();
	const durations: number[] = [];
	let lost = 0;
	const answered = async (turn: number) => {
		const start = performance.now();
		try {
			await (await ask(turn)).settled(answeredWithinMs);
			durations.push(performance.now() - start);
		} catch {
			lost += 1;
		}
	};
	const start = performance.now();
	const asked: Promise<void>[] = [];
	for (let turn = 0; turn < perSecond * seconds; turn += 1) {
		await pause(Math.max(0, start + (turn * 1_000) / perSecond - performance.now()));
		asked.push(answered(turn));
	}
	await Promise.all(asked);
	const { medianMs, p99Ms } = timing(name, durations);
	const { heldMs } = await program.state();
	return row(name, [`${medianMs.toFixed(0)} ms`, `${p99Ms.toFixed(0)} ms`, `${heldMs.toFixed(0)} ms`, String(lost)]);
}

function row(name: string, cells: readonly string[]): string {
	return `  ${name.padEnd(36)}${cells.map((cell) => cell.padStart(13)).join('')}`;
}
