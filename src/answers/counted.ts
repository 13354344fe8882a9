import type { Span } from '../corpus/document.js';
import { countPattern } from '../exercises/number-words.js';
import { termOf } from '../search/analyse.js';
import type { Asked } from './answer-spans.js';
import { matches, overlapsAny } from './answer-spans.js';
import { nounsOf, sortOfWord, thresholdCue } from './cues.js';

/** A number and what follows it, up to six words: "13,000 People’s Liberation Army (PLA) troops", "eight-ship". */
const counted = new RegExp(`(?<![\\w$£€.,/-])(?:${countPattern})(?![\\d%])(?:[-\\s]\\(?[\\p{L}\\p{N}’'/&-]+\\)?){1,7}`, 'giu');
const amounts = new RegExp(
	`(?:[$£€]\\s?)?(?<![\\w.,/-])(?:${countPattern}|\\d+(?:\\.\\d+)?)(?:\\s?(?:%|per cent|percent|billion|million|trillion|km|kilomet(?:er|re)s?|miles?|met(?:er|re)s?|ft|feet|tons?|tonnes?|knots?|days?|weeks?|hours?)\\b)`,
	'giu',
);

/** Numbers that count what the question asks for. */
export function countedNouns(asked: Asked): Span[] {
	const { question, view } = asked;
	if (thresholdCue.test(view.text)) return [];
	const wanted = wantedNouns(asked);
	const spans: Span[] = [];
	for (const span of matches(view, counted)) {
		const printed = view.document.text.slice(span.start, span.end);
		const words = [...printed.matchAll(/[\p{L}\p{N}’'/&]+/gu)];
		const noun = words.findIndex(([word], at) => at > 0 && isWanted(word, wanted));
		const stop = words.findIndex(([word], at) => at > 0 && endsCount.test(word));
		const found = words[noun];
		if (!found || (stop > 0 && stop < noun && !/^of$/.test(words[stop]?.[0] ?? ''))) continue;
		const number = { start: span.start, end: span.start + found.index + found[0].length };
		if (
			!overlapsAny(
				{ start: span.start, end: span.start + 1 },
				asked.repeated.filter((other) => question.kind !== 'number' || other.end - other.start < 0),
			)
		)
			spans.push(number);
	}
	return spans;
}

const endsCount =
	/^(?:and|or|in|on|at|to|for|from|with|by|that|which|who|were|was|are|is|have|has|had|as|into|when|while|during|will|would|flew|took|joined|of)$/i;

/** The asked noun in the singular, and for a class without parts ("ships", "troops") all nouns of the class. */
function wantedNouns({ question }: Asked): ReadonlySet<string> {
	const head = question.head.at(-1);
	const wanted = new Set<string>(head ? [head] : []);
	const sort = question.sort;
	if (sort && head && wide.has(head)) for (const noun of nounsOf(sort)) wanted.add(termOf(noun));
	if (!sort && question.units.some((unit) => unit.head && unit.kind === 'country'))
		for (const noun of nounsOf('people')) wanted.add(termOf(noun));
	return wanted;
}

const wide = new Set(
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
		'servicemen',
		'country',
		'nation',
		'weapon',
		'state',
	].map(termOf),
);

function isWanted(word: string, wanted: ReadonlySet<string>): boolean {
	const folded = word.toLowerCase();
	return wanted.has(termOf(folded)) || (sortOfWord(folded) === 'people' && wanted.has(termOf('people')));
}

/** Numbers with a measure. */
export function numbersOf({ view }: Asked): Span[] {
	return matches(view, amounts);
}
