import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { askedTerms, mostCorrections, titleWeight, weightedTerms } from '../search/question-terms.js';
import { bestFirst, type Hit } from '../search/search-index.js';
import { isCorrected, type KnownTerms, mostEdits, nearestOf } from '../search/vocabulary.js';
import { nearTerms } from '../text/analyse.js';
import type { Connection } from './connection.js';
import { exactScore, type Statistics } from './exact-score.js';
import { passageOf, passageSchema } from './passage-records.js';

/** A hit, with the version of its document that it was found in. */
export type FoundHit = Hit & { readonly version: string };

/** The cluster's order is near ours: of so many ours is among them (121 questions, all 50 alike). */
const candidates = 200;
/** Half a request's worth more than is asked for, where much is. */
const spare = 1.5;
/** Terms within two edits of a misspelt one. */
const mostNeighbours = 1_000;

/**
 * Passages for a question, best first, as `search` of the index in memory gives them: what is known of its terms,
 * then candidates by the cluster's BM25+, then their exact scores.
 */
export async function searchPassages(
	connection: Connection,
	index: string,
	{ question, limit, corpus }: { readonly question: string; readonly limit: number; readonly corpus: CorpusStatistics },
): Promise<FoundHit[]> {
	const asked = askedTerms(question);
	if (asked.length === 0) return [];
	const known = await termsKnown(connection, index, asked, corpus);
	const weighted = weightedTerms(known, asked);
	if (weighted.size === 0) return [];
	const found = await connection.read(candidatesRequest(index, weighted, Math.max(candidates, Math.ceil(limit * spare))), candidatesSchema);
	return found.hits.hits
		.map(({ _id: id, _source: record }) => ({
			passage: passageOf(id, record),
			version: record.version,
			score: exactScore(record, weighted, known.statistics),
		}))
		.sort(bestFirst)
		.slice(0, limit);
}

const candidatesSchema = z.object({ hits: z.object({ hits: z.array(z.object({ _id: z.string(), _source: passageSchema })) }) });

/** BM25+ out of BM25: 2.2 (k1 + 1, which Lucene leaves out) times itself, and 0.5 times the idf alone. */
function candidatesRequest(index: string, weighted: ReadonlyMap<string, number>, size: number) {
	const should = [...weighted].flatMap(([value, weight]) => [
		{ term: { text: { value, boost: 2.2 * weight } } },
		{ term: { 'text.once': { value, boost: 0.5 * weight } } },
		{ term: { title: { value, boost: 2.2 * titleWeight * weight } } },
		{ term: { 'title.once': { value, boost: 0.5 * titleWeight * weight } } },
	]);
	const body = { size, _source: { excludes: ['terms'] }, track_total_hits: false, query: { bool: { should } } };
	const query = { search_type: 'dfs_query_then_fetch', allow_partial_search_results: false };
	return { method: 'POST', path: `/${index}/_search`, query, body } as const;
}

type Known = KnownTerms & { readonly statistics: Statistics };

/**
 * What the index knows of a question's terms: how many passages each stands in, and the nearest known one of each
 * that is unknown.
 */
async function termsKnown(connection: Connection, index: string, asked: readonly string[], corpus: CorpusStatistics): Promise<Known> {
	const first = await statisticsOf(connection, index, withNear(asked), corpus);
	const unknown = asked.filter((term) => (first.both.get(term) ?? 0) === 0);
	const corrected = unknown.slice(0, mostCorrections).filter(isCorrected);
	if (corrected.length === 0) return knownBy(first, new Map());
	const nearest = await nearestTerms(connection, index, corrected);
	return knownBy(await statisticsOf(connection, index, withNear([...asked, ...nearest.values()]), corpus), nearest);
}

function withNear(terms: readonly string[]): string[] {
	return [...new Set(terms.flatMap((term) => [term, ...nearTerms(term)]))];
}

function knownBy({ both, ...statistics }: Counted, nearest: ReadonlyMap<string, string>): Known {
	const passages = (term: string) => both.get(term) ?? 0;
	return { has: (term) => passages(term) > 0, passages, nearest: (term) => nearest.get(term), statistics };
}

/** Counts of passages with a term in either field too. */
type Counted = Statistics & { readonly both: ReadonlyMap<string, number> };

/** Passages with a term in their title, in their text, and in either. */
interface TermCounts {
	readonly title: number;
	readonly text: number;
	readonly both: number;
}

