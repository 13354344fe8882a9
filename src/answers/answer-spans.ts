import type { Span } from '../corpus/document.js';
import type { DateMention } from '../exercises/date-mentions.js';
import { countPattern, ordinalPattern } from '../exercises/number-words.js';
import { countedNouns, numbersOf } from './counted.js';
import { frequencyCue, locative, purposeCue, rankCue, speechCue } from './cues.js';
import { namedThings, personNames, shipOrAircraftNames } from './named-things.js';
import type { Question } from './question.js';
import type { SentenceView } from './sentence-view.js';

/** What a question's words already name in a sentence: no answer to it. */
export interface Asked {
	readonly question: Question;
	readonly view: SentenceView;
	/** Where the sentence repeats the question. */
	readonly repeated: readonly Span[];
}

/**
 * The words of a sentence that are of the kind asked for and that the question does not itself say, best first;
 * null when the question asks for nothing that could be told by its kind ("what did …").
 */
export function answerSpans(asked: Asked): readonly Span[] | null {
	const { question, view } = asked;
	switch (question.kind) {
		case 'when':
			return newOnes(
				asked,
				view.dates.filter((date) => isPointInTime(date, asked)),
			);
		case 'weekday':
			return view.dates.filter(({ says }) => says.kind === 'weekday');
		case 'month':
			return view.dates.filter(({ says }) => (says.kind === 'calendar' && says.from.month !== null) || says.kind === 'relative');
		case 'year':
			return matches(view, /\b(?:19|20)\d\d\b/g).filter((span) => !overlapsAny(span, asked.repeated));
		case 'duration':
			return view.dates.filter(({ says, start, end }) => says.kind === 'duration' || isRange(view.document.text.slice(start, end)));
		case 'frequency':
			return matches(view, frequencyCue);
		case 'number':
			return countedNouns(asked);
		case 'amount':
			return numbersOf(asked);
		case 'ordinal':
			return matches(view, new RegExp(`\\b${ordinalPattern}\\b`, 'giu'));
		case 'where':
			return placesOf(asked);
		case 'why':
			return matches(view, purposeCue);
		case 'who':
			return partiesOf(asked);
		case 'speaker':
			return view.sentence.kind === 'post' || matches(view, speechCue).length > 0 ? partiesOf(asked) : [];
		case 'statement':
			return matches(view, speechCue);
		case 'meaning':
			return expansionsOf(asked);
		case 'identity':
			return descriptionsOf(asked);
		case 'name':
			return namedThings(asked);
		case 'which':
		case 'kind':
			return instancesOf(asked);
		default:
			return null;
	}
}

/** What answers "which ships" or "what country": by the class of the asked noun. */
function instancesOf(asked: Asked): readonly Span[] | null {
	const { question, view } = asked;
	switch (question.sort) {
		case 'ship':
		case 'aircraft':
		case 'weapon':
			return shipOrAircraftNames(asked);
		case 'country':
			return newOnes(asked, [...view.places.filter(({ place }) => place.kind === 'country'), ...view.actors]);
		case 'place':
			return placesOf(asked);
		case 'person':
			return personNames(asked);
		case 'exercise':
			return namedThings(asked);
		default:
			return null;
	}
}

/** Days of an announcement are not days of the exercise: "announced on Saturday" tells when only to "when … announce". */
function isPointInTime(date: DateMention, { question, view }: Asked): boolean {
	if (date.says.kind === 'duration' || date.says.kind === 'vague') return false;
	const before = view.document.text.slice(Math.max(view.start, date.start - 24), date.start);
	const told = /\b(?:said|announced|stated|reported|told|declared|added|confirmed|noted|statement|posted|published)\b[^.;,]{0,12}$/i.test(
		before,
	);
	return (
		!told ||
		question.units.some(({ text }) =>
			/^(?:announc|said|say|state|report|declar|confirm|publish|post|tweet|tell|told|reveal|releas)/i.test(text),
		)
	);
}

function isRange(printed: string): boolean {
	return /\d\s?(?:-|–|—|to|and)\s?\d|\b(?:to|until|through)\b/.test(printed);
}

