import { asNumbered, parseName } from '../../gazetteer/names.js';
import { seriesList } from '../../gazetteer/series.js';
import type { Span } from '../../text/span.js';
import type { NameMention } from './name-mention.js';

/** Words that something other than the words around them makes a name: the reader, or a table's column. */
export function mentionOn(text: string, { start, end }: Span): NameMention {
	const printed = text.slice(start, end);
	const series = seriesList.seriesOf(printed);
	const name = series?.numbered ? asNumbered(parseName(printed)) : parseName(printed);
	return {
		start,
		end,
		key: name.key,
		series,
		year: name.year,
		yearBasis: name.year === null ? null : 'from the name',
		edition: name.edition,
		quoted: false,
		form: 'read',
		kind: series?.kind ?? 'exercise',
		wholeSeries: false,
		sameAs: null,
	};
}
