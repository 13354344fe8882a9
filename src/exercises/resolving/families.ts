import { LRUCache } from 'lru-cache';
import { asNumbered, exerciseKey, fullYear, type ParsedName, parseName } from '../../gazetteer/names.js';
import { namesOfSeries, type SeriesList } from '../../gazetteer/series.js';
import { memoised } from '../../memoised.js';
import type { Pieces } from '../../taking-turns.js';
import { type Label, labelOf } from './name-likeness.js';

/** What the resolver needs of an exercise: an `Exercise` has it. */
export interface Nameable {
	readonly id: string;
	readonly name: string;
	/** Every printed form. */
	readonly names: readonly { readonly text: string }[];
	readonly series: string | null;
	readonly year: number | null;
	/** File names of the documents that tell of it. */
	readonly documents?: readonly string[];
}

export interface Member<Item> {
	readonly exercise: Item;
	/** All its printed forms, its name first. */
	readonly forms: readonly ParsedName[];
	readonly numbered: boolean;
}

/** Exercises of one series or one name. `members` is empty for a series of the list that the documents do not speak of. */
export interface Family<Item> {
	readonly members: Member<Item>[];
	/** Labels that the documents print, then those that the series list adds. */
	readonly printed: Map<string, Label>;
	readonly listed: ReadonlyMap<string, Label>;
	/** Both, as `Label.joined`. */
	readonly joined: Set<string>;
	readonly ordinary: boolean;
	/** Two digits behind its name are an edition. */
	readonly numbered: boolean;
}

/** The names of every listed series, worked out once a list: a catalogue is made anew with every document that comes. */
const listedFamilies = memoised((list: SeriesList) =>
	list.all.map((series) => {
		const labels = new Map(namesOfSeries(series).map((name) => [exerciseKey(name), labelOf(exerciseKey(name))] as const));
		const joined = [...labels.values()].map((label) => label.joined);
		return { id: series.id, labels, joined, ordinary: series.ordinary, numbered: series.numbered };
	}),
);

/** Names are taken apart once: a catalogue made anew has nearly all the names of the one before. */
const namesRemembered = 50_000;
const parsedNames = new LRUCache<string, ParsedName>({ max: namesRemembered });
const knownLabels = new LRUCache<string, Label>({ max: namesRemembered });

function parsedOnce(name: string): ParsedName {
	const parsed = parsedNames.get(name) ?? parseName(name);
	parsedNames.set(name, parsed);
	return parsed;
}

function labelledOnce(key: string): Label {
	const label = knownLabels.get(key) ?? labelOf(key);
	knownLabels.set(key, label);
	return label;
}

/** Exercises by series or name, those of the list that the documents do not speak of with them. */
export function* familiesOf<Item extends Nameable>(exercises: readonly Item[], list: SeriesList): Pieces<readonly Family<Item>[]> {
	const families = new Map<string, Family<Item>>();
	for (const { id, labels, joined, ordinary, numbered } of listedFamilies(list)) {
		families.set(id, { members: [], printed: new Map(), listed: labels, joined: new Set(joined), ordinary, numbered });
	}
	for (const exercise of exercises) {
		yield;
		const forms = [...new Set([exercise.name, ...exercise.names.map(({ text }) => text)])].map(parsedOnce);
		const id = exercise.series ?? `name ${forms[0]?.key}`;
		const family = families.get(id) ?? newFamily<Item>();
		families.set(id, family);
		const told = forms.map((form) => (family.numbered || isEdition(form, exercise) ? asNumbered(form) : form));
		family.members.push({ exercise, forms: told, numbered: family.numbered });
		for (const { key } of forms) {
			const label = labelledOnce(key);
			family.printed.set(key, label);
			family.joined.add(label.joined);
		}
	}
	return [...families.values()];
}

/** Two digits that are not the exercise's year, though they might be one: "Balikatan 37". */
export const isEdition = ({ year, numbers }: ParsedName, exercise: Nameable): boolean =>
	year !== null && year !== exercise.year && numbers.some((number) => number.length === 2 && fullYear(number) === year);

const newFamily = <Item>(): Family<Item> => ({
	members: [],
	printed: new Map(),
	listed: new Map(),
	joined: new Set(),
	ordinary: false,
	numbered: false,
});
