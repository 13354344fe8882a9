import { type Document, type Section, sectionAt, sentenceAt } from '../corpus/document.js';
import { findNames, type NameMention, namesOf } from '../exercises/name-mentions.js';
import { exerciseKey, fullYear } from '../gazetteer/names.js';
import { seriesList } from '../gazetteer/series.js';
import { isCapitalised, nameWords } from '../text/name-words.js';
import type { Span } from '../text/span.js';
import { slips } from '../text/spelling.js';
import { tuning } from './tuning.js';

/** An exercise that a question names: all editions of its line when `year` is null. */
export interface NamedExercise extends Span {
	/** Series id of the series list, or the folded name. */
	readonly line: string;
	readonly key: string;
	readonly year: number | null;
}

/** What mentions of one line of exercises share: the series of the list, or the folded name. */
export function lineOf(mention: NameMention): string {
	return mention.series?.id ?? mention.key;
}

/** A name that a document prints, once for each year it is printed with. */
interface Form {
	readonly mention: NameMention;
	readonly parts: readonly string[];
}

const formsKnown = new WeakMap<Document, readonly Form[]>();

function formsIn(document: Document): readonly Form[] {
	const already = formsKnown.get(document);
	if (already) return already;
	const byName = new Map(namesOf(document).map((mention) => [`${mention.key} ${mention.year}`, mention] as const));
	const forms = [...byName.values()].map((mention) => ({ mention, parts: mention.key.split(' ') }));
	formsKnown.set(document, forms);
	return forms;
}

/** The exercises that a question names, by the names that these documents use, however it spells them. */
export function exercisesNamed(question: string, documents: Iterable<Document>): NamedExercise[] {
	const known = [...documents];
	const words = nameWords(question);
	const begun = new Set(words.map(({ folded }) => folded.charAt(0)));
	const forms = known.flatMap(formsIn).filter(({ parts }) => parts.some((part) => begun.has(part.charAt(0))));
	const found: NamedExercise[] = [];
	const add = (exercise: NamedExercise) => {
		if (!found.some((other) => other.start < exercise.end && exercise.start < other.end)) found.push(exercise);
	};
	for (const exercise of [...spelled(question, words, forms, known), ...partlyNamed(words, forms), ...listed(question, words)])
		add(exercise);
	for (const mention of findNames(question))
		add({ line: lineOf(mention), key: mention.key, year: mention.year, start: mention.start, end: mention.end });
	return withYearSaid(question, found);
}

type Words = ReturnType<typeof nameWords>;

/** Whole names, the longest first. */
function spelled(question: string, words: Words, forms: readonly Form[], documents: readonly Document[]): NamedExercise[] {
	const mixedCase = question !== question.toLowerCase() && question !== question.toUpperCase();
	const saysMore = /\b(?:19|20)\d\d\b|\b(?:exercise|drill|edition|war ?game)s?\b/i.test(question);
	const exercises: NamedExercise[] = [];
	const byKey = new Map(forms.map((form) => [form.mention.key, form] as const));
	for (const { mention, parts } of [...byKey.values()].sort((a, b) => b.mention.key.length - a.mention.key.length)) {
		for (let at = 0; at + parts.length <= words.length; at++) {
			const run = words.slice(at, at + parts.length);
			if (!run.every(({ folded }, index) => isSpelling(folded, parts[index] ?? ''))) continue;
			const dated = yearBeside(words, at, at + parts.length);
			const isPlainWord =
				parts.length === 1 &&
				isOrdinary(mention) &&
				!saysMore &&
				dated.year === null &&
				!(mixedCase && at > 0 && run.every(isCapitalised)) &&
				!isOnlyName(mention, documents);
			const [first, last] = [words[dated.from], words[dated.to - 1]];
			if (first && last && !isPlainWord)
				exercises.push({ line: lineOf(mention), key: mention.key, year: dated.year, start: first.start, end: last.end });
		}
	}
	return exercises;
}

/** One word of a name, with the year that the documents print after the name: "interaction 2023". */
function partlyNamed(words: Words, forms: readonly Form[]): NamedExercise[] {
	const exercises: NamedExercise[] = [];
	for (const [at, { folded, start }] of words.entries()) {
		if (folded.length < 4) continue;
		const { year, from, to } = yearBeside(words, at, at + 1);
		const last = words[to - 1];
		const form = year === null ? undefined : forms.find(({ mention, parts }) => mention.year === year && parts.includes(folded));
		if (form && last && from === at) exercises.push({ line: lineOf(form.mention), key: form.mention.key, year, start, end: last.end });
	}
	return exercises;
}

/** Names of the series list, of which the documents may say nothing. */
function listed(question: string, words: Words): NamedExercise[] {
	const exercises: NamedExercise[] = [];
	for (const { start, end, named } of seriesList.names.find(question, undefined, true).matches) {
		const [series] = named;
		if (!series || series.ordinary) continue;
		const at = words.findIndex((word) => word.start >= start);
		const dated = yearBeside(words, at, words.findLastIndex((word) => word.end <= end) + 1);
		const [first, last] = [words[dated.from], words[dated.to - 1]];
		const key = exerciseKey(question.slice(start, end));
		if (first && last) exercises.push({ line: series.series.id, key, year: dated.year, start: first.start, end: last.end });
	}
	return exercises;
}

const yearSaid = /\b(?:in|of|from|during|the)\s(?:the\s)?(?:year\s)?((?:19|20)\d\d)\b(?!s)/gi;

