import { z } from 'zod';
import { readData } from '../../data.js';
import type { Span } from '../../text/span.js';
import { type Word, wordsOf } from '../../text/words.js';
import { countPattern, ordinalPattern } from '../../values/number-words.js';
import { isAnyVerb } from './verbs.js';

const nouns = z.array(z.string()).transform((list) => new Set(list));
const lists = readData(
	'exercises/data/exercise-words.json',
	z.strictObject({
		/** May stand between the determiner and the noun. */
		modifiers: nouns,
		/** Modifiers of exercises in general, not of one. */
		generic: nouns,
		exercises: nouns,
		patrols: nouns,
		operations: nouns,
		/** An event only as a "cooperative activity". */
		activities: nouns,
		editions: nouns,
		/** "the event": an exercise only where one was told of. */
		events: nouns,
		/** "the sea phase": a part that stands for the exercise told of. */
		phases: nouns,
		/** An exercise where it is joint or has its days counted ("12-day field training"), or where one was told of. */
		trainings: nouns,
		/** "a new series of joint exercises" is one exercise or the next of them. */
		rounds: nouns,
		/** Without one of these a patrol is daily business. */
		joint: nouns,
		/** Nouns after "patrol" that leave it an event: "patrol flights". */
		followers: nouns,
		/** Nouns after the noun that make it another thing: "exercise area". */
		compounds: nouns,
	}),
);

/**
 * How a phrase points at an exercise. `definite`: back at one in focus; `indefinite`, `bare`: to a new one, or to
 * exercises in general.
 */
export type Reference = 'demonstrative' | 'definite' | 'possessive' | 'indefinite' | 'bare';

/** A noun phrase for an exercise that gives no name: "the drills", "a two-day joint strategic air patrol". */
export interface ExercisePhrase extends Span {
	readonly kind: 'exercise' | 'patrol' | 'operation';
	readonly reference: Reference;
	/** Words between determiner and noun, lower case. */
	readonly modifiers: readonly string[];
	/** Exercises in general, or several: never one exercise. */
	readonly generic: boolean;
	/** "the maiden edition" of something named behind it. */
	readonly edition: boolean;
}

const determiners: ReadonlyMap<string, Reference> = new Map([
	['this', 'demonstrative'],
	['these', 'demonstrative'],
	['those', 'demonstrative'],
	['that', 'demonstrative'],
	['the', 'definite'],
	['both', 'definite'],
	['a', 'indefinite'],
	['an', 'indefinite'],
	['another', 'indefinite'],
	['their', 'possessive'],
	['its', 'possessive'],
	['our', 'possessive'],
	['his', 'possessive'],
]);
const functionWords = new Set(
	'they we he she it who you i in on at of to for from with by as but or if so than into over after before during while when where amid both either neither not also then and off hold holds held launch launches begin begins start starts kick kicks conduct conducts conclude concludes join joins stage stages end ends plan plans there no will would shall may might can could is are was were be been has have had does did'.split(
		' ',
	),
);
const ordinalWord = new RegExp(`^${ordinalPattern}$`, 'i');
const anyNoun =
	/\b(?:exercis|drill|war\s?game|man(?:o|oe)u?v|patrol|sail|flight|operation|mission|edition|iteration|install?ment|games\b|cooperative|training|event\b|phase\b)/i;
const phaseWord =
	/^(?:at-sea|harbou?r|shore|active|closing|final|first|second|third|opening|battle|field|tactical|planning|command-post|virtual)$/;
const counted = new RegExp(`^(?:${countPattern}-(?:day|week|month)|(?:day|week|month)-?long)$`, 'i');
/** What may follow "training" without making it another thing, as in "training area". */
const afterTraining =
	/^(?:in|on|at|from|for|with|by|between|among|off|near|over|across|around|during|until|as|and|or|to|that|which|who|is|are|was|were|will|would|has|have|had|this|next|last|dubbed|called|named|codenamed|takes?|took|begins?|began|starts?|started|runs?|ran|ends?|ended|involv\w+|includ\w+|features?)$/;

