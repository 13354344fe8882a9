import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { Document } from '../../src/corpus/document.js';
import { loadCorpus } from '../../src/corpus/load.js';
import { exercisesIn } from '../../src/exercises/catalogue/catalogue.js';
import type { Draft } from '../../src/exercises/drafts/draft.js';
import type { ProposedField } from '../../src/exercises/evidence/proposals.js';
import type { Claim, DateClaim, Exercise } from '../../src/exercises/exercise.js';
import { exerciseKey, type ParsedName, parseName, yearOf } from '../../src/gazetteer/names.js';
import { type Gold, goldSchema, type Printed } from './gold-exercises.js';
import { unprovenClaims } from './provenance.js';

/** How often a field was read right, with every miss in words. */
export interface FieldScore {
	readonly right: number;
	readonly wrong: number;
	readonly missed: number;
	readonly misses: readonly string[];
}

export interface ExerciseScores {
	/** Exercises that must be found. */
	readonly found: FieldScore;
	/** The named among them. */
	readonly named: FieldScore;
	readonly fields: Readonly<Record<'year' | 'participants' | 'locations' | 'dates' | 'organiser' | 'aims', FieldScore>>;
	/** Year, participants, locations and dates together. */
	readonly together: FieldScore;
	/** Claims whose quote does not hold them, in words. */
	readonly unproven: readonly string[];
}

export function precisionOf({ right, wrong }: FieldScore): number {
	return right + wrong === 0 ? 1 : right / (right + wrong);
}

export function recallOf({ right, missed }: FieldScore): number {
	return right + missed === 0 ? 1 : right / (right + missed);
}

/** Harmonic mean of precision and recall. */
export function f1Of(score: FieldScore): number {
	const [precision, recall] = [precisionOf(score), recallOf(score)];
	return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
}

/** Reads the documents of a folder and compares their catalogue with a gold file. */
export async function measureExercises(goldFile: string, folder: string): Promise<ExerciseScores> {
	const gold = z.array(goldSchema).parse(JSON.parse(await readFile(goldFile, 'utf8')));
	const { documents } = await loadCorpus(folder);
	return scoreExercises(gold, documents, await exercisesIn(documents));
}

/** Compares a catalogue with the gold. */
function scoreExercises(gold: readonly Gold[], documents: readonly Document[], exercises: readonly Exercise[]): ExerciseScores {
	const pairs = pairUp(gold, documents, exercises);
	const paired = gold.flatMap((one) => {
		const exercise = pairs.get(one);
		return exercise ? [{ gold: one, exercise }] : [];
	});
	const scored = paired.filter(({ gold: { required } }) => required);
	const fields = {
		year: total(scored.map(({ gold: one, exercise }) => yearScore(one, exercise))),
		participants: total(scored.map(({ gold: one, exercise }) => valueScore(one, one.participants, exercise.participants))),
		locations: total(scored.map(({ gold: one, exercise }) => printedScore(one, one.locations, exercise.locations))),
		dates: total(scored.map(({ gold: one, exercise }) => dateScore(one, exercise.dates))),
		organiser: total(scored.map(({ gold: one, exercise }) => organiserScore(one, exercise))),
		aims: total(scored.map(({ gold: one, exercise }) => printedScore(one, one.aims, exercise.aims))),
	};
	const matched = new Set(pairs.values());
	return {
		found: foundScore(gold, exercises, pairs, matched, () => true),
		named: foundScore(gold, exercises, pairs, matched, (named) => named),
		fields,
		together: total([fields.year, fields.participants, fields.locations, fields.dates]),
		unproven: unprovenClaims(documents, exercises),
	};
}

function foundScore(
	gold: readonly Gold[],
	exercises: readonly Exercise[],
	pairs: ReadonlyMap<Gold, Exercise>,
	matched: ReadonlySet<Exercise>,
	counts: (named: boolean) => boolean,
): FieldScore {
	const wanted = gold.filter(({ required, named }) => required && counts(named));
	const missing = wanted.filter((one) => !pairs.has(one));
	const invented = exercises.filter((exercise) => !matched.has(exercise) && counts(exercise.named));
	return {
		right: wanted.length - missing.length,
		wrong: invented.length,
		missed: missing.length,
		misses: [
			...missing.map(({ id, canonical }) => `${id}: not found: ${canonical}`),
			...invented.map(({ name, documents }) => `invented: ${name} (${documents.join(', ')})`),
		],
	};
}

