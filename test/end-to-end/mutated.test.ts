import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { expect, it } from 'vitest';
import { problemLine } from '../../src/corpus/load.js';
import { extract } from '../../src/exercises/extract.js';
import { drawing } from '../corpus/generate.js';
import { setGrowingStage } from './growing-stage.js';
import { textOf } from './stage.js';

/** MUTATED_FILES=2000 tries more. */
const count = Number(process.env['MUTATED_FILES'] ?? 200);
const samples = 'test/fixtures/formats';
const together = 50;
const good = 'Exercise Amber Lantern 2022 began on 6 June 2022 in the Barents Sea. Norway and Sweden take part in Amber Lantern 2022.\n';

const draw = drawing(count);
const upTo = (limit: number) => Math.floor((draw(hundredths) + draw(hundredths) / 100) * limit);
const hundredths = Array.from({ length: 100 }, (_, at) => at / 100);

/** A file as a broken disk, a cut-off download or somebody malicious would leave it. */
function mutated(bytes: Buffer): Buffer {
	const at = upTo(bytes.length);
	const length = 1 + upTo(Math.min(2_000, bytes.length));
	const piece = bytes.subarray(at, at + length);
	const noise = Buffer.from(Array.from({ length: Math.min(length, 200) }, () => upTo(256)));
	const around = (middle: Buffer, dropped: number) => Buffer.concat([bytes.subarray(0, at), middle, bytes.subarray(at + dropped)]);
	const ways = [
		() => bytes.subarray(0, at),
		() => around(noise, noise.length),
		() => around(Buffer.alloc(0), length),
		() => around(Buffer.concat(Array.from({ length: 50 }, () => piece)), length),
		() => around(Buffer.from('\u202E\u0000\uFEFF<![CDATA[ ]]>"\r\n{'), 0),
		() => Buffer.concat([bytes, bytes]),
	];
	return draw(ways)();
}

it(`answers, and says in a sentence each what is not read, of ${count} mutated files`, async () => {
	const folder = await mkdtemp(join(tmpdir(), 'mutated-'));
	await writeFile(join(folder, 'good.txt'), good);
	const { discord, library } = await setGrowingStage(folder, { acknowledgeWithinMs: 60_000 }, async (document) => extract(document));
	const ana = discord.actor('Ana');
	const kinds = (await readdir(samples)).filter((name) => extname(name) !== '');
	const sources = await Promise.all([...kinds, 'source/article.md'].map((name) => readFile(join(samples, name))));
	const endings = [...kinds, 'article.md'].map((name) => extname(name));

	for (let first = 0; first < count; first += together) {
		const names: string[] = [];
		for (let number = first; number < Math.min(count, first + together); number++) {
			const name = `${number}${endings[number % endings.length]}`;
			names.push(name);
			await writeFile(join(folder, name), mutated(sources[number % sources.length] ?? Buffer.alloc(0)));
		}
		const missing = async () => {
			const { library: now, problems } = library.current();
			const told = new Set([...(await now.documents()), ...problems].map(({ file }) => file.replace(/#\d+$/, '')));
			return names.filter((name) => !told.has(name));
		};
		await expect.poll(missing, { timeout: 300_000, interval: 500 }).toEqual([]);
		for (const problem of library.current().problems) {
			const line = problemLine(problem);
			expect(line).toMatch(/^\S+ (?:is|has|holds|takes|unpacks|cannot|states) [^\p{Cc}\p{Cf}]{3,200}$/u);
			expect(line).not.toMatch(/Error|undefined|\bat \S+:\d+/);
		}
		const card = await ana.slash('drill', { name: 'Amber Lantern 2022' });
		expect(textOf(card.message)).toContain('Barents Sea');
		await Promise.all(names.map((name) => rm(join(folder, name))));
	}
}, 3_600_000);
