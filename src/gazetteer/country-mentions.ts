import type { Span } from '../text/span.js';
import { findActors } from './actor-mentions.js';
import { findPlaces } from './place-mentions.js';

/** Ids of the countries that a text names, by their own names or by those of their people, governments and forces. */
export function countriesNamed(text: string, span?: Span): ReadonlySet<string> {
	const places = findPlaces(text, span).flatMap(({ place }) => (place.kind === 'country' ? [place.id] : []));
	return new Set([...places, ...findActors(text, span).flatMap(({ countries }) => countries.map(({ id }) => id))]);
}
