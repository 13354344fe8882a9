import { z } from 'zod';
import type { Document } from '../../corpus/document.js';
import { readData } from '../../data.js';
import { namesOf } from '../../exercises/names/find-names.js';
import { seriesKeyOf } from '../../exercises/names/name-mention.js';
import { gazetteer } from '../../gazetteer/gazetteer.js';
import { findPlaces } from '../../gazetteer/place-mentions.js';
import { isSaid, termsOf } from '../../text/analyse.js';
import type { Span } from '../../text/span.js';
import { literal, oneOf } from '../../text/word-pattern.js';
import { focusShare } from '../judging/features.js';
import type { Judged } from '../judging/judge.js';

const words = z.array(z.string().min(1)).min(1);
const data = readData(
	'answers/data/saying.json',
	z.strictObject({
		/** Verbs of a question that asks for somebody's word. */
		asks: words,
		/** Verbs that give somebody's word. */
		says: words,
		/** What stands before a name in small letters. */
		titles: words,
		/** What may stand between a name and its verb. */
		between: words,
		/** Who speaks for a country or a force: "China's foreign ministry", "Norway's chief of staff". */
		offices: words,
	}),
);

/** Whose word a question asks for, and on what. */
export interface WordAsked {
	/** All that they are called. */
	readonly names: readonly string[];
	readonly about: readonly string[];
	/** On an exercise that the question names. */
	readonly isOnExercise: boolean;
}

const asksWhat = new RegExp(
	`^what(?:'s|\\s(?:did|does|do|has|have|had|is|are|was|were))\\s(?<who>.+?)\\s${oneOf(data.asks)}(?<about>\\s(?:about|of|on|over|regarding|concerning|in response to)\\s.+)?$`,
	'i',
);
const longestWho = 6;

/**
 * "What did X say about Y": whose word is asked for, and the index terms of what on. Null for any other question, for
 * one that says itself what was said ("what did X say Y had become"), and for one that leans on who was spoken of before.
 * @param exercises the names of exercises in the question
 */
export function wordAsked(question: string, exercises: readonly Span[]): WordAsked | null {
	const found = asksWhat.exec(question)?.groups;
	const who = found?.['who'];
	if (!who || who.split(' ').length > longestWho || pronoun.test(who)) return null;
	const rest = exercises.reduce(
		(left, { start, end }) => left.replace(question.slice(start, end), ' '),
		found['about'] ?? '',
	);
	const about = termsOf(rest).filter((term) => !general.has(term));
	return { names: namesFor(who), about, isOnExercise: exercises.length > 0 };
}

const pronoun =
	/^(?:it|he|she|they|you|we|i|this|that|these|those|people|anyone|the (?:documents?|articles?|sources?))$/i;
const general = new Set(termsOf('exercise drill war game'));

const capitalised = "\\p{Lu}[\\p{L}\\p{M}\\p{N}.'’&/-]*";
const title = `(?:(?:${capitalised}|${oneOf(data.titles)}|of|for)\\.?\\s){0,8}`;
const beginning = '(?:^|[,;:—–]\\s|[“”"‘’\']\\s?|\\b(?:and|but|while|with|that|when|as|which)\\s)';
const says = `${oneOf(data.says)}(?!\\p{L})`;
const office = `['’]s?(?:\\s[\\p{L}\\p{N}-]+){0,4}?\\s(?:${oneOf(data.offices)}|${oneOf(data.offices.map(inTitleCase))})(?:\\sof\\s(?:the\\s)?[\\p{L}-]+)?`;
const between = `(?:${oneOf(data.between)}\\s){0,4}`;

/** Whether a sentence gives the word of somebody, on what was asked for. */
export function givesWordOf(
	{ names, about, isOnExercise }: WordAsked,
	{ document, sentence, features }: Judged,
): boolean {
	if (isOnExercise && features.exercise < (tellsOfOne(document) ? focusShare.meant : focusShare.named)) return false;
	const said = document.text.slice(sentence.start, sentence.end).replace(/\s+/g, ' ');
	const terms = new Set(termsOf(said));
	return about.every((term) => isSaid(term, terms)) && names.some((name) => isSpeaker(name, said));
}

/** In a document that names no other exercise what somebody said is of the one. */
function tellsOfOne(document: Document): boolean {
	return new Set(namesOf(document).map(seriesKeyOf)).size === 1;
}

/** Read by capital letters, which part a name from the words around it. */
function isSpeaker(name: string, sentence: string): boolean {
	const printed = new RegExp(`(?<![\\p{L}\\p{N}])${literal(name)}(?![\\p{L}\\p{N}-])`, 'iu').exec(sentence)?.[0];
	if (printed === undefined) return false;
	const x = `${literal(printed)}(?![\\p{L}\\p{N}-])(?:${office})?(?:\\s${capitalised}){0,3}`;
	// "X, a former minister, said", "X and its allies have said".
	const aside = '(?:,\\s[^“”";]{1,120},|\\s(?:and|or)(?:\\s[^\\s,;]+){1,4})?';
	return [
		`${beginning}${title}${x}${aside}\\s?${between}${says}`,
		`(?<!\\p{L})${says}\\s${title}${x}(?=[.,;:”"’]|$)`,
		`(?:[Aa]ccording to|[Qq]uot\\p{Ll}+|[Cc]it\\p{Ll}+)\\s${title}${x}`,
		`(?:view|opinion|words) of\\s${title}${x}`,
	].some((pattern) => new RegExp(pattern, 'u').test(sentence));
}

function inTitleCase(words: string): string {
	return words.replace(/(?<=^|\s)\p{Ll}/gu, (letter) => letter.toUpperCase());
}

/** A country has several names, and the seats of government that speak for it; whoever says one means the country. */
function namesFor(who: string): readonly string[] {
	const typed = who.replace(/^(?:the|mr|mrs|ms|dr)\.?\s/i, '');
	const isSeat = (seat: string): boolean => seat.toLowerCase() === typed.toLowerCase();
	const country =
		findPlaces(typed, undefined, { anyCase: true }).find(
			({ place, start, end }) => place.kind === 'country' && start === 0 && end === typed.length,
		)?.place ?? gazetteer.places.find(({ kind, governments }) => kind === 'country' && governments.some(isSeat));
	return country ? [typed, country.name, ...country.aliases, ...country.governments] : [typed];
}
