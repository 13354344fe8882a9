import { createHash } from 'node:crypto';
import { contains, gazetteer } from '../../gazetteer/gazetteer.js';
import type { Pieces } from '../../taking-turns.js';
import type { DocumentExtract, Draft } from '../drafts/draft.js';

/** Drafts of one exercise, each with its place in the list of all drafts. */
export interface Cluster {
	readonly key: string;
	readonly drafts: readonly Draft[];
}

/**
 * Puts together the drafts that are of one exercise: named ones of the same series, year and edition; unnamed ones only
 * on evidence, the same kind, countries and place at a compatible time. An undated name is of its own document alone,
 * unless it is spoken of as a series.
 */
export function* clusterDrafts(
	drafts: readonly Draft[],
	mainOf: (draft: Draft) => Draft | undefined,
): Pieces<Cluster[]> {
	const named = new Map<string, Draft[]>();
	const unnamed: Draft[][] = [];
	const candidates = new Map<string, Draft[][]>();
	for (const draft of drafts) {
		yield;
		if (draft.seriesKey !== null) {
			put(named, namedKey(draft), draft);
			continue;
		}
		const keys = bucketsOf(draft, mainOf);
		const found = keys
			.flatMap((key) => candidates.get(key) ?? [])
			.find((cluster) => cluster.every((other) => isSameUnnamed(draft, other, mainOf)));
		const cluster = found ?? [];
		cluster.push(draft);
		if (!found) unnamed.push(cluster);
		for (const key of keys) if (!candidates.get(key)?.includes(cluster)) put(candidates, key, cluster);
	}
	return [
		...[...named].map(([key, members]) => ({ key, drafts: members })),
		...unnamed.map((members) => ({ key: unnamedKey(members), drafts: members })),
	];
}

function put<Item>(map: Map<string, Item[]>, key: string, item: Item): void {
	const items = map.get(key);
	if (items) items.push(item);
	else map.set(key, [item]);
}

/**
 * What two unnamed drafts of one exercise have in common, so that each is compared with few others: kind, countries,
 * and a month or the named exercise beside.
 */
function bucketsOf(draft: Draft, mainOf: (draft: Draft) => Draft | undefined): string[] {
	const countries = [...new Set(draft.claims.participants.map(({ value }) => value))].toSorted().join('+');
	const months = new Set([
		...draft.months,
		...draft.claims.dates.flatMap(({ from, to }) => monthsBetween(from ?? to, to ?? from)),
	]);
	const main = mainOf(draft);
	const times = months.size > 0 ? [...months].map(String) : [main ? namedKey(main) : ''];
	return times.map((time) => `${draft.kind}|${countries}|${time}`);
}

function monthsBetween(from: string | null, to: string | null): number[] {
	if (from === null || to === null) return [];
	const index = (iso: string) => Number(iso.slice(0, 4)) * 12 + Number(iso.slice(5, 7)) - 1;
	const length = Math.min(12, index(to) - index(from) + 1);
	return Array.from({ length: Math.max(0, length) }, (_, step) => ((index(from) + step) % 12) + 1);
}

/** What a named draft is filed under; the id is made of it. */
function namedKey(draft: Draft): string {
	const stem = slug(draft.seriesKey ?? '');
	if (draft.kind === 'series') return `${stem}-series`;
	const edition = draft.edition ? `-${slug(draft.edition)}` : '';
	if (draft.year !== null) return `${stem}-${draft.year}${edition}`;
	return draft.edition ? `${stem}${edition}` : `${stem}-${shortHash(draft.file)}`;
}

/**
 * What an extract's exercises are merged by: drafts that have no unit in common are never of one exercise. A named
 * draft has one, the key that it is filed under; an unnamed one as many as it has months.
 */
export function unitsOf(extract: DocumentExtract): string[] {
	return [...new Set(extract.drafts.flatMap((draft) => draftUnits(draft, extract.drafts)))];
}

/** @param drafts those of its extract */
export function draftUnits(draft: Draft, drafts: readonly Draft[]): string[] {
	if (draft.seriesKey !== null) return [`named ${namedKey(draft)}`];
	return bucketsOf(draft, () => (draft.main === null ? undefined : drafts[draft.main])).map(
		(bucket) => `unnamed ${bucket}`,
	);
}

function unnamedKey(members: readonly Draft[]): string {
	const [first] = members.toSorted((a, b) => (a.file < b.file ? -1 : 1));
	const words = slug(first?.description ?? '')
		.split('-')
		.slice(0, 8)
		.join('-');
	return `${words}-${shortHash(`${first?.file} ${first?.description}`)}`;
}

function isSameUnnamed(one: Draft, other: Draft, mainOf: (draft: Draft) => Draft | undefined): boolean {
	if (one.kind !== other.kind || (one.document === other.document && one.main === other.main)) return false;
	if (one.year !== null && other.year !== null && one.year !== other.year) return false;
	return sameCountries(one, other) && sameVenue(one, other) && sameTime(one, other, mainOf);
}

function sameCountries(one: Draft, other: Draft): boolean {
	const [a, b] = [one, other].map((draft) => new Set(draft.claims.participants.map(({ value }) => value)));
	return (
		a !== undefined && b !== undefined && a.size > 0 && a.size === b.size && [...a].every((country) => b.has(country))
	);
}

function sameVenue(one: Draft, other: Draft): boolean {
	const places = (draft: Draft) =>
		draft.claims.locations.flatMap(({ placeId }) => (placeId ? (gazetteer.place(placeId) ?? []) : []));
	return places(one).some((a) =>
		places(other).some((b) => a.id === b.id || (a.kind !== 'continent' && (contains(a, b) || contains(b, a)))),
	);
}

/**
 * Days that overlap, or the same month of no other year; with no date on either side, the same named exercise that both
 * are told beside.
 */
function sameTime(one: Draft, other: Draft, mainOf: (draft: Draft) => Draft | undefined): boolean {
	const [a, b] = [one, other].map((draft) => draft.claims.dates.filter(({ from }) => from !== null));
	if (a && b && a.length > 0 && b.length > 0)
		return a.some((x) =>
			b.some((y) => (x.from ?? '') <= (y.to ?? x.from ?? '') && (y.from ?? '') <= (x.to ?? y.from ?? '')),
		);
	if (one.months.length > 0 && other.months.length > 0) return one.months.some((month) => other.months.includes(month));
	if (one.months.length > 0 || other.months.length > 0) return false;
	const [first, second] = [mainOf(one), mainOf(other)];
	return first !== undefined && second !== undefined && first.year !== null && namedKey(first) === namedKey(second);
}

/** Folded words joined by hyphens; letters of any script stay. */
export function slug(words: string): string {
	return words
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/['’]/g, '')
		.replace(/[^\p{L}\p{N}]+/gu, '-')
		.replace(/^-+|-+$/g, '');
}

function shortHash(value: string): string {
	return createHash('sha256').update(value).digest('hex').slice(0, 6);
}
