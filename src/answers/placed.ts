import { contains, gazetteer, type Place } from '../gazetteer/gazetteer.js';
import type { PlaceMention } from '../gazetteer/place-mentions.js';
import { overlapsAny } from './overlap.js';
import type { SentenceView } from './sentence-view.js';
import { type AnswerSpan, type Asked, matches, newOnes } from './spans.js';
import { tuning } from './tuning.js';

const firmly =
	/(?:^|\s)(?:where|location|venue|place):\s(?:the\s)?$|\b(?:in|at|on|off|over|near|around|across|through|throughout|between|along|within|outside|out of|into|inside|waters|(?:city|town|port|province|coast|gulf|island|areas?|parts?|regions?|waters) of)\s(?:the\s)?(?:(?:skies|waters|seas|airspace|coasts?|port|city|town|province|region|area|southern|northern|western|eastern|central|\w+ern|nearby|strategic|disputed|international|wider)\s(?:(?:and|off|of|around|over|in|city)\s(?:the\s)?)*){0,3}$/i;
const loosely = /\b(?:from|to|toward|towards|via)\s(?:the\s)?(?:\w+ern\s)?$/i;
const owned = /^['’]?s?\s(?:\w+\s){0,2}(?:coasts?|waters|soil|territory|airspace|shores?|ranges?)\b/;
const part =
	/(?:(?:north|south|east|west|northeast|northwest|southeast|southwest)(?:\sof)?|off|central|northern|southern|eastern|western|northwestern|northeastern|southeastern|southwestern)\s(?:the\s)?$/i;
const unlisted =
	/(?<=(?:\b(?:in|at|off|near|over|around|outside|from|[Ww]here:|[Ll]ocation:|[Vv]enue:|(?:town|city|port|village|province|district|state|region|base) of)\s(?:the\s)?))(?!(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Mr|Ms|Exercise|Operation|World)\b)\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’-]+)*(?:\s(?:training\sarea|base|airport|range|port|airfield|station))?/gu;

/** Where something is: places that stand after a word of place, those listed with one, and parts of a place that the question names. */
export function placesIn(asked: Asked): AnswerSpan[] {
	const { question, view } = asked;
	const spans: AnswerSpan[] = [];
	let before: AnswerSpan | undefined;
	for (const mention of view.places) {
		const lead = leadTo(view, mention.start);
		const listed = before && /^(?:,|,?\s(?:and|or))\s(?:the\s)?$/.test(view.document.text.slice(before.end, mention.start));
		const strength = listed && mention.how === 'name' ? (before?.strength ?? 0) : strengthOf(view, mention, lead);
		before = { start: mention.start, end: mention.end, strength };
		if (strength === 0) continue;
		const inPart = part.exec(lead);
		if (inPart) spans.push({ start: mention.start - inPart[0].length, end: mention.end, strength });
		else spans.push(...newOnes(asked, [mention], strength));
	}
	const known = [...view.actors, ...view.places, ...view.names];
	const others = matches(view, unlisted).filter((span) => !known.some((other) => other.start <= span.start && span.end <= other.end));
	return [...spans, ...newOnes(asked, others, 0.9)].map((span) =>
		isOtherWay(question.text, leadTo(view, span.start)) ? { ...span, strength: span.strength * 0.4 } : span,
	);
}

const kindsOf: Readonly<Record<string, readonly Place['kind'][]>> = {
	sea: ['sea', 'ocean', 'gulf', 'bay', 'strait', 'channel'],
	ocean: ['ocean', 'sea'],
	water: ['sea', 'ocean', 'gulf', 'bay', 'strait', 'channel', 'river', 'lake'],
	strait: ['strait', 'channel'],
	gulf: ['gulf', 'bay'],
	bay: ['bay', 'gulf'],
	island: ['island'],
	citi: ['city', 'port'],
	town: ['city', 'port'],
	port: ['port', 'city', 'base'],
	base: ['base', 'port'],
	rang: ['range', 'base'],
	contin: ['continent'],
};

/** Places of the kind asked for first: "which sea" is not answered by a port. */
export function placesOfKind(asked: Asked): AnswerSpan[] {
	const kinds = kindsOf[asked.question.head.at(-1) ?? ''];
	const places = placesIn(asked);
	if (!kinds) return places;
	const others = asked.view.places.filter(({ place }) => !kinds.includes(place.kind));
	return places.map((span) => (overlapsAny(span, others) ? { ...span, strength: span.strength * tuning.otherSort } : span));
}

function leadTo(view: SentenceView, start: number): string {
	return view.document.text.slice(Math.max(view.start, start - 60), start);
}

function strengthOf(view: SentenceView, { end, how }: PlaceMention, lead: string): number {
	const after = view.document.text.slice(end, end + 30);
	if (how !== 'government' && owned.test(after)) return 0.9;
	if (how !== 'name' || /^['’]s\b/.test(after)) return 0;
	if (firmly.test(lead) || part.test(lead)) return 1;
	return loosely.test(lead) ? 0.5 : 0;
}

/** "Where did they fly from?" wants what stands after "from". */
function isOtherWay(question: string, lead: string): boolean {
	const [, asked] = /\b(from|to)$/i.exec(question) ?? [];
	return asked !== undefined && !new RegExp(`\\b${asked}\\s(?:the\\s)?(?:[\\w-]+\\s){0,3}$`, 'i').test(lead);
}

/** Countries and those who act for them, within the continent or region that the question names, where it names one. */
export function countriesIn(asked: Asked): AnswerSpan[] {
	const { question, view } = asked;
	const around = question.units
		.flatMap((unit) => (unit.kind === 'place' ? unit.ids.flatMap((id) => gazetteer.place(id) ?? []) : []))
		.filter(({ kind }) => kind === 'continent' || kind === 'region');
	const isWithin = ({ place }: PlaceMention) => around.every((outer) => contains(outer, place));
	const places = view.places.filter(({ place }) => place.kind === 'country');
	const actors = around.length > 0 ? [] : view.actors.filter(({ countries }) => countries.length > 0);
	return around.length > 0
		? places.filter(isWithin).map(({ start, end }) => ({ start, end, strength: 1 }))
		: newOnes(asked, [...places, ...actors]);
}
