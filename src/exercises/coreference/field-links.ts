import { overlaps, type Span } from '../../text/span.js';
import type { Fields } from '../layout/tables.js';
import { exerciseMentionsOf } from '../sentences/exercise-mentions.js';
import type { SentenceReading } from '../sentences/sentence-reading.js';
import type { Focus } from './focus.js';
import type { Link } from './link.js';
import type { Referent } from './referents.js';
import { circumstancesOf } from './referents.js';
import { referentOf } from './resolve-mention.js';

/** Which exercise each cell of a section's tables and each line of its boxes speaks of. */
export class FieldLinks {
	/** By where the cell's name begins. */
	readonly #referents = new Map<number, Referent>();

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
			const referent = name ? this.#referents.get(name.start) : (focus.last ?? focus.current);
			if (!referent) return [];
			return [{ start, end, reading, referent, mention: name, mentions: name ? [name] : [], wholeSeries: false, loose: false, field }];
		});
		return [...names, ...cells];
	}

	#nameLinks(reading: SentenceReading, cells: readonly Span[], focus: Focus): Link[] {
		return exerciseMentionsOf(this.text, reading).flatMap((mention): Link[] => {
			const { name } = mention;
			const cell = name && cells.find((one) => overlaps(one, name));
			if (!name || !cell) return [];
			const said = circumstancesOf(this.text, reading, reading.sentence);
			const referent = referentOf({ text: this.text, reading, said, aside: false }, mention, focus, null);
			if (!referent) return [];
			this.#referents.set(cell.start, referent);
			const { start, end } = name;
			return [{ start, end, reading, referent, mention: name, mentions: [name], wholeSeries: name.wholeSeries, loose: false }];
		});
	}
}
