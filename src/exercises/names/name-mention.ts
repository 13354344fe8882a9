import { asNumbered, parseName } from '../../gazetteer/names.js';
import { type Series, type SeriesList, seriesList } from '../../gazetteer/series.js';
import type { Span } from '../../text/span.js';
import type { Basis } from '../../values/basis.js';
import type { NameForm } from './candidates.js';

/** A name of an exercise in a text. The span holds the name with its year, without quotation marks and without "Exercise" before it. */
export interface NameMention extends Span {
	/** Folded name without year and exercise words: mentions of one key are of one series. */
	readonly key: string;
	readonly series: Series | null;
	readonly year: number | null;
	/** `stated` for a year beside the name: "the 2024 edition of BALTOPS". */
	readonly yearBasis: Extract<Basis, 'from the name' | 'stated'> | null;
	/** What parts editions of one year or without one, as `parseName` gives it: `65`, `a`. */
	readonly edition: string | null;
	readonly quoted: boolean;
	readonly form: NameForm;
	readonly kind: 'exercise' | 'patrol' | 'competition' | 'operation';
	/** True when the words speak of all editions: "the MALABAR series of exercises". */
	readonly wholeSeries: boolean;
	/** For a translation in brackets: where the name begins that it translates. */
	readonly sameAs: number | null;
}

/** What the words of a name say of themselves: its series, and with that its key, year and edition. */
export function partsOfName(printed: string, list: SeriesList = seriesList, known: Series | null = null) {
	const series = known ?? list.seriesOf(printed);
	const name = series?.numbered ? asNumbered(parseName(printed)) : parseName(printed);
	return { series, key: name.key, year: name.year, edition: name.edition };
}

/** Words that something other than the words around them makes a name: the reader, or a table's column. */
export function nameMentionAt(text: string, { start, end }: Span): NameMention {
	const { series, key, year, edition } = partsOfName(text.slice(start, end));
	return {
		start,
		end,
		key,
		series,
		year,
		yearBasis: year === null ? null : 'from the name',
		edition,
		quoted: false,
		form: 'read',
		kind: series?.kind ?? 'exercise',
		wholeSeries: false,
		sameAs: null,
	};
}

/** What mentions of one series share: its id in the series list, or the folded name. */
export function seriesKeyOf({ series, key }: Pick<NameMention, 'series' | 'key'>): string {
	return series?.id ?? key;
}
