import type { Exercise } from '../../exercises/exercise.js';
import { findDates } from '../../values/date-mentions.js';
import type { Explanation } from '../explain-question.js';
import { saysThingCounted } from '../from-catalogue/plain-answer.js';
import type { Judged } from '../judging/judge.js';
import { asksInGeneral, plainField } from '../question/asked-field.js';
import { listAsked } from '../question/list-question.js';
import { asksWhy, kindAsked } from '../question/question.js';
import { tellsAbsence } from './absence.js';
import { goesInACircle, tellsHowLong } from './clear-words.js';
import { isOfFate, tookPlace } from './fate.js';
import { tellsRole } from './roles.js';
import { givesWordOf, type WordAsked } from './who-says.js';
import { namesCountriesOf } from './yes-no.js';

/**
 * The sentences that may answer: those that give the word of whom was asked about, and say of a status or a duration
 * whether or how long; that tell the role asked for; none for a list of exercises; none that gives for a reason what was asked; of one
 * exercise none that the documents tell of another alone, nor of other countries or things than those asked about.
 */
export function mayAnswer(
	explained: Explanation,
	exercise: Exercise | undefined,
	word: WordAsked | null,
): readonly Judged[] {
	const { question, asked, judged } = explained;
	if (asked.length === 0 && listAsked(question)) return [];
	const isOfThisAlone = exercise !== undefined && isOfOne(explained);
	const own = judged.filter(
		(one) =>
			!asksItself(one) &&
			!(isOfThisAlone && one.features.another > 0) &&
			(word === null || givesWordOf(word, one)) &&
			says(question, one) &&
			tellsRole(question, asked, one) &&
			tellsAbsence(question, one),
	);
	// What comes behind a circle is no better a reason.
	if (own[0] && goesInACircle(question, own[0])) return [];
	if (!exercise) return own;
	if (asksInGeneral(question, asked)) {
		const named = own.filter(({ features }) => features.exercise === 1);
		return named.length > 0 ? named : own;
	}
	const kind = kindAsked(question);
	if (kind === 'yes-no') return own.filter((one) => namesCountriesOf(question, asked, one));
	if (kind !== 'number') return own;
	return own.filter(({ document, sentence }) =>
		saysThingCounted(question, asked, document.text.slice(sentence.start, sentence.end)),
	);
}

/** Whether a question asks for a value of one exercise, and not for something else that is told beside it. */
function isOfOne({ question, asked }: Explanation): boolean {
	const asksForReason = asksWhy(question) || plainField(question, asked) === 'aims';
	return kindAsked(question) !== null || asksForReason || asksInGeneral(question, asked);
}

/** Whether a sentence says anything of the kind that was asked for: how long, or whether something was called off. */
function says(question: string, { document: { text }, sentence }: Judged): boolean {
	if (/\bhow long\b/i.test(question))
		return tellsHowLong(text.slice(sentence.start, sentence.end)) || findDates(text, sentence).length > 0;
	if (kindAsked(question) !== 'yes-no' || !isOfFate(question)) return true;
	return isOfFate(text.slice(sentence.start, sentence.end)) || tookPlace(text.slice(sentence.start, sentence.end));
}

/** What an article asks itself it does not tell: "Who leads it?". */
export function asksItself({ document: { text }, sentence }: Judged): boolean {
	return /[?？]["”’]?$/.test(text.slice(sentence.start, sentence.end).trimEnd());
}
