import type { Document, Sentence } from '../corpus/document.js';
import { type ActorMention, actorsAmong } from './actor-mentions.js';
import { type DateMention, findDates } from './date-mentions.js';
import { type ExercisePhrase, findExercisePhrases } from './exercise-phrases.js';
import { gazetteer } from './gazetteer.js';
import type { NameMention } from './name-mentions.js';
import { type PlaceMention, placesAmong } from './place-mentions.js';

/** A sentence with what the annotators found in it. */
export interface SentenceReading {
	readonly sentence: Sentence;
	readonly names: readonly NameMention[];
	readonly phrases: readonly ExercisePhrase[];
	readonly places: readonly PlaceMention[];
	readonly actors: readonly ActorMention[];
	readonly dates: readonly DateMention[];
}

/** Reads one sentence; `names` are those of its document. */
export function readSentence(document: Document, sentence: Sentence, names: readonly NameMention[]): SentenceReading {
	const own = names.filter(({ start, end }) => start >= sentence.start && end <= sentence.end);
	const found = gazetteer.names.find(document.text, sentence);
	const places = placesAmong(found, gazetteer);
	const outside = (mention: { start: number; end: number }) => !own.some((name) => name.start < mention.end && mention.start < name.end);
	return {
		sentence,
		names: own,
		phrases: findExercisePhrases(document.text, sentence),
		places: places.filter(outside),
		actors: actorsAmong(found, places, gazetteer).filter(outside),
		dates: findDates(document.text, sentence).filter(outside),
	};
}