/** Phrases for exercises in a span of text, in order. */
export function findExercisePhrases(text: string, span: Span): ExercisePhrase[] {
	if (!anyNoun.test(text.slice(span.start, span.end))) return [];
	const words = wordsOf(text, span);
	const phrases: ExercisePhrase[] = [];
	for (const [index, word] of words.entries()) {
		const phrase = phraseAt(words, word, index);
		// "a Passage Exercise (PASSEX)" is one.
		if (phrase && phrase.start >= (phrases.at(-1)?.end ?? 0)) phrases.push(phrase);
	}
	return phrases;
}

function phraseAt(words: readonly Word[], noun: Word, index: number): ExercisePhrase | undefined {
	const kind = kindOf(words, index);
	if (!kind) return undefined;
	const next = words[index + 1];
	const follower = next?.joined && lists.followers.has(next.lower) ? next : undefined;
	if (next?.joined && !follower && lists.compounds.has(next.lower)) return undefined;
	const first = firstModifier(words, index);
	if (/^games?$/.test(noun.lower) && words[index - 1]?.lower !== 'war') return undefined;
	const modifiers = words.slice(first, index).map((word) => word.lower);
	const led = throughRound(words, first);
	const before = words[led.first]?.joined ? words[led.first - 1] : undefined;
	const conjunction = before?.lower === 'that' && noun.lower.endsWith('s');
	const determiner = before && !conjunction ? determiners.get(before.lower) : undefined;
	const reference = referenceOf(words[led.first], determiner);
	const all = [...led.modifiers, ...modifiers];
	if (isVerb(noun, before, all)) return undefined;
	const pointsBack = reference === 'definite' || reference === 'demonstrative';
	if (lists.events.has(noun.lower) && !(pointsBack && all.every((modifier) => isOfExercises(modifier))))
		return undefined;
	if (lists.phases.has(noun.lower) && !(pointsBack && all.length > 0 && all.every((modifier) => isOfPhase(modifier))))
		return undefined;
	if (lists.trainings.has(noun.lower) && !isTraining(next, reference, all, led.first < first)) return undefined;
	if (kind === 'patrol' && !pointsBack && !all.some((modifier) => lists.joint.has(modifier))) return undefined;
	if (kind === 'operation' && reference !== 'demonstrative' && !(reference === 'definite' && all.length === 0))
		return undefined;
	const start = determiner ? before?.start : words[led.first]?.start;
	return {
		start: start ?? noun.start,
		end: (follower ?? noun).end,
		kind,
		reference,
		modifiers: all,
		generic: isGeneric(reference, all, led.first < first, noun),
		edition: lists.editions.has(noun.lower),
	};
}

function firstModifier(words: readonly Word[], noun: number): number {
	let first = noun;
	while (first > 0 && words[first]?.near) {
		if (isModifier(words[first - 1], noun - first)) first--;
		else if (first === noun && isOneMore(words, first)) first--;
		else if (words[first]?.joined && isDescribed(words, first - 1)) first--;
		else break;
	}
	while (first < noun && words[first]?.lower === 'and') first++;
	return first;
}

function kindOf(words: readonly Word[], index: number): ExercisePhrase['kind'] | undefined {
	const word = words[index];
	if (!word) return undefined;
	const { exercises, editions, events, trainings, phases } = lists;
	if ([exercises, editions, events, trainings, phases].some((nouns) => nouns.has(word.lower))) return 'exercise';
	if (lists.activities.has(word.lower)) return words[index - 1]?.lower === 'cooperative' ? 'exercise' : undefined;
	if (lists.patrols.has(word.lower)) return 'patrol';
	return lists.operations.has(word.lower) ? 'operation' : undefined;
}

