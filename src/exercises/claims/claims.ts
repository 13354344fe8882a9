import type { Span } from '../../text/span.js';
import type { Link } from '../coreference/link.js';
import type { Claim, ClaimsByField, PlaceClaim } from '../exercise.js';
import type { Role } from '../participants/country-roles.js';
import { findOrganisers } from '../participants/organisers.js';
import { isVenueOfAction } from '../places/venue-evidence.js';
import { findActivities } from './activities.js';
import type { AimMention } from './aims.js';
import { dateClaims, isOfOtherYear } from './date-claims.js';
import { fieldClaims } from './field-claims.js';
import { isMasked, type LinkReading } from './link-reading.js';
import { type ClaimContext, claim, distinct } from './make-claim.js';
import { findNumbers, findOrdinals } from './number-mentions.js';
import { findReactions } from './reactions.js';
import { statusClaims } from './status-claims.js';
import { findToldFigures } from './told-figures.js';

/** Every claim that the links make on the fields of one exercise. */
export function claimsOf(context: ClaimContext): ClaimsByField {
	const links = context.links.filter((reading) => !reading.link.field && !isOfOtherYear(context, reading));
	const fields = fieldClaims(context, context.links);
	const own = links.filter(({ aside }) => !aside);
	const prose = own.filter(({ link }) => link.reading.sentence.kind === 'prose');
	const firm = (readings: readonly LinkReading[]) => readings.filter(({ link }) => !link.loose);
	const explicit = own.filter(({ link }) => link.mention !== null);
	const told = (readings: readonly LinkReading[]) => (readings.length > 0 ? readings : links);
	const first = <Found>(
		read: (from: readonly LinkReading[]) => Found[],
		...froms: readonly (readonly LinkReading[])[]
	): Found[] => {
		for (const from of froms) {
			const found = read(from);
			if (found.length > 0) return found;
		}
		return [];
	};
	const toldDates = first((from) => dateClaims(context, from), explicit, firm(own), firm(links));
	const dates = [...fields.dates, ...toldDates];
	return {
		names: [],
		status:
			fields.status.length > 0 ? fields.status : first((from) => statusClaims(context, from, dates), prose, links),
		dates,
		locations: distinctPlaces([
			...fields.locations,
			...first((from) => locationClaims(context, from), prose, own, links),
		]),
		participants: distinct([...fields.participants, ...roleClaims(context, told(own), 'participant')]),
		observers: roleClaims(context, told(own), 'observer'),
		organiser: distinct([...fields.organiser, ...organiserClaims(context, told(own))]),
		forces: distinct(told(prose).flatMap((reading) => reading.forces.map((force) => claim(context, reading, force)))),
		aims: distinct(
			prose.flatMap((reading) =>
				reading.aims.map((aim) => claim(context, reading, wholeAim(context.document.text, reading.link, aim))),
			),
		),
		activities: distinct(
			told(prose).flatMap((reading) =>
				findActivities(context.document.text, reading.link)
					.filter(
						(span) =>
							!isMasked(span, reading.masks) &&
							!reading.link.mentions.some((mention) => mention.start < span.end && span.start < mention.end),
					)
					.map((span) => claim(context, reading, span)),
			),
		),
		scale: distinct([...fields.scale, ...scaleClaims(context, told(prose))]),
		ordinal: distinct(
			told(prose)
				.filter(({ link }) => link.mention !== null)
				.flatMap((reading) =>
					findOrdinals(context.document.text, reading.link).map((mention) => claim(context, reading, mention)),
				),
		),
		reactions: distinct(
			prose.flatMap((reading) =>
				findReactions(context.document.text, reading).map(({ value, ...span }) => claim(context, reading, span, value)),
			),
		),
	};
}

function wholeAim(text: string, { mentions }: Link, aim: AimMention): Span {
	const mention = mentions.findLast(({ end }) => end <= aim.start);
	const adjacent =
		mention &&
		aim.subjectEnd !== null &&
		aim.start - mention.end < 40 &&
		/^[^,;:.]*$/.test(text.slice(mention.end, aim.start));
	return { start: adjacent ? mention.start : aim.start, end: aim.end };
}

function locationClaims(context: ClaimContext, readings: readonly LinkReading[]): PlaceClaim[] {
	const claims = readings.flatMap((reading) =>
		reading.locations
			.filter((mention) => !reading.link.loose || isVenueOfAction(context.document.text, reading.link, mention))
			.map((mention) => ({
				...claim(context, reading, mention, mention.name),
				placeId: mention.place?.id ?? null,
				lat: (mention.at ?? mention.place)?.lat ?? null,
				lon: (mention.at ?? mention.place)?.lon ?? null,
			})),
	);
	return distinctPlaces(claims);
}

const distinctPlaces = (claims: readonly PlaceClaim[]): PlaceClaim[] =>
	distinct(claims, ({ value, text }) => `${value}|${text}`);

function roleClaims(context: ClaimContext, readings: readonly LinkReading[], role: Role): Claim[] {
	const roles = readings.flatMap((reading) =>
		reading.roles.filter((mention) => mention.role === role).map((mention) => ({ reading, mention })),
	);
	const stated = roles.toSorted((a, b) => Number(b.mention.stated) - Number(a.mention.stated));
	return distinct(
		stated.map(({ reading, mention }) =>
			claim(context, reading, mention, mention.country.name, mention.stated ? 'stated' : 'inferred'),
		),
	);
}

function organiserClaims(context: ClaimContext, readings: readonly LinkReading[]): Claim[] {
	const bodies = readings.flatMap((reading) =>
		findOrganisers(context.document.text, reading.link).map(({ value, ...span }) =>
			claim(context, reading, span, value),
		),
	);
	return distinct([...bodies, ...roleClaims(context, readings, 'organiser')]);
}

function scaleClaims(context: ClaimContext, readings: readonly LinkReading[]): Claim[] {
	return distinct(
		readings.flatMap((reading) => [
			...findNumbers(context.document.text, reading.link)
				.filter((mention) => !isMasked(mention, reading.masks))
				.map((mention) => claim(context, reading, mention)),
			...findToldFigures(context.document.text, reading.link)
				.filter((figure) => !isMasked(figure, reading.masks))
				.map((figure) =>
					claim(context, reading, figure, `${context.document.text.slice(figure.start, figure.end)} ${figure.unit}`),
				),
			...reading.link.reading.dates
				.filter(
					(date) =>
						date.says.kind === 'duration' &&
						date.start >= reading.link.start &&
						date.end <= reading.link.end &&
						reading.link.mention !== null,
				)
				.map((date) => claim(context, reading, date)),
		]),
	);
}
