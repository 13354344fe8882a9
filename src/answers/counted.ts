import type { PlaceMention } from '../gazetteer/place-mentions.js';
import { analyse, termOf } from '../text/analyse.js';
import type { Span } from '../text/span.js';
import { oneOf } from '../text/word-pattern.js';
import { count, countPattern } from '../values/number-words.js';
import { nounsOf, thresholdCue } from './cues.js';
import { overlapsAny } from './overlap.js';
import type { Question } from './question.js';
import type { SentenceView } from './sentence-view.js';
import { type AnswerSpan, type Asked, matches, printedAt } from './spans.js';

const numbers = new RegExp(
	`(?<![\\w$£€.,/-])(?<!\\b(?:Type|Nos?\\.?|Block|Mark|Mk|Flight|Level|Phase|Article)\\s)(?:${countPattern})(?![\\d%])`,
	'giu',
);
/** What follows a number, up to seven words: "13,000 People’s Liberation Army (PLA) troops", "eight-ship". */
const following = /^(?:(?:[-\s]|\s-\s)\(?[\p{L}\p{N}’'/&-]+\)?){1,7}/u;
const amounts = new RegExp(
	`(?:[$£€]\\s?)?(?<![\\w.,/-])(?:\\d+\\.\\d+|${countPattern})(?:\\s?(?:%|per cent|percent|billion|million|trillion|km|kilomet(?:er|re)s?|miles?|met(?:er|re)s?|ft|feet|tons?|tonnes?|knots?))(?!\\w)`,
	'giu',
);
/** Words at which a count ends without its noun; "of" may follow it directly ("a total of", "thousands of"). */
const endsCount = new RegExp(
	`\\b${oneOf(['people', 'ship', 'aircraft', 'vehicle', 'country'].flatMap(nounsOf))}s?\\s(?:and|or)\\s|\\s(?:and|or)\\s(?:\\w+\\s)?\\d|\\s(?:in|on|at|to|for|from|with|by|that|which|who|were|was|are|is|have|has|had|as|into|when|while|during|will|would|flew|took|joined)\\s|\\S\\s\\S+\\sof\\s`,
	'i',
);
const fractions = /\b(?:(?:an?|one|two|three)[\s-])?(?:half|halves|thirds?|quarters?|fifths?|tenths?)\sof\b/gi;
/** Nouns that stand for all of their class, where "frigates" counts frigates alone. */
export const wideNouns: ReadonlySet<string> = new Set(
	[
		'ship',
		'vessel',
		'warship',
		'aircraft',
		'plane',
		'jet',
		'troop',
		'soldier',
		'personnel',
		'people',
		'country',
		'nation',
		'state',
		'weapon',
		'participant',
	].map(termOf),
);

/** Numbers that count what the question asks for; never a threshold or a limit. */
export function countsIn(asked: Asked): AnswerSpan[] {
	const { question, view } = asked;
	const least = asksTotal(question) ? fewestPeople : 0;
	const wanted = wantedNouns(question);
	const spans: AnswerSpan[] = [];
	for (const number of matches(view, numbers)) {
		if (overlapsAny(number, view.names) || (count(printedAt(view, number)) ?? least) < least) continue;
		const after = following.exec(view.document.text.slice(number.end, view.end));
		const words = after?.[0] ?? '';
		const noun = analyse(words).find(({ term }) => wanted.has(term));
		if (noun && !endsCount.test(words.slice(0, noun.start)))
			spans.push({ start: number.start, end: number.end + noun.end, strength: definiteness(view, number) });
		else if (question.sort === 'people') spans.push(...nationalsIn(view, number));
	}
	if (question.sort === 'people' && spans.length === 0)
		spans.push(
			...matches(view, bare)
				.filter((span) => !overlapsAny(span, view.dates))
				.map((span) => ({ ...span, strength: 0.8 })),
		);
	return matches(view, thresholdCue).length > 0 ? [] : spans;
}

/** Nobody counts the people of an exercise on two hands: "two soldiers were hurt" is no total. */
const fewestPeople = 10;

function asksTotal({ sort, units }: Question): boolean {
	return sort === 'people' && units.every(({ kind, head, light }) => kind === 'exercise' || kind === 'edition' || head || light);
}

/** "involved 125,000.", "a contribution of 600": a number that counts nothing else counts people. */
const bare =
	/(?<=\b(?:involv|includ|gather|drew|draw|brought|number|total|count|strength|contribut|conting|force|put|sent|field|deploy|engage|than|grew|grown|size)\w*\s(?:(?:of|to|at|by|in|about|around|some|nearly|almost|over|roughly|approximately|more than|at least|no more than|up to|fewer than|less than)\s){0,3})(?:\d{3,}|\d{1,3}(?:,\d{3})+)(?=[.;]?["”’]?$|[.;,]\s|\s(?:came|were|was|was|from|in|at|for|and|took|of\s(?:them|whom)|last|this)\b)(?!\s(?:in|from|and|at)\s(?:the\s)?(?:19|20)\d\d)/giu;

/** "The two countries" are those spoken of before, no count of all; "the two ships" may be some of more. */
function definiteness(view: SentenceView, { start, end }: Span): number {
	if (!/\b(?:the|these|both|our|their|its)\s$/i.test(view.document.text.slice(Math.max(view.start, start - 8), start))) return 1;
	const isFew = /^(?:two|three|[23])$/i.test(view.document.text.slice(start, end));
	return isFew && /^\s(?:countries|nations|sides|states|militaries|allies)\b/i.test(view.document.text.slice(end, end + 12)) ? 0.2 : 0.7;
}

/** "1,700 Americans": people told by their nation alone. */
function nationalsIn(view: SentenceView, number: Span): AnswerSpan[] {
	const isPeople = ({ start, end, how, place }: PlaceMention) =>
		start === number.end + 1 && how === 'demonym' && place.kind === 'country' && view.document.text.charAt(end - 1) === 's';
	return view.places.filter(isPeople).map(({ end }) => ({ start: number.start, end, strength: 1 }));
}

/** The asked noun, and for a noun that stands for its class ("ships", "troops") all nouns of the class; people for a nation's ("Ukrainians"). */
function wantedNouns({ head, sort, units }: Question): ReadonlySet<string> {
	const last = head.at(-1);
	if (!last) return new Set();
	const ofNation = units.some((unit) => unit.head && unit.kind === 'country');
	const nouns = ofNation ? nounsOf('people') : sort && wideNouns.has(last) ? nounsOf(sort) : [];
	return new Set([last, ...nouns.map((noun) => termOf(noun))]);
}

/** Numbers with a measure. */
export function amountsIn(asked: Asked): AnswerSpan[] {
	const { question, view } = asked;
	const sizes = asksSize.test(question.text)
		? sizeSorts.flatMap((sort) => countsIn({ ...asked, question: { ...question, sort, head: headOf(sort) } }))
		: [];
	return [...sizes, ...[...matches(view, amounts), ...matches(view, fractions)].map((span) => ({ ...span, strength: 1 }))];
}

const asksSize = /\bhow (?:big|large)\b|\b(?:size|scale) of\b/i;
/** What the size of an exercise is told in, people first. */
const sizeSorts = ['people', 'ship', 'aircraft', 'country'];

function headOf(sort: string): string[] {
	return nounsOf(sort)
		.slice(0, 1)
		.map((noun) => termOf(noun));
}