/** Places said with a word of place before them, or in a list with one that is. */
function placesOf(asked: Asked): Span[] {
	const { view } = asked;
	const { text } = view.document;
	const spans: Span[] = [];
	for (const { start, end, how } of view.places) {
		if (how === 'government') continue;
		const before = text.slice(Math.max(view.start, start - 40), start);
		const coast = /^['’]?s?\s(?:\w+\s){0,2}(?:coasts?|waters|soil|territory|airspace|shores?)\b/.test(text.slice(end, end + 30));
		if ((how === 'name' && locative.test(before)) || coast) spans.push({ start, end });
	}
	const named =
		/(?<=\b(?:in|at|off|near|from|over|into|around|outside|to)\s(?:the\s)?)(?:(?:south|north|east|west|central|northern|southern|eastern|western)\s(?:of\s)?)?(?!(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Mr|Ms|Exercise|Operation)\b)\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’-]+)*(?:\s(?:training\sarea|base|airport|range|port|airfield|station))?/gu;
	for (const span of matches(view, named)) {
		if (![...view.actors, ...view.places].some((mention) => mention.start < span.end && span.start < mention.end)) spans.push(span);
	}
	return newOnes(asked, spans);
}

/** Persons, services, countries: whoever may act. */
function partiesOf(asked: Asked): Span[] {
	const { view } = asked;
	return newOnes(asked, [
		...personNames(asked),
		...view.actors,
		...view.places.filter(({ place }) => place.kind === 'country'),
		...matches(view, /@\w{3,}/g),
	]);
}

/** "exclusive economic zone (EEZ)", "IPW (Initial Period of War)". */
function expansionsOf({ question, view }: Asked): Span[] {
	const short = question.subject?.toUpperCase();
	if (!short) return [];
	const { text } = view.document;
	for (const bracket of matches(view, new RegExp(`\\(${escaped(short)}\\)`, 'gi'))) {
		const words = [...text.slice(view.start, bracket.start).matchAll(/[\p{L}\p{N}'’&-]+/gu)];
		for (let count = 1; count <= Math.min(words.length, short.length + 4); count++) {
			const [first] = words.slice(-count);
			const initials = words.slice(-count).map(([word]) => word.charAt(0).toUpperCase());
			if (first && initials[0] === short.charAt(0) && isSubsequence(short, initials.join('')))
				return [{ start: view.start + first.index, end: bracket.end }];
		}
	}
	return matches(view, new RegExp(`\\b${escaped(short)}\\s\\([^)]{6,}\\)`, 'gi'));
}

function isSubsequence(short: string, initials: string): boolean {
	let at = 0;
	for (const letter of initials) if (letter === short.charAt(at)) at++;
	return at >= Math.min(short.length, initials.length);
}

/** What stands beside a name to say who that is: "Song Zhongping, a former PLA instructor", "Defence Minister Linda Reynolds". */
function descriptionsOf({ question, view }: Asked): Span[] {
	const name = question.units.filter(({ kind }) => kind !== 'word').at(-1) ?? question.units.at(-1);
	const last = name?.terms.at(-1);
	const spans: Span[] = [];
	for (const at of (last && view.terms.get(last)) || []) {
		const token = view.tokens[at];
		if (!token) continue;
		const after =
			/^,\s(?:(?:who|which)\s(?:is|was)\s)?(?:an?|the|former|one|its|his|her|director|head|chief|professor|vice|deputy|commander|researcher|senior)\b[^,.;]*/i.exec(
				view.document.text.slice(token.end, view.end),
			);
		if (after) spans.push({ start: token.end + 2, end: token.end + after[0].length });
		const before = /(?:\b[\p{Lu}][\p{L}'’-]+\s|\b(?:of|and|the|for)\s)+$/u.exec(view.document.text.slice(view.start, token.start));
		if (before && new RegExp(rankCue).test(before[0])) spans.push({ start: token.start - before[0].length, end: token.end });
	}
	return spans;
}

/** Those that the question does not name itself. */
export function newOnes({ repeated }: Asked, spans: readonly Span[]): Span[] {
	return spans.filter((span) => !overlapsAny(span, repeated)).map(({ start, end }) => ({ start, end }));
}

export function overlapsAny(span: Span, others: readonly Span[]): boolean {
	return others.some((other) => other.start < span.end && span.start < other.end);
}

export function matches(view: SentenceView, pattern: RegExp): Span[] {
	return [...view.text.matchAll(pattern)].map((match) => ({
		start: view.start + match.index,
		end: view.start + match.index + match[0].length,
	}));
}

export const number = countPattern;

export function escaped(words: string): string {
	return words.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
}
