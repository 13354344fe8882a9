import { gazetteer } from '../../gazetteer/gazetteer.js';
import type { Claim, ClaimsByField } from '../exercise.js';
import type { NameMention } from '../names/name-mention.js';

/**
 * The country that holds a series by the series list takes part in every edition, whether an article says so or not; the two that hold it do
 * in an edition of which the article tells more than its name. The claim says that it is the list's.
 */
export function withListedCountries(claims: ClaimsByField, names: readonly NameMention[], [named]: readonly Claim[]): readonly Claim[] {
	const { participants } = claims;
	const holding = names.find(({ series }) => series)?.series?.usually ?? [];
	const open = claims.status.some(({ value }) => notHeld.has(value));
	if (!named || open || holding.length > (isTold(claims) ? 2 : 1)) return participants;
	const listed = holding.flatMap((id): Claim[] => {
		const country = gazetteer.place(id);
		if (country?.kind !== 'country' || participants.some(({ value }) => value === country.name)) return [];
		return [{ ...named, value: country.name, basis: 'from the series list' }];
	});
	return [...participants, ...listed];
}

/** Of which it is not said that it is held: nobody took part. */
const notHeld: ReadonlySet<string> = new Set(['cancelled', 'postponed', 'possible']);

function isTold({ dates, locations, participants, forces, scale }: ClaimsByField): boolean {
	return [dates, locations, participants, forces, scale].some(({ length }) => length > 0);
}
