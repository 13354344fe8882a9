import { LRUCache } from 'lru-cache';
import { asNumbered, exerciseKey, fullYear, type ParsedName, parseName } from '../../gazetteer/names.js';
import { namesOfSeries, type SeriesList, seriesList } from '../../gazetteer/series.js';
import { memoised } from '../../memoised.js';
import { atOnce, type Pieces } from '../../taking-turns.js';
import type { Match, Suggestion } from '../exercise.js';
import { distinctNames } from './distinct-names.js';
import { type Label, type Likeness, labelOf, likeness } from './name-likeness.js';

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

/** What a typed name means among some exercises. With `Exercise`s it is a `Resolution`. */
export interface Resolved<Item extends Nameable> {
	readonly match: Match;
	readonly exercise: Item | null;
	/** The nearest ones when there is a choice or nothing fits; best first. */
	readonly suggestions: readonly Suggestion[];
	/** The year typed, when the exercise is known and not in that year. */
	readonly absentYear: number | null;
}

export interface Resolver<Item extends Nameable> {
	/** What a typed name means: one exercise, or why not. Never an edition of another year than the one typed. */
	resolve(typed: string): Resolved<Item>;
	/** Exercises for autocomplete, best first; all of them, named ones first, when nothing is typed. Names have at most 100 code units. */
	suggest(typed: string, limit?: number): Suggestion[];
}

interface Member<Item> {
	readonly exercise: Item;
	/** All its printed forms, its name first. */
	readonly forms: readonly ParsedName[];
	readonly numbered: boolean;
}

