import { z } from 'zod';
import type { Span } from '../corpus/document.js';
import { readData } from '../data.js';
import { gazetteer, type Place } from './gazetteer.js';

/** The country that a ship's prefix stands for; prefixes that several navies use are left out. */
const nations = new Map(
	Object.entries(readData('exercises/data/ship-nations.json', z.record(z.string(), z.string()))).flatMap(
		([prefix, id]): [string, Place][] => {
			const country = gazetteer.place(id);
			return country ? [[prefix, country]] : [];
		},
	),
);
const ship = new RegExp(`\\b(?<prefix>${[...nations.keys()].join('|')})\\s\\p{Lu}[\\p{L}\\p{N}’'-]*`, 'gu');

/** Ships of a span whose prefix tells their navy: "USS Bulkeley", "KD Terengganu". */
export function prefixedShips(text: string, { start, end }: Span): (Span & { readonly country: Place })[] {
	return [...text.slice(start, end).matchAll(ship)].flatMap((match) => {
		const country = nations.get(match.groups?.['prefix'] ?? '');
		const from = start + match.index;
		return country ? [{ start: from, end: from + match[0].length, country }] : [];
	});
}
