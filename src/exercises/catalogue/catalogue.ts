import type { Document } from '../../corpus/document.js';
import { exerciseKey } from '../../gazetteer/names.js';
import { openReader, type Reader } from '../../reader/reader.js';
import { atOnce, type Pieces } from '../../taking-turns.js';
import { inOrder } from '../../text/in-order.js';
import type { DocumentExtract, Draft } from '../drafts/draft.js';
import {
	type Claim,
	type ClaimField,
	type ClaimsByField,
	claimFields,
	type Exercise,
	type RelatedClaim,
} from '../exercise.js';
import { disagreementsOf } from './disagreements.js';
import { type Cluster, clusterDrafts } from './merge.js';
import { readExercisesOnce } from './saved-extracts.js';
import { shortName, withNamesApart } from './short-names.js';

/**
 * Every exercise that the documents tell of, sorted by name, then id. The same documents give the same, whatever their
 * order.
 */
export async function exercisesIn(documents: readonly Document[], reader?: Reader): Promise<Exercise[]> {
	const asked = reader ?? (await openReader());
	return mergeExtracts(await Promise.all(documents.map((document) => readExercisesOnce(document, asked))));
}

/** Merges what has been read of each document. */
export function mergeExtracts(extracts: readonly DocumentExtract[]): Exercise[] {
	return atOnce(merging(extracts));
}

/** The same piece by piece: of ten thousand documents it takes long enough to be felt. */
export function* merging(extracts: readonly DocumentExtract[]): Pieces<Exercise[]> {
	const alone = yield* mergedAlone(extracts);
	return yield* catalogueOf(alone.map(({ exercise }) => exercise));
}

/** An exercise by what is said of it alone, with what that was read from. */
export interface Merged {
	readonly exercise: Exercise;
	readonly drafts: readonly Draft[];
}

/** Exercises by what is said of each alone: two of a series do not know each other yet, and two may have one name. */
export function* mergedAlone(extracts: readonly DocumentExtract[]): Pieces<Merged[]> {
	const sorted = extracts.toSorted((a, b) => (a.file < b.file ? -1 : 1));
	const mains = new Map<Draft, Draft>();
	for (const { drafts } of sorted) {
		for (const draft of drafts) {
			const main = draft.main === null ? undefined : drafts[draft.main];
			if (main) mains.set(draft, main);
		}
	}
	const clustered = yield* clusterDrafts(
		sorted.flatMap(({ drafts }) => drafts),
		(draft) => mains.get(draft),
	);
	const clusters = clustered.filter(({ drafts }) => !drafts.every(tellsNothing));
	const idOf = new Map(clusters.flatMap(({ key, drafts }) => drafts.map((draft) => [draft, key] as const)));
	const draftsOf = new Map(
		sorted.flatMap((extract) => extract.drafts.map((draft) => [draft, extract.drafts] as const)),
	);
	const related = (draft: Draft): RelatedClaim[] =>
		draft.related.flatMap(({ to, relation, claim }) => {
			const other = draftsOf.get(draft)?.[to];
			const id = other && idOf.get(other);
			return id && id !== idOf.get(draft) ? [{ ...claim, id, relation }] : [];
		});
	const merged: Merged[] = [];
	for (const cluster of clusters) {
		merged.push({ exercise: exerciseOf(cluster, related), drafts: cluster.drafts });
		yield;
	}
	return merged;
}

/** What says no more than that there is an exercise, or what others say of it. */
const bare: readonly ClaimField[] = ['names', 'status', 'ordinal', 'reactions'];
const telling = claimFields.filter((field) => !bare.includes(field));

/** "The exercise", of which neither a name is told nor anything else: nobody could tell it from others. */
function tellsNothing({ seriesKey, claims }: Draft): boolean {
	return seriesKey === null && telling.every((field) => claims[field].length === 0);
}

/** Exercises that know of each other: the editions of one series, by name, and no name twice. */
function* catalogueOf(alone: readonly Exercise[]): Pieces<Exercise[]> {
	const apart = withNamesApart(alone);
	yield;
	const sorted = apart.toSorted(byName);
	const bySeries = new Map<string, Exercise[]>();
	for (const exercise of sorted) {
		const editions = bySeries.get(exercise.series ?? '');
		if (editions) editions.push(exercise);
		else if (exercise.series) bySeries.set(exercise.series, [exercise]);
	}
	const catalogue: Exercise[] = [];
	for (const exercise of sorted) {
		yield;
		catalogue.push(withEditions(exercise, bySeries.get(exercise.series ?? '') ?? []));
	}
	return catalogue;
}

/** The order of a catalogue. */
export function byName(one: Pick<Exercise, 'name' | 'id'>, other: Pick<Exercise, 'name' | 'id'>): number {
	return inOrder(one.name, other.name) || inOrder(one.id, other.id);
}