/**
 * Each gold record with the record that is of it; every record goes with one gold record at most. Those of the very year
 * come first: an edition without a year is not to take another's.
 */
function pairUp(gold: readonly Gold[], documents: readonly Document[], exercises: readonly Exercise[]): Map<Gold, Exercise> {
	const pairs = new Map<Gold, Exercise>();
	for (const sameYear of [true, false]) {
		for (const one of gold) {
			if (pairs.has(one)) continue;
			const taken = new Set(pairs.values());
			const free = exercises.filter(
				(exercise) =>
					!taken.has(exercise) && exercise.documents.some((file) => one.docs.includes(file)) && (!sameYear || exercise.year === one.year),
			);
			const exercise = one.named
				? free.find((other) => hasName(one, other))
				: free.find((other) => !other.named && isToldIn(one, documents, other));
			if (exercise) pairs.set(one, exercise);
		}
	}
	return pairs;
}

function hasName(gold: Gold, exercise: Exercise): boolean {
	if (!exercise.named) return false;
	const years = new Set(gold.names.map(({ text }) => yearOf(text)).filter((year) => year !== null));
	if (gold.year !== null ? exercise.year !== gold.year : years.size > 0 && exercise.year !== null && !years.has(exercise.year))
		return false;
	// An edition that is told of by its year alone ("that of 2013") goes by the name of its series.
	return [...gold.names.map(({ text }) => text), ...(gold.year === null ? [] : [gold.canonical])].some((text) =>
		exercise.names.some(({ value }) => exerciseKey(value) === exerciseKey(text) && !isOtherEdition(parseName(value), parseName(text))),
	);
}

/** "Joint Sword-2024A" is not "Joint Sword-2024B". */
function isOtherEdition(one: ParsedName, other: ParsedName): boolean {
	return one.edition !== null && other.edition !== null && one.edition !== other.edition;
}

/** An unnamed exercise is found by the sentence that tells of it. */
function isToldIn(gold: Gold, documents: readonly Document[], exercise: Exercise): boolean {
	const claims = [...exercise.names, ...exercise.status, ...exercise.participants, ...exercise.locations, ...exercise.dates];
	return gold.nameQuotes.some(({ doc, text }) => {
		const start =
			documents
				.find(({ file }) => file === doc)
				?.text.replaceAll('\u00a0', ' ')
				.indexOf(text) ?? -1;
		return start >= 0 && claims.some(({ quote }) => quote.document === doc && quote.start < start + text.length && start < quote.end);
	});
}

function yearScore(gold: Gold, { year, yearBasis }: Exercise): FieldScore {
	const derived = gold.year === null && year !== null && yearBasis !== 'stated' && gold.yearBasis?.includes(String(year));
	if (year === gold.year || derived) return one(1, 0, 0);
	return { ...one(0, year === null ? 0 : 1, gold.year === null ? 0 : 1), misses: [`${gold.id}: year ${year}, should be ${gold.year}`] };
}

function valueScore(gold: Gold, wanted: readonly string[], claims: readonly Claim[]): FieldScore {
	const values = new Set(claims.map(({ value }) => value));
	return compare(gold, [...values], wanted, (value, want) => value === want, String);
}

function printedScore(gold: Gold, wanted: readonly Printed[], claims: readonly Claim[]): FieldScore {
	return compare(
		gold,
		claims,
		wanted,
		(claim, want) => isPrinted(claim, want),
		(item) => item.text,
	);
}

function dateScore(gold: Gold, claims: readonly DateClaim[]): FieldScore {
	const right = (claim: DateClaim) => gold.dates.some((want) => isPrinted(claim, want) && isComputedRight(claim, want));
	return compare(
		gold,
		claims,
		gold.dates,
		(claim, want) => isPrinted(claim, want) && right(claim),
		(item) => item.text,
	);
}

function isComputedRight(claim: DateClaim, want: Gold['dates'][number]): boolean {
	if (claim.from === null && claim.to === null) return true;
	if (claim.from === want.from && (want.to === null || claim.to === want.to)) return true;
	if (want.from === null && want.ifDateline === null) return claim.basis !== 'stated' || want.to === null;
	return (
		claim.basis !== 'stated' &&
		want.ifDateline !== null &&
		claim.from === want.ifDateline[0] &&
		(want.ifDateline[1] === null || claim.to === want.ifDateline[1])
	);
}

