import type { Span } from '../../text/span.js';
import type { ForceMention } from '../sentences/force-mentions.js';
import { verbPattern } from '../sentences/verbs.js';

const auxiliaries =
	'(?:\\s(?:will|would|also|both|has|have|had|is|are|was|were|be|been|to|set|expected|slated|jointly|then|soon|later|reportedly|from\\sboth\\s(?:countries|nations|sides)))*';
const acts = new RegExp(`^(?:\\s\\([^)]{1,12}\\))?${auxiliaries}\\s${verbPattern('act', 'hold')}\\b`, 'i');
const brought =
	/\b(?:involv(?:e|es|ed|ing)|includ(?:e|es|ed|ing)|featur(?:e|es|ed|ing)|compris(?:e|es|ed|ing)|sen[dt]s?|sending|deploy\w*|dispatch\w*|mobili[sz]\w*|contribut\w*|field(?:s|ed|ing)|committ?\w*|joined\sby|accompanied\sby|alongside|with|from|between|among|participation\sof|host(?:s|ed|ing)?|command|aboard|by|exit(?:s|ing)|such\sas)\s(?:[^\s,;]+\s){0,5}$/i;
const chained = /^[”"’']?(?:,\s|,?\s(?:and|as\swell\sas|plus|along\swith|together\swith)\s|\s\([^)]*\),?\s(?:and\s)?)(?:[^,;]{0,45}\s)?$/i;
const watched = new RegExp(`\\b${verbPattern('watch')}\\s(?:\\S+\\s){0,3}$`, 'i');
const watching = new RegExp(`^${auxiliaries}\\s${verbPattern('watch')}\\b`);
const partOf = /^[^.;]{0,80}?\bas\spart\sof\b/i;
/** "two navies" names nobody. */
const onlyCounted = /^(?:two|three|four|five|both|various|participating|other)\s(?:navies|militaries|armies|air\sforces|forces|fleets)$/i;
const commander = /\b(?:commander|chief|minister|spokes\w+|ministry|official|captain|leader)s?\s(?:of\s)?(?:the\s)?$/i;

/** The forces of a stretch of text that take part, not those that watch or are only spoken of. */
export function participatingForces(text: string, span: Span, forces: readonly ForceMention[]): ForceMention[] {
	const inside = forces.filter((force) => force.start >= span.start && force.end <= span.end && mayTakePart(text, span, force));
	const taken = new Set(inside.filter((force) => takesPart(text, span, force)));
	spread(text, inside, taken, 1);
	spread(text, inside.toReversed(), taken, -1);
	return inside.filter((force) => taken.has(force));
}

function mayTakePart(text: string, span: Span, force: ForceMention): boolean {
	const before = text.slice(span.start, force.start);
	const watches = watching.test(text.slice(force.end, span.end));
	return !watches && !onlyCounted.test(text.slice(force.start, force.end)) && !watched.test(before) && !commander.test(before);
}

function takesPart(text: string, span: Span, force: ForceMention): boolean {
	const before = text.slice(span.start, force.start);
	const after = text.slice(force.end, span.end);
	return acts.test(after) || brought.test(before) || (force.materiel && partOf.test(after) && before.length < 20);
}

/** Who is listed with one that takes part does so too. */
function spread(text: string, forces: readonly ForceMention[], taken: Set<ForceMention>, direction: 1 | -1): void {
	for (const [index, force] of forces.entries()) {
		const last = forces[index - 1];
		if (!last || !taken.has(last)) continue;
		const gap = direction === 1 ? text.slice(last.end, force.start) : text.slice(force.end, last.start);
		if (chained.test(gap)) taken.add(force);
	}
}
