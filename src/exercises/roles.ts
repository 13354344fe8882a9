import type { Span } from '../corpus/document.js';
import type { CountryGroup } from './country-groups.js';
import type { ForceMention } from './force-mentions.js';
import type { Place } from './gazetteer.js';
import { verbPattern } from './verbs.js';

export type Role = 'participant' | 'observer' | 'organiser';

/** A country in its role in an exercise. */
export interface RoleMention extends Span {
	readonly country: Place;
	readonly role: Role;
	/** False where the words only imply it: "both countries", "Russia's Ocean-2024". */
	readonly stated: boolean;
}

const auxiliaries =
	'(?:\\s(?:will|would|also|both|each|all|has|have|had|is|are|was|were|be|been|being|set|to|expected|slated|planned|planning|plans?|scheduled|due|jointly|recently|about|soon|again|then|reportedly|going|preparing|ready|announced|once|now|already|later|together|not|the|only|up))*';
const nounRest =
	"(?:['’]s?)?(?:\\s(?!(?:in|on|at|of|to|from|by|as|and|that|who|which|has|have|is|are|was|were|will|said|over|near)\\b)[\\w’'/-]+){0,5}?(?:\\s\\([^)]{1,12}\\))?";
const acts = new RegExp(`^${nounRest}${auxiliaries}\\s${verbPattern('hold', 'act')}\\b`, 'i');
const watches = new RegExp(`^${nounRest}${auxiliaries}\\s${verbPattern('watch')}\\b`, 'i');
const leads =
	/^(?:['’]s?)?(?:\s(?:will|is|are|was|were|to|set|has|have|also|again|due|expected|planned))*\s(?:hosts?|hosted|hosting|leads?|led|leading|organi[sz]e[sd]?|organi[sz]ing)\b(?!\sby)/i;
const led = /^[-–‑](?:led|hosted|organi[sz]ed|run|sponsored)\b/i;
const joined =
	/(?:\b(?:joined|accompanied|flanked|escorted|attended)\sby|\b(?:alongside|involving|involves?|involved|among(?:st)?|together\swith|along\swith|participation\s(?:of|by)|participants\sfrom|comprising|brings?\stogether|brought\stogether|bringing\stogether|pits|addition\sof|partnered\swith|teamed\sup\swith)|\b(?:held|conducted|staged|launched|carried\sout|undertaken|joined)\s(?:jointly\s)?by|\b(?:forces|troops|ships|vessels|warships|personnel|aircraft|sailors|soldiers|marines|units|teams|contingents|navies|crews|planes|jets|bombers|participants|representatives|members|service\smembers)\s(?:\S+\s){0,3}from|\b(?:nations|countries|participants|partners|allies|members|forces|navies|teams|troops|contingents|militaries|states)\b[^.;]{0,40}?(?:includ(?:ing|es?)(?:\sincluding)?|such\sas|namely|:|[–—]))\s(?:the\s|both\s)?(?:\S+\s)?$/i;
const withOther =
	/(?<word>\b[\w’'-]+)?[”"’']?,?\s\(?(?:with|between)\s(?:the\s|both\s|its\s(?:ally|allies|partners?|neighbou?rs?)\s|forces\sof\s|counterparts\sfrom\s)?$/i;
const otherMatters =
	/^(?:ties|relations?|relationship|war|border|cooperation|co-operation|tensions?|conflict|talks|compared|alliance|alliances|standoff|partnership|agreement|pact|treaty|contacts?|closer|closely|trade|deal|dispute|rivalry|competition|along|together|coordination|trust|friendship|interoperability|bonds?|coincided?|coinciding|consultations?|dialogue|confrontation)$/i;
const locative =
	/\b(?:in|near|off|around|at|against|over|towards?|to|across|into|outside|within|inside|onto|from|throughout|about|visit(?:ed|s|ing)?)\s(?:the\s)?(?:(?:north|south|east|west|central)\w*[-\s]){0,2}$/i;
const prompted = /\bprompt(?:ing|ed)\s(?:the\s)?$/i;
const watchedBy =
	/\b(?:observed|watched|monitored|shadowed|tracked|intercepted|followed|trailed)\sby\s(?:the\s)?$|\bobservers\sfrom\s(?:the\s)?$/i;
const asObserver = /^[^.;]{0,60}?\b(?:as\s(?:an\s)?observers?|sent\sobservers|invited\sto\s(?:observe|watch))\b/i;
const newClause = /[,;:]\s(?:as|while|whereas|after|before|because|since|amid|but|which|who|whose|where)\s/i;

/**
 * The roles of a group of countries in a stretch of text about an exercise.
 * @param pointers the words that point at the exercise
 * @param forces the forces that take part, by `forcesTakingPart`
 */
export function rolesOf(
	text: string,
	span: Span,
	group: CountryGroup,
	pointers: readonly Span[],
	forces: readonly ForceMention[],
): RoleMention[] {
	const before = text.slice(span.start, group.start);
	const after = text.slice(group.end, span.end);
	const give = (role: Role, stated = !group.back): RoleMention[] =>
		group.members.map(({ start, end, country }) => ({ start, end, country, role, stated }));
	const [only] = group.members;
	if (watchedBy.test(before) || watches.test(after) || asObserver.test(after) || (prompted.test(before) && !acts.test(after)))
		return give('observer');
	if (led.test(after)) return [...give('participant'), ...give('organiser')];
	if (pointers.some((pointer) => isWithin(group, pointer) || owns(text, group, pointer))) {
		const possessive = group.members.length === 1 && only?.as !== 'force';
		return possessive ? [...give('participant'), ...give('organiser', false)] : give('participant');
	}
	if (forces.some((force) => force.start < group.end && group.start < force.end && isOwner(text, group, force))) return give('participant');
	if (/^[-–‑](?!\w+\s)/.test(after)) return [];
	const clause = before.split(newClause).at(-1) ?? before;
	if (only?.as !== 'force' && !group.back && locative.test(clause)) return [];
	if (leads.test(after)) return [...give('participant'), ...give('organiser')];
	const partner = withOther.exec(clause);
	if (partner) return otherMatters.test(partner.groups?.['word'] ?? '') && !group.back ? [] : give('participant');
	if (joined.test(clause)) return give('participant');
	if (isOtherThing(only?.as ?? 'name', after)) return [];
	return acts.test(after) &&
		!/\b(?:that|to|of)\s(?:the\s)?$/.test(clause.replace(/\b(?:said|reported|announced|confirmed|reports?)\sthat\s(?:the\s)?$/i, ''))
		? give('participant')
		: [];
}

function isWithin(inner: Span, outer: Span): boolean {
	return inner.start >= outer.start && inner.end <= outer.end;
}

/** "Russia's larger-scale “Ocean-2024”", "the Russian strategic drills": the words between are only about the exercise. */
function owns(text: string, group: Span, pointer: Span): boolean {
	return (
		group.end <= pointer.start &&
		/^['’]?s?(?:\s(?!(?:and|of|in|with|to|for)\b)[\w-]+){0,4}\s[“"‘']?$/.test(text.slice(group.end, pointer.start)) &&
		/^(?:['’]|\s)/.test(text.slice(group.end)) &&
		!new RegExp(`\\s${verbPattern('hold', 'act', 'report')}\\b`, 'i').test(text.slice(group.end, pointer.start))
	);
}

/** "two Russian Tu-95 bombers" are Russia's; the force in "prompting Japan to scramble fighters" is not told of here. */
function isOwner(text: string, group: Span, force: Span): boolean {
	return group.start >= force.start || /^[\s'’s]*$/.test(text.slice(group.end, Math.max(group.end, force.start)));
}

/** "Russia's invasion", "Chinese waters": the country only describes something else. */
function isOtherThing(as: string, after: string): boolean {
	if (/^['’]s?\s/.test(after))
		return !/^['’]s?\s(?:\w+\s){0,2}(?:navy|army|air\sforce|forces|military|fleet|troops|coast\sguard|warships|ships|aircraft|marines|jets)\b/i.test(
			after,
		);
	return (
		as === 'demonym' &&
		!/^\s(?:[\w-]+\s){0,4}?(?:navy|navies|army|armies|forces?|military|militaries|fleets?|troops|coast\sguards?|warships?|ships?|vessels?|aircraft|planes?|jets?|bombers?|fighters?|marines|soldiers|sailors|paratroopers|units?|personnel|destroyers?|frigates?|submarines?|side|sides|counterparts?|contingents?)\b/i.test(
			after,
		)
	);
}
