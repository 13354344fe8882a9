import { matchesOf } from '../text/matches.js';
import type { Span } from '../text/span.js';
import { gazetteer, type Place } from './gazetteer.js';
import { SHIP_PREFIXES, shipPrefixPattern } from './ship-prefixes.js';

const ship = new RegExp(`${shipPrefixPattern}\\p{Lu}[\\p{L}\\p{N}’'-]*`, 'gu');

/** Ships of a span whose prefix tells their navy: "USS Bulkeley", "KD Terengganu". */
export function prefixedShips(text: string, { start, end }: Span): (Span & { readonly country: Place })[] {
	return matchesOf(text.slice(start, end), ship).flatMap((match) => {
		const country = countryOf(text, match.groups?.['prefix'] ?? '');
		const from = start + match.index;
		return country ? [{ start: from, end: from + match[0].length, country }] : [];
	});
}

/** Of the countries that share a prefix, the first that the text names; of none, the likeliest. */
function countryOf(text: string, prefix: string): Place | undefined {
	const countries = (SHIP_PREFIXES.get(prefix) ?? []).flatMap((id) => gazetteer.place(id) ?? []);
	if (countries.length < 2) return countries[0];
	return countries.find(({ name, demonyms }) => [name, ...demonyms].some((word) => text.includes(word))) ?? countries[0];
}
