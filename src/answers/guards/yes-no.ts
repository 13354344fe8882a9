import type { Claim, Exercise } from '../../exercises/exercise.js';
import { countriesNamed } from '../../gazetteer/country-mentions.js';
import { contains, gazetteer, type Place } from '../../gazetteer/gazetteer.js';
import { findPlaces } from '../../gazetteer/place-mentions.js';
import type { Span } from '../../text/span.js';
import { statedIn } from '../from-catalogue/record.js';
import type { Judged } from '../judging/judge.js';
import { type AskedField, plainField } from '../question/asked-field.js';

/**
 * Whether a sentence names every country that a yes-or-no question is about: the sea that is called after one does not.
 */
export function namesCountriesOf(question: string, names: readonly Span[], { document, sentence }: Judged): boolean {
	const said = countriesNamed(document.text, sentence);
	return countriesAsked(question, names).every(({ place }) => said.has(place.id));
}

/**
 * The field of a record that says otherwise: "was it hosted by China" is not answered by a sentence on who hosts it
 * where the documents say that another country does. Null where they say so, or nothing of the kind is asked.
 */
export function fieldSayingOtherwise(question: string, names: readonly Span[], exercise: Exercise): AskedField | null {
	const { field, countries } = asserted(question, names);
	if (field === null || field === 'dates' || field === 'aims') return null;
	const isSaid = (country: Place): boolean =>
		field === 'locations'
			? exercise.locations.some(({ placeId }) => isIn(country, placeId))
			: claimsNaming(country, exercise, field).length > 0;
	return statedIn(exercise, field).length > 0 && !countries.every(isSaid) ? field : null;
}

/** What a record says that affirms "did China take part in …", where it says so of every country asked about. */
export function claimsAffirming(question: string, names: readonly Span[], exercise: Exercise): readonly Claim[] {
	const { field, countries } = asserted(question, names);
	if (field !== 'participants' && field !== 'organiser' && field !== 'observers') return [];
	const saying = countries.map((country) => claimsNaming(country, exercise, field));
	return saying.every((claims) => claims.length > 0) ? [...new Set(saying.flat())] : [];
}

/** The countries that a yes-or-no question is about, and the field of a record that would hold them. */
function asserted(
	question: string,
	names: readonly Span[],
): { readonly field: AskedField | null; readonly countries: readonly Place[] } {
	const asked = countriesAsked(question, names);
	return {
		field: asked.length > 0 ? plainField(question, [...names, ...asked], true) : null,
		countries: asked.map(({ place }) => place),
	};
}

function claimsNaming({ id }: Place, exercise: Exercise, field: AskedField): readonly Claim[] {
	return statedIn(exercise, field).filter(({ value, text }) => countriesNamed(`${value} (${text})`).has(id));
}

function isIn(country: Place, placeId: string | null): boolean {
	const place = placeId === null ? undefined : gazetteer.place(placeId);
	return place !== undefined && (place.id === country.id || contains(country, place));
}

/** The countries that a question names outside the names of exercises. */
function countriesAsked(question: string, names: readonly Span[]): (Span & { readonly place: Place })[] {
	return findPlaces(question, undefined, { anyCase: true }).filter(
		({ place, start, end }) => place.kind === 'country' && !names.some((name) => name.start < end && start < name.end),
	);
}
