import type { Document } from './corpus/document.js';
import type { CorpusProblem } from './corpus/load.js';
import type { Exercise, Resolution, Suggestion } from './exercises/exercise.js';
import type { ExerciseEntry, ExerciseFilter } from './exercises/exercise-entry.js';
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

/** A library, how many documents are in it, and what could not be read of the files. */
export interface OpenedLibrary {
	readonly library: Library;
	readonly documents: number;
	readonly problems: readonly CorpusProblem[];
}

/** What holds the library does not answer just now: the message says what, in one line. It may again soon. */
export class LibraryUnreachable extends Error {}

/** How many of the documents have been read for exercises; the passages of all are searched. */
export interface Reading {
	readonly read: number;
	readonly of: number;
}

/**
 * Everything known, asked through asynchronous questions: one value that does not change, swapped whole for the next. One holds all in
 * memory, another asks a search cluster: nothing above may assume that all texts, or the claims of all exercises, are at hand.
 */
export interface Library {
	/** While exercises are still read: how far. Null when the catalogue is whole. */
	reading(): Promise<Reading | null>;
	search(query: string, limit?: number): Promise<readonly Hit[]>;
	/** By id or by file name. */
	document(idOrFile: string): Promise<Document | undefined>;
	/** In the order of their files; all, or the first few. */
	documents(limit?: number): Promise<readonly DocumentSummary[]>;
	/** What could not be read of the files, or only in part. */
	problems(): Promise<readonly CorpusProblem[]>;
	exercise(id: string): Promise<Exercise | undefined>;
	/** What of all exercises is at hand, by name, then id. */
	entries(): Promise<readonly ExerciseEntry[]>;
	/** Those that fit, in the same order, with all that is said of them; all of them only for lists of everything. */
	exercises(which?: ExerciseFilter): Promise<readonly Exercise[]>;
	/** What a typed name means. */
	resolve(name: string): Promise<Resolution>;
	/** Names for autocomplete, best first; the whole list when nothing is typed. */
	suggest(typed: string, limit?: number): Promise<readonly Suggestion[]>;
	/** Gazetteer place for a typed name or an id, or undefined. */
	place(name: string): Promise<Place | undefined>;
	/** Places that the documents speak of in connection with an exercise, best matching first. */
	places(typed?: string, limit?: number): Promise<readonly PlaceSummary[]>;
}
