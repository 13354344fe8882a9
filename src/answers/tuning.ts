import { z } from 'zod';
import { readData } from '../data.js';

const share = z.number().min(0).max(1);
const weight = z.number();

/** Every weight, share and threshold of the answers, in one table. */
export const tuning = readData(
	'answers/data/tuning.json',
	z.strictObject({
		/** How far words other than the question's own speak of what it names. */
		match: z.strictObject({
			otherName: share,
			shortForm: share,
			post: share,
			paraphrase: share,
			expansion: share,
			derived: share,
			lastName: share,
			placeWithin: share,
			actorByCountry: share,
			datedThen: share,
			editionByYear: share,
		}),
		/** How far the text around a sentence speaks for it. */
		context: z.strictObject({
			leaning: share,
			before: share,
			title: share,
			opening: share,
			heading: share,
			article: share,
			both: share,
			claim: share,
			otherExercise: share,
			otherYear: share,
			date: share,
			lastNamed: share,
			otherCountry: share,
		}),
		/** Strength of what is of another sort than the one asked for: a port for a sea, a ministry for a brigade. */
		otherSort: share,
		/** Strength of a number or a vessel that stands nearer to another country than to the one asked about; and of one in a sentence that names only others, or none. */
		nation: z.strictObject({ ofAnother: share, ofOthers: share, ofNone: share }),
		/** How much a unit counts by its kind; words by their rarity too, never less than `rarest`. */
		unit: z.record(z.string(), weight),
		/** Weights of a sentence's features; each feature lies between 0 and 1. */
		weights: z.record(z.string(), weight),
		/** How well each kind of text serves as evidence. */
		kinds: z.record(z.string(), share),
		/** Least share of the question that evidence has to cover, by question kind. */
		coverage: z.record(z.string(), share),
		/** Least share of its plain words that the sentence itself has to say, by question kind. */
		words: z.record(z.string(), share),
		/** Least share of a name, place, year or the like that evidence has to cover. */
		named: share,
		/** Least share of the verb after "who". */
		predicate: share,
		/** Strength of a date that only the day of the telling makes one: "on Monday", "this week". */
		looseDate: share,
		/** How far the date of a photograph is that of what it shows. */
		captionDate: share,
		/** Strength of the day that something opens or ends, for those who ask when it is. */
		phaseOnly: share,
		/** Nearness where the sentence says no word of the question. */
		nearNothing: share,
		/** Strength of ships and aircraft told by their nation and kind alone: "Russian corvettes". */
		unnamedShips: share,
		/** Coverage from which a sentence may give a reason without a word that says so. */
		unstatedReason: share,
		/** Least strength of the answering words. */
		answer: share,
		/** Least share of an asked plural noun that is of no known class: "what changes" wants changes, not something that is revised. */
		pluralHead: share,
		/** How far below the best a further quote may score; and a sentence of the other side, which shares so many of the question's words. */
		margin: weight,
		dispute: weight,
		sameMatter: share,
		/** Least coverage of a passage offered as near when nothing answers. */
		nearby: share,
		/** Least coverage of a sentence for the documents to speak of the matter at all. */
		aboutIt: share,
		/** Confidence is a logistic curve over the best score. */
		confidence: z.strictObject({ middle: weight, slope: weight }),
	}),
);
