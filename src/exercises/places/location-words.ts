import { z } from 'zod';
import { readData } from '../../data.js';
import { oneOf } from '../../text/word-pattern.js';

const nouns = z.array(z.string()).transform(oneOf);
const inTitleCase = (words: string): string => words.replace(/(?<=^| )\p{Ll}/gu, (letter) => letter.toUpperCase());

/** The words around a place where an exercise is held, each list as the source of a pattern that matches any of it. */
export const locationWords = readData(
	'exercises/data/location-words.json',
	z.strictObject({
		/** What parts a preposition from its place: "waters and airspace around", "port city of". */
		areas: nouns,
		adjectives: nouns,
		/** After these, "in the Pacific" says where something other than the exercise is. */
		unrelated: nouns,
		/** Those of them that take "in" alone: "countries on Gotland" are not there. */
		inhabitants: nouns,
		/** Nouns that make a proper name a place the gazetteer need not know: "Ternivsky training area". */
		sites: z.array(z.string()).transform((list) => oneOf(list.flatMap((words) => [words, inTitleCase(words)]))),
		/** May stand between the name and such a noun: "Krtsanisi national training centre". */
		siteAdjectives: nouns,
		/** Kinds of place before "of": "the town of X". */
		settlements: nouns,
		/** What is proper and no place: "in Parliament", "on Telegram". */
		notPlaces: nouns,
	}),
);

/** Directly before a place: "near", "north of". The words are kept with the place, which is beside what is meant. */
export const near =
	'(?:in\\sand\\saround|near|off|around|close\\sto|closer\\sto|next\\sto|outside|(?:north|south|east|west|northeast|northwest|southeast|southwest)\\sof)';
