import type { Span } from '../corpus/document.js';
import { gazetteer } from './gazetteer.js';
import type { Link } from './link.js';

/** Who organises, hosts or leads: the whole phrase as printed, and the body's or the country's name. */
export interface OrganiserMention extends Span {
	readonly value: string;
}

const by =
	/\b(?:organi[sz]ed|hosted|led|directed|run|headed|sponsored|orchestrated|co-?hosted|convened|overseen)\s(?:jointly\s|this\syear\s|annually\s|in\s\d{4}\s)?by:?\s(?:the\s)?/gi;
/** "conducted by the navy every two years": who does so each time holds it, while "conducted by X and Y" tells who takes part. */
const habit = /\b(?:conducted|held|staged)\sby\s(?:the\s)?(?=[^,.;]{3,60}\s(?:every\s\w+|annually|biennially|each\syear)\b)/gi;
/** "…, which leads the exercise" */
const whichLeads =
	/,\s(?:which|who)\s(?:leads?|led|hosts?|hosted|organi[sz]e[sd]?|runs?|ran|directs?|directed|sponsors?)\s(?:the|this|it)\b/g;
const body =
	/^(?:[\p{Lu}\d][\p{L}\p{N}.'’/&-]*|of|the|and|for|side)(?:\s(?:\([A-Z]{2,8}\)|[\p{Lu}\d][\p{L}\p{N}.'’/&-]*|of(?=\s(?:the\s)?\p{Lu})|the(?=\s\p{Lu})|and(?=\s\p{Lu})|for(?=\s\p{Lu})|side))*/u;
const bodyAtEnd = /(?:[\p{Lu}\d][\p{L}\p{N}.'’/&-]*|\s(?:of|the|and|for)\s|\s)+$/u;
const unit = /\b(?:flotilla|squadron|unit|group|contingent|fleet|vessel|warship|force|by)\s$/i;

/** "organized by the Northern Theater Command", "hosted by Venezuela", in a stretch of text about an exercise. */
export function findOrganisers(text: string, link: Link): OrganiserMention[] {
	return [...alliancesOf(link), ...bodiesAfterVerb(text, link), ...bodiesBeforeVerb(text, link)];
}

/** "the NATO exercise", "CSTO drills": an alliance before the noun holds them. */
function alliancesOf(link: Link): OrganiserMention[] {
	return link.reading.actors.flatMap(({ start, end, actor }) =>
		actor.kind === 'alliance' && link.pointers.some((pointer) => pointer.start <= start && end < pointer.end)
			? [{ start, end, value: actor.name }]
			: [],
	);
}

function bodiesAfterVerb(text: string, link: Link): OrganiserMention[] {
	const slice = text.slice(link.start, link.end);
	return [...slice.matchAll(by), ...slice.matchAll(habit)].flatMap((match) => {
		const start = link.start + match.index;
		const from = start + match[0].length;
		if (unit.test(text.slice(link.start, start))) return [];
		const printed = body.exec(text.slice(from, link.end))?.[0].replace(/(?<!\b\p{Lu})\.$/u, '');
		if (!printed) return [];
		const end = from + printed.length;
		const nation = link.reading.places.find((place) => place.start === from && place.place.kind === 'country' && place.how !== 'name');
		const named = link.reading.places.find((place) => place.start === from && place.end === end);
		const country = /\sside$/.test(printed) ? nation?.place : named?.place.kind === 'country' ? named.place : undefined;
		return [{ start, end, value: country?.name ?? listedName(printed) }];
	});
}

function bodiesBeforeVerb(text: string, link: Link): OrganiserMention[] {
	return [...text.slice(link.start, link.end).matchAll(whichLeads)].flatMap((match) => {
		const end = link.start + match.index;
		const printed = bodyAtEnd.exec(text.slice(link.start, end))?.[0].replace(/^(?:\s|(?:of|the|and|for)\s)+/, '');
		return printed ? [{ start: end - printed.length, end, value: listedName(printed) }] : [];
	});
}

/** "People's Liberation Army PLA" is the listed "People's Liberation Army"; other bodies keep their printed name. */
function listedName(printed: string): string {
	const [first] = gazetteer.names.find(printed).matches;
	const named = first?.start === 0 ? first.named.find(({ is }) => is === 'actor') : undefined;
	const whole = first !== undefined && /^(?:\s\(?[A-Z]{2,8}\)?)?$/.test(printed.slice(first.end));
	return named?.is === 'actor' && whole ? named.actor.name : printed.replace(/\s+/g, ' ').replaceAll('’', "'");
}
