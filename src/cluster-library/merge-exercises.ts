import { createHash } from 'node:crypto';
import { z } from 'zod';
import { mergedAlone } from '../exercises/catalogue/catalogue.js';
import { draftUnits, unitsOf } from '../exercises/catalogue/merge.js';
import { extractOf as savedExtractOf, withoutText } from '../exercises/catalogue/saved-extracts.js';
import type { DocumentExtract, Draft } from '../exercises/drafts/draft.js';
import { inTurns } from '../taking-turns.js';
import { type Write, writeAll } from './bulk.js';
import type { Connection } from './connection.js';
import { documentSchema } from './document-records.js';
import { entryOf } from './exercise-records.js';
import type { Generation } from './generation.js';
import { pagesOf, refresh } from './pages.js';

/** Documents whose exercises are merged at a time. */
const documentsAtOnce = 500;
const documentsAPage = 100;
const unitsAQuery = 1_000;

/**
 * Merges anew the exercises that some changed documents tell of, and those alone: what they are filed under is
 * looked for in all documents.
 * @returns how many documents were taken; 0 where none has changed
 */
export async function mergeChanged(connection: Connection, generation: Generation, change: number): Promise<number> {
	const { documents, exercises } = generation.indices;
	await refresh(connection, [documents, exercises]);
	const changed = await changedDocuments(connection, documents);
	if (changed.length === 0) return 0;
	const { extracts, targets } = await neighbourhood(connection, documents, new Set(changed.flatMap(({ _source }) => _source.units)));
	const merged = await inTurns(mergedAlone(extracts.map(({ extract }) => extract)));
	const writes = new Map<string, Write>();
	const extractOf = new Map(extracts.flatMap(({ extract }) => extract.drafts.map((draft) => [draft, extract] as const)));
	for (const { exercise, drafts } of merged) {
		const units = [...new Set(drafts.flatMap((draft) => draftUnits(draft, extractOf.get(draft)?.drafts ?? [])))];
		if (!units.some((unit) => targets.has(unit))) continue;
		const id = recordId(exercise.id);
		const record = { key: id, units, change, gone: false, entry: entryOf(exercise), exercise: withoutText(exercise) };
		writes.set(exercise.id, { do: 'index', index: exercises, id, record });
	}
	for (const id of await exercisesFiledUnder(connection, exercises, targets)) {
		const record = { key: recordId(id), units: [], change, gone: true, entry: { id } };
		if (!writes.has(id)) writes.set(id, { do: 'index', index: exercises, id: record.key, record });
	}
	await writeAll(connection, [...writes.values()]);
	await writeAll(connection, settled(changed, documents, new Map(extracts.map(({ extract, own }) => [extract.documentId, own]))));
	return changed.length;
}

/** What an exercise's record is found by: ids are made of names, and may be longer than the cluster allows. */
export function recordId(exercise: string): string {
	return createHash('sha256').update(exercise).digest('hex').slice(0, 40);
}

const changedSchema = z.object({ units: z.array(z.string()), gone: z.boolean() });

async function changedDocuments(connection: Connection, index: string) {
	const asked = { query: { term: { merged: false } }, by: 'order', fields: ['units', 'gone'], size: documentsAtOnce };
	const { value } = await pagesOf(connection, index, asked, changedSchema).next();
	return value ?? [];
}

/** A document that somebody has changed meanwhile stays to be merged. */
function settled(changed: Awaited<ReturnType<typeof changedDocuments>>, index: string, unitsNow: ReadonlyMap<string, string[]>): Write[] {
	return changed.map(({ _id: id, _seq_no, _primary_term, _source: { gone } }): Write => {
		const as = { if_seq_no: _seq_no, if_primary_term: _primary_term };
		return gone
			? { do: 'delete', index, id, as }
			: { do: 'update', index, id, as, record: { merged: true, units: unitsNow.get(id) ?? [] } };
	});
}

/** An extract with all that its drafts are merged by. */
interface Piece {
	readonly extract: DocumentExtract;
	readonly own: string[];
}

/**
 * The extracts that decide what the exercises of some units are, and the units whose exercises have to be made anew.
 * An unnamed draft draws in those that it may be one with; an exercise that is told beside an unnamed one names that
 * one's id, and needs it right.
 */
async function neighbourhood(connection: Connection, index: string, touched: ReadonlySet<string>) {
	const targets = new Set(touched);
	const needed = new Set(touched);
	const loaded = new Set<string>();
	const pieces = new Map<string, Piece>();
	for (;;) {
		const missing = [...needed].filter((unit) => !loaded.has(unit));
		if (missing.length === 0) return { extracts: [...pieces.values()], targets };
		for (const piece of await extractsWith(connection, index, missing)) pieces.set(piece.extract.documentId, piece);
		for (const unit of missing) loaded.add(unit);
		let before: number;
		do {
			before = targets.size + needed.size;
			for (const { extract } of pieces.values()) widen(extract.drafts, targets, needed);
		} while (targets.size + needed.size > before);
	}
}

function widen(drafts: readonly Draft[], targets: Set<string>, needed: Set<string>): void {
	const unitsOfDraft = drafts.map((draft) => draftUnits(draft, drafts));
	const isIn = (units: readonly string[], set: ReadonlySet<string>) => units.some((unit) => set.has(unit));
	for (const [at, draft] of drafts.entries()) {
		const units = unitsOfDraft[at] ?? [];
		for (const { to } of draft.related) {
			const others = unitsOfDraft[to] ?? [];
			if (drafts[to]?.seriesKey !== null) continue;
			if (isIn(others, targets)) addAll(units, targets, needed);
			if (isIn(units, targets)) addAll(others, needed);
		}
		if (isIn(units, targets)) addAll(units, targets, needed);
		else if (draft.seriesKey === null && isIn(units, needed)) addAll(units, needed);
	}
}

function addAll(units: readonly string[], ...sets: readonly Set<string>[]): void {
	for (const unit of units) for (const set of sets) set.add(unit);
}

const extractSchema = z.object({ document: documentSchema, extract: z.unknown() }).transform(({ document, extract }, context) => {
	const known = savedExtractOf(document, extract);
	if (known) return known;
	context.addIssue(`what was read of ${document.file} cannot be taken up`);
	return z.NEVER;
});

async function extractsWith(connection: Connection, index: string, units: readonly string[]): Promise<Piece[]> {
	const extracts: Piece[] = [];
	for (let first = 0; first < units.length; first += unitsAQuery) {
		const filter = [{ terms: { units: units.slice(first, first + unitsAQuery) } }, { term: { gone: false } }];
		const asked = { query: { bool: { filter } }, by: 'order', fields: ['document', 'extract'], size: documentsAPage };
		for await (const page of pagesOf(connection, index, asked, extractSchema))
			extracts.push(...page.map(({ _source: extract }) => ({ extract, own: unitsOf(extract) })));
	}
	return extracts;
}

async function exercisesFiledUnder(connection: Connection, index: string, units: ReadonlySet<string>): Promise<string[]> {
	const ids: string[] = [];
	const all = [...units];
	const schema = z.object({ entry: z.object({ id: z.string() }) });
	for (let first = 0; first < all.length; first += unitsAQuery) {
		const query = { bool: { filter: [{ terms: { units: all.slice(first, first + unitsAQuery) } }, { term: { gone: false } }] } };
		for await (const page of pagesOf(connection, index, { query, by: 'key', fields: ['entry.id'], size: 1_000 }, schema))
			ids.push(...page.map(({ _source }) => _source.entry.id));
	}
	return ids;
}
