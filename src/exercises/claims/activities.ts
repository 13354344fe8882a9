import { z } from 'zod';
import { readData } from '../../data.js';
import { clauseEnd } from '../../text/clauses.js';
import { matchesOf } from '../../text/matches.js';
import type { Span } from '../../text/span.js';
import { oneOf } from '../../text/word-pattern.js';

const { verbs, terms } = readData(
	'exercises/data/activities.json',
	z.strictObject({
		/** Verbs whose object says what is done. */
		verbs: z.array(z.string()),
		/** Words of training: an object without any is none. */
		terms: z.array(z.string()),
	}),
);
const verb = new RegExp(`\\b${oneOf(verbs)}\\b[:,]?\\s+`, 'gi');
const term = new RegExp(`(?<![\\w-])${oneOf(terms)}(?![\\w])`, 'i');
/** Whoever or whatever takes part is no activity: "13,000 troops", "both countries' forces", "a joint exercise". */
const taker =
	/^(?:(?:more|fewer)\s|at\sleast\s|about\s|some\s|over\s|up\sto\s)*(?:\d|both\b|the\stwo\b|their\b|its\b|nine\b|an?\s(?:new\s)?(?:joint|military|naval|combined|large-scale|two-day|bilateral|multinational|total)\b)|^(?:joint\s|military\s|naval\s|regular\s|several\s)*(?:exercises|drills|war\sgames)\b|\b(?:troops|forces|soldiers|personnel|vessels|warships|aircraft)\b[^,]{0,12}$/i;
/** A list of what is done ends where its sentence turns to when, where, why or how. */
const turn =
	/,?\s(?:(?:while|which|who|where|when|as\swell\sas\sto|in\sorder|according|amid|during|from\s\d|marking|despite|under\sthe|because|before|after|since|so\sthat|throughout|until)\b|in\sthe\s(?:waters|skies|area|region|[A-Z])|(?:off|near|over|around|at)\s(?:the\s)?[A-Z])/;
const longest = 260;

/** What is done in an exercise, as printed: the objects of "practise", "include", "focus on". */
export function findActivities(text: string, { start, end }: Span): Span[] {
	const found: Span[] = [];
	for (const match of matchesOf(text.slice(start, end), verb)) {
		const from = start + match.index + match[0].length;
		if (found.some((other) => from < other.end)) continue;
		const clause = clauseEnd(text, from, end);
		const turned = turn.exec(text.slice(from, clause));
		const to = turned ? from + turned.index : clause;
		const object = text.slice(from, to).replace(/[\s,.;:"”’']+$/, '');
		if (object.length < 4 || object.length > longest || taker.test(object) || !term.test(object)) continue;
		found.push({ start: from, end: from + object.length });
	}
	return found;
}
