import { matchesOf } from '../text/matches.js';
import type { Span } from '../text/span.js';
import { isDecidedAgainst, isDenied, isSupposed } from './denials.js';
import { statusWords as lists, type Phrases } from './status-words.js';

/**
 * What a clause says became of an event, where it is more than that it was, is or will be: `possible` for what only may be, or was to be;
 * `held` for what was held after all.
 */
export type Fate = 'cancelled' | 'postponed' | 'possible' | 'announced' | 'held';

/** A word of the text, a sign, or the event itself. */
interface Token extends Span {
	readonly word: string;
	readonly isEvent: boolean;
}

const token = /[\p{L}\p{N}]+(?:[’'.-][\p{L}\p{N}]+)*|[^\s\p{L}\p{N}]/gu;

/**
 * What a stretch of text says became of the event that some of its words point at; undefined where it says no such thing.
 * Decided clause by clause: the event's own clause first, then those that go on about it ("…, but was called off").
 */
export function fateOf(text: string, span: Span, pointers: readonly Span[]): Fate | undefined {
	const clauses = clausesOf(tokensOf(text, span, pointers));
	const own = clauses.findIndex(({ tokens }) => tokens.some(({ isEvent }) => isEvent));
	let fate: Fate | undefined;
	for (const [at, { tokens, goesOn }] of clauses.entries()) {
		if (at < own || (at > own && !goesOn)) continue;
		const read = readClause(tokens, at > own);
		if (read && (read !== 'held' || fate)) fate = read;
	}
	return fate;
}

function tokensOf(text: string, { start, end }: Span, pointers: readonly Span[]): Token[] {
	return matchesOf(text.slice(start, end), token).map(({ index, 0: printed }) => {
		const at = { start: start + index, end: start + index + printed.length };
		const isEvent = pointers.some((pointer) => pointer.start <= at.start && at.end <= pointer.end);
		return { ...at, word: printed.toLowerCase().replaceAll('’', "'"), isEvent };
	});
}

interface Clause {
	readonly tokens: readonly Token[];
	/** It goes on about the subject of the clause before: "but was …", "and it will …". */
	readonly goesOn: boolean;
}

/** Cuts before words that begin a clause; what stands between commas behind the subject stays with it. */
function clausesOf(tokens: readonly Token[]): Clause[] {
	const words = tokens.map(({ word }) => word);
	const clauses: Clause[] = [];
	let from = 0;
	let goesOn = true;
	const cut = (at: number, next: boolean): void => {
		if (at > from) clauses.push({ tokens: tokens.slice(from, at), goesOn });
		from = at;
		goesOn = next;
	};
	for (let at = 0; at < tokens.length; at++) {
		const word = words[at] ?? '';
		if (at > from && tokens[at]?.isEvent !== true && lists.subordinators.lengthAt(words, at) > 0 && !isOfTime(words, at)) cut(at, false);
		else if (at > 0 && lists.continuers.has(word) && isOwnVerb(tokens, at + 1)) cut(at, true);
		else if (/^[;:—–]$/.test(word)) cut(at, isOwnVerb(tokens, at + 1));
	}
	cut(tokens.length, false);
	return clauses;
}

/** "put off until May", "held by the navy", "cancelled since": no clause begins there. */
function isOfTime(words: readonly string[], at: number): boolean {
	const next = words[at + 1] ?? '';
	return /^(?:until|by|since|as|once)$/.test(words[at] ?? '') && !/^(?:it|they|he|she|we|the|its|their|both)$/.test(next);
}

const pronouns = /^(?:it|they|this|which|that)$/;
const auxiliary = /^(?:is|are|was|were|has|have|had|will|would|may|might|could|did|does|can|should)$/;

/** Whether a verb of the same subject comes next: "was called off", "it never took place", "the drill has been …". */
function isOwnVerb(tokens: readonly Token[], at: number): boolean {
	const words = tokens.map(({ word }) => word);
	let next = at;
	while (/^(?:the|then|later|finally|eventually|ultimately|,|now|so|only|instead)$/.test(words[next] ?? '')) next++;
	if (tokens[next]?.isEvent || pronouns.test(words[next] ?? '') || lists.eventHeads.has(words[next] ?? '')) return true;
	return (
		auxiliary.test(words[next] ?? '') ||
		lists.negations.has(words[next] ?? '') ||
		[lists.cancelled, lists.postponed, lists.happened, lists.done].some((list) => list.lengthAt(words, next) > 0)
	);
}

/** What a clause says of the event; `bare`: its subject is that of the clause before. */
function readClause(tokens: readonly Token[], bare: boolean): Fate | undefined {
	const words = tokens.map(({ word }) => word);
	if (isSupposed(words, tokens)) return 'possible';
	const fates = tokens.flatMap(({ isEvent }, at) => (isEvent ? [] : (verbFate(tokens, words, at, bare) ?? [])));
	const [first] = fates;
	if (isNone(tokens)) return first === 'possible' ? 'possible' : 'cancelled';
	// "X, delayed by a storm, began": an aside, and then what came of it.
	if (
		first === 'postponed' &&
		fates.at(-1) === 'held' &&
		words.some((word, at) => word === ',' && lists.postponed.lengthAt(words, at + 1) > 0)
	)
		return 'held';
	const strongest = (['cancelled', 'postponed', 'possible'] as const).find((fate) => fates.includes(fate));
	return strongest ?? (isPossible(tokens, words) ? 'possible' : first);
}

function verbFate(tokens: readonly Token[], words: readonly string[], at: number, bare: boolean): Fate | undefined {
	const ended = (['cancelled', 'postponed'] as const).find((fate) => endsAt(tokens, words, at, fate, bare));
	if (ended) return endedFate(words, tokens, at, ended);
	const group = groupBefore(words, tokens, at);
	const does = lists.do.lengthAt(words, at);
	if (does > 0 && isObject(tokens, at + does)) return isDecidedAgainst(words, at) ? 'cancelled' : happenFate(words, group, true);
	if (lists.proposed.has(words[at] ?? '') && isObject(tokens, at + 1)) return isNegated(group) ? undefined : 'possible';
	if (!isSubject(tokens, at, bare)) return undefined;
	if (lists.happened.lengthAt(words, at) > 0 || lists.done.lengthAt(words, at) > 0) return happenedFate(words, tokens, at, group);
	if (lists.happen.lengthAt(words, at) > 0) return happenFate(words, group, true);
	return lists.begin.lengthAt(words, at) > 0 ? happenFate(words, group, false) : undefined;
}

/** Whether a verb or a noun of ending stands there, and is of the event. */
function endsAt(tokens: readonly Token[], words: readonly string[], at: number, fate: 'cancelled' | 'postponed', bare: boolean): boolean {
	if (lists.nouns[fate].has(words[at] ?? '')) return isNounOfEvent(tokens, at);
	const length = isSplit(tokens, words, at, fate) ? 1 : lists[fate].lengthAt(words, at);
	return length > 0 && (isObject(tokens, at + length) || isSubject(tokens, at, bare));
}

/** "called the drill off": a verb that the event parts from its particle. */
function isSplit(tokens: readonly Token[], words: readonly string[], at: number, fate: 'cancelled' | 'postponed'): boolean {
	return lists.splitVerbs[fate].some(
		({ verbs, particle }) => verbs.has(words[at] ?? '') && particleBehind(tokens, words, at, particle) > 0,
	);
}

/** The index of the particle of a verb that the event parts from it: "called the drill off"; 0 for none. */
function particleBehind(tokens: readonly Token[], words: readonly string[], at: number, particle: Phrases): number {
	for (let next = at + 1; next < Math.min(words.length, at + 12); next++) {
		if (particle.lengthAt(words, next) > 0) return tokens.slice(at, next).some(({ isEvent }) => isEvent) ? next : 0;
		if (/^[,;:]$/.test(words[next] ?? '') && !tokens[next]?.isEvent) return 0;
	}
	return 0;
}

/** The auxiliaries, negations and adverbs that stand before a verb, from the last back. */
interface Group {
	readonly words: readonly string[];
	/** What governs it: "decided" of "decided to cancel". */
	readonly governor: string;
	readonly governorAt: number;
}

function groupBefore(words: readonly string[], tokens: readonly Token[], at: number): Group {
	let from = at;
	while (from > 0 && !tokens[from - 1]?.isEvent && isOfGroup(words[from - 1] ?? '')) from--;
	return { words: words.slice(from, at), governor: words[from - 1] ?? '', governorAt: from - 1 };
}

function isOfGroup(word: string): boolean {
	return (
		lists.auxiliaries.has(word) ||
		lists.possibly.has(word) ||
		lists.negations.has(word) ||
		/^(?:no|longer)$/.test(word) ||
		(/\w{3}ly$/.test(word) && !/^(?:july|only)$/.test(word))
	);
}

const isNegated = ({ words }: Group): boolean =>
	words.some((word, at) => lists.negation.lengthAt(words, at) > 0 && word !== 'only' && words[at + 1] !== 'only');
const isPossibly = ({ words }: Group): boolean => words.some((word) => lists.possibly.has(word));
const has = ({ words }: Group, ...some: readonly string[]): boolean => some.some((word) => words.includes(word));

/** "was cancelled", "will be put off", "may be postponed", "decided to cancel", "was not cancelled". */
function endedFate(words: readonly string[], tokens: readonly Token[], at: number, fate: 'cancelled' | 'postponed'): Fate | undefined {
	if (lists.nouns[fate].has(words[at] ?? '')) return demandsOnly(words, at) ? undefined : fate;
	const group = groupBefore(words, tokens, at);
	if (isDenied(words, at) || isNegated(group) || demandsOnly(words, group.governorAt + 1) || has(group, 'would')) return undefined;
	if (has(group, 'almost', 'nearly')) return undefined;
	if (isPossibly(group) || lists.wished.has(group.governor)) return 'possible';
	return fate;
}

const demandsOnly = (words: readonly string[], at: number): boolean =>
	words.slice(Math.max(0, at - 4), at).some((word) => lists.demanded.has(word) || lists.wished.has(word)) &&
	!words.slice(Math.max(0, at - 3), at).some((word) => lists.decided.has(word));

/** "Lawmakers want the drill cancelled": it tells of nothing that was or will be. */
export function onlyDemandsEnd(text: string, span: Span): boolean {
	const words = tokensOf(text, span, []).map(({ word }) => word);
	return words.some((_, at) => [lists.cancelled, lists.postponed].some((list) => list.lengthAt(words, at) > 0) && demandsOnly(words, at));
}

const passive = /^(?:(?:be|been|being|is|are|was|were)|(?:was|were|is|has|have|had)n't|has|had|have)$/;

/** What has been done: "was held", "never took place", "has not yet been held", "was to be held", "should have been held". */
function happenedFate(words: readonly string[], tokens: readonly Token[], at: number, group: Group): Fate | undefined {
	if (isNegated(group)) return neverFate(words, at, group);
	const event = tokens.findIndex(({ isEvent }) => isEvent);
	const isDone = lists.done.lengthAt(words, at) > 0;
	if (isDone && !group.words.some((word) => passive.test(word))) return event < 0 ? 'held' : undefined;
	if (has(group, 'be', 'to')) return toBe(group);
	if (has(group, 'have') && has(group, 'should', 'would', 'could')) return 'cancelled';
	if (isPossibly(group)) return 'possible';
	if (has(group, 'will', 'would', 'shall')) return undefined;
	return event < at || !isDone ? 'held' : undefined;
}

function neverFate(words: readonly string[], at: number, group: Group): Fate | undefined {
	if (has(group, 'yet')) return 'announced';
	if (isOfOtherPlace(words, at) || words.slice(at).includes('since')) return undefined;
	return lists.begin.lengthAt(words, at) > 0 ? undefined : 'cancelled';
}

/** "was not held in the north but in the south" was held. */
function isOfOtherPlace(words: readonly string[], at: number): boolean {
	const but = words.indexOf('but', at);
	return but > 0 && /^(?:in|on|at|off|near|over|from|by|as|with|under|rather)$/.test(words[but + 1] ?? '');
}

/** "does not take place", "may be going ahead", "was to begin", "hopes to hold". */
function happenFate(words: readonly string[], group: Group, surely: boolean): Fate | undefined {
	if (isNegated(group)) {
		if (has(group, 'yet')) return 'announced';
		if (!surely) return undefined;
		return isPossibly(group) ? 'possible' : 'cancelled';
	}
	if (isPossibly(group) || lists.wished.has(group.governor)) return 'possible';
	return has(group, 'to') ? toBe(group) : has(group, 'would', 'could') && words.includes('if') ? 'possible' : undefined;
}

/** "was to be held" says only what was meant; what is, is due or is set to be held was announced. */
function toBe(group: Group): Fate | undefined {
	if (isPossibly(group) || lists.wished.has(group.governor)) return 'possible';
	const { words } = group;
	const to = words.indexOf('to');
	if (words.slice(to).includes('have')) return 'cancelled';
	const past = words.slice(0, to).some((word) => /^(?:was|were|had|been)$/.test(word));
	if (words.includes('yet') && to >= 0) return 'announced';
	if (past && !words.some((word) => /^(?:due|set|expected|scheduled|slated|planned)$/.test(word))) return 'possible';
	return undefined;
}

/** "cancelled this year's Exercise X", "called off plans for the exercise"; never "cancelled its participation in". */
function isObject(tokens: readonly Token[], from: number): boolean {
	for (let at = from; at < Math.min(tokens.length, from + 9); at++) {
		const next = tokens[at];
		if (!next) return false;
		if (next.isEvent || isApposed(tokens, at)) return true;
		if (/^(?:,|in|at|from|to|by|during|with|after|because)$/.test(next.word)) return false;
		if (next.word === 'of' && !lists.eventHeads.has(tokens[at - 1]?.word ?? '')) return false;
	}
	return false;
}

/** "a new drill, Exercise X": the comma before a drill's own name. */
function isApposed(tokens: readonly Token[], at: number): boolean {
	if (tokens[at]?.word !== ',' || !lists.eventHeads.has(tokens[at - 1]?.word ?? '')) return false;
	let next = at + 1;
	while (/^(?:exercise|the|dubbed|called|named|[“"‘])$/.test(tokens[next]?.word ?? '') && !tokens[next]?.isEvent) next++;
	return tokens[next]?.isEvent === true;
}

/** The event stands before the verb and is not only what something of it was: "the parade during the exercise was cancelled". */
function isSubject(tokens: readonly Token[], at: number, bare: boolean): boolean {
	const first = tokens.findIndex(({ isEvent }) => isEvent);
	if (first < 0 || first > at) return bare;
	let before = first - 1;
	while (
		/^(?:the|this|last|next|year's|exercise|exercises|drill|annual|planned|[“"'‘«]|\d{4}|its|their|a|an)$/.test(tokens[before]?.word ?? '')
	)
		before--;
	const word = tokens[before]?.word ?? '';
	if (word === 'of' || word === 'for') return lists.eventHeads.has(tokens[before - 1]?.word ?? '');
	return !/^(?:in|during|from|to|at|with|before|after|ahead|behind)$/.test(word);
}

/** "the cancellation of the exercise", "the exercise's cancellation". */
function isNounOfEvent(tokens: readonly Token[], at: number): boolean {
	if (tokens[at + 1]?.word === 'of') return isObject(tokens, at + 2);
	return tokens[at - 1]?.isEvent === true || (tokens[at - 1]?.word === 's' && tokens[at - 3]?.isEvent === true);
}

/** "No Exercise X was held", "there will be no X this year". */
function isNone(tokens: readonly Token[]): boolean {
	const first = tokens.findIndex(({ isEvent }) => isEvent);
	let before = first - 1;
	while (lists.eventHeads.has(tokens[before]?.word ?? '')) before--;
	while (/^(?:exercise|exercises|drill|the|further|[“"‘])$/.test(tokens[before]?.word ?? '')) before--;
	return tokens[first]?.word === 'no' || tokens[before]?.word === 'no';
}

function isPossible(tokens: readonly Token[], words: readonly string[]): boolean {
	const first = tokens.findIndex(({ isEvent }) => isEvent);
	const before = words.slice(Math.max(0, first - 3), Math.max(0, first));
	if (
		before.some((word) => lists.possibleBefore.has(word)) ||
		tokens.some(({ isEvent, word }) => isEvent && lists.possibleBefore.has(word))
	)
		return true;
	const whether = words.slice(0, Math.max(0, first)).includes('whether');
	if (
		whether &&
		words.some((word) =>
			/^(?:unclear|decided|known|decide|unknown|doubt|uncertain|consider|considering|clear|say|said|ask|asked)$/.test(word),
		)
	)
		return true;
	return first >= 0 && words.some((_, at) => at > first && lists.inDoubt.lengthAt(words, at) > 0 && isCopula(words, at));
}

/** "is in doubt", "remains uncertain": said of the event itself. */
function isCopula(words: readonly string[], at: number): boolean {
	return words
		.slice(Math.max(0, at - 3), at)
		.some((word) => /^(?:is|was|are|were|remains|remain|remained|has|have|hangs|hung|seems|looks|still)$/.test(word));
}
