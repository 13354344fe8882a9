import { contains } from '../../gazetteer/gazetteer.js';
import { resolveDate } from '../../values/dates.js';
import { quantitiesIn } from '../../values/quantities.js';
import type { Claim, ClaimsByField, DateClaim, PlaceClaim } from '../exercise.js';
import { statusNamed } from '../layout/box-labels.js';
import type { Field } from '../layout/tables.js';
import type { LocationMention } from '../places/location-mention.js';
import { offsetPlace, smallestFirst } from '../places/relative-places.js';
import { countriesIn } from './country-claims.js';
import { isExcluded } from './excluded.js';
import type { LinkReading } from './link-reading.js';
import { type ClaimContext, claim, distinct } from './make-claim.js';

/** A link on a field of a table or a box. */
interface FieldReading {
	readonly reading: LinkReading;
	readonly field: Field;
}

type FieldClaims = Pick<ClaimsByField, 'dates' | 'locations' | 'participants' | 'organiser' | 'scale' | 'status'>;

/** What the cells of a table's row, or the lines of a box, say of their exercise. */
export function fieldClaims(context: ClaimContext, readings: readonly LinkReading[]): FieldClaims {
	const all = readings.flatMap((reading): FieldReading[] => (reading.link.field ? [{ reading, field: reading.link.field }] : []));
	const of = <Made extends Claim>(field: Field['field'], read: (one: FieldReading) => readonly Made[]): Made[] =>
		distinct(all.filter((one) => one.field.field === field).flatMap(read));
	const countries = ({ reading, field }: FieldReading): Claim[] =>
		countriesIn(context.document, { start: field.start, end: field.end, sentence: reading.link.reading.sentence }).filter(
			({ span, quote }) => !isExcluded(context.document.text, span, quote),
		);
	const [starts, ends] = [of('start', (one) => datesIn(context, one)), of('end', (one) => datesIn(context, one))];
	return {
		dates: [...of('when', (one) => datesIn(context, one)), ...joined(starts, ends)],
		locations: of('where', (one) => placesIn(context, one)),
		participants: distinct([...of('who', countries), ...of('host', countries)]),
		organiser: of('host', (one) => hostsIn(context, one, countries(one))),
		scale: of('strength', (one) => strengthIn(context, one)),
		status: of('status', ({ reading, field }) => {
			const status = statusNamed(context.document.text.slice(field.start, field.end));
			return status ? [claim(context, reading, field, status)] : [];
		}),
	};
}

function datesIn(context: ClaimContext, { reading, field }: FieldReading): DateClaim[] {
	return reading.link.reading.dates
		.filter(({ start, end, says }) => start >= field.start && end <= field.end && says.kind !== 'duration' && says.kind !== 'since')
		.map((date) => {
			const { basis, from, to } = resolveDate(date.says, {
				publishedOn: context.section.publishedOn,
				tense: 'past',
				editionYear: context.editionYear,
				printedYear: null,
			});
			return { ...claim(context, reading, date, date.phrase, basis), from, to, precision: date.precision };
		});
}

/** "Start: 6 May", "End: 17 May": one range where there is one of each. */
function joined(starts: readonly DateClaim[], ends: readonly DateClaim[]): DateClaim[] {
	const [start, otherStart] = starts;
	const [end, otherEnd] = ends;
	if (!start || otherStart || otherEnd || (end && start.from && end.to && end.to < start.from)) return [...starts, ...ends];
	return [{ ...start, to: end ? end.to : null }, ...(end ? [{ ...end, from: start.from }] : [])];
}

/** Countries, or a body as printed: "Led by: Joint Force Command". */
function hostsIn(context: ClaimContext, { reading, field }: FieldReading, countries: readonly Claim[]): readonly Claim[] {
	if (countries.length > 0) return countries;
	const printed = context.document.text.slice(field.start, field.end);
	const body = printed.replace(/[\s.]+$/, '').replace(/^the\s/i, '');
	if (!/^\p{Lu}[^;:]{2,80}$/u.test(body)) return [];
	const start = field.start + printed.indexOf(body);
	return [claim(context, reading, { start, end: start + body.length })];
}

/** The places of a field, the smallest of each first; where none is known, its words as printed. */
function placesIn(context: ClaimContext, { reading, field }: FieldReading): PlaceClaim[] {
	const { text } = context.document;
	const found: LocationMention[] = [];
	for (const mention of reading.link.reading.places) {
		if (mention.start < field.start || mention.end > field.end || mention.how === 'demonym') continue;
		const { start, end, place } = mention;
		const last = found.at(-1);
		const moved = offsetPlace(text, field, mention);
		if (moved) found.push(moved);
		else if (last?.place && /^(?:,|\s\(|\sin)\s?(?:the\s)?$/.test(text.slice(last.end, start)) && contains(place, last.place))
			found[found.length - 1] = { ...last, end };
		else found.push({ start, end, place, name: place.name });
	}
	const whole: LocationMention = {
		start: field.start,
		end: field.end,
		place: null,
		name: text.slice(field.start, field.end).replace(/\s+/g, ' '),
	};
	const mentions =
		found.length > 0 ? smallestFirst(text, found) : /\p{Lu}/u.test(whole.name) && whole.name.length < longestPlace ? [whole] : [];
	return mentions.map((mention) => ({
		...claim(context, reading, mention, mention.name),
		placeId: mention.place?.id ?? null,
		lat: (mention.at ?? mention.place)?.lat ?? null,
		lon: (mention.at ?? mention.place)?.lon ?? null,
	}));
}

const longestPlace = 80;
/** Labels that do not say what is counted. */
const general = /^(?:strength|size|scale)$/i;

/** "Troops: 3,000": the label says what is counted, where the value does not. In a box both are one stretch, and shown as it. */
function strengthIn(context: ClaimContext, { reading, field }: FieldReading): Claim[] {
	const { text } = context.document;
	const [quantity] = quantitiesIn(text, field);
	if (!quantity || quantity.start !== field.start) return [];
	const rest = /^\s\p{Ll}[\p{L}\s,\d]*/u.exec(text.slice(quantity.end, field.end))?.[0] ?? '';
	const label = text.slice(field.label.start, field.label.end).replace(/^\P{L}+|[\s:：|]+$/gu, '');
	if (rest !== '') return [claim(context, reading, { start: field.start, end: quantity.end + rest.trimEnd().length })];
	if (quantity.end !== field.end) return [];
	if (!field.name)
		return [claim(context, reading, { start: field.label.start + text.slice(field.label.start).search(/\p{L}/u), end: field.end })];
	return [claim(context, reading, field, general.test(label) ? undefined : `${text.slice(field.start, field.end)} ${label.toLowerCase()}`)];
}