/** Exercises of one series or one name. `members` is empty for a series of the list that the documents do not speak of. */
interface Family<Item> {
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

interface Scored<Item> extends Likeness {
	readonly family: Family<Item>;
}

/** Discord's limit on choices. */
const MOST_SUGGESTIONS = 25;
/** No name is longer, and distances cost by length. */
const LONGEST_TYPED = 120;
const FEW = 5;
const PRINTED_BONUS = 0.06;
/** Families as good as the best within this are a choice for the reader. */
const AS_GOOD = 0.04;
/** Below this, a likeness is offered and not taken. */
const TAKEN = 0.6;

/** Makes the look-up for one catalogue; build it once. */
export function createResolver<Item extends Nameable>(exercises: readonly Item[], list: SeriesList = seriesList): Resolver<Item> {
	return atOnce(resolverPieces(exercises, list));
}

/** The same piece by piece, for whoever has others to serve meanwhile. */
export function* resolverPieces<Item extends Nameable>(exercises: readonly Item[], list: SeriesList = seriesList): Pieces<Resolver<Item>> {
	const families = yield* familiesOf(exercises, list);
	const labels = distinctNames(exercises);
	const labelled = (suggestions: readonly Suggestion[]): Suggestion[] =>
		suggestions.map(({ id, name }) => ({ id, name: labels.get(id) ?? name }));
	return {
		resolve: (typed) => {
			const resolved = resolve(parseName(typed.slice(0, LONGEST_TYPED)), families);
			return { ...resolved, suggestions: labelled(resolved.suggestions) };
		},
		suggest: (typed, limit = MOST_SUGGESTIONS) =>
			labelled(suggest(parseName(typed.slice(0, LONGEST_TYPED)), families).slice(0, Math.min(limit, MOST_SUGGESTIONS))),
	};
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

function* familiesOf<Item extends Nameable>(exercises: readonly Item[], list: SeriesList): Pieces<readonly Family<Item>[]> {
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
const isEdition = ({ year, numbers }: ParsedName, exercise: Nameable): boolean =>
	year !== null && year !== exercise.year && numbers.some((number) => number.length === 2 && fullYear(number) === year);

const newFamily = <Item>(): Family<Item> => ({
	members: [],
	printed: new Map(),
	listed: new Map(),
	joined: new Set(),
	ordinary: false,
	numbered: false,
});

function resolve<Item extends Nameable>(typed: ParsedName, families: readonly Family<Item>[]): Resolved<Item> {
	const label = labelOf(typed.key);
	const named = label.joined ? families.filter((family) => family.members.length > 0 && family.joined.has(label.joined)) : [];
	// What is a name as it stands is like nothing else.
	const scored = named.length > 0 ? named.map((family) => ({ family, how: 'same' as const, score: 1 })) : scoreAll(label, families);
	const present = scored.filter(({ family }) => family.members.length > 0);
	const [best] = present;
	if (!best || best.score < TAKEN || isAnotherSeries(scored, best)) {
		return { match: 'none', exercise: null, suggestions: nearest(typed, families), absentYear: null };
	}
	const asGood = present.filter(({ score, how }) => (best.how === 'same' ? how === 'same' : score >= best.score - AS_GOOD));
	const members = asGood.flatMap(({ family }) => family.members);
	const fitting = members.filter((member) => fits(member, typed));
	const [only, another] = fitting;
	if (!only)
		return {
			match: 'none',
			exercise: null,
			suggestions: nearest(typed, families),
			absentYear: best.family.numbered ? asNumbered(typed).year : typed.year,
		};
	if (another) {
		const exact = fitting.filter((member) => isExact(member, typed));
		const [chosen, second] = typed.year === null ? [] : exact;
		if (chosen && !second) return { match: 'exact', exercise: chosen.exercise, suggestions: [], absentYear: null };
		return { match: 'ambiguous', exercise: null, suggestions: suggestionsOf(asGood, typed).slice(0, MOST_SUGGESTIONS), absentYear: null };
	}
	const match = isExact(only, typed) ? 'exact' : best.how === 'same' ? 'alias' : 'fuzzy';
	return { match, exercise: only.exercise, suggestions: [], absentYear: null };
}

/** What comes near to a name that nothing fits, leaving numbers that are no year out of account; those of a year when no name is typed. */
function nearest<Item extends Nameable>(typed: ParsedName, families: readonly Family<Item>[]): Suggestion[] {
	const words = typed.key.split(' ').filter((word) => word && !/\d/.test(word));
	if (words.length === 0 && typed.year === null) return [];
	return rank({ ...typed, key: words.join(' ') }, families, likestOrBegun).slice(0, FEW);
}

/** Every family with its best likeness, best first. */
function scoreAll<Item extends Nameable>(typed: Label, families: readonly Family<Item>[]): Scored<Item>[] {
	const scored: Scored<Item>[] = [];
	for (const family of families) {
		const best = bestOf(typed, family);
		if (best) scored.push({ ...best, family });
	}
	return scored.sort((one, other) => other.score - one.score);
}

function bestOf<Item>(typed: Label, family: Family<Item>): Likeness | undefined {
	let best: Likeness | undefined;
	for (const labels of [family.printed, family.listed]) {
		const bonus = labels === family.printed ? PRINTED_BONUS : 0;
		for (const label of labels.values()) {
			const found = likeness(typed, label);
			if (!found) continue;
			const score = found.how === 'same' ? 1 : Math.min(found.score + bonus, 0.99);
			if (!best || score > best.score) best = { how: found.how, score };
		}
	}
	return best;
}

/** True when what was typed is the name of another series, of which the documents say nothing. */
function isAnotherSeries<Item>(scored: readonly Scored<Item>[], best: Scored<Item>): boolean {
	const absent = scored.find(({ family }) => family.members.length === 0);
	if (!absent || absent.score <= best.score || !['same', 'typos'].includes(absent.how)) return false;
	return !(best.how === 'part' && absent.family.ordinary);
}

/** True when nothing that was typed speaks against it. Two digits are a year after all where a series that counts its editions is told by years. */
function fits<Item extends Nameable>(member: Member<Item>, typed: ParsedName): boolean {
	if (!member.numbered) return agrees(member, typed) || (isEdition(typed, member.exercise) && agrees(member, asNumbered(typed)));
	return agrees(member, asNumbered(typed)) || (member.forms.every(({ edition }) => edition === null) && agrees(member, typed));
}

/** The same year, edition and year cut short, as far as they are typed. */
function agrees<Item extends Nameable>({ exercise, forms }: Member<Item>, typed: ParsedName): boolean {
	if (typed.year !== null && exercise.year !== typed.year) return false;
	if (typed.edition !== null && !forms.some(({ edition }) => edition === typed.edition)) return false;
	return typed.cutYear === null || forms.some(({ cutYear }) => cutYear === typed.cutYear);
}

function isExact<Item extends Nameable>({ exercise, forms, numbered }: Member<Item>, asTyped: ParsedName): boolean {
	const typed = numbered || isEdition(asTyped, exercise) ? asNumbered(asTyped) : asTyped;
	const [name] = forms;
	return (
		name !== undefined &&
		joined(name) === joined(typed) &&
		name.year === typed.year &&
		name.edition === typed.edition &&
		name.cutYear === typed.cutYear
	);
}

const joined = ({ key }: ParsedName): string => key.replaceAll(' ', '');

/** The members of families, best family first; in it those of the typed year, then the latest. */
function suggestionsOf<Item extends Nameable>(scored: readonly { readonly family: Family<Item> }[], typed: ParsedName): Suggestion[] {
	const begun = typed.cutYear ?? (typed.year === null ? '' : String(typed.year));
	const ofYear = ({ exercise }: Member<Item>) => (begun && String(exercise.year ?? '').startsWith(begun) ? 1 : 0);
	const start = joined(typed);
	const isBegun = ({ forms }: Member<Item>) => (start !== '' && forms.some((form) => joined(form).startsWith(start)) ? 1 : 0);
	return scored.flatMap(({ family }) =>
		[...family.members]
			.sort((one, other) => ofYear(other) - ofYear(one) || isBegun(other) - isBegun(one) || byYearAndName(one, other))
			.map(({ exercise }) => suggestion(exercise)),
	);
}

function byYearAndName<Item extends Nameable>({ exercise: one }: Member<Item>, { exercise: other }: Member<Item>): number {
	return (other.year ?? 0) - (one.year ?? 0) || one.name.localeCompare(other.name, 'en') || one.id.localeCompare(other.id, 'en');
}

function suggest<Item extends Nameable>(typed: ParsedName, families: readonly Family<Item>[]): Suggestion[] {
	return rank(typed, families, likestOrBegun);
}

type Score<Item> = (typed: Label, family: Family<Item>) => number;

const likestOrBegun = <Item>(typed: Label, family: Family<Item>): number => Math.max(likest(typed, family), beginning(typed, family));

const likest = <Item>(typed: Label, family: Family<Item>): number => bestOf(typed, family)?.score ?? 0;

function rank<Item extends Nameable>(typed: ParsedName, families: readonly Family<Item>[], score: Score<Item>): Suggestion[] {
	const present = families.filter(({ members }) => members.length > 0);
	if (!typed.key) {
		const ofYear = present.flatMap(({ members }) => members).filter(({ exercise }) => typed.year === null || exercise.year === typed.year);
		return ofYear.sort(byYearAndName).map(({ exercise }) => suggestion(exercise));
	}
	const label = labelOf(typed.key);
	const scored = present.map((family) => ({ family, score: score(label, family) })).filter((one) => one.score > 0);
	return suggestionsOf(
		scored.sort((one, other) => other.score - one.score),
		typed,
	);
}

/** How much of a name stands already, when what was typed begins it or one of its words. */
function beginning<Item>({ joined }: Label, family: Family<Item>): number {
	const labels = [...family.printed.values(), ...family.listed.values()];
	if (labels.some((label) => label.joined.startsWith(joined))) return 0.9;
	return labels.some(({ words }) => words.some((word) => word.startsWith(joined))) ? 0.5 : 0;
}

function suggestion({ id, name }: Nameable): Suggestion {
	return { id, name };
}
