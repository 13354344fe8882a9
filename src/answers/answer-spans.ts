import { termOf } from '../text/analyse.js';
import { ordinalPattern } from '../values/number-words.js';
import { saidBy } from './attribution.js';
import { amountsIn, countsIn } from './counted.js';
import { frequencyCue, motiveCue, personalCue, purposeCue, speechCue } from './cues.js';
import { datesAsked, durationsIn } from './dated.js';
import { aliasesIn, namesIn, vesselsAndWeaponsIn } from './named-things.js';
import { withNation } from './nations.js';
import { bodiesIn, descriptionsIn, expansionsIn, holdersIn, partiesIn, personsIn } from './people.js';
import { countriesIn, placesIn, placesOfKind } from './placed.js';
import type { Question } from './question.js';
import { type AnswerSpan, type Asked, longest, matches, newOnes } from './spans.js';

const definition = /^["”’')]*(?:\s\([^)]*\))?(?:,|\s(?:is|was|are|were))\s(?:an?|the|one)\s[^,.;]+/;
/** Nouns for a person that are no rank or office. */
const anyone = new Set(['person', 'people', 'politician', 'author', 'journalist'].map(termOf));
const ordinals = new RegExp(`\\b${ordinalPattern}\\b`, 'giu');

/**
 * The words of a sentence that are of the kind asked for and that the question does not itself say;
 * null when the question asks for nothing that could be told by its kind ("what did …").
 */
export function answerSpans(asked: Asked): readonly AnswerSpan[] | null {
	const found = spansByKind(asked);
	if (!found) return null;
	const { question, view } = asked;
	return longest(isOfNations(question) ? withNation(question, view, found) : found);
}

/** Numbers and vessels are somebody's. */
function isOfNations({ kind, sort }: Question): boolean {
	return kind === 'number' || sort === 'ship' || sort === 'aircraft' || sort === 'weapon' || sort === 'vehicle';
}

function spansByKind(asked: Asked): AnswerSpan[] | null {
	const { question, view } = asked;
	switch (question.kind) {
		case 'when':
		case 'weekday':
		case 'month':
		case 'year':
			return datesAsked(asked);
		case 'duration':
			return durationsIn(asked);
		case 'frequency':
			return newOnes(asked, matches(view, frequencyCue));
		case 'number':
			return countsIn(asked);
		case 'amount':
			return amountsIn(asked);
		case 'ordinal':
			return newOnes(asked, matches(view, ordinals));
		case 'where':
			return placesIn(asked);
		case 'why':
			return [...newOnes(asked, matches(view, purposeCue)), ...newOnes(asked, matches(view, motiveCue), 0.5)];
		case 'who':
			return question.units.some(({ predicate, text }) => predicate && personalCue.test(text)) ? personsIn(asked) : partiesIn(asked);
		case 'role':
			return holdersIn(asked);
		case 'speaker':
			return view.kind === 'post' || matches(view, speechCue).length > 0 ? partiesIn(asked) : [];
		case 'statement':
			return statementsIn(asked);
		case 'meaning':
			return expansionsIn(asked);
		case 'about':
			return definitionsIn(asked);
		case 'identity':
			return descriptionsIn(asked);
		case 'alias':
			return aliasesIn(asked);
		case 'name':
			return question.sort === 'ship' || question.sort === 'aircraft' ? vesselsAndWeaponsIn(asked) : namesIn(asked);
		case 'which':
		case 'kind':
			return instancesIn(asked);
		default:
			return null;
	}
}

/** What answers "which ships" or "what country": by the class of the asked noun. */
function instancesIn(asked: Asked): AnswerSpan[] | null {
	switch (asked.question.sort) {
		case 'ship':
		case 'aircraft':
		case 'weapon':
			return vesselsAndWeaponsIn(asked);
		case 'country':
			return countriesIn(asked);
		case 'place':
			return placesOfKind(asked);
		case 'person':
			return anyone.has(asked.question.head.at(-1) ?? '') ? personsIn(asked) : holdersIn(asked);
		case 'organisation':
			return bodiesIn(asked);
		case 'exercise':
			return namesIn(asked);
		default:
			return null;
	}
}

const quotation = /["“][^"“”]{12,}["”]|(?<![\p{L}\p{N}])['‘][^'‘’]{12,}['’](?![\p{L}])/gu;
/** "Beijing answered within hours" does not tell what it said. */
const shortestStatement = 50;

/** What somebody says: quotations and words of saying, those of the asked speaker before all others. */
function statementsIn(asked: Asked): AnswerSpan[] {
	const { view, repeated } = asked;
	const own = view.text.length < shortestStatement ? [] : saidBy(view, repeated);
	const strength = own.length > 0 ? 1 : view.leaning ? 0.6 : 0.4;
	const quotations = newOnes(asked, matches(view, quotation), strength);
	const said = own.length > 0 ? own.map((cue) => ({ ...cue, strength })) : newOnes(asked, matches(view, speechCue), strength);
	return [...quotations, ...said.map((span) => ({ ...span, strength: span.strength * 0.9 }))];
}

/** "OAR is a NATO exercise", "Cobra Gold, the largest …": what says what something is; null where nothing does, since any sentence may tell of it. */
function definitionsIn({ view, repeated }: Asked): AnswerSpan[] | null {
	const defined = repeated.flatMap(({ end }) => {
		const after = definition.exec(view.document.text.slice(end, view.end));
		return after ? [{ start: end, end: end + after[0].length, strength: 1 }] : [];
	});
	return defined.length > 0 ? defined : null;
}
