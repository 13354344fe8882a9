import type { Claim } from './exercise.js';
import { gazetteer } from './gazetteer.js';
import type { NameMention } from './name-mentions.js';

/** The country to which alone the series list gives a name takes part in every edition, whether an article says so or not. */
export function withHolder(participants: readonly Claim[], names: readonly NameMention[], [named]: readonly Claim[]): readonly Claim[] {
	const [only, another] = names.find(({ series }) => series)?.series?.usually ?? [];
	const country = only === undefined || another ? undefined : gazetteer.place(only);
	if (country?.kind !== 'country' || !named || participants.some(({ value }) => value === country.name)) return participants;
	return [...participants, { ...named, value: country.name, basis: 'inferred' }];
}
