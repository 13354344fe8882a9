import { COMPETITION_NOUNS, MODIFIERS, OTHER_THINGS } from '../../gazetteer/name-cues.js';
import { parseName } from '../../gazetteer/names.js';
import type { SeriesList } from '../../gazetteer/series.js';
import { isCapitalised } from '../../text/name-words.js';
import type { Span } from '../../text/span.js';
import type { Candidate } from './candidates.js';
import { isOtherThing } from './counter-evidence.js';
import { isEditionOf, isNamed, nounBefore } from './name-evidence.js';
import { gapBefore, isFree, type NameReading, nounAfter, overBracket, quotations } from './name-reading.js';

const CONNECTORS: ReadonlySet<string> = new Set([
	'of',
	'e',
	'ye',
	'the',
	'and',
	'for',
	'in',
	'on',
	'to',
	'de',
	'du',
	'des',
	'del',
	'la',
	'le',
	'da',
	'do',
	'al',
	'el',
	'i',
	'и',
	'd',
	's',
]);
const LONGEST_NAME = 8;
const NEAR = 4;

/** Names between quotation marks: "Ocean-2024", «Океан-2024», “Naval Security Belt Combined War Game 202”. */
export function quotedNames(reading: NameReading, list: SeriesList, span: Span): Candidate[] {
	const indexOf = new Map(reading.words.map((word, at) => [word.start, at]));
	return quotations(reading.text, span).flatMap((quotation) => {
		const printed = reading.text.slice(quotation.start, quotation.end);
		const start = quotation.start + (/^(?:(?:Exercise|the|The)\s+)?/.exec(printed)?.[0].length ?? 0);
		const from = indexOf.get(start);
		if (from === undefined) return [];
		let to = from;
		while (to < reading.words.length && (reading.words[to]?.end ?? Infinity) <= quotation.end) to++;
		if (!isNameLike(reading, from, to) || isOtherThing(reading, from, to)) return [];
		const series = list.seriesOf(reading.text.slice(start, quotation.end));
		if (!isExercise(reading, from, to, series !== null)) return [];
		return [{ from, to, form: series ? ('listed' as const) : ('quoted' as const), series, quoted: true }];
	});
}

/** Words with capitals, small words between them, numbers; not a sentence. */
function isNameLike(reading: NameReading, from: number, to: number): boolean {
	const words = reading.words.slice(from, to);
	if (words.length === 0 || words.length > LONGEST_NAME * (/^\p{Lo}/u.test(words[0]?.text ?? '') ? 3 : 1)) return false;
	const end = words.at(-1)?.end ?? 0;
	if (/[!?;]/.test(reading.text.slice(words[0]?.start, end))) return false;
	const first = words[0]?.text ?? '';
	const onlyFirst =
		words.length <= NEAR && /^\p{Lu}/u.test(first) && (/\d{4}$/.test(words.at(-1)?.text ?? '') || /\p{Script=Cyrillic}/u.test(first));
	return words.every(
		(word, at) =>
			onlyFirst ||
			isCapitalised(word) ||
			CONNECTORS.has(word.folded) ||
			/^\d/.test(word.text) ||
			(reading.noun[from + at] ?? 0) > 0 ||
			MODIFIERS.has(word.folded),
	);
}

function isExercise(reading: NameReading, from: number, to: number, listed: boolean): boolean {
	const name = parseName(reading.text.slice(reading.words[from]?.start, reading.words[to - 1]?.end));
	const sentence = reading.sentence[from] ?? -1;
	const inContext = reading.aboutExercises.has(sentence) || reading.aboutExercises.has(sentence - 1);
	if (listed) return inContext || name.year !== null;
	const free = reading.words.slice(from, to).some((_, at) => isFree(reading, from + at)) || /\p{Lo}/u.test(name.key);
	const dated = name.year !== null || name.cutYear !== null;
	const beside =
		isEditionOf(reading, from) ||
		nounBefore(reading, from) >= 0 ||
		nounAfter(reading, overBracket(reading, to)) >= 0 ||
		isContest(reading, to) ||
		nounNearBefore(reading, from);
	if (!free && !dated) return beside && to - from > 1;
	if (isNamed(reading, from)) return true;
	return !isThing(reading, from) && (beside || (dated && inContext));
}

const isContest = (reading: NameReading, to: number): boolean =>
	COMPETITION_NOUNS.has(reading.words[to]?.folded ?? '') && /^.? $/.test(gapBefore(reading, to));

/** "the film “Red Dawn”", "the submarine “Orel”". */
function isThing(reading: NameReading, from: number): boolean {
	const before = reading.words[from - 1];
	return before !== undefined && OTHER_THINGS.has(before.folded) && !reading.noun[from - 1];
}

/** "the exercise, “Iron Wolf”", "exercises called the “Iron Wolf”". */
function nounNearBefore(reading: NameReading, from: number): boolean {
	for (let at = from - 1; at >= from - NEAR && at >= 0; at--) {
		if (reading.sentence[at] !== reading.sentence[from]) return false;
		if (reading.noun[at]) return true;
		if (
			!/^(?:[ ,:“"'‘«„(]|, | [“"'‘«„(]|[:,] [“"'‘«„])$/u.test(gapBefore(reading, at + 1)) ||
			!['the', 'called', 'of', 'series', 'code', 'code-named'].includes(reading.words[at]?.folded ?? '')
		)
			return false;
	}
	return false;
}
