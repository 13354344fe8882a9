import type { Document, Section } from '../../corpus/document.js';
import type { Span } from '../../text/span.js';
import type { Link } from '../coreference/link.js';
import { type RoleMention, rolesOf } from '../participants/country-roles.js';
import { participatingForces } from '../participants/participating-forces.js';
import type { LocationMention } from '../places/location-mention.js';
import { findLocations } from '../places/locations.js';
import type { CountryGroup } from '../sentences/country-groups.js';
import type { ForceMention } from '../sentences/force-mentions.js';
import { type AimMention, findAims } from './aims.js';

/** A stretch of text about one exercise, with all that stands in it. */
export interface LinkReading {
	readonly link: Link;
	/** Headings and captions: they fill only what the article's own sentences leave open. */
	readonly aside: boolean;
	/** The groups of countries of its sentence. */
	readonly groups: readonly CountryGroup[];
	readonly roles: readonly RoleMention[];
	readonly forces: readonly ForceMention[];
	readonly aims: readonly AimMention[];
	/** Where it is held. */
	readonly locations: readonly LocationMention[];
	/** What speaks of aims or of a wider undertaking: no places or roles are read there. */
	readonly masks: readonly Span[];
}

const partOfWider = /\b(?:is|are|was|were|forms?|formed)\s(?:a\s)?part\sof\b/i;

/** Reads all that a link's text says. */
export function readLink(document: Document, section: Section, link: Link, groups: readonly CountryGroup[]): LinkReading {
	if (link.field) return { link, aside: false, groups: [], roles: [], forces: [], aims: [], masks: [], locations: [] };
	const { text } = document;
	const { kind } = link.reading.sentence;
	const heads = link.reading.sentence.start === section.title?.start;
	const aside = kind !== 'prose' && kind !== 'title' && !heads;
	const aims = findAims(text, link).filter((aim) => isAimOf(text, link, aim));
	const wider = partOfWider.exec(text.slice(link.start, link.end));
	const masks: Span[] = aims.map(({ start, end }) => ({ start, end }));
	if (wider && link.mention && link.mention.end <= link.start + wider.index + 1)
		masks.push({ start: link.start + wider.index, end: link.end });
	const forces = participatingForces(text, link, link.reading.forces).filter((force) => !isMasked(force, masks));
	const roles = groups
		.filter((group) => group.start >= link.start && group.end <= link.end && !isMasked(group, masks))
		.flatMap((group) => rolesOf(text, link, group, forces));
	let locations: readonly LocationMention[] | undefined;
	return {
		link,
		aside,
		groups,
		roles,
		forces,
		aims,
		masks,
		get locations() {
			locations ??= findLocations(text, link, link.reading.places, masks);
			return locations;
		},
	};
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
	const subject = link.mentions.findLast(({ end }) => end <= subjectEnd);
	if (!subject) return false;
	const gap = text.slice(subject.end, subjectEnd);
	if (themeOf.test(text.slice(link.start, subject.start))) return false;
	return gap.length < 70 && !/[;:]|\b(?:who|whose|while|as|because|said)\b/.test(gap);
}

export function isMasked(span: Span, masks: readonly Span[]): boolean {
	return masks.some((mask) => mask.start <= span.start && span.end <= mask.end);
}
