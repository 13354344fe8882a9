import { forceWords } from '../exercises/force-mentions.js';
import { shipPrefixPattern } from '../gazetteer/ship-prefixes.js';
import { termOf } from '../text/analyse.js';
import { matchesOf } from '../text/matches.js';
import type { Span } from '../text/span.js';
import { namingCue, nounsOf, speechCue } from './cues.js';
import { isNarrow } from './narrow.js';
import { overlapsAny } from './overlap.js';
import type { SentenceView } from './sentence-view.js';
import { type AnswerSpan, type Asked, matches, newOnes, printedAt } from './spans.js';
import { tuning } from './tuning.js';

const capitals = "\\p{Lu}[\\p{L}'’.-]*(?:\\s\\p{Lu}[\\p{L}'’.-]*)*";
const prefixedShip = new RegExp(`${shipPrefixPattern}${capitals}`, 'gu');
const designator = new RegExp(`\\b(?:Type\\s\\d{2,3}\\w?|(?:${forceWords.aircraftPrefixes.join('|')})-?\\d{1,3}[A-Z]{0,3})\\b`, 'gu');
const shipClass = /\b(?:Type\s\d{2,3}\w?|[\p{L}\s]+-class)\b/gu;
const afterShipNoun = new RegExp(
	`(?<=(?<![\\p{L}-])(?:${nounsOf('ship').join('|')})(?:s|es)?(?:\\s\\(|,?\\s(?:the\\s)?))${capitals}`,
	'gu',
);
/** "two Russian corvettes": told by nation and kind, where the question has only "ships". */
const nationsShips = new RegExp(
	`\\b(?:[\\w-]+\\s)?\\p{Lu}\\p{Ll}+(?:n|sh|se|ch|an)\\s(?:[\\w-]+\\s)?(?:${nounsOf('ship')
		.filter((noun) => noun !== 'ship' && noun !== 'vessel')
		.join('|')})s?\\b`,
	'gu',
);
/** "The Shandong carrier group", often named after a place. */
const beforeShipNoun = new RegExp(`(?<=\\b[Tt]he\\s)\\p{Lu}[\\p{L}'’-]+(?=\\s(?:aircraft\\s)?(?:${nounsOf('ship').join('|')})\\b)`, 'gu');
const weapons = new RegExp(
	`\\b(?:[\\w-]+\\s){0,2}(?:${nounsOf('weapon')
		.filter((noun) => noun !== 'weapon')
		.join('|')})s?\\b`,
	'gi',
);
const named = new RegExp(`(?<=${namingCue.source},?\\s(?:the\\s)?)(?:["“‘'][^"”’']+["”’']|${capitals})`, 'gu');
/** ", or East Sea", "also known as the Second Thomas Shoal", " (UFS". */
const apposed = new RegExp(
	`(?<=(?:,?\\s+or\\s+|\\b(?:also\\s+)?(?:known|called|dubbed)\\s+(?:as\\s+)?|\\s\\()(?:the\\s+)?)(?:["“‘'][^"”’']+["”’']|${capitals})`,
	'gu',
);
const quoted = /["“‘'](?=\p{Lu})[^"”’]{3,60}["”’']/gu;

/** "What did they call the drills": any wording of theirs. */
const asksWording = /\b(?:call|dub|describe|label|brand)\b/i;
const wording = /["“][^"“”]{3,120}["”]|(?<![\p{L}\p{N}])['‘][^'‘’]{3,120}['’](?![\p{L}])/gu;

/** Ships by name, aircraft and weapons by designation: a bare "two frigates" tells how many, not which. */
export function vesselsAndWeaponsIn(asked: Asked): AnswerSpan[] {
	const { question, view } = asked;
	const asksKind = question.kind === 'kind';
	if (question.sort === 'weapon') {
		return newOnes(asked, [...matches(view, designator), ...matches(view, weapons)]);
	}
	if (question.sort === 'aircraft' || asksKind)
		return newOnes(asked, [...matches(view, designator), ...(asksKind ? matches(view, shipClass) : [])]);
	const known = [...view.places, ...view.actors, ...view.dates, ...view.names];
	const bare = matches(view, afterShipNoun).filter((span) => !overlapsAny(span, known) && !/^Type\b/.test(printedAt(view, span)));
	const unnamed = question.kind === 'which' ? newOnes(asked, matches(view, nationsShips), tuning.unnamedShips) : [];
	const ships = newOnes(asked, [
		...matches(view, prefixedShip),
		...bare,
		...matches(view, beforeShipNoun).filter((span) => !view.places.some((place) => place.how !== 'name' && overlapsAny(span, [place]))),
	]);
	return isNarrow(question) ? ships.filter((ship) => nounsBeside(view, ship).includes(question.head.at(-1) ?? '')) : [...ships, ...unnamed];
}

const shipNoun = new RegExp(`\\b(?:${nounsOf('ship').join('|')})(?:s|es)?\\b`, 'i');
const shipNouns = new RegExp(shipNoun.source, 'gi');

/** The kinds of ship that a ship's name stands with: those before it ("frigates HMAS Stuart", "the flagship is the frigate Stuart"), else the first after it ("JS Ise, a helicopter destroyer"). */
function nounsBeside({ document, start, end }: SentenceView, ship: Span): string[] {
	const before = document.text.slice(Math.max(start, ship.start - 60), ship.start);
	const stands = matchesOf(before, shipNouns);
	const nouns = stands.filter(
		({ 0: noun, index }, at) => at === stands.length - 1 || /^\s(?:is|was|will be|being)\s/.test(before.slice(index + noun.length)),
	);
	const printed =
		nouns.length > 0
			? nouns.map(([noun]) => noun)
			: [shipNoun.exec(document.text.slice(ship.end, Math.min(end, ship.end + 80)))?.[0] ?? ''];
	return printed.map((noun) => termOf(noun.toLowerCase()));
}

/** Names given to something: what stands after "called" or "dubbed", in quotation marks with a capital, and the names of exercises. */
export function namesIn(asked: Asked): AnswerSpan[] {
	const { question, view } = asked;
	const names = view.names.filter(({ wholeSeries }) => !wholeSeries);
	const asksExercise = question.sort === 'exercise';
	const exercises = newOnes(asked, names).map((span, at) => ({
		...span,
		strength: asksExercise && names[at]?.kind === 'operation' ? 0.4 : 1,
	}));
	if (asksExercise || question.kind === 'which') return exercises;
	const given = matches(view, named).filter((span) => /\p{Lu}/u.test(printedAt(view, span)));
	const called = asksWording.test(question.text) && matches(view, speechCue).length > 0 ? newOnes(asked, matches(view, wording), 0.6) : [];
	return [...exercises, ...newOnes(asked, given), ...newOnes(asked, matches(view, quoted), 0.7), ...called];
}

/** Other names for what the question names: "the Sea of Japan, or East Sea", "also known as sinkex", and a name in brackets. */
export function aliasesIn({ question, view, repeated }: Asked): AnswerSpan[] {
	const names = matches(view, apposed).filter(
		(span) => !question.units.some(({ text }) => text.toLowerCase() === printedAt(view, span).toLowerCase()),
	);
	return names
		.filter(({ start }) => repeated.some(({ end }) => end <= start && start - end < 30))
		.map((span) => ({ ...span, strength: 1 }));
}
