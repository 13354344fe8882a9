import { z } from 'zod';
import { readData } from '../../data.js';
import { oneOf } from '../../text/word-pattern.js';
import { forceWords } from './force-mentions.js';

/** A pattern that matches any of the phrases, the longest first. */
const alternatives = z.array(z.string()).transform(oneOf);
/** The words by which a country's role in an exercise is told. */
export const roleWords = readData(
	'exercises/data/role-words.json',
	z.strictObject({
		/** Whoever follows takes part. */
		joiners: alternatives,
		/** Nouns for those who take part, before "from", "including". */
		participants: alternatives,
		/** What makes "14 nations, including …" a list of those who take part. */
		cues: alternatives,
		/** Before "with" and "between", these speak of something else than the exercise. */
		unrelated: alternatives,
		/** Before a country they make it a place. */
		locatives: alternatives,
		/** After a nation's adjective they name its forces. */
		forces: alternatives,
	}),
);

/** Nouns of those who come with ships, aircraft and vehicles, as the source of a pattern. */
export const forceNouns = oneOf(
	[forceWords.people, forceWords.ships, forceWords.aircraft, forceWords.vehicles, forceWords.formations].flat(),
);
/** Directly after a nation's word: its forces. */
export const ownForces = new RegExp(`^(?:['’]s?)?\\s(?:${roleWords.forces}|${forceNouns})\\b`, 'i');
