import { gazetteer } from '../../gazetteer/gazetteer.js';
import { matchesOf } from '../../text/matches.js';
import type { Span } from '../../text/span.js';
import type { Link } from '../coreference/link.js';

/** Who organises, hosts or leads: the whole phrase as printed, and the body's or the country's name. */
export interface OrganiserMention extends Span {
	readonly value: string;
}

const by =
	/\b(?:organi[sz]ed|hosted|led|directed|run|headed|sponsored|orchestrated|co-?hosted|convened|overseen)\s(?:jointly\s|this\syear\s|annually\s|in\s\d{4}\s)?by:?\s(?:the\s)?/gi;
/** "conducted by Naval Forces Africa", "under the direction of the Northern Command": a body that is no country leads, while "conducted by X and Y" tells who takes part. */
const byBody =
	/\b(?:(?:conducted|held|staged|undertaken|carried\sout|planned)\s(?:jointly\s)?by|under\sthe\s(?:direction|leadership|command|auspices|supervision)\sof)\s(?:the\s)?/gi;
/** Words of commands, services and staffs. */
const bodyWord =
	/\b(?:Staff|Command|Commander|Forces?|Fleet|Navy|Army|Corps|Division|Brigade|Ministry|Guards?|Headquarters|Cent(?:re|er)|Agency|Organi[sz]ation|Council|Department|NATO|District|Secretariat|Bureau)\b/;
const person =
	/^(?:(?:Rear|Vice|Fleet|Major|Lieutenant|Brigadier|Senior|Air|Acting|Deputy|Staff|Flag)[-\s])*(?:Admiral|Adm|General(?!\sStaff)|Gen|Colonel|Col|Captain|Capt|Commodore|Brigadier|Major|Maj|Lieutenant|Lt|Cmdr|Commander|Marshal|Sergeant|Sgt|Minister|President|Officer)\b\.?(?!,?\s(?:Submarines|Task|U\.?S\b|NATO|Naval|Fleet|Combined|Joint))/;
/** "V Corps planned …", "the Air Force is running …", right before the exercise. */
const leadsIt =
	/\s(?:(?:has|have|had|is|are|was|were|will|also|jointly|last\s\w+|this\s\w+)\s)*(?:organi[sz](?:es?|ed|ing)|runs?|ran|running|direct(?:s|ed|ing)?|planned|planning|leads?|led|leading|hosts?|hosted|hosting|oversees?|oversaw|overseeing|sponsor(?:s|ed|ing)?)\s(?:and\s\w+\s)?(?:the\s)?[“"‘']?$/;
/** "an exercise that the General Staff directs" */
const thatLeads = /\bthat\sthe\s(?=[^,.;]{3,60}\s(?:directs?|runs?|leads?|organi[sz]es?|hosts?|oversees?)\b)/g;
/** "conducted by the navy every two years": who does so each time holds it, while "conducted by X and Y" tells who takes part. */
const habit = /\b(?:conducted|held|staged)\sby\s(?:the\s)?(?=[^,.;]{3,60}\s(?:every\s\w+|annually|biennially|each\syear)\b)/gi;
/** "…, which leads the exercise" */
const whichLeads =
	/,\s(?:which|who)\s(?:(?:is\s|are\s|was\s|were\s|will\s|has\s)?(?:leads?|led|leading|hosts?|hosted|hosting|organi[sz]e[sd]?|organi[sz]ing|runs?|ran|running|directs?|directed|directing|sponsors?))\s(?:the|this|it)\b/g;
const body =
	/^(?:[\p{Lu}\d][\p{L}\p{N}.'’/&-]*|of|the|and|for|side)(?:\s(?:\([A-Z]{2,8}\)|[\p{Lu}\d][\p{L}\p{N}.'’/&-]*|of(?=\s(?:the\s)?\p{Lu})|the(?=\s\p{Lu})|and(?=\s\p{Lu})|for(?=\s\p{Lu})|side))*/u;
