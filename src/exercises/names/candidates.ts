import type { Series } from '../../gazetteer/series.js';

/** What made words a name: their place in the series list, a year, quotation marks, "Exercise X", "X exercises", "dubbed X", "X, an annual exercise", brackets behind another name, an earlier such mention, or the trained reader. */
export type NameForm =
	| 'listed'
	| 'year'
	| 'quoted'
	| 'prefix'
	| 'noun'
	| 'naming'
	| 'apposition'
	| 'translation'
	| 'coordinated'
	| 'repeat'
	| 'read';

/** Words `from` to `to` (exclusive) of a reading, taken for a name. */
export interface Candidate {
	readonly from: number;
	readonly to: number;
	readonly form: NameForm;
	readonly series?: Series | null;
	readonly quoted?: boolean;
	readonly operation?: boolean;
}

/** The names found so far, none over another. */
export class FoundNames {
	readonly all: Candidate[] = [];
	/** The name over each word. */
	readonly #over: (Candidate | undefined)[] = [];

	/** Adds those that lie over no other. */
	add(names: readonly Candidate[]): void {
		for (const name of names) {
			if (this.isTaken(name)) continue;
			this.all.push(name);
			for (let at = name.from; at < name.to; at++) this.#over[at] = name;
		}
	}

	isTaken({ from, to }: Pick<Candidate, 'from' | 'to'>): boolean {
		for (let at = from; at < to; at++) if (this.#over[at]) return true;
		return false;
	}

	/** The name that a word lies in. */
	at(word: number): Candidate | undefined {
		return this.#over[word];
	}
}
