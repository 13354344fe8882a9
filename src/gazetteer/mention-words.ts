import { z } from 'zod';
import { readData } from '../data.js';
import { foldWord } from '../text/name-words.js';

const list = z.array(z.string().min(1));
const lists = readData(
	'gazetteer/data/mention-words.json',
	z.strictObject({
		generic: list,
		waterHeads: z.record(z.string(), z.string()),
		locative: list,
		placeBefore: list,
		placeNouns: list,
		motion: list,
		cityNounsAfter: list,
		headsBefore: list,
		headsAfter: list,
		shipKinds: list,
		personNames: list,
		lowerCaseWords: list,
		thingsAfterService: list,
		notPlaces: list,
	}),
);
const folded = (words: readonly string[]): ReadonlySet<string> => new Set(words.map(foldWord));

/** Words that a name may have in lower case in running text: "sea of Japan", "the western Pacific". */
export const GENERIC_WORDS = folded(lists.generic);
/** The nouns that several names may share ("the Baltic and Black Seas"), to the form that the names have. */
export const SHARED_HEADS: ReadonlyMap<string, string> = new Map(Object.entries(lists.waterHeads));
/** Words before a place where something is: "in", "near". */
export const LOCATIVE = folded(lists.locative);
/** Other words that stand before places as well as before other things: "from", "of". */
export const PLACE_BEFORE = folded([...lists.locative, ...lists.placeBefore]);
/** Nouns before "of" that speak of a city: "the port of", "200 km of". */
export const PLACE_NOUNS = folded(lists.placeNouns);
/** Words of going, before "to" or "from" and a city. */
export const MOTION = folded(lists.motion);
/** Nouns after the name of a city that speak of the city. */
export const CITY_NOUNS_AFTER = folded(lists.cityNounsAfter);
/** In capitals directly before a name, they make it another's: "Cape Tokmak" is not the town of Tokmak. */
export const HEADS_BEFORE = folded(lists.headsBefore);
/** In capitals directly behind one: "Luga River", "Tartu University", "Manila Times". */
export const HEADS_AFTER = folded(lists.headsAfter);
/** Kinds of ship, before the name of one, which is often the name of a place. */
export const SHIP_KINDS = folded(lists.shipKinds);
/** Places that are people's names too: not taken directly beside another capitalised word. */
export const PERSON_NAMES = folded(lists.personNames);
/** Names that are other words in lower case. */
export const LOWER_CASE_WORDS = folded(lists.lowerCaseWords);
/** Nouns that "military" or "army" describes: no service is named before them. */
export const THINGS_AFTER_SERVICE = folded(lists.thingsAfterService);
/** Phrases that hold the name of a place and speak of none. */
export const NOT_PLACES: readonly string[] = lists.notPlaces;