function exerciseOf({ key, drafts }: Cluster, related: (draft: Draft) => RelatedClaim[]): Exercise {
	const [first] = drafts;
	if (!first) throw new RangeError(`No document tells of ${key}`);
	const named = first.seriesKey !== null;
	const dated = drafts.find((draft) => draft.year !== null);
	const year = dated?.year ?? null;
	const all = <Made>(claimsIn: (claims: ClaimsByField) => readonly Made[]): Made[] =>
		drafts.flatMap(({ claims }) => claimsIn(claims));
	const participants = statedFirst(all((claims) => claims.participants));
	const name = named ? commonest(drafts) : '';
	const names = mergedNames(drafts);
	const claims: ClaimsByField = {
		names: [...names.filter(({ value }) => value === name), ...names.filter(({ value }) => value !== name)],
		status: all((claims) => claims.status.slice(0, 1)),
		dates: all((claims) => claims.dates),
		locations: all((claims) => claims.locations),
		participants,
		observers: all((claims) => claims.observers).filter(
			({ value }) => !participants.some((claim) => claim.value === value),
		),
		forces: all((claims) => claims.forces),
		organiser: all((claims) => claims.organiser),
		aims: all((claims) => claims.aims),
		activities: all((claims) => claims.activities),
		scale: all((claims) => claims.scale),
		ordinal: all((claims) => claims.ordinal),
		reactions: all((claims) => claims.reactions),
	};
	return {
		id: key,
		name: named ? name : shortName(first.description, { ...claims, year }),
		named,
		series: drafts.find(({ series }) => series)?.series ?? null,
		year,
		yearBasis: dated?.yearBasis ?? null,
		kind: first.kind,
		documents: [...new Set(drafts.map(({ file }) => file))].toSorted(),
		...claims,
		spokenOf: drafts.flatMap(({ document, spokenOf }) => spokenOf.map((span) => ({ ...span, documentId: document }))),
		related: drafts
			.flatMap(related)
			.filter(
				({ id, relation }, index, all) =>
					all.findIndex((other) => other.id === id && other.relation === relation) === index,
			),
		disagreements: disagreementsOf(
			claims,
			new Map(drafts.flatMap(({ document, toldOn }) => (toldOn ? [[document, toldOn] as const] : []))),
		),
	};
}

/** What the series list alone tells is left out where a document states it, and said once where none does. */
function statedFirst(claims: readonly Claim[]): Claim[] {
	return claims.filter(
		(claim, at) =>
			claim.basis !== 'from the series list' ||
			!claims.some((other, index) => other.value === claim.value && (other.basis !== claim.basis || index < at)),
	);
}

/** A name that no document equates with the first, and that only the series list makes the same. */
function mergedNames(drafts: readonly Draft[]): Claim[] {
	const keys = new Map<string, number>();
	for (const { claims } of drafts)
		for (const { value } of claims.names) keys.set(stemOf(value), (keys.get(stemOf(value)) ?? 0) + 1);
	const equated = new Set(
		drafts.flatMap(({ claims }) => (claims.names.length > 1 ? claims.names.map(({ value }) => stemOf(value)) : [])),
	);
	const [firstKey] = keys.keys();
	return drafts.flatMap(({ series, claims }) =>
		claims.names.map((claim): Claim => {
			const other = series !== null && stemOf(claim.value) !== firstKey && !equated.has(stemOf(claim.value));
			return other ? { ...claim, basis: 'from the series list' } : claim;
		}),
	);
}

function stemOf(name: string): string {
	return name.toLowerCase().replace(/[^\p{L}]+/gu, '');
}

/** The form that most documents print; of several, the one that they use most, then the shortest. */
function commonest(drafts: readonly Draft[]): string {
	const forms = new Map<string, { documents: number; behind: number }>();
	for (const { claims } of drafts) {
		for (const [at, { value }] of claims.names.entries()) {
			const { documents, behind } = forms.get(value) ?? { documents: 0, behind: 0 };
			forms.set(value, { documents: documents + 1, behind: behind + at });
		}
	}
	const isFull = (name: string): boolean => drafts.some(({ seriesKey }) => seriesKey === exerciseKey(name));
	const full = [...forms].filter(([name]) => isFull(name));
	const named = full.length > 0 ? full : [...forms];
	const dated = named.filter(([name]) => /\d/.test(name));
	const [best] = (dated.length > 0 ? dated : named).toSorted(
		([a, one], [b, other]) => other.documents - one.documents || one.behind - other.behind || a.length - b.length,
	);
	return best?.[0] ?? '';
}

/** With the editions of its series, itself among them, as related. */
export function withEditions(exercise: Exercise, editions: readonly Pick<Exercise, 'id' | 'names'>[]): Exercise {
	const others = editions.flatMap(({ id, names: [claim] }): RelatedClaim[] => {
		if (id === exercise.id || !claim || exercise.related.some((related) => related.id === id)) return [];
		return [{ ...claim, id, relation: 'same series', basis: 'from the series list' }];
	});
	return { ...exercise, related: [...exercise.related, ...others] };
}
