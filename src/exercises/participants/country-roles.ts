import type { Place } from '../../gazetteer/gazetteer.js';
import { isWithin, type Span } from '../../text/span.js';
import type { Link } from '../coreference/link.js';
import { type CountryGroup, ownsForce } from '../sentences/country-groups.js';
import type { ForceMention } from '../sentences/force-mentions.js';
import { roleWords } from '../sentences/role-words.js';
import { isContradicted, isRoster } from '../sentences/rosters.js';
import { verbPattern } from '../sentences/verbs.js';
import { onlyWatches } from './observer-roles.js';
import { describesOther, holdsIt, isOwner, owns, ownsMateriel } from './ownership.js';
import { acts, auxiliaries, restOfName } from './subject-patterns.js';

export type Role = 'participant' | 'observer' | 'organiser';

/** "held in the Yellow Sea by China": never "held in waters claimed by China". */
const heldBy =
	/\b(?:held|conducted|staged|carried\sout|mounted)\s(?:jointly\s|together\s)?(?:(?:in|on|off|at|over|near)\s[^,;.]{0,60}?\p{Lu}[\p{L}’'-]+\s)?by\s(?:the\s)?$/u;

/** A country in its role in an exercise. */
export interface RoleMention extends Span {
	readonly country: Place;
	readonly role: Role;
	/** False where the words only imply it: "both countries", "Russia's Ocean-2024", a ship's prefix. */
	readonly stated: boolean;
}

const reports = new RegExp(
	`^${restOfName}${auxiliaries}\\s${verbPattern('report')}\\b(?!\\s(?:plans|(?:(?:their|its)\\s)?participation)\\b)`,
);
/** "China's Southern Theater Command said it would hold …" */
const saysItActs = new RegExp(
	`^${restOfName}${auxiliaries}\\s${verbPattern('report')}\\s(?:that\\s)?(?:it|they|(?:both|the\\stwo)\\s\\w+)${auxiliaries}\\s${verbPattern('hold', 'act')}\\b`,
);
const leads =
	/^(?:['’]s?)?(?:\s(?:will|is|are|was|were|to|set|has|have|also|again|due|expected|planned))*\s(?:hosts?|hosted|hosting|leads?|led|leading|organi[sz]e[sd]?|organi[sz]ing|(?:the\s|act(?:s|ed|ing)?\sas\s(?:the\s)?|serv(?:es?|ed|ing)\sas\s(?:the\s)?|play(?:s|ed|ing)?\s)host)\b(?!\sby)/;
const led = /^[-–‑](?:led|hosted|organi[sz]ed|run|sponsored)\b/i;
const joined = new RegExp(
	`\\b(?:${roleWords.joiners}|${roleWords.participants}\\s(?:\\S+\\s){0,3}from|${roleWords.cues}[^.;]{0,60}?\\b${roleWords.participants}\\b[^.;]{0,40}?(?:includ(?:ing|es?)(?:\\sincluding)?|such\\sas|namely|[:–—]))\\s(?:the\\s|both\\s)?(?:\\S+\\s)?(?:the\\s)?$`,
	'i',
);
const withOther =
	/(?<word>\b[\w’'-]+)?[”"’']?,?\s\(?(?:with|between)\s(?:the\s|both\s|its\s(?:ally|allies|partners?|neighbou?rs?)\s|forces\sof\s|counterparts\sfrom\s)?$/i;
const unrelated = new RegExp(`^${roleWords.unrelated}$`, 'i');
const locative = new RegExp(
	`\\b${roleWords.locatives}\\s(?:the\\s)?(?:(?:north|south|east|west|central)\\w*[-\\s]){0,2}$`,
	'i',
);
/** "that would let X join", "if X took part": nobody does so yet. */
const supposed =
	/\b(?:(?:would|could|might)\s(?:let|allow|enable|permit)|if|whether|without|asked|urged|invited|wants?)\s(?:the\s)?$|\b(?:neither|nor|no\s\w+\sfrom|not\s(?:include|involve|feature|invite|join))\b[^,;]{0,40}$/i;
/** "deployed missiles in response": in a sentence that does not name the exercise, they answer to it. */
const inAnswer = /^[^.;]{0,60}?\s(?:in|as\sa)\s(?:response|protest|retaliation|answer|reaction|warning)\b/i;
const host = /^(?:,\s(?:as\s)?(?:(?:the|this\syear['’]s)\s)?hosts?(?:\s(?:nation|country))?,)/i;
/** "The command said it had organised drills …" */
const saysItOrganises = new RegExp(
	`^${restOfName}(?:${auxiliaries}\\s${verbPattern('report')}\\s(?:that\\s)?(?:it|they))?(?:\\s(?:has|have|had|will|is|are|to|also|jointly))*\\sorgani[sz](?:ed?|es|ing)\\b`,
);
/** "the 2025 iteration of Russia's joint exercise" */
const editionOf = /\b(?:editions?|iterations?|rounds?|instal?lments?|versions?)\sof\s(?:the\s)?$/i;
const ownExercise = /^['’]s?\s(?:[\w-]+\s){0,4}?(?:exercises?|drills?|war\s?games?|man(?:o|oe)uv(?:re|er)s)\b/i;
/** "The other participants are …", "Taking part alongside the hosts are …" */
const participantsAre =
	/\b(?:participants|taking\spart|participating(?:\s\w+)?)\b[^.;:,]{0,60}\s(?:are|were|include[sd]?|come\sfrom|came\sfrom|will\sbe):?\s(?:the\s)?$/i;
/** "features ships of China and Oman" */
const brings =
	/\b(?:featur(?:e|es|ed|ing)|includ(?:e|es|ed|ing)|brings?|bringing|brought|gather(?:s|ed|ing)?|compris(?:e|es|ed|ing))\s(?:the\s)?$/i;
const ofForces = new RegExp(`\\b${roleWords.forces}\\sof\\s(?:the\\s)?$`, 'i');
/** Set between a subject and its verb: ", which are no members,", a dash that closes a list, a bracket. */
const inserted = /^(?:,\s(?:which|who|whose|both|neither|each|all)\b[^,;.]{3,90},|\s?[–—]|\s?\([^()]{1,80}\)|,)(?=\s)/;
const newClause =
	/[,;:]\s(?:as|while|whereas|after|before|because|since|amid|but|which|who|whose|where)\s|\sas\s(?:the\s)?$/i;
/** "its allies Japan and South Korea", "that China", "threat to China": no subject begins there. */
const noSubject = /\b(?:of|to|that|allies|ally|partners|neighbou?rs|like|such\sas)\s(?:the\s)?$/i;
const reporting = /\b(?:said|reported|announced|confirmed|reports?|stated)\sthat\s(?:the\s)?$/i;

/**
 * The roles of a group of countries in a stretch of text about an exercise.
 * @param forces the forces that take part, by `participatingForces`
 */
export function rolesOf(text: string, link: Link, group: CountryGroup, forces: readonly ForceMention[]): RoleMention[] {
	const before = text.slice(link.start, group.start);
	const after = text.slice(group.end, link.end).replace(inserted, '');
	const give = (role: Role, stated = !group.anaphoric): RoleMention[] =>
		group.members.map(({ start, end, country, as }) => ({
			start,
			end,
			country,
			role,
			stated: stated && as !== 'ship',
		}));
	const [only] = group.members;
	if (onlyWatches(before, after)) return give('observer');
	if (link.mention === null && inAnswer.test(after)) return [];
	if (supposed.test(before)) return [];
	if (led.test(after) || holdsIt(text, link, group)) return [...give('participant'), ...give('organiser')];
	const mention = link.mentions.find((other) => isWithin(group, other) || owns(text, group, other));
	if (mention)
		return isOwner(text, group, mention) ? [...give('participant'), ...give('organiser', false)] : give('participant');
	if (forces.some((force) => ownsForce(text, group, force))) return give('participant');
	if (ownsMateriel(text, link, group) && (link.mention === null || !isContradicted(text, link.reading.sentence, group)))
		return give('participant');
	if (isRoster(link.reading, group)) return give('participant');
	if (saysItOrganises.test(after) || (editionOf.test(before) && ownExercise.test(after)))
		return [...give('participant'), ...give('organiser')];
	if (saysItActs.test(after)) return give('participant');
	if (/^[-–‑](?!\w+\s)/.test(after) || reports.test(after)) return [];
	const clause = before.split(newClause).at(-1) ?? before;
	if (host.test(text.slice(group.end, link.end))) return [...give('participant'), ...give('organiser')];
	if (link.mention !== null && heldBy.test(clause) && !describesOther(text, only, after)) return give('participant');
	if (joined.test(clause) || participantsAre.test(clause) || (only?.as === 'force' && brings.test(clause)))
		return give('participant');
	if (only?.as !== 'force' && !group.anaphoric && locative.test(clause)) return [];
	if (leads.test(after)) return [...give('participant'), ...give('organiser')];
	const partner = withOther.exec(clause);
	if (partner) return unrelated.test(partner.groups?.['word'] ?? '') && !group.anaphoric ? [] : give('participant');
	if (
		describesOther(text, only, after) ||
		(noSubject.test(clause) && !reporting.test(clause) && !ofForces.test(clause))
	)
		return [];
	return acts.test(after) ? give('participant') : [];
}
