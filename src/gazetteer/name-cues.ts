import { z } from 'zod';
import { readData } from '../data.js';
import { foldWord, nameKey } from '../text/name-words.js';

const words = z.array(z.string().min(1));
const lists = readData(
	'gazetteer/data/name-cues.json',
	z.strictObject({
		nouns: words,
		competitions: words,
		modifiers: words,
		series: words,
		naming: words,
		'events that may be named': words,
		held: words,
		'other things': words,
		heads: words,
		'heads of exercises too': words,
		titles: words,
		never: words,
		leading: words,
		blocs: words,
		followers: words,
		editions: words,
		events: words,
		'taking part': words,
		'not after': words,
	}),
);

const folded = (list: readonly string[]): ReadonlySet<string> => new Set(list.map(foldWord));
/** Phrases as folded words joined by spaces. */
const phrases = (list: readonly string[]): ReadonlySet<string> => new Set(list.map(nameKey));

/** "exercise", "war games", in the languages of the news. Phrases. */
export const EXERCISE_NOUNS = phrases(lists.nouns);
/** "contest", "games": an exercise noun only directly beside a name. */
export const COMPETITION_NOUNS = phrases(lists.competitions);
/** Words between a name and its noun: "Joint Sea naval exercises". Hyphens part words here: "live", "fire". */
export const MODIFIERS: ReadonlySet<string> = new Set(lists.modifiers.flatMap((word) => nameKey(word).split(' ')));
export const SERIES_NOUNS = folded(lists.series);
/** "dubbed", "known as". Phrases. */
export const NAMING = phrases(lists.naming);
/** "training", "event": may be dubbed something as exercises are, but are not always one. */
export const NAMED_EVENTS = folded(lists['events that may be named']);
/** What is done with exercises, behind "was" or "has been". */
export const HELD = folded(lists.held);
/** What else may be dubbed something: missiles, ships, groups. */
export const OTHER_THINGS = folded(lists['other things']);
/** Last words of names that are no exercises': "Fleet", "Strategy", "Strait". */
export const HEADS = folded(lists.heads);
/** Those among them that end exercises' names too: "Ice Bridge", "Sea Guard". */
export const EXERCISE_HEADS = folded(lists['heads of exercises too']);
/** Words before the name of a person, or of a kind of ship or weapon. */
export const TITLES = folded(lists.titles);
/** Words that stand in no exercise's name. */
export const NEVER = folded(lists.never);
/** Words in capitals at the head of a sentence or a title, and adjectives before a name: no part of one when they stand first. */
export const LEADING = folded(lists.leading);
/** Alliances, services, agencies and wide regions: no name by themselves. */
export const BLOCS = folded(lists.blocs);
/** What may follow a two-digit year ("Cobra Gold 24 began"), where a noun would make it a count. */
export const FOLLOWERS = folded(lists.followers);
/** "edition", "iteration". */
export const EDITIONS = folded(lists.editions);
/** "participate in", "during". */
export const TAKING_PART = folded(lists['taking part']);
/** What makes a series' name another thing's: "Vostok battlegroup", "Malabar coast". */
export const NOT_AFTER = folded(lists['not after']);
/** Gatherings that carry a year as exercises do. */
export const EVENTS = folded(lists.events);