/** "African Lion in 2021", "the 2021 edition of African Lion": the one exercise and the one year that a question names belong together. */
function withYearSaid(question: string, found: readonly NamedExercise[]): NamedExercise[] {
	const years = new Set([...question.matchAll(yearSaid)].map(([, year]) => Number(year)));
	const [year] = years;
	const isOne = found.length === 1 && years.size === 1 && year !== undefined;
	return found.map((one) => (isOne && one.year === null ? { ...one, year } : one));
}

/** A name that is an ordinary word too ("Ocean", "West") is an exercise's only with a year. */
function isOrdinary({ series, key }: NameMention): boolean {
	return series !== null && (series.ordinary || series.ordinaryAliases.some((alias) => exerciseKey(alias) === key));
}

/** True when these documents use a word for nothing but the exercise: "polaris" where no star is spoken of. */
function isOnlyName({ key }: NameMention, documents: readonly Document[]): boolean {
	const word = new RegExp(`(?<![\\p{L}\\p{N}])${key}(?![\\p{L}])`, 'giu');
	return documents.every(
		(document) => (document.text.match(word)?.length ?? 0) <= namesOf(document).filter((name) => name.key === key).length,
	);
}

function isSpelling(typed: string, name: string): boolean {
	if (typed === name) return true;
	if (name.length < 5 || /\d/.test(name) || typed.charAt(0) !== name.charAt(0)) return false;
	return slips(typed, name) <= (name.length >= 8 ? 2 : 1);
}

/** Two digits beyond it number an edition ("Cobra Gold 36"), no year. */
const latestYear = 2035;

/** The year that stands directly after a name, or before it; two digits count only after. */
function yearBeside(words: Words, from: number, to: number): { readonly year: number | null; readonly from: number; readonly to: number } {
	const after = words[to]?.folded ?? '';
	if (/^(?:19|20)\d\d$/.test(after)) return { year: Number(after), from, to: to + 1 };
	if (/^\d\d$/.test(after) && fullYear(after) <= latestYear) return { year: fullYear(after), from, to: to + 1 };
	const before = words[from - 1]?.folded ?? '';
	if (/^(?:19|20)\d\d$/.test(before)) return { year: Number(before), from: from - 1, to };
	return { year: null, from, to };
}

/** How far a document's mention of a line may be the edition asked for, 0 to 1. */
export function editionShare(asked: Pick<NamedExercise, 'line' | 'key' | 'year'>, mention: NameMention, document: Document): number {
	if (lineOf(mention) !== asked.line) return isShortForm(asked, mention, document) ? tuning.match.shortForm : 0;
	if (asked.year === null || mention.year === asked.year) return 1;
	if (mention.year !== null) return 0;
	return ownYear(asked.line, document, mention) === asked.year ? undatedShare : 0;
}

/** "UNITAS" in an article on UNITAS Gold, which it names in full first. */
function isShortForm({ key, line }: Pick<NamedExercise, 'line' | 'key'>, mention: NameMention, document: Document): boolean {
	if (mention.year !== null || !key.startsWith(`${mention.key} `)) return false;
	const section = sectionAt(document, mention.start);
	return namesOf(document).some(
		(other) => lineOf(other) === line && other.start < mention.start && sectionAt(document, other.start) === section,
	);
}

/** How far a name without a year is taken for the edition that its article tells of. */
const undatedShare = 0.9;

/**
 * The edition of a line that a name without a year means in its section: that of the year of publication; else, where the section names
 * the exercise by its year first, the one it names most. An article that names it without a year first tells of this year's.
 */
function ownYear(line: string, document: Document, { start }: Span): number | null {
	const section = sectionAt(document, start);
	const mentions = namesOf(document).filter((other) => lineOf(other) === line && sectionAt(document, other.start) === section);
	const published = section?.publishedOn ? Number(section.publishedOn.on.slice(0, 4)) : null;
	const years = mentions.flatMap(({ year }) => (year === null ? [] : [year]));
	if (published !== null && years.includes(published)) return published;
	if (published !== null && mentions[0]?.year === null) return years.find((year) => year > published) ?? published;
	const times = (year: number) => years.filter((other) => other === year).length;
	return years.toSorted((a, b) => times(b) - times(a))[0] ?? null;
}

/** The exercise that an article has named last before a sentence: what "it" and "the drills" mean there. */
export function lastNamed(document: Document, { start }: Span): NameMention | undefined {
	const from = sectionAt(document, start)?.start ?? 0;
	const last = namesOf(document).findLast((name) => name.start >= from && name.end <= start);
	const sentence = last && sentenceAt(document, last.start);
	// Of several in one sentence, the first is what it is about.
	return sentence && namesOf(document).find((name) => name.start >= sentence.start);
}

/** The line of exercises that an article is about: that of its title, else the one it speaks of most, with its share of all mentions. */
export interface MainExercise {
	readonly mentions: readonly NameMention[];
	readonly share: number;
}

const mains = new WeakMap<Section, MainExercise | null>();

export function mainExercise(document: Document, span: Span): MainExercise | null {
	const section = sectionAt(document, span.start);
	if (!section) return null;
	const main = mains.get(section);
	if (main !== undefined) return main;
	const mentions = namesOf(document).filter(({ start }) => start >= section.start && start < section.end);
	const lines = new Map<string, NameMention[]>();
	for (const mention of mentions) lines.set(lineOf(mention), [...(lines.get(lineOf(mention)) ?? []), mention]);
	const inTitle = mentions.filter(({ end }) => section.title && end <= section.title.end);
	const [most] = [...lines.values()].sort((a, b) => b.length - a.length);
	const titled = inTitle[0] && lines.get(lineOf(inTitle[0]));
	const about = titled ?? most;
	const found = about ? { mentions: about, share: titled ? 1 : about.length / mentions.length } : null;
	mains.set(section, found);
	return found;
}
