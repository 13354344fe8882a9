import type { Document, Section, Span } from '../corpus/document.js';
import { Quote } from '../corpus/quote.js';
import { findActivities } from './activities.js';
import { type AimMention, findAims } from './aims.js';
import { isOtherDate } from './announcements.js';
import type { CountryGroup } from './country-groups.js';
import type { DateMention } from './date-mentions.js';
import type { ClaimsByField } from './draft.js';
import { eventRange, withEnds } from './event-dates.js';
import type { Basis, Claim, DateClaim, PlaceClaim } from './exercise.js';
import type { ForceMention } from './force-mentions.js';
import type { Link } from './link.js';
import { findLocations } from './locations.js';
import { findNumbers, findOrdinals } from './number-mentions.js';
import { findOrganisers } from './organisers.js';
import { findReactions } from './reactions.js';
import { type Role, type RoleMention, rolesOf } from './roles.js';
import { isSceneOfAction } from './scenes.js';
import { statusOf } from './status.js';
import { forcesTakingPart } from './taking-part.js';

/** A stretch of text about one exercise, with all that stands in it. */
export interface LinkReading {
	readonly link: Link;
	/** Headings and captions: they fill only what the article's own sentences leave open. */
	readonly aside: boolean;
	readonly groups: readonly CountryGroup[];
	readonly forces: readonly ForceMention[];
	readonly aims: readonly AimMention[];
	/** What speaks of aims or of a wider undertaking: no places or roles are read there. */
	readonly masks: readonly Span[];
}

export interface ClaimContext {
	readonly document: Document;
	readonly section: Section;
	/** The year that the exercise's name states. */
	readonly editionYear: number | null;
	/** The year that it is of, by its name or by its dates: what is told of another year is of another edition. */
	readonly ownYear: number | null;
	readonly links: readonly LinkReading[];
}

const partOfWider = /\b(?:is|are|was|were|forms?|formed)\s(?:a\s)?part\sof\b/i;

/** Reads all that a link's text says. */
export function readLink(document: Document, section: Section, link: Link, groups: readonly CountryGroup[]): LinkReading {
	const { text } = document;
	const { kind } = link.reading.sentence;
	const heads = link.reading.sentence.start === section.title?.start;
	const aside = kind !== 'prose' && kind !== 'title' && !heads;
	const aims = findAims(text, link).filter((aim) => isAimOf(text, link, aim));
	const wider = partOfWider.exec(text.slice(link.start, link.end));
	const masks: Span[] = aims.map(({ start, end }) => ({ start, end }));
	if (wider && link.mention && link.mention.end <= link.start + wider.index + 1)
		masks.push({ start: link.start + wider.index, end: link.end });
	const forces = forcesTakingPart(text, link, link.reading.forces).filter((force) => !isMasked(force, masks));
	return { link, aside, groups, forces, aims, masks };
}

const namesAim = /^(?:the|its|their)\s/i;
const pronoun = /\b(?:it|they|these|this)$/i;
/** What "aims to" after a motto is no longer of the exercise. */
const themeOf = /\b(?:theme|motto|slogan|logo)\sof\s$/i;

/** The aim's subject is the exercise, or the exercise is what its words hang on. */
function isAimOf(text: string, link: Link, aim: AimMention): boolean {
	const { subjectEnd } = aim;
	if (subjectEnd === null) return link.mention !== null || namesAim.test(text.slice(aim.start, aim.end));
	if (link.mention === null) return pronoun.test(text.slice(link.start, subjectEnd));
	const subject = link.pointers.findLast(({ end }) => end <= subjectEnd);
	if (!subject) return false;
	const gap = text.slice(subject.end, subjectEnd);
	if (themeOf.test(text.slice(link.start, subject.start))) return false;
	return gap.length < 70 && !/[;:]|\b(?:who|whose|while|as|because|said)\b/.test(gap);
}

function isMasked(span: Span, masks: readonly Span[]): boolean {
	return masks.some((mask) => mask.start <= span.start && span.end <= mask.end);
}

