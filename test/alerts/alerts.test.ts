import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createAlerts, type Post } from '../../src/alerts/alerts.js';
import { topicOf } from '../../src/alerts/topic.js';
import { openWatches, type Watches } from '../../src/alerts/watches.js';
import { type Document, sentenceAt } from '../../src/corpus/document.js';
import { readDocument } from '../../src/corpus/read.js';
import type { Library } from '../../src/library.js';
import { libraryOf } from '../../src/memory-library.js';

const article = (file: string, text: string): Document => readDocument(file, Buffer.from(text));
const first = article(
	'first.txt',
	'Amber Lantern 2021 opens\n\n3 June 2021\n\nExercise Amber Lantern 2021 opened off Bergen with ships of Norway.\n',
);
const second = article(
	'second.txt',
	'Drills begin\n\n4 June 2022\n\nThe year was quiet. Exercise Amber Lantern 2022 began in the Barents Sea on Monday.\n\nNorway and Sweden take part in Amber Lantern 2022.\n',
);
const aside = article('aside.txt', 'Harvest\n\n5 June 2022\n\nFarmers in Norway brought in the hay, and prices fell.\n');

let folder: string;
let file: string;
beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'alerts-'));
	file = join(folder, 'kept', 'watches.json');
});
afterEach(() => rm(folder, { recursive: true }));

async function watch(watches: Watches, library: Library, typed: string, server = 'one'): Promise<string> {
	const { topic } = await topicOf(library, typed);
	if (!topic) throw new Error(`${typed} is no topic`);
	return watches.add({ server, channel: 'general', topic });
}

/** Alerts as they are posted: the topic, and the quoted words. */
function noting(library: () => Library, posted: string[], outcome: Awaited<ReturnType<Post>> = 'posted'): Post {
	return async ({ document: id, start, end, marked }, { topic }, mayStandThere) => {
		const document = await library().document(id);
		expect(document && sentenceAt(document, marked.start)?.kind).toBe('prose');
		posted.push(`${mayStandThere ? 'again ' : ''}${topic.kind} ${topic.name}: ${document?.text.slice(start, end)}`);
		return outcome;
	};
}

const never = (error: unknown): void => {
	throw error;
};

describe('what is watched', () => {
	it('is told of what new documents say of it, once, over restarts and changes of no account', async () => {
		let library = await libraryOf([first]);
		const now = () => library;
		const watches = await openWatches(file, 10);
		for (const typed of ['Amber Lantern 2022', 'Norway', 'Barents Sea', 'Bergen'])
			expect(await watch(watches, library, typed)).toBe('added');
		expect(await watch(watches, library, 'norway')).toBe('already');
		const posted: string[] = [];
		const alerts = createAlerts(watches, now, noting(now, posted), never);
		await alerts.look();
		expect(posted).toEqual([]);
		library = await libraryOf([first, second, aside]);
		await alerts.look();
		const sentence = 'Exercise Amber Lantern 2022 began in the Barents Sea on Monday.';
		expect(posted.toSorted()).toEqual([
			`exercise Amber Lantern 2022: ${sentence}`,
			'place Barents Sea: Exercise Amber Lantern 2022 began in the Barents Sea on Monday.',
			'place Norway: Norway and Sweden take part in Amber Lantern 2022.',
		]);
		posted.length = 0;
		// The folder is gone for a while, an article is put right elsewhere, and another outlet prints the same words.
		library = await libraryOf([first]);
		await alerts.look();
		const corrected = article('second.txt', second.text.replace('was quiet', 'was calm'));
		library = await libraryOf([first, corrected, article('copy.txt', second.text), aside]);
		const reopened = createAlerts(await openWatches(file, 10), now, noting(now, posted), never);
		await reopened.look();
		await reopened.look();
		expect(posted).toEqual([]);
	});

	it('is told after a stop between a decision and its post, and after a time without Discord', async () => {
		let library = await libraryOf([first]);
		const now = () => library;
		const watches = await openWatches(file, 10);
		await watch(watches, library, 'Barents Sea');
		await createAlerts(watches, now, noting(now, []), never).look();
		library = await libraryOf([first, second]);
		const lost: string[] = [];
		const cut = createAlerts(watches, now, noting(now, lost, 'later'), never);
		await cut.look();
		cut.close();
		expect(lost).toHaveLength(1);
		const posted: string[] = [];
		const next = createAlerts(await openWatches(file, 10), now, noting(now, posted), never);
		await next.look();
		await next.look();
		expect(posted).toEqual(lost.map((line) => `again ${line}`));
	});

	it('has a limit a server, and is kept whole', async () => {
		const library = await libraryOf([first]);
		const watches = await openWatches(file, 2);
		const outcomes = await Promise.all(['Norway', 'Sweden', 'Bergen'].map((typed) => watch(watches, library, typed)));
		expect(outcomes).toEqual(['added', 'added', 'full']);
		expect(await watch(watches, library, 'Bergen', 'another')).toBe('added');
		const [norway] = watches.ofServer('one');
		expect(await watches.remove('another', norway?.id ?? '')).toBeUndefined();
		expect((await watches.remove('one', norway?.id ?? ''))?.topic.name).toBe('Norway');
		expect((await openWatches(file, 2)).ofServer('one').map(({ topic }) => topic.name)).toEqual(['Sweden']);
		await writeFile(join(folder, 'kept', '.watches.json.0a1b2c3d.part'), '{');
		await openWatches(file, 2);
		expect(await readdir(join(folder, 'kept'))).toEqual(['watches.json']);
		const whole = await readFile(file, 'utf8');
		await writeFile(file, whole.slice(0, -9));
		await expect(openWatches(file, 2)).rejects.toThrow(/watches\.json is not one that this version has written/);
	});
});
