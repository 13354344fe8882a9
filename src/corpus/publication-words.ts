import { z } from 'zod';
import { readData } from '../data.js';

const words = z.array(z.string().trim().min(1)).min(1);

/**
 * The words that dates beside a text are told apart by. `published`, `original` and `updated` say that a date is one of publishing;
 * `dated` only at the head of a text. `ownWords` may stand before them ("this article was"), `particles` between them and the date,
 * `signers` beside names of people and outlets. `otherDays` make a date that of something else; `eventLabels` stand in boxes about events.
 */
const schema = z.strictObject({
	published: words,
	original: words,
	updated: words,
	dated: words,
	ownWords: words,
	particles: words,
	signers: words,
	otherDays: words,
	eventLabels: words,
});

const lists = readData('corpus/data/publication-words.json', schema);
export const publicationWords = lists;

export const ownWords: ReadonlySet<string> = new Set(lists.ownWords);
export const particles: ReadonlySet<string> = new Set(lists.particles);
export const signers: ReadonlySet<string> = new Set(lists.signers);
export const otherDays: ReadonlySet<string> = new Set(lists.otherDays);
export const eventLabels: ReadonlySet<string> = new Set(lists.eventLabels);