/** What is known of all passages since the last change: words come again from question to question. */
export interface CorpusStatistics {
	readonly totals: Pick<Statistics, 'passages' | 'average'>;
	readonly counts: LRUCache<string, TermCounts>;
}

const mostCounted = 20_000;

const sum = z.object({ value: z.number() });
const totalSchema = z.object({ hits: z.object({ total: z.object({ value: z.number() }) }) });
const totalsSchema = totalSchema.extend({ aggregations: z.object({ titleLength: sum, textLength: sum }) });

/** Goes through all passages, so it is asked for once in a change. */
export async function corpusStatistics(connection: Connection, index: string): Promise<CorpusStatistics> {
	const aggs = { titleLength: { sum: { field: 'titleLength' } }, textLength: { sum: { field: 'textLength' } } };
	const body = { size: 0, track_total_hits: true, aggs };
	const query = { allow_partial_search_results: false };
	const found = await connection.read({ method: 'POST', path: `/${index}/_search`, query, body }, totalsSchema);
	const passages = found.hits.total.value;
	const { titleLength, textLength } = found.aggregations;
	const average = { title: titleLength.value / passages, text: textLength.value / passages };
	return { totals: { passages, average }, counts: new LRUCache({ max: mostCounted }) };
}

const countedFields = ['title', 'text', 'terms'] as const;
const countsSchema = z.object({ responses: z.array(totalSchema) });

/**
 * How many passages have each term. A search for one term alone is answered out of the index's own count, however many
 * there are; an aggregation would go through all passages.
 */
async function countTerms(connection: Connection, index: string, terms: readonly string[]): Promise<[string, TermCounts][]> {
	if (terms.length === 0) return [];
	const lines = terms.flatMap((value) =>
		countedFields.flatMap((field) => [
			{ allow_partial_search_results: false },
			{ size: 0, track_total_hits: true, query: { term: { [field]: value } } },
		]),
	);
	const query = { filter_path: 'responses.hits.total.value,responses.status,responses.error' };
	const { responses } = await connection.read({ method: 'POST', path: `/${index}/_msearch`, query, lines }, countsSchema);
	const found = responses.map(({ hits }) => hits.total.value);
	return terms.map((term, at) => {
		const [title = 0, text = 0, both = 0] = found.slice(at * countedFields.length);
		return [term, { title, text, both }];
	});
}

async function statisticsOf(
	connection: Connection,
	index: string,
	terms: readonly string[],
	{ totals, counts: known }: CorpusStatistics,
): Promise<Counted> {
	const counts = new Map(terms.flatMap((term) => [known.get(term)].flatMap((count) => (count ? [[term, count] as const] : []))));
	const unknown = terms.filter((term) => !counts.has(term));
	for (const [term, count] of await countTerms(connection, index, unknown)) {
		known.set(term, count);
		counts.set(term, count);
	}
	return { ...totals, counts, both: new Map([...counts].map(([term, { both }]) => [term, both])) };
}

const neighboursSchema = z.object({
	aggregations: z.object({ terms: z.object({ buckets: z.array(z.object({ key: z.string(), doc_count: z.number() })) }) }),
});

/**
 * The nearest known term of each that is not known, where one is near: of all within so many edits, as the index in
 * memory chooses.
 */
async function nearestTerms(connection: Connection, index: string, terms: readonly string[]): Promise<Map<string, string>> {
	const nearest = await Promise.all(
		terms.map(async (term): Promise<[string, string][]> => {
			const { aggregations } = await connection.read(neighboursRequest(index, term), neighboursSchema);
			const words = aggregations.terms.buckets.filter(({ key }) => /^\p{L}+$/u.test(key));
			const found = nearestOf(
				term,
				words.map(({ key, doc_count }) => [key, doc_count]),
			);
			return found === undefined ? [] : [[term, found]];
		}),
	);
	return new Map(nearest.flat());
}

/** The fuzzy query finds the passages, the aggregation names the terms: the cluster's suggesters leave some out. */
function neighboursRequest(index: string, value: string) {
	const near = { value, fuzziness: mostEdits(value), prefix_length: 1, max_expansions: mostNeighbours, transpositions: true };
	const include = `${value.charAt(0)}.{${value.length - 3},${value.length + 1}}`;
	const aggs = { terms: { terms: { field: 'terms', include, size: 10_000 } } };
	const body = { size: 0, query: { fuzzy: { terms: near } }, aggs };
	return { method: 'POST', path: `/${index}/_search`, query: { allow_partial_search_results: false }, body } as const;
}
