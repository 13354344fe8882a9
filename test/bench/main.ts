import { cpus, platform, totalmem } from 'node:os';
import { benchAnswers } from './answers.js';
import { benchCorpus } from './corpus.js';
import { describeExtraction } from './extraction.js';
import { benchFaults } from './faults.js';
import { benchHeld } from './held.js';
import { benchLoad } from './load.js';
import { benchPictures } from './pictures.js';
import { benchReplies } from './replies.js';
import { benchSearch } from './search.js';
import { benchSoak } from './soak.js';

/**
 * npm run bench                      every table but those of the list below; nothing here is a test
 * npm run bench -- all               every table, in one run of about an hour
 * npm run bench -- search replies    only these
 * npm run bench -- corpus 100 1000   folders of so many articles; held 600, faults 10000, soak 20000 and pictures 1000 take a number too
 */
const sections: Readonly<Record<string, () => Promise<string> | AsyncIterable<string>>> = {
	search: benchSearch,
	answers: benchAnswers,
	replies: benchReplies,
	corpus: async () => {
		await benchCorpus(sizes.length > 0 ? sizes : [100, 1_000, 10_000], (line) => console.log(line));
		return '';
	},
	load: benchLoad,
	pictures: () => benchPictures(sizes),
	extraction: async () => describeExtraction().join('\n'),
	faults: () => benchFaults(sizes),
	soak: () => benchSoak(sizes),
	held: () => benchHeld(sizes),
};
/** Minutes of work each, so they come only when they are asked for. */
const onlyAsked = ['corpus', 'faults', 'soak', 'held'];

const words = process.argv.slice(2).filter((word) => !/^\d+$/.test(word));
const asked = words.includes('all') ? Object.keys(sections) : words;
const sizes = process.argv
	.slice(2)
	.filter((word) => /^\d+$/.test(word))
	.map(Number);
const unknown = asked.filter((name) => !Object.hasOwn(sections, name));
if (unknown.length > 0) {
	console.error(`There is no section ${unknown.join(', ')}: ${Object.keys(sections).join(', ')}`);
	process.exit(2);
}
console.log(`${machine()}\n`);
for (const [name, bench] of Object.entries(sections)) {
	const isWanted = asked.length === 0 ? !onlyAsked.includes(name) : asked.includes(name);
	if (isWanted) for await (const part of partsOf(bench())) console.log(`${part}\n`);
}

async function* partsOf(result: Promise<string> | AsyncIterable<string>): AsyncIterable<string> {
	if (result instanceof Promise) yield await result;
	else yield* result;
}

/** What the figures were measured on. */
function machine(): string {
	const processors = cpus();
	const gigabytes = Math.round(totalmem() / 1_073_741_824);
	return `${processors[0]?.model.trim() ?? 'unknown'}, ${processors.length} cores, ${gigabytes} GB; Node.js ${process.version}, ${platform()}`;
}
