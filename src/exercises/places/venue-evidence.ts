import type { Place } from '../../gazetteer/gazetteer.js';
import type { Span } from '../../text/span.js';
import { verbPattern } from '../sentences/verbs.js';

const opens = /^[“"‘']?(?:In|From|At)\s(?:the\s)?$/;
const says = new RegExp(`\\b${verbPattern('report', 'watch')}\\b`);
const does = new RegExp(`\\b${verbPattern('hold', 'happen', 'act')}\\b`);
/** "…, which had been on escort duty in", "fresh from exercises off": where forces were before. */
const wasBefore =
	/(?:,\s(?:(?:both|all|some|most)\sof\s)?(?:which|who)|\sthat)\s(?:ha[sd]|have)\s(?!(?:also\s)?(?:begun|joined|gathered|arrived|opened|started)\b)(?:(?!exercis|drill|training|part\b)[^,;.])*$|\b(?:fresh\s(?:from|off)|back\sfrom|returning\sfrom|on\s(?:\w+\s)?duty)\b[^,;.]*$/;
/** "the bulk of the army tied down in Ukraine", "crossed into Ukraine" */
const fought =
	/\b(?:tied\sdown|bogged\sdown|crossed|fighting|fights|at\swar|wages?|waging|waged|war(?!\s?games?)|invasion|invaded)\b[^.;,]{0,40}$/i;
const compared = /\b(?:largest|biggest|longest|busiest|only|most|one\sof\sthe)\b[^.;]{0,60}$/i;

/** A place in a sentence on an exercise where something else is: somebody speaks, forces were before, a war is. */
export function isOtherVenue(text: string, { start, end }: Span, mention: Span, { kind }: Place): boolean {
	const before = text.slice(start, mention.start);
	if (opens.test(before)) {
		const after = text.slice(mention.end, end);
		const at = says.exec(after)?.index ?? -1;
		if (/^,\s/.test(after) && at > 0 && !does.test(after.slice(0, at))) return true;
	}
	return wasBefore.test(before) || fought.test(before) || (kind === 'continent' && compared.test(before));
}

/** "a school in …", "Kadena Air Base on …", "on duty in …": where somebody or something is from or what it is called after. */
const ofNoun =
	/(?:\b(?:duty|based|stationed|home|located|headquarter\w*|deployment|border|port|came|come|flights?|return\w*|left)|\p{Lu}[\p{L}.’'-]*|\d|[,;:–—(])\s?$/u;
const mishap = /\b(?:crash\w*|accident\w*|emergency|collision|collided|protest\w*)\b/i;

/** "… will put troops ashore near X", "… trained at X": something is done there. */
export function isVenueOfAction(text: string, { start, end }: Span, place: Span): boolean {
	const before = text.slice(start, place.start).replace(/\s\p{Ll}+\s(?:the\s)?$/u, ' ');
	return !ofNoun.test(before) && !mishap.test(text.slice(start, end));
}
