import { benchAnswers } from './answers.js';
import { benchCorpus } from './corpus.js';
import { describeExtraction } from './extraction.js';
import { benchReplies } from './replies.js';
import { benchSearch } from './search.js';

/**
 * npm run bench: medians and ratios, side by side with peers where there are any. Nothing here is a test.
 * npm run bench -- corpus [100 1000 …]: folders of so many articles.
 */
const [what, ...sizes] = process.argv.slice(2);
if (what === 'corpus') await benchCorpus(sizes.length > 0 ? sizes.map(Number) : [100, 1_000, 10_000], (line) => console.log(line));
else {
	for (const bench of [benchSearch, benchAnswers, benchReplies]) console.log(`${await bench()}\n`);
	for (const line of describeExtraction()) console.log(line);
}
