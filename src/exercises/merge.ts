import { createHash } from 'node:crypto';
import type { Draft } from './draft.js';
import { contains, gazetteer } from './gazetteer.js';

/** Drafts of one exercise, each with its place in the list of all drafts. */
export interface Cluster {
	readonly key: string;
	readonly drafts: readonly Draft[];
}

/**
 * Puts together the drafts that are of one exercise: named ones of the same series, year and edition; unnamed ones only on evidence,
 * the same kind, countries and place at a compatible time. An undated name is of its own document alone, unless it is spoken of as a series.
 */
export function clusterDrafts(drafts: readonly Draft[], mainOf: (draft: Draft) => Draft | undefined): Cluster[] {
	const named = new Map<string, Draft[]>();
	const unnamed: Draft[][] = [];
	for (const draft of drafts) {
		if (draft.seriesKey !== null) {
			const key = namedKey(draft);
			named.set(key, [...(named.get(key) ?? []), draft]);
			continue;
		}
		const same = unnamed.find((cluster) => cluster.every((other) => isSameUnnamed(draft, other, mainOf)));
		if (same) same.push(draft);
		else unnamed.push([draft]);
	}
	return [
		...[...named].map(([key, members]) => ({ key, drafts: members })),
		...unnamed.map((members) => ({ key: unnamedKey(members), drafts: members })),
	];
}

/** What a named draft is filed under; the id is made of it. */
export function namedKey(draft: Draft): string {
	const stem = slug(draft.seriesKey ?? '');
	if (draft.kind === 'series') return `${stem}-series`;
	const edition = draft.edition ? `-${slug(draft.edition)}` : '';
	if (draft.year !== null) return `${stem}-${draft.year}${edition}`;
	return draft.edition ? `${stem}${edition}` : `${stem}-${shortHash(draft.file)}`;
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
	return sameCountries(one, other) && sameScene(one, other) && sameTime(one, other, mainOf);
}

function sameCountries(one: Draft, other: Draft): boolean {
	const [a, b] = [one, other].map((draft) => new Set(draft.claims.participants.map(({ value }) => value)));
	return a !== undefined && b !== undefined && a.size > 0 && a.size === b.size && [...a].every((country) => b.has(country));
}

function sameScene(one: Draft, other: Draft): boolean {
	const places = (draft: Draft) => draft.claims.locations.flatMap(({ placeId }) => (placeId ? (gazetteer.place(placeId) ?? []) : []));
	return places(one).some((a) =>
		places(other).some((b) => a.id === b.id || (a.kind !== 'continent' && (contains(a, b) || contains(b, a)))),
	);
}

/** Days that overlap, or the same month of no other year; with no date on either side, the same named exercise that both are told beside. */
function sameTime(one: Draft, other: Draft, mainOf: (draft: Draft) => Draft | undefined): boolean {
	const [a, b] = [one, other].map((draft) => draft.claims.dates.filter(({ from }) => from !== null));
	if (a && b && a.length > 0 && b.length > 0)
		return a.some((x) => b.some((y) => (x.from ?? '') <= (y.to ?? x.from ?? '') && (y.from ?? '') <= (x.to ?? y.from ?? '')));
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