const bodyAtEnd = /(?:[\p{Lu}\d][\p{L}\p{N}.'’/&-]*|\s(?:of|the|and|for)(?=\s)|\s)+$/u;
const unit = /\b(?:flotilla|squadron|unit|group|contingent|fleet|vessel|warship|force|by)\s(?:(?:is|are|was|were|being)\s)?$/i;

/** "organized by the Northern Theater Command", "hosted by Venezuela", in a stretch of text about an exercise. */
export function findOrganisers(text: string, link: Link): OrganiserMention[] {
	return [...alliancesOf(link), ...bodiesAfterVerb(text, link), ...bodiesBeforeVerb(text, link), ...bodiesBeforeExercise(text, link)];
}

const itsOwn = /^['’]s?\s(?:(?:own|annual|biennial|yearly|big|large|largest|next|first)\s){0,3}[“"‘']?$/;

/** "the NATO exercise", "CSTO drills", "NATO's own X": an alliance before the noun holds them. */
function alliancesOf(link: Link): OrganiserMention[] {
	return link.reading.actors.flatMap(({ start, end, actor }) =>
		actor.kind === 'alliance' &&
		link.mentions.some(
			(mention) =>
				(mention.start <= start && end < mention.end) || (end < mention.start && itsOwn.test(link.reading.text.slice(end, mention.start))),
		)
			? [{ start, end, value: actor.name }]
			: [],
	);
}

function bodiesAfterVerb(text: string, link: Link): OrganiserMention[] {
	const slice = text.slice(link.start, link.end);
	const bodies = [...matchesOf(slice, byBody), ...matchesOf(slice, thatLeads)];
	return [...matchesOf(slice, by), ...matchesOf(slice, habit), ...bodies].flatMap((match) => {
		const start = link.start + match.index;
		const from = start + match[0].length;
		if (unit.test(text.slice(link.start, start))) return [];
		const printed = body.exec(text.slice(from, link.end))?.[0].replace(/(?<!\b\p{Lu})\.$/u, '');
		if (!printed || person.test(printed) || (bodies.includes(match) && !bodyWord.test(printed))) return [];
		const end = from + printed.length;
		const nation = link.reading.places.find((place) => place.start === from && place.place.kind === 'country' && place.how !== 'name');
		const named = link.reading.places.find((place) => place.start === from && place.end === end);
		const country = /\sside$/.test(printed) ? nation?.place : named?.place.kind === 'country' ? named.place : undefined;
		return [{ start, end, value: country?.name ?? listedName(printed) }];
	});
}

function bodiesBeforeVerb(text: string, link: Link): OrganiserMention[] {
	return matchesOf(text.slice(link.start, link.end), whichLeads).flatMap((match) => {
		const end = link.start + match.index;
		const printed = bodyAtEnd.exec(text.slice(link.start, end))?.[0].replace(/^(?:\s|(?:of|the|and|for)\s)+/, '');
		return printed && !person.test(printed) ? [{ start: end - printed.length, end, value: listedName(printed) }] : [];
	});
}

function bodiesBeforeExercise(text: string, link: Link): OrganiserMention[] {
	return link.mentions.flatMap((mention) => {
		const before = text.slice(link.start, mention.start);
		const verb = leadsIt.exec(before);
		const end = link.start + (verb?.index ?? 0);
		const printed = verb ? bodyAtEnd.exec(text.slice(link.start, end))?.[0].replace(/^(?:\s|(?:of|the|and|for|The)\s)+/, '') : undefined;
		const leads = printed && bodyWord.test(printed) && !person.test(printed);
		return leads ? [{ start: end - printed.length, end, value: listedName(printed) }] : [];
	});
}

/** "People's Liberation Army PLA" is the listed "People's Liberation Army"; other bodies keep their printed name. */
function listedName(printed: string): string {
	const [first] = gazetteer.names.find(printed).matches;
	const named = first?.start === 0 ? first.named.find(({ is }) => is === 'actor') : undefined;
	const whole = first !== undefined && /^(?:\s\(?[A-Z]{2,8}\)?)?$/.test(printed.slice(first.end));
	return named?.is === 'actor' && whole ? named.actor.name : printed.replace(/\s+/g, ' ').replaceAll('’', "'");
}
