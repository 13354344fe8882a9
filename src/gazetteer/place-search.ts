import { distance } from 'fastest-levenshtein';
import { nameKey } from '../text/name-words.js';
import { type Gazetteer, gazetteer, type Place } from './gazetteer.js';

const SHORTEST_WITH_TYPOS = 5;

/** What people put around a place when they ask for it: "in the Sea of Okhotsk", "waters off Guam". */
const AROUND = /^(?:(?:in|at|near|off|around|on|the|waters|coast|of|city|port) )+(?=\S)/;

/**
 * The place of a typed name: by a name or an alias, whatever its case and marks, or by its own words alone ("hormuz"); else, from five letters, the nearest name at one edit
 * (two from nine letters; three from fourteen), when it is the nearest alone.
 */
export function placeNamed(name: string, all: Gazetteer = gazetteer): Place | undefined {
	const typed = nameKey(name);
	const key = typed.replace(AROUND, '');
	const [found] = all.placeKeys.get(typed) ?? all.placeKeys.get(key) ?? all.shortKeys.get(key) ?? [];
	return found ?? townBeside(name, all) ?? nearest(key, all);
}

/** "Tripoli, Lebanon". */
function townBeside(name: string, all: Gazetteer): Place | undefined {
	const [town, widerName, more] = name.split(/,\s*/);
	if (!town || !widerName || more !== undefined) return undefined;
	const wider = all.placeKeys.get(nameKey(widerName)) ?? [];
	return wider.flatMap((place) => all.townIn(town.replace(/^(?:in|at|near|off|around)\s/i, ''), place) ?? [])[0];
}

function nearest(key: string, all: Gazetteer): Place | undefined {
	if (key.length < SHORTEST_WITH_TYPOS) return undefined;
	const allowed = key.length >= 14 ? 3 : key.length >= 9 ? 2 : 1;
	let best: { places: Set<Place>; edits: number } | undefined;
	for (const [other, [place]] of all.placeKeys) {
		if (!place || other.length < SHORTEST_WITH_TYPOS || Math.abs(other.length - key.length) > allowed) continue;
		if (isAnotherWord(key, other)) continue;
		const edits = editsBetween(key, other);
		if (edits > (best?.edits ?? allowed)) continue;
		if (best && edits === best.edits) best.places.add(place);
		else best = { places: new Set([place]), edits };
	}
	const [only, another] = best?.places ?? [];
	return another ? undefined : only;
}

/** "Atlantis" is not "Atlantic" with a slip: of single words, one with a letter in the place of another is a word of its own. */
function isAnotherWord(one: string, other: string): boolean {
	return !one.includes(' ') && one.length === other.length && !isSwapped(one, other);
}

/** Levenshtein distance, with two letters that changed places ("Okhotks") as one edit. */
function editsBetween(one: string, other: string): number {
	const edits = distance(one, other);
	return edits === 2 && one.length === other.length && isSwapped(one, other) ? 1 : edits;
}

function isSwapped(one: string, other: string): boolean {
	const at = [...one].findIndex((letter, index) => letter !== other[index]);
	return one.slice(at, at + 2) === [...other.slice(at, at + 2)].reverse().join('') && one.slice(at + 2) === other.slice(at + 2);
}

/** Places for autocomplete, best first: names that begin with what is typed, then names with a word that does, then the place that a typo means. */
export function suggestPlaces(typed: string, limit: number, all: Gazetteer = gazetteer): Place[] {
	const key = nameKey(typed);
	if (key === '') return all.places.slice(0, limit);
	const exact: Place[] = [];
	const begin: Place[] = [];
	const hold: Place[] = [];
	for (const [name, places] of all.placeKeys) {
		if (name === key) exact.push(...places);
		else if (name.startsWith(key)) begin.push(...places);
		else if (name.includes(` ${key}`)) hold.push(...places);
	}
	const found = new Set([...exact, ...begin, ...hold]);
	const meant = found.size === 0 ? placeNamed(typed, all) : undefined;
	return [...found, ...(meant ? [meant] : [])].slice(0, limit);
}