function isModifier(word: Word | undefined, distance: number): boolean {
	if (!word || functionWords.has(word.lower)) return word?.lower === 'and' && distance > 0;
	if (determiners.has(word.lower) && word.lower !== 'another') return false;
	return (
		lists.modifiers.has(word.lower) ||
		/^[\p{Lu}\d]/u.test(word.text) ||
		/-/.test(word.text) ||
		/['’]s$/.test(word.text) ||
		ordinalWord.test(word.text)
	);
}

/** "joint army drills": a word directly before the noun, when a modifier of exercises stands before it. */
function isOneMore(words: readonly Word[], first: number): boolean {
	const [word, before] = [words[first - 1], words[first - 2]];
	if (!word?.joined || !before || functionWords.has(word.lower) || determiners.has(word.lower)) return false;
	const opens =
		lists.joint.has(before.lower) || counted.test(before.lower) || /^(?:an?|this|their|its)$/.test(before.lower);
	return opens && /^\p{Ll}+$/u.test(word.text);
}

/**
 * "their summertime military exercise", "a three-day gunnery drill": any word between a determiner and the noun that is
 * no verb.
 */
function isDescribed(words: readonly Word[], at: number): boolean {
	const word = words[at];
	if (!word || !/^\p{Ll}[\p{Ll}-]+(?<!ed|ing|ly)$/u.test(word.text) || functionWords.has(word.lower)) return false;
	if (determiners.has(word.lower) || isAnyVerb(word.lower)) return false;
	const before = word.joined ? words[at - 1] : undefined;
	if (!before || functionWords.has(before.lower)) return false;
	return determiners.has(before.lower) || isModifier(before, 1) || isDescribed(words, at - 1);
}

function isOfPhase(modifier: string): boolean {
	return isOfExercises(modifier) || phaseWord.test(modifier);
}

function isOfExercises(modifier: string): boolean {
	return lists.modifiers.has(modifier) || counted.test(modifier);
}

/**
 * "the 12-day training", "large-scale field training", "a fortnight of joint training"; not "the training of pilots"
 * nor "training flights".
 */
function isTraining(
	next: Word | undefined,
	reference: Reference,
	modifiers: readonly string[],
	round: boolean,
): boolean {
	if (next?.joined && !afterTraining.test(next.lower)) return false;
	if (
		reference === 'demonstrative' ||
		(reference === 'definite' && modifiers.every((modifier) => isOfExercises(modifier)))
	)
		return true;
	return (
		round ||
		modifiers.some((modifier) => lists.joint.has(modifier) || counted.test(modifier) || modifier === 'large-scale')
	);
}

/** "a new series of joint exercises", "this latest round of …", "the 21st edition of the exercise". */
function throughRound(words: readonly Word[], first: number): { first: number; modifiers: string[] } {
	const articled = determiners.has(words[first - 1]?.lower ?? '') ? 1 : 0;
	const of = first - 1 - articled;
	const round = words[of - 1];
	if (words[of]?.lower !== 'of' || !round || !(lists.rounds.has(round.lower) || lists.editions.has(round.lower)))
		return { first, modifiers: [] };
	let start = of - 1;
	while (start > 0 && words[start]?.joined && isModifier(words[start - 1], 0)) start--;
	return { first: start, modifiers: words.slice(start, of - 1).map((word) => word.lower) };
}

function referenceOf(first: Word | undefined, determiner: Reference | undefined): Reference {
	if (determiner) return determiner;
	return first && /['’]s?$/.test(first.text.slice(-2)) && !/^(?:last|next)$/.test(first.lower) ? 'possessive' : 'bare';
}

function isVerb(noun: Word, before: Word | undefined, modifiers: readonly string[]): boolean {
	return (
		modifiers.length === 0 &&
		/^(?:exercise|drill|patrol|manoeuvre|maneuver)$/.test(noun.lower) &&
		/^(?:to|will|can|could|would|should|must|they|we|and|who|not)?$/.test(before?.lower ?? '')
	);
}

function isGeneric(reference: Reference, modifiers: readonly string[], round: boolean, noun: Word): boolean {
	if (
		modifiers.some(
			(modifier, index) => modifier === 'last' && /^(?:year|month|week)['’]s$/.test(modifiers[index + 1] ?? ''),
		)
	)
		return true;
	if (reference === 'demonstrative' || round) return false;
	if (modifiers.some((modifier) => lists.generic.has(modifier))) return true;
	return reference === 'bare' && modifiers.length === 0 && noun.lower.endsWith('s');
}
