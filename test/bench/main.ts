import { benchAnswers } from './answers.js';
import { benchCorpus } from './corpus.js';
import { describeExtraction } from './extraction.js';
import { benchReplies } from './replies.js';
import { benchSearch } from './search.js';

/**
 * npm run bench                      every table; nothing here is a test
 * npm run bench -- search replies    only these
 * npm run bench -- corpus 100 1000   folders of so many articles
 */
const sections: Readonly<Record<string, () => Promise<string>>> = {
	search: benchSearch,
	answers: benchAnswers,
	replies: benchReplies,
	corpus: async () => {
		await benchCorpus(sizes.length > 0 ? sizes : [100, 1_000, 10_000], (line) => console.log(line));
		return '';
	},
	extraction: async () => describeExtraction().join('\n'),
};

const asked = process.argv.slice(2).filter((word) => !/^\d+$/.test(word));
const sizes = process.argv
	.slice(2)
	.filter((word) => /^\d+$/.test(word))
	.map(Number);
const unknown = asked.filter((name) => !Object.hasOwn(sections, name));
if (unknown.length > 0) {
	console.error(`There is no section ${unknown.join(', ')}: ${Object.keys(sections).join(', ')}`);
	process.exit(2);
}
for (const [name, bench] of Object.entries(sections)) {
	if (asked.length === 0 || asked.includes(name)) console.log(`${await bench()}\n`);
}
