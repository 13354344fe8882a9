import type { ExerciseEntry } from '../../exercises/exercise-entry.js';
import { findNames } from '../../exercises/names/find-names.js';
import { asNumbered, exerciseKey, fullYear, parseName } from '../../gazetteer/names.js';
import { seriesList } from '../../gazetteer/series.js';
import { memoised } from '../../memoised.js';
import { isCapitalised, type NameWord, nameWords } from '../../text/name-words.js';
import type { Span } from '../../text/span.js';
import { slips } from '../../text/spelling.js';

/** An exercise that a question names: all editions of its line when `year` is null. */
export interface NamedExercise extends Span {
	/** What its editions share: the series' id, or the folded name. */
	readonly line: string;
	readonly year: number | null;
	/** Of a series that counts its editions ("Great Prophet 17"): which one. */
	readonly edition: string | null;
	/** Those of the catalogue that are meant; empty where it has none of that line and year. */
	readonly ids: ReadonlySet<string>;
	/** Those of the line in any year. */
	readonly lineIds: ReadonlySet<string>;
}

/** What an exercise's editions share; null for one without a name. */
export function lineOf({ named, series, name }: Pick<ExerciseEntry, 'named' | 'series' | 'name'>): string | null {
	return named ? (series ?? exerciseKey(name)) : null;
}

/** A name that the catalogue knows, in words. */
interface Form {
	readonly line: string;
	readonly year: number | null;
	readonly parts: readonly string[];
	/** An ordinary word too: an exercise only with a year or a word for one beside it. */
	readonly ordinary: boolean;
}

type Words = readonly NameWord[];
type Uncounted = Span & Pick<NamedExercise, 'line' | 'year'>;
type Named = Span & Pick<NamedExercise, 'line' | 'year' | 'edition'>;

const formsOf = memoised((entries: readonly ExerciseEntry[]): readonly Form[] => {
	const forms = new Map<string, Form>();
	for (const exercise of entries) {
		const line = lineOf(exercise);
		if (line === null) continue;
		for (const { text } of exercise.names) {
			const key = exerciseKey(text);
			if (key !== '')
				forms.set(`${key}|${line}|${exercise.year}`, {
					line,
					year: exercise.year,
					parts: key.split(' '),
					ordinary: isOrdinary(exercise, key),
				});
		}
	}
	return [...forms.values()].sort((a, b) => b.parts.length - a.parts.length);
});

function isOrdinary({ series }: ExerciseEntry, key: string): boolean {
	const listed = series === null ? undefined : seriesList.series(series);
	return listed !== undefined && (listed.ordinary || listed.ordinaryAliases.some((alias) => exerciseKey(alias) === key));
}

/** The exercises that a question names, in order: by the catalogue's names however it spells them, by the series list, or by the look of a name. */
export function exercisesNamed(question: string, entries: readonly ExerciseEntry[]): NamedExercise[] {
	const words = nameWords(question);
	const forms = formsOf(entries);
	const found: Named[] = [];
	const all = [...spelled(question, words, forms), ...partlyNamed(words, forms), ...listed(question, words), ...looking(question)];
	for (const named of all.map((one) => counted(question, one))) {
		if (!found.some((other) => other.start < named.end && named.start < other.end)) found.push(named);
	}
	return withYearSaid(question, found)
		.sort((a, b) => a.start - b.start)
		.map((named) => {
			const ofLine = entries.filter((exercise) => lineOf(exercise) === named.line);
			const meant = ofLine.filter((exercise) => isMeant(named, exercise));
			return { ...named, ids: new Set(meant.map(({ id }) => id)), lineIds: new Set(ofLine.map(({ id }) => id)) };
		});
}

function isMeant({ year, edition }: Named, exercise: ExerciseEntry): boolean {
	if (edition === null) return year === null || exercise.year === year;
	return exercise.names.some(({ text }) => asNumbered(parseName(text)).edition === edition);
}

/** Two digits behind the name of a series that counts its editions are no year. */
function counted(question: string, named: Uncounted): Named {
	if (seriesList.series(named.line)?.numbered !== true) return { ...named, edition: null };
	const { year, edition } = asNumbered(parseName(question.slice(named.start, named.end)));
	return { ...named, year, edition };
}

