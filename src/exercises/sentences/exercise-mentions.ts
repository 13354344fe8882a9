import type { Span } from '../../text/span.js';
import type { NameMention } from '../names/name-mention.js';
import type { ExercisePhrase } from './exercise-phrases.js';
import type { SentenceReading } from './sentence-reading.js';

/**
 * Something in a sentence that points at an exercise: a name, a phrase, or both together ("the “Ocean-2024” exercise").
 */
export interface ExerciseMention extends Span {
	readonly name: NameMention | null;
	readonly phrase: ExercisePhrase | null;
	/** The name and the phrases that are one thing with it; they need not stand side by side. */
	readonly parts: readonly Span[];
}

const naming =
	/^[^.;]{0,70}?\b(?:titled|named|known\sas|dubbed|called|code-?\s?named|nicknamed|designated|entitled|under\sthe\s(?:code\s?)?name(?:\sof)?)\b[\s,:“"‘']*(?:the\s|exercise\s)?[“"‘']?$/i;
const copula = /^[”"’']?[^.;,“"]{0,45}?\b(?:is|are|was|were|be)\s(?:one\sof\s)?$/i;
const beside = /^[\s“”"'‘’()]{0,4}$/;
const apposition = /^[”"’']?\)?,[”"’']?\s(?:\([^)]*\)\s?)?$/;
/** "the maiden edition of the multilateral relief exercise, X" */
const editionOf = /^\sof\s(?:(?:the|this|its|their|a|and|\p{Ll}[\p{Ll}-]+|Exercise)\s){0,9}(?:\p{Ll}+,\s)?[“"‘']?$/u;
const isNamed = /^\s(?:is|was|will\sbe)\s(?:the\s)?[“"‘']?$/;

/**
 * The mentions of a sentence, in order. A phrase is one thing with a name in `joint drills with Russia, titled "X"`,
 * "Exercise X, the first multinational exercise" and "X was one of the exercises".
 */
export function exerciseMentionsOf(text: string, { names, phrases }: SentenceReading): ExerciseMention[] {
	const mentions: ExerciseMention[] = names.map((name) => ({
		start: name.start,
		end: name.end,
		name,
		phrase: null,
		parts: [name],
	}));
	for (const phrase of phrases) {
		const at = mentions.findIndex(({ name }) => name !== null && isSame(text, name, phrase));
		const mention = mentions[at];
		if (!mention) {
			mentions.push({ start: phrase.start, end: phrase.end, name: null, phrase, parts: [phrase] });
			continue;
		}
		const joined = phrase.start < mention.end;
		mentions[at] = {
			...mention,
			start: Math.min(mention.start, phrase.start),
			end: joined ? Math.max(mention.end, phrase.end) : mention.end,
			phrase: mention.phrase ?? phrase,
			parts: [...mention.parts, phrase],
		};
	}
	return mentions.toSorted((a, b) => a.start - b.start);
}

function isSame(text: string, name: NameMention, phrase: ExercisePhrase): boolean {
	if (phrase.start < name.end && name.start < phrase.end) return true;
	const before = phrase.end <= name.start;
	const gap = before ? text.slice(phrase.end, name.start) : text.slice(name.end, phrase.start);
	if (beside.test(gap)) return true;
	if (apposition.test(gap)) return phrase.reference !== 'bare';
	if (before) return naming.test(gap) || isNamed.test(gap) || (phrase.edition && editionOf.test(gap));
	return copula.test(gap) && phrase.reference !== 'bare';
}
