/** The indices of a generation. */
export const kinds = ['passages', 'documents', 'exercises'] as const;
export type Kind = (typeof kinds)[number];

const keyword = { type: 'keyword' } as const;
const integer = { type: 'integer' } as const;
/** Kept and given back, not looked into. */
const kept = { type: 'object', enabled: false } as const;

/**
 * Terms of our analyser with a space between, so that the cluster's own analyser has nothing to decide. In `once` a
 * term counts the same however often it stands there: BM25 with k1 = 0, which is the idf alone, and what BM25+ adds.
 */
const terms = {
	type: 'text',
	analyzer: 'whitespace',
	similarity: 'passage',
	fields: { once: { type: 'text', analyzer: 'whitespace', similarity: 'once', index_options: 'docs', norms: false } },
} as const;

const settings = {
	number_of_shards: 3,
	// A copy of everything as soon as there is a second node.
	auto_expand_replicas: '0-1',
	refresh_interval: '1s',
} as const;
const mappings = <Properties>(properties: Properties) => ({ dynamic: 'strict', properties });

export const indexSettings: Readonly<Record<Kind, Readonly<Record<string, unknown>>>> = {
	passages: {
		settings: {
			...settings,
			similarity: { passage: { type: 'BM25', k1: 1.2, b: 0.7 }, once: { type: 'BM25', k1: 0, b: 0 } },
		},
		mappings: mappings({
			title: terms,
			text: terms,
			/** The terms of both, for counting and for spelling. */
			terms: { ...keyword, ignore_above: 8_000 },
			/** Different terms of each: what MiniSearch takes for a field's length. */
			titleLength: integer,
			textLength: integer,
			document: keyword,
			version: keyword,
			paragraph: { ...integer, index: false },
			start: { ...integer, index: false },
			end: { ...integer, index: false },
		}),
	},
	documents: {
		settings,
		mappings: mappings({
			file: keyword,
			/** The file, so that entry 10 of a feed comes after entry 9. */
			order: keyword,
			/** Hash of all that the document holds. */
			content: keyword,
			/** What its exercises are merged by, now and before its last change. */
			units: keyword,
			/** Whether the exercises that it tells of are merged. */
			merged: { type: 'boolean' },
			gone: { type: 'boolean' },
			passages: { ...integer, index: false },
			document: kept,
			extract: kept,
		}),
	},
	exercises: {
		settings,
		mappings: mappings({
			/** The record's own id, to sort by. */
			key: keyword,
			units: keyword,
			/** Number of the change that wrote it. */
			change: { type: 'long' },
			/** It is told of no more: the entry stays, so that bots hear of it. */
			gone: { type: 'boolean' },
			entry: kept,
			exercise: kept,
		}),
	},
};

export const stateSettings = {
	settings: { ...settings, number_of_shards: 1 },
	mappings: mappings({ state: kept }),
};