/** Whole names, the longest first. */
function spelled(question: string, words: Words, forms: readonly Form[]): Uncounted[] {
	const mixedCase = question !== question.toLowerCase() && question !== question.toUpperCase();
	const saysMore = /\b(?:19|20)\d\d\b|\b(?:exercise|drill|edition|war ?game|manoeuvre|maneuver)s?\b/i.test(question);
	return forms.flatMap(({ line, parts, ordinary }) => {
		const found: Uncounted[] = [];
		for (let at = 0; at + parts.length <= words.length; at++) {
			const run = words.slice(at, at + parts.length);
			if (!run.every(({ folded }, index) => isSpelling(folded, parts[index] ?? ''))) continue;
			const { year, start, end } = withYearBeside(words, at, at + parts.length);
			const plainWord = parts.length === 1 && ordinary && !saysMore && year === null && !(mixedCase && at > 0 && run.every(isCapitalised));
			if (!plainWord) found.push({ line, year, start, end });
		}
		return found;
	});
}

/** One word of a name, with the year that the catalogue knows it by: "interaction 2023". */
function partlyNamed(words: Words, forms: readonly Form[]): Uncounted[] {
	return words.flatMap(({ folded }, at) => {
		if (folded.length < 4) return [];
		const { year, start, end } = withYearBeside(words, at, at + 1);
		const form = year === null ? undefined : forms.find((one) => one.year === year && one.parts.includes(folded));
		return form ? [{ line: form.line, year, start, end }] : [];
	});
}

/** Names of the series list, of which the documents may say nothing. */
function listed(question: string, words: Words): Uncounted[] {
	return seriesList.names.find(question, undefined, true).matches.flatMap(({ start, end, named: [series] }) => {
		if (!series) return [];
		const at = words.findIndex((word) => word.start >= start);
		const beside = withYearBeside(words, at, words.findLastIndex((word) => word.end <= end) + 1);
		// "sea breeze" is a wind, "sea breeze 2024" is not.
		if (series.ordinary && beside.year === null) return [];
		return [{ line: series.series.id, year: beside.year, start: beside.start, end: beside.end }];
	});
}

/** What looks like the name of an exercise ("exercise Amber Fist 24"), known or not. */
function looking(question: string): Uncounted[] {
	return findNames(question).map(({ series, key, year, start, end }) => ({ line: series?.id ?? key, year, start, end }));
}

const yearSaid = /\b(?:in|of|from|during|the)\s(?:the\s)?(?:year\s)?((?:19|20)\d\d)\b(?!s)/gi;

/** "African Lion in 2021", "the 2021 edition of African Lion": the one exercise and the one year that a question names belong together. */
function withYearSaid(question: string, found: readonly Named[]): Named[] {
	const years = new Set([...question.matchAll(yearSaid)].map(([, year]) => Number(year)));
	const [year] = years;
	const isOne = found.length === 1 && years.size === 1 && year !== undefined;
	return found.map((one) => (isOne && one.year === null ? { ...one, year } : one));
}

/** Whether some document prints the name that is asked for: not of an edition that only another name of its series is printed for. */
export function isPrinted(question: string, { start, end }: Span, { names }: Pick<ExerciseEntry, 'names'>): boolean {
	const typed = exerciseKey(question.slice(start, end)).split(' ');
	return names.some(({ text }) => {
		const printed = exerciseKey(text).split(' ');
		return typed.every((word) => printed.some((other) => isSpelling(word, other)));
	});
}

function isSpelling(typed: string, name: string): boolean {
	if (typed === name) return true;
	if (name.length < 5 || /\d/.test(name) || typed.charAt(0) !== name.charAt(0)) return false;
	return slips(typed, name) <= (name.length >= 8 ? 2 : 1);
}

/** Two digits beyond it number an edition ("Cobra Gold 36"), no year. */
const latestYear = 2035;

/** The span of some words, with the year that stands directly after them, or before; two digits count only after. */
function withYearBeside(words: Words, from: number, to: number): Span & { readonly year: number | null } {
	const start = words[from]?.start ?? 0;
	const end = words[to - 1]?.end ?? start;
	const after = words[to];
	if (after && /^(?:19|20)\d\d$/.test(after.folded)) return { year: Number(after.folded), start, end: after.end };
	if (after && /^\d\d$/.test(after.folded) && fullYear(after.folded) <= latestYear)
		return { year: fullYear(after.folded), start, end: after.end };
	const before = words[from - 1];
	if (before && /^(?:19|20)\d\d$/.test(before.folded)) return { year: Number(before.folded), start: before.start, end };
	return { year: null, start, end };
}
