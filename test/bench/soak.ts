import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { madeArticle } from './extraction.js';
import { startDrillbook } from './programs.js';

const usual = 20_000;
const atOnce = 16;
/** So often a document comes, changes or goes. */
const documentEvery = 1_000;
const madeDocuments = 5;

/** Memory before and after very many questions, while documents change. */
export async function benchSoak([asked = usual]: readonly number[]): Promise<string> {
	// Memory counts from here on: what is kept for members has been filled by then.
	const warmUp = asked / 4;
	const documents = await mkdtemp(join(tmpdir(), 'drillbook-soak-'));
	await cp('seeds', documents, { recursive: true });
	const { discord, state, end } = await startDrillbook(documents);
	const ana = discord.actor();
	const asks = [
		() => ana.slash('drill', { name: 'Vostok 2022', hide: true }),
		() => ana.slash('where', { place: 'Sea of Japan', hide: true }),
		() => ana.slash('ask', { question: 'who hosted vostok 2022', hide: true }),
		() => ana.slash('sources', { hide: true }),
		() => ana.autocomplete('drill', 'name', 'nor'),
	];
	let [turn, lost, changes] = [0, 0, 0];
	const until = async (last: number) => {
		const member = async () => {
			while (turn < last) {
				const now = turn++;
				if (now % documentEvery === 0) await changeDocument(documents, changes++);
				await asks[now % asks.length]?.().catch(() => {
					lost += 1;
				});
			}
		};
		await Promise.all(Array.from({ length: atOnce }, member));
	};
	await until(warmUp);
	const before = await state();
	await until(asked);
	const after = await state();
	await end();
	await rm(documents, { recursive: true });
	const share = (100 * after.megabytes) / before.megabytes - 100;
	return [
		`Soak: ${asked} interactions, ${changes} changes of documents`,
		`  memory ${before.megabytes.toFixed(0)} MB after ${warmUp}, ${after.megabytes.toFixed(0)} MB at the end (${share.toFixed(1)} % more);`,
		`  lost ${lost}; the event loop held ${after.heldMs.toFixed(0)} ms at most`,
	].join('\n');
}

/** A made article comes, is written anew with another text, and so on in turn. */
async function changeDocument(folder: string, change: number): Promise<void> {
	const { file } = madeArticle(change % madeDocuments);
	await writeFile(join(folder, file), madeArticle(change).text);
}
