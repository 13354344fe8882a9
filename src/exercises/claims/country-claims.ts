import type { Document, Sentence } from '../../corpus/document.js';
import { Quote } from '../../corpus/quote.js';
import { actorsAmong } from '../../gazetteer/actor-mentions.js';
import { gazetteer } from '../../gazetteer/gazetteer.js';
import { placesAmong } from '../../gazetteer/place-mentions.js';
import { prefixedShips } from '../../gazetteer/ship-nations.js';
import { overlaps, type Span } from '../../text/span.js';
import type { Claim } from '../exercise.js';
import { claimBeside } from './make-claim.js';

/** Countries by name, people, government, service or the prefix of a ship. */
export function countriesIn(document: Document, span: Span & { readonly sentence: Sentence }): Claim[] {
	const quote = Quote.of(document, span.sentence);
	const found = gazetteer.names.find(document.text, span.sentence);
	const all = placesAmong(found, gazetteer);
	const places = all.filter((place) => overlaps(place, span));
	return [
		...places.flatMap((mention) => (mention.place.kind === 'country' ? [claimBeside(document, quote, mention, mention.place.name)] : [])),
		...actorsAmong(found, all, gazetteer)
			.filter((actor) => overlaps(actor, span))
			.flatMap((mention) => {
				const [country, other] = mention.countries;
				return country && !other ? [claimBeside(document, quote, mention, country.name)] : [];
			}),
		...prefixedShips(document.text, span.sentence)
			.filter((ship) => overlaps(ship, span))
			.map((ship) => claimBeside(document, quote, ship, ship.country.name)),
	];
}
