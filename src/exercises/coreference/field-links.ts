import { overlaps, type Span } from '../../text/span.js';
import type { Fields } from '../layout/tables.js';
import { pointersOf } from '../sentences/exercise-mentions.js';
import type { SentenceReading } from '../sentences/sentence-reading.js';
import type { Link } from './link.js';
import type { Strand } from './referents.js';
import { circumstancesOf } from './referents.js';
import { type Focus, strandOf } from './resolve-mention.js';

/** Which exercise each cell of a section's tables and each line of its boxes speaks of. */
export class FieldLinks {
	/** By where the cell's name begins. */
	readonly #strands = new Map<number, Strand>();

	constructor(
		readonly text: string,
		readonly fields: Fields,
	) {}

	/** Undefined for a sentence that is no row of such a table and no line of a box. */
	linksOf(reading: SentenceReading, focus: Focus): Link[] | undefined {
		const { sentence } = reading;
		const fields = this.fields.bySentence.get(sentence.start);
		const cellsNaming = this.fields.rows.get(sentence.start);
		if (cellsNaming === undefined && fields === undefined) return undefined;
		const names = this.#nameLinks(reading, cellsNaming ?? [], focus);
		const cells = (fields ?? []).flatMap((field): Link[] => {
			const { start, end, name } = field;
			const strand = name ? this.#strands.get(name.start) : (focus.last ?? focus.current);
			if (!strand) return [];
			return [{ start, end, reading, strand, mention: name, pointers: name ? [name] : [], wholeSeries: false, loose: false, field }];
		});
		return [...names, ...cells];
	}

	#nameLinks(reading: SentenceReading, cells: readonly Span[], focus: Focus): Link[] {
		return pointersOf(this.text, reading).flatMap((pointer): Link[] => {
			const { name } = pointer;
			const cell = name && cells.find((one) => overlaps(one, name));
			if (!name || !cell) return [];
			const said = circumstancesOf(this.text, reading, reading.sentence);
			const strand = strandOf({ text: this.text, reading, said, aside: false }, pointer, focus, null);
			if (!strand) return [];
			this.#strands.set(cell.start, strand);
			const { start, end } = name;
			return [{ start, end, reading, strand, mention: name, pointers: [name], wholeSeries: name.wholeSeries, loose: false }];
		});
	}
}
