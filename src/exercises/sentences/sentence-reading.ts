import type { Sentence } from '../../corpus/document.js';
import { type ActorMention, actorsAmong } from '../../gazetteer/actor-mentions.js';
import { gazetteer, type Named } from '../../gazetteer/gazetteer.js';
import type { NamesFound } from '../../gazetteer/name-index.js';
import type { PlaceMention } from '../../gazetteer/place-mention.js';
import { placesAmong } from '../../gazetteer/place-mentions.js';
import type { Span } from '../../text/span.js';
import { type DateMention, findDates } from '../../values/date-mentions.js';
import type { Tense } from '../../values/dates.js';
import type { NameMention } from '../names/name-mention.js';
import { type ExercisePhrase, findExercisePhrases } from './exercise-phrases.js';
import { type ForceMention, findForces } from './force-mentions.js';
import { tenseOf } from './tense.js';

/** A sentence with what the annotators find in it. Most sentences speak of no exercise: what is not asked for is not looked for. */
export class SentenceReading {
	/** The gazetteer's names in the whole text. */
	readonly #whole: NamesFound<Named>;
	#phrases: readonly ExercisePhrase[] | undefined;
	#entities: { places: readonly PlaceMention[]; actors: readonly ActorMention[] } | undefined;
	#dates: readonly DateMention[] | undefined;
	#tense: Tense | undefined;
	#forces: readonly ForceMention[] | undefined;

	constructor(
		readonly text: string,
		readonly sentence: Sentence,
		/** The names of exercises that stand in it. */
		readonly names: readonly NameMention[],
		whole: NamesFound<Named>,
	) {
		this.#whole = whole;
	}

	/** A headline tells of what is to come in its own way. */
	get tense(): Tense {
		const { kind } = this.sentence;
		this.#tense ??= tenseOf(this.text, this.sentence, kind === 'title' || kind === 'heading');
		return this.#tense;
	}

	get phrases(): readonly ExercisePhrase[] {
		this.#phrases ??= findExercisePhrases(this.text, this.sentence);
		return this.#phrases;
	}

	get places(): readonly PlaceMention[] {
		return this.#found.places;
	}

	get actors(): readonly ActorMention[] {
		return this.#found.actors;
	}

	get dates(): readonly DateMention[] {
		this.#dates ??= this.#outsideNames(findDates(this.text, this.sentence));
		return this.#dates;
	}

	get forces(): readonly ForceMention[] {
		this.#forces ??= findForces(this.text, this.sentence);
		return this.#forces;
	}

	get #found(): { places: readonly PlaceMention[]; actors: readonly ActorMention[] } {
		if (!this.#entities) {
			const found = gazetteer.names.within(this.#whole, this.sentence);
			const places = placesAmong(found, gazetteer);
			this.#entities = { places: this.#outsideNames(places), actors: this.#outsideNames(actorsAmong(found, places, gazetteer)) };
		}
		return this.#entities;
	}

	/** "Ocean-2024" is neither an ocean nor a year. */
	#outsideNames<Mention extends Span>(mentions: readonly Mention[]): readonly Mention[] {
		return mentions.filter((mention) => !this.names.some((name) => name.start < mention.end && mention.start < name.end));
	}
}

/** Longest stretch read as one sentence, in UTF-16 code units: what takes part in a sentence is compared with all else in it. */
const longest = 800;

/** Readings of sentences that follow each other; both lists in the order of the text. */
export function readSentences(
	text: string,
	sentences: readonly Sentence[],
	names: readonly NameMention[],
	whole: NamesFound<Named> = gazetteer.names.find(text),
): SentenceReading[] {
	let next = 0;
	return sentences
		.flatMap((sentence) => piecesOf(text, sentence))
		.map((sentence) => {
			while ((names[next]?.start ?? Number.POSITIVE_INFINITY) < sentence.start) next++;
			const from = next;
			while ((names[next]?.end ?? Number.POSITIVE_INFINITY) <= sentence.end) next++;
			return new SentenceReading(text, sentence, names.slice(from, next), whole);
		});
}

/** A sentence, or its pieces where it is overlong: cut after a semicolon, a comma or a space. */
function piecesOf(text: string, sentence: Sentence): Sentence[] {
	const pieces: Sentence[] = [];
	let { start } = sentence;
	while (sentence.end - start > longest) {
		const window = text.slice(start, start + longest);
		const cut = [window.lastIndexOf('; '), window.lastIndexOf(', '), window.lastIndexOf(' ')].find((at) => at > longest / 2) ?? longest - 1;
		pieces.push({ ...sentence, start, end: start + cut + 1 });
		start += cut + 1;
	}
	return [...pieces, { ...sentence, start }];
}