/** Every claim that the links make on the fields of one exercise. */
export function claimsOf(context: ClaimContext): ClaimsByField {
	const links = context.links.filter((reading) => !isOfOtherYear(context, reading));
	const own = links.filter(({ aside }) => !aside);
	const prose = own.filter(({ link }) => link.reading.sentence.kind === 'prose');
	const firm = links.filter(({ link }) => !link.loose);
	const explicit = own.filter(({ link }) => link.mention !== null);
	const told = (readings: readonly LinkReading[]) => (readings.length > 0 ? readings : links);
	const first = <Found>(read: (from: readonly LinkReading[]) => Found[], ...froms: readonly (readonly LinkReading[])[]): Found[] => {
		for (const from of froms) {
			const found = read(from);
			if (found.length > 0) return found;
		}
		return [];
	};
	return {
		names: [],
		status: first((from) => statusClaims(context, from), prose, links),
		dates: first(
			(from) => dateClaims(context, from),
			explicit,
			own.filter((reading) => firm.includes(reading)),
			firm,
		),
		locations: first((from) => locationClaims(context, from), prose, own, links),
		participants: roleClaims(context, told(own), 'participant'),
		observers: roleClaims(context, told(own), 'observer'),
		organiser: organiserClaims(context, told(own)),
		forces: distinct(told(prose).flatMap((reading) => reading.forces.map((force) => claim(context, reading, force)))),
		aims: distinct(
			prose.flatMap((reading) => reading.aims.map((aim) => claim(context, reading, wholeAim(context.document.text, reading.link, aim)))),
		),
		activities: distinct(
			told(prose).flatMap((reading) =>
				findActivities(context.document.text, reading.link)
					.filter(
						(span) =>
							!isMasked(span, reading.masks) &&
							!reading.link.pointers.some((pointer) => pointer.start < span.end && span.start < pointer.end),
					)
					.map((span) => claim(context, reading, span)),
			),
		),
		scale: scaleClaims(context, told(prose)),
		ordinal: distinct(
			told(prose)
				.filter(({ link }) => link.mention !== null)
				.flatMap((reading) => findOrdinals(context.document.text, reading.link).map((mention) => claim(context, reading, mention))),
		),
		reactions: distinct(
			prose.flatMap((reading) =>
				findReactions(context.document.text, reading).map(({ value, ...span }) => claim(context, reading, span, value)),
			),
		),
	};
}

function claim({ document }: ClaimContext, { link }: LinkReading, { start, end }: Span, value?: string, basis: Basis = 'stated'): Claim {
	const text = document.text.slice(start, end);
	return { value: value ?? text.replace(/\s+/g, ' '), text, span: { start, end }, quote: Quote.of(document, link.reading.sentence), basis };
}

/** One claim for each value: the first. */
function distinct<Made extends Claim>(claims: readonly Made[], keyOf: (made: Made) => string = ({ value }) => value): Made[] {
	const seen = new Set<string>();
	return claims.filter((made) => {
		const key = keyOf(made).toLowerCase();
		return !seen.has(key) && seen.add(key);
	});
}

function wholeAim(text: string, { pointers }: Link, aim: AimMention): Span {
	const mention = pointers.findLast(({ end }) => end <= aim.start);
	const adjacent =
		mention && aim.subjectEnd !== null && aim.start - mention.end < 40 && /^[^,;:.]*$/.test(text.slice(mention.end, aim.start));
	return { start: adjacent ? mention.start : aim.start, end: aim.end };
}

function statusClaims(context: ClaimContext, readings: readonly LinkReading[]): Claim[] {
	for (const reading of readings) {
		const { link } = reading;
		if (link.mention === null || link.wholeSeries) continue;
		const status = statusOf(context.document.text, link, link.reading.sentence.kind !== 'prose');
		if (status) return [claim(context, reading, link.mention, status)];
	}
	return [];
}

function dateClaims(context: ClaimContext, readings: readonly LinkReading[]): DateClaim[] {
	const { text } = context.document;
	const lengths: number[] = [];
	const claims = readings.flatMap((reading) => {
		const { link } = reading;
		if (link.wholeSeries) return [];
		const dates = datesIn(reading).filter((date) => date.says.kind !== 'since' && !isMasked(date, reading.masks));
		return dates
			.filter((date) => isOwnDate(context, link, date))
			.map((date, index): DateClaim => {
				const range = eventRange(text, link, date, dates[index + 1], {
					publishedOn: context.section.publishedOn,
					editionYear: context.editionYear,
				});
				if (date.says.kind === 'duration') lengths.push(date.says.days);
				return { ...claim(context, reading, date, undefined, range.basis), from: range.from, to: range.to, precision: date.precision };
			});
	});
	return withEnds(withoutBareYears(distinct(claims)), lengths);
}

function datesIn({ link }: LinkReading): DateMention[] {
	return link.reading.dates.filter(({ start, end }) => start >= link.start && end <= link.end);
}

function isOwnDate({ document: { text }, ownYear }: ClaimContext, link: Link, date: DateMention): boolean {
	if (isOtherYear(date, ownYear) || isThisYear(date) || isFounding(text, date)) return false;
	return (
		date.precision === 'unknown' || date.precision === 'duration' || !isOtherDate(text, link.reading.sentence, date, link.mention ?? date)
	);
}

/** Beside the days of an exercise, a year alone is that of another edition: "suspended in 1995". */
function withoutBareYears(claims: readonly DateClaim[]): DateClaim[] {
	const days = claims.some(({ precision }) => precision === 'day');
	return claims.filter(({ precision, text }) => !days || !(precision === 'year' || /^last\syear$/i.test(text)));
}

