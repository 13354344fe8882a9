import { benchAnswers } from './answers.js';
import { describeExtraction } from './extraction.js';
import { benchReplies } from './replies.js';
import { benchSearch } from './search.js';

/** npm run bench: medians and ratios, side by side with peers where there are any. Nothing here is a test. */
for (const bench of [benchSearch, benchAnswers, benchReplies]) console.log(`${await bench()}\n`);
for (const line of describeExtraction()) console.log(line);
