import type { Document } from './corpus/document.js';
import type { CorpusProblem } from './corpus/load.js';
import type { Exercise, Resolution, Suggestion } from './exercises/exercise.js';
import type { Place } from './gazetteer/gazetteer.js';
import type { Hit } from './search/search-index.js';

export interface DocumentSummary {
	readonly id: string;
	readonly version: string;
	readonly file: string;
	readonly title: string;
	readonly publishedOn: Document['publishedOn'];
	readonly publisher: string | null;
	readonly passages: number;
	readonly exercises: number;
}

/** A place that the documents speak of, with the exercises there. */
export interface PlaceSummary {
	readonly place: Place;
	readonly exercises: readonly string[];
}

/**
 * Everything known, asked through asynchronous questions: one immutable value, built once and swapped whole on reload.
 * Today it holds all in memory; nothing above it may assume so.
 */
/** How many of the documents have been read for exercises; the passages of all are searched. */
export interface Reading {
	readonly read: number;
	readonly of: number;
}

export interface Library {
	/** While exercises are still read: how far. Null when the catalogue is whole. */
	reading(): Promise<Reading | null>;
	search(query: string, limit?: number): Promise<readonly Hit[]>;
	/** By id or by file name. */
	document(idOrFile: string): Promise<Document | undefined>;
	documents(): Promise<readonly DocumentSummary[]>;
	/** What could not be read of the files, or only in part. */
	problems(): Promise<readonly CorpusProblem[]>;
	exercise(id: string): Promise<Exercise | undefined>;
	exercises(): Promise<readonly Exercise[]>;
	/** What a typed name means. */
	resolve(name: string): Promise<Resolution>;
	/** Names for autocomplete, best first; the whole list when nothing is typed. */
	suggest(typed: string, limit?: number): Promise<readonly Suggestion[]>;
	/** Gazetteer place for a typed name or an id, or undefined. */
	place(name: string): Promise<Place | undefined>;
	/** Places that the documents speak of in connection with an exercise, best matching first. */
	places(typed?: string, limit?: number): Promise<readonly PlaceSummary[]>;
}