/** "In March 2024, 20 ships took part in the exercise", told of the edition of 2025: nothing there is of this one (invariant 3 of the README). */
export function isOfOtherYear({ document, ownYear }: Pick<ClaimContext, 'document' | 'ownYear'>, { link }: LinkReading): boolean {
	if (link.reading.names.some(({ year, start, end }) => year !== null && start >= link.start && end <= link.end)) return false;
	if (ownYear !== null && isOfEarlierEdition(document.text, link, ownYear)) return true;
	const dates = link.reading.dates.filter(({ start, end }) => start >= link.start && end <= link.end);
	return dates.some((date) => isOtherYear(date, ownYear) && !isOtherDate(document.text, link.reading.sentence, date, link.mention ?? date));
}

const firstHeld = /(?<!,\s)\bfirst\s(?:\w+\s)?(?:held|conducted|staged|launched|started|began|organi[sz]ed|hosted)\b/i;
const earlierEdition = /^(?:the\s|its\s)?(?:inaugural|maiden|first|previous)\s(?:edition|iteration|instal?lment|one)\b/i;

/** "It was first held in 2003 between …", "The inaugural edition saw …", told of the edition of 2024. */
function isOfEarlierEdition(text: string, link: Link, ownYear: number): boolean {
	const [first] = link.pointers;
	if (first && earlierEdition.test(text.slice(first.start, first.end))) return true;
	const slice = text.slice(link.start, link.end);
	return firstHeld.test(slice) && !slice.includes(String(ownYear)) && /\b(?:19|20)\d\d\b/.test(slice);
}

/** "It began in 2005 as …", told with a year alone: when a series began. */
function isFounding(text: string, { start, precision }: DateMention): boolean {
	return (
		precision === 'year' &&
		/\b(?:beg[au]n|started|launched|introduced|goes\sback|go\sback|dates\sback)\s(?:life\s|to\s)?$/.test(
			text.slice(Math.max(0, start - 30), start),
		)
	);
}

function isNewYear(month: number | null): boolean {
	return month === 12 || month === 1;
}

/** "hosted this year by …" tells no time of the year. */
function isThisYear({ says }: DateMention): boolean {
	return says.kind === 'relative' && says.unit === 'year' && says.shift === 0 && says.side === null;
}

/** "as in 2021" is not of the edition of 2023; one over New Year's Eve is of two years. */
function isOtherYear({ says }: DateMention, editionYear: number | null): boolean {
	return (
		editionYear !== null &&
		says.kind === 'calendar' &&
		says.from.year !== null &&
		Math.abs(says.from.year - editionYear) > (isNewYear(says.from.month) ? 1 : 0)
	);
}

function locationClaims(context: ClaimContext, readings: readonly LinkReading[]): PlaceClaim[] {
	const claims = readings.flatMap((reading) =>
		findLocations(context.document.text, reading.link, reading.link.reading.places, reading.masks)
			.filter((mention) => !reading.link.loose || isSceneOfAction(context.document.text, reading.link, mention))
			.map((mention) => ({
				...claim(context, reading, mention, mention.name),
				placeId: mention.place?.id ?? null,
				lat: mention.place?.lat ?? null,
				lon: mention.place?.lon ?? null,
			})),
	);
	return distinct(claims, ({ value, text }) => `${value}|${text}`);
}

function roleClaims(context: ClaimContext, readings: readonly LinkReading[], role: Role): Claim[] {
	const roles = readings.flatMap((reading) =>
		rolesIn(context.document.text, reading)
			.filter((mention) => mention.role === role)
			.map((mention) => ({ reading, mention })),
	);
	const stated = roles.toSorted((a, b) => Number(b.mention.stated) - Number(a.mention.stated));
	return distinct(
		stated.map(({ reading, mention }) => claim(context, reading, mention, mention.country.name, mention.stated ? 'stated' : 'inferred')),
	);
}

/** The roles of all countries in a stretch of text. */
export function rolesIn(text: string, { link, groups, masks, forces }: LinkReading): RoleMention[] {
	return groups
		.filter((group) => group.start >= link.start && group.end <= link.end && !isMasked(group, masks))
		.flatMap((group) => rolesOf(text, link, group, forces));
}

function organiserClaims(context: ClaimContext, readings: readonly LinkReading[]): Claim[] {
	const bodies = readings.flatMap((reading) =>
		findOrganisers(context.document.text, reading.link).map(({ value, ...span }) => claim(context, reading, span, value)),
	);
	return distinct([...bodies, ...roleClaims(context, readings, 'organiser')]);
}

function scaleClaims(context: ClaimContext, readings: readonly LinkReading[]): Claim[] {
	const { text } = context.document;
	return distinct(
		readings.flatMap((reading) => [
			...findNumbers(text, reading.link)
				.filter((mention) => !isMasked(mention, reading.masks))
				.map((mention) => claim(context, reading, mention)),
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
