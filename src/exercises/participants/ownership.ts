import type { Span } from '../../text/span.js';
import type { Link } from '../coreference/link.js';
import {
	type CountryGroup,
	type CountryMention,
	namedGroups,
	ownedByName,
	ownsForce,
} from '../sentences/country-groups.js';
import { forceNouns, roleWords } from '../sentences/role-words.js';
import { verbPattern } from '../sentences/verbs.js';

/** Directly behind a nation's word, or a few words on: its forces. */
export const owned = new RegExp(`^(?:['’]s?)?\\s(?:[\\w-]+\\s){0,4}?(?:${roleWords.forces}|${forceNouns})\\b`, 'i');
/**
 * "Norway ran Nordic Response", "the Chilean navy held its own drill": one nation, and the exercise is what it held.
 */
const heldIt =
	/^(?:['’]s)?(?:\s[\p{L}’'-]+){0,3}?\s(?:(?:has|had|will|is|was|to|also|itself|set|due)\s){0,3}(?:runs?|ran|running|h[eo]ld|holds|holding|stag(?:e|es|ed|ing)|conduct(?:s|ed|ing)?|mount(?:s|ed|ing)?|launch(?:es|ed|ing)?)\s(?:(?!(?:after|and|as|before|during|for|from|in|on|that|while|with)\s)[\p{L}\d’'-]+\s){0,5}[“"‘']?$/u;
/** "an exercise that Latvia's armed forces are running", "which the Americans have been holding since 1971" */
const relative = /^[”"’']?,?\s(?:that|which)\s(?:the\s)?$/;
const itHolds =
	/^(?:['’]s)?(?:\s[\p{L}’'-]+){0,3}?\s(?:(?:has|have|had|is|are|was|were|will|been|be)\s){0,3}(?:runs?|ran|running|held|holds?|holding|hosts?|hosted|hosting|stag(?:e|es|ed|ing)|organi[sz](?:es?|ed|ing)|leads?|led|leading)\b(?!\sby)/u;
/** What several hold together one of them does not organise alone. */
const shared = /\b(?:joint|combined|bilateral|trilateral|together)\b/i;

/** Whether the exercise is said to be held by one country. */
export function holdsIt(text: string, link: Link, { start, end, members: [only, another] }: CountryGroup): boolean {
	const next = link.mentions.find((mention) => mention.start >= end);
	if (!only || another) return false;
	if (
		itHolds.test(text.slice(end, link.end)) &&
		link.mentions.some((mention) => relative.test(text.slice(mention.end, start)))
	)
		return true;
	if (!next) return false;
	const gap = text.slice(end, next.start);
	if (shared.test(text.slice(end, next.end))) return false;
	return heldIt.test(gap) || (ownOf.test(gap + text.slice(next.start, next.end)) && !namesOther(link, end, next.start));
}

/** "Poland moved 40,000 soldiers under its own drill", "Oman said its exercise …" */
const ownOf =
	/^[^.;:]{0,120}?\s(?:its|their)\s(?:own\s)?(?:(?!(?:about|against|at|for|from|in|of|on|over|to|with)\s)[\p{L}\d’'-]+,?\s?){1,6}[“"‘']?$/u;

function namesOther({ reading }: Link, from: number, to: number): boolean {
	return namedGroups(reading).some(({ start }) => start > from && start < to);
}

/** Ships that follow others or are out of service take no part. */
const follows = new RegExp(`\\b(?:${verbPattern('watch')}|follow(?:s|ed|ing)?|(?:de)?commissioned|scuttled)\\b`, 'i');

/** In a sentence about an exercise, somebody's ships and soldiers are those of the exercise. */
export function ownsMateriel(text: string, { reading, start, end }: Link, group: CountryGroup): boolean {
	const [only] = group.members;
	if (follows.test(text.slice(start, end))) return false;
	if (only?.as === 'ship') return true;
	if (/^-(?:made|built|designed|supplied)\b/.test(text.slice(group.end, end))) return false;
	return (
		(only?.as === 'demonym' || only?.as === 'force') &&
		reading.forces.some((force) => force.materiel && ownsForce(text, group, force))
	);
}

const onlyDescribes =
	/^(?:['’]s?)?(?:\s(?!(?:and|of|in|with|to|for|from|at|on|by|before|after|during|since|until|when|while|as|over|that|near|off)\b)[\w-]+){0,4}\s[“"‘']?$/;

/**
 * "Russia's larger-scale “Ocean-2024”", "the Russian strategic drills": only words about the exercise stand between.
 */
export function owns(text: string, group: CountryGroup, mention: Span): boolean {
	const gap = group.end <= mention.start ? text.slice(group.end, mention.start) : '';
	const belongs = group.members.at(-1)?.as === 'demonym' || /^['’]/.test(gap);
	return belongs && onlyDescribes.test(gap);
}

/**
 * One country before the name or the noun: "Russia's Ocean-2024", but not "PLA drills" and not "drills with Russia".
 */
export function isOwner(text: string, group: CountryGroup, mention: Span): boolean {
	const [only, another] = group.members;
	return (
		!another &&
		only?.as !== 'force' &&
		(group.end <= mention.start || /(?:^|\bof\s)(?:the|an?|this)?\s*$/i.test(text.slice(mention.start, group.start)))
	);
}

/** "Russia's invasion", "Chinese waters": the country only describes something else. */
export function describesOther(text: string, country: CountryMention | undefined, after: string): boolean {
	const describes = (country?.as === 'demonym' && !isPlural(text, country)) || /^['’]s?\s/.test(after);
	return describes && !owned.test(after) && !ownedByName.test(after);
}

/** "the Americans", "Finns": people, and no word for what follows. */
function isPlural(text: string, { start, end }: Span): boolean {
	return /(?<!s)s$/.test(text.slice(start, end));
}