function organiserScore(gold: Gold, { organiser }: Exercise): FieldScore {
	if (!gold.organiser)
		return organiser.every(({ value }) => value === gold.host)
			? one(0, 0, 0)
			: { ...one(0, 1, 0), misses: [`${gold.id}: organiser ${organiser[0]?.value}, none is stated`] };
	const want = gold.organiser;
	const right = organiser.some(
		(claim) => contain(claim.text, want.text) || contain(claim.value, want.text) || contain(claim.quote.text, want.text),
	);
	return right ? one(1, 0, 0) : { ...one(0, organiser.length > 0 ? 1 : 0, 1), misses: [`${gold.id}: organiser should be ${want.text}`] };
}

function isPrinted(claim: Claim, { doc, text }: Printed): boolean {
	return claim.quote.document === doc && (contain(claim.text, text) || fold(claim.value) === fold(text));
}

/** One holds the other: how much of a phrase is taken is a matter of taste. */
function contain(printed: string, other: string): boolean {
	const [a, b] = [fold(printed), fold(other)];
	return a.includes(b) || b.includes(a);
}

function fold(text: string): string {
	return text
		.toLowerCase()
		.replace(/[\s"“”'‘’]+/g, ' ')
		.trim();
}

function compare<Made, Wanted>(
	{ id }: Gold,
	made: readonly Made[],
	wanted: readonly Wanted[],
	same: (made: Made, wanted: Wanted) => boolean,
	show: (item: Made | Wanted) => string,
): FieldScore {
	const missed = wanted.filter((want) => !made.some((item) => same(item, want)));
	const wrong = made.filter((item) => !wanted.some((want) => same(item, want)));
	return {
		right: wanted.length - missed.length,
		wrong: wrong.length,
		missed: missed.length,
		misses: [...missed.map((want) => `${id}: missed ${show(want)}`), ...wrong.map((item) => `${id}: wrong ${show(item)}`)],
	};
}

/** True for a draft of a named exercise of the gold. */
export function isSameExercise(gold: Gold, draft: Pick<Draft, 'seriesKey' | 'year' | 'claims'>): boolean {
	if (!gold.named || draft.seriesKey === null) return false;
	if (gold.year !== null && draft.year !== null && gold.year !== draft.year) return false;
	return gold.names.some(({ text }) =>
		draft.claims.names.some(({ value }) => exerciseKey(value) === exerciseKey(text) && !isOtherEdition(parseName(value), parseName(text))),
	);
}

/** True for a claim that the gold has. */
export function isGold(gold: Gold, field: ProposedField, claim: Claim): boolean {
	switch (field) {
		case 'participants':
		case 'observers':
			return gold[field].includes(claim.value);
		case 'organiser':
			return gold.organiser !== null && contain(claim.quote.text, gold.organiser.text);
		default:
			return gold[field].some((want) => isPrinted(claim, want));
	}
}

function one(right: number, wrong: number, missed: number): FieldScore {
	return { right, wrong, missed, misses: [] };
}

function total(scores: readonly FieldScore[]): FieldScore {
	const sum = (part: 'right' | 'wrong' | 'missed') => scores.reduce((so, score) => so + score[part], 0);
	return { right: sum('right'), wrong: sum('wrong'), missed: sum('missed'), misses: scores.flatMap(({ misses }) => misses) };
}

/** The scores as lines for people. */
export function describeScores({ found, named, fields, together, unproven }: ExerciseScores): string[] {
	const line = (name: string, score: FieldScore) => [
		`${name.padEnd(14)} F1 ${f1Of(score).toFixed(3)}  precision ${precisionOf(score).toFixed(3)}  recall ${recallOf(score).toFixed(3)}  (${score.right} right, ${score.wrong} wrong, ${score.missed} missed)`,
		...score.misses.map((miss) => `    ${miss}`),
	];
	return [
		...line('exercises', found),
		...line('named', { ...named, misses: [] }),
		...Object.entries(fields).flatMap(([name, score]) => line(name, score)),
		...line('together', { ...together, misses: [] }),
		`values that do not stand beside their quote: ${unproven.length}`,
		...unproven.map((claim) => `    ${claim}`),
	];
}
