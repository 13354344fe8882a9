import { cp, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { answerQuestion } from '../../src/answers/answer-question.js';
import { exercisesAt } from '../../src/answers/from-catalogue/exercises-at.js';
import { timelineOf } from '../../src/answers/from-catalogue/timeline.js';
import type { FollowedLibrary } from '../../src/cluster-library/follow.js';
import type { Library } from '../../src/library.js';
import { openLibrary } from '../../src/memory-library.js';
import { answerJson, drillJson, exerciseJson, searchJson, sourceJson, timelineJson, whereJson } from '../../src/terminal/json.js';
import { followed, indexed } from './library.js';

const name = 'contract';
let folder = '';
let cluster: FollowedLibrary;

/**
 * The seeds, and the made articles of the reading tests: exercises in many documents, unnamed ones, two of a name,
 * feeds.
 */
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'contract-'));
	await cp('seeds', folder, { recursive: true });
	const cases = (await readdir('test/cases')).filter((file) => /\.(?:txt|md)$/.test(file));
	for (const file of cases) await cp(join('test/cases', file), join(folder, 'cases', file));
	await indexed(name, folder);
	cluster = await followed(name);
});
afterAll(async () => {
	await cluster?.close();
	await rm(folder, { recursive: true });
});

const questions = [
	'who hosted vostok 2022',
	'what is the aim of North-Joint 2024?',
	'which countries took part in the drills?',
	'when does the excercise begin',
	'who took part in vostok 2018',
	'joint patrol pacific ocean fifth',
	'how many troops took part in the manuevers in the Baltic Sea',
	'Amber Fist 24',
	'which documents mention the Sea of Okhotsk',
	'qui a organisé les exercices dans la mer Baltique',
	'what is the capital of France',
	'',
];
const names = ['North-Interaction-2023', 'northern interaction', 'vostok', 'Vostok 2018', 'ocean 24', 'no such thing', 'cedar', '2024', ''];
const places = ['Sea of Okhotsk', 'Baltic Sea', 'Japan', 'anywhere in the Pacific', 'East Sea', 'Atlantis'];
const begun = ['', 'v', 'nor', 'sea', 'b', '2023'];

/** All that the terminal says of a library, with --json. */
async function told(library: Library): Promise<Record<string, unknown>> {
	const summaries = await library.documents();
	const files = new Map(summaries.map(({ id, file }) => [id, file] as const));
	const each = async (inputs: readonly string[], tell: (input: string) => Promise<unknown>) => {
		const outcomes: [string, unknown][] = [];
		for (const input of inputs) outcomes.push([input, await tell(input)]);
		return Object.fromEntries(outcomes);
	};
	return {
		sources: await Promise.all(summaries.map(async (summary) => sourceJson(summary, await library.document(summary.file), true))),
		first: (await library.documents(3)).map(({ file }) => file),
		problems: await library.problems(),
		drills: (await library.exercises()).map(exerciseJson),
		search: await each(questions, async (query) => searchJson(query, await library.search(query), (id) => files.get(id) ?? id)),
		deep: searchJson('exercise', await library.search('exercise ships', 300), (id) => files.get(id) ?? id),
		ask: await each(questions, async (question) => answerJson(await answerQuestion(library, question))),
		drill: await each(names, async (typed) => drillJson(typed, await library.resolve(typed))),
		suggest: await each(begun, (typed) => library.suggest(typed)),
		where: await each(places, async (place) => whereJson(place, await exercisesAt(library, place))),
		places: await each(begun, (typed) => library.places(typed)),
		timeline: (await timelineOf(library)).map(timelineJson),
		chinas: (await timelineOf(library, { country: 'China' })).map(timelineJson),
		series: (await library.exercises({ series: 'vostok' })).map(({ id, related }) => [id, related]),
	};
}

async function expectTheSame(): Promise<void> {
	const { library } = await openLibrary({ documents: folder });
	const [memory, ours] = [await told(library), await told(cluster.current().library)];
	for (const part of Object.keys(memory)) expect(JSON.stringify(ours[part]), part).toBe(JSON.stringify(memory[part]));
}

it('says of a folder what the library in memory says, byte for byte', async () => {
	await expectTheSame();
});

it('and still does when documents came, changed and went, which bots take up by themselves', async () => {
	await writeFile(
		join(folder, 'cases', 'another-vostok.txt'),
		'Published: 2022-09-12\n\nThe exercise Vostok 2022 ended in the Sea of Japan on 7 September. India and China took part.\n\nExercise Amber Heron 2031 will be held by Norway in May 2031.\n',
	);
	const [first = ''] = (await readdir('seeds')).filter((file) => /\.(?:txt|md)$/.test(file));
	await rm(join(folder, first));
	const outcome = await indexed(name, folder);
	expect(outcome).toMatchObject({ read: 1, gone: 1 });
	const isThere = async () => (await cluster.current().library.entries()).some(({ name: known }) => known === 'Amber Heron 2031');
	await vi.waitFor(async () => expect(await isThere()).toBe(true), { timeout: 5_000 });
	await expectTheSame();
});

it('reads nothing that is there, and several indexers at once read nothing twice', async () => {
	expect(await indexed(name, folder)).toMatchObject({ read: 0, gone: 0 });
	const outcomes = await Promise.all([indexed('several', folder), indexed('several', folder), indexed('several', folder)]);
	const { documents } = await openLibrary({ documents: folder });
	expect(outcomes.map((outcome) => outcome.documents)).toEqual([documents, documents, documents]);
	expect(outcomes.reduce((sum, { read }) => sum + read, 0)).toBe(documents);
	const other = await followed('several');
	const ids = async (library: Library) => (await library.entries()).map(({ id }) => id);
	expect(await ids(other.current().library)).toEqual(await ids(cluster.current().library));
	await other.close();
});
