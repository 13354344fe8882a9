import { asNumbered, type ParsedName, parseName } from '../../gazetteer/names.js';
import { type SeriesList, seriesList } from '../../gazetteer/series.js';
import { atOnce, type Pieces } from '../../taking-turns.js';
import type { Match, Suggestion } from '../exercise.js';
import { distinctNames } from './distinct-names.js';
import { type Family, familiesOf, isEdition, type Member, type Nameable } from './families.js';
import { labelOf } from './name-likeness.js';
import { joined, likestOrBegun, rank, type Scored, scoreAll, suggestionsOf } from './ranking.js';

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
	/**
	 * Exercises for autocomplete, best first; all of them, named ones first, when nothing is typed. Names have at most
	 * 100 code units.
	 */
	suggest(typed: string, limit?: number): Suggestion[];
}

/** Discord's limit on choices. */
const MOST_SUGGESTIONS = 25;
/** No name is longer, and distances cost by length. */
const LONGEST_TYPED = 120;
const FEW = 5;
/** Families as good as the best within this are a choice for the reader. */
const AS_GOOD = 0.04;
/** Below this, a likeness is offered and not taken. */
const TAKEN = 0.6;

/** Makes the look-up for one catalogue; build it once. */
export function createResolver<Item extends Nameable>(
	exercises: readonly Item[],
	list: SeriesList = seriesList,
): Resolver<Item> {
	return atOnce(resolverPieces(exercises, list));
}

/** The same piece by piece, for whoever has others to serve meanwhile. */
export function* resolverPieces<Item extends Nameable>(
	exercises: readonly Item[],
	list: SeriesList = seriesList,
): Pieces<Resolver<Item>> {
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

function resolve<Item extends Nameable>(typed: ParsedName, families: readonly Family<Item>[]): Resolved<Item> {
	const label = labelOf(typed.key);
	const named = label.joined
		? families.filter((family) => family.members.length > 0 && family.joined.has(label.joined))
		: [];
	// What is a name as it stands is like nothing else.
	const scored =
		named.length > 0 ? named.map((family) => ({ family, how: 'same' as const, score: 1 })) : scoreAll(label, families);
	const present = scored.filter(({ family }) => family.members.length > 0);
	const [best] = present;
	if (!best || best.score < TAKEN || isAnotherSeries(scored, best)) {
		return { match: 'none', exercise: null, suggestions: nearest(typed, families), absentYear: null };
	}
	const asGood = present.filter(({ score, how }) =>
		best.how === 'same' ? how === 'same' : score >= best.score - AS_GOOD,
	);
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
		return {
			match: 'ambiguous',
			exercise: null,
			suggestions: suggestionsOf(asGood, typed).slice(0, MOST_SUGGESTIONS),
			absentYear: null,
		};
	}
	const match = isExact(only, typed) ? 'exact' : best.how === 'same' ? 'alias' : 'fuzzy';
	return { match, exercise: only.exercise, suggestions: [], absentYear: null };
}

/**
 * What comes near to a name that nothing fits, leaving numbers that are no year out of account; those of a year when no
 * name is typed.
 */
function nearest<Item extends Nameable>(typed: ParsedName, families: readonly Family<Item>[]): Suggestion[] {
	const words = typed.key.split(' ').filter((word) => word && !/\d/.test(word));
	if (words.length === 0 && typed.year === null) return [];
	return rank({ ...typed, key: words.join(' ') }, families, likestOrBegun).slice(0, FEW);
}

/** True when what was typed is the name of another series, of which the documents say nothing. */
function isAnotherSeries<Item>(scored: readonly Scored<Item>[], best: Scored<Item>): boolean {
	const absent = scored.find(({ family }) => family.members.length === 0);
	if (!absent || absent.score <= best.score || !['same', 'typos'].includes(absent.how)) return false;
	return !(best.how === 'part' && absent.family.ordinary);
}

/**
 * True when nothing that was typed speaks against it. Two digits are a year after all where a series that counts its
 * editions is told by years.
 */
function fits<Item extends Nameable>(member: Member<Item>, typed: ParsedName): boolean {
	if (!member.numbered)
		return agrees(member, typed) || (isEdition(typed, member.exercise) && agrees(member, asNumbered(typed)));
	return (
		agrees(member, asNumbered(typed)) ||
		(member.forms.every(({ edition }) => edition === null) && agrees(member, typed))
	);
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

/** Nothing of another year than the one typed: whoever takes the first of a list would have another edition. */
function suggest<Item extends Nameable>(typed: ParsedName, families: readonly Family<Item>[]): Suggestion[] {
	const isOfYear = ({ exercise, numbered }: Member<Item>): boolean => {
		const { year } = numbered ? asNumbered(typed) : typed;
		return year === null || exercise.year === null || exercise.year === year;
	};
	const ofYear = families.map((family) => ({ ...family, members: family.members.filter(isOfYear) }));
	return rank(typed, typed.year === null ? families : ofYear, likestOrBegun);
}
