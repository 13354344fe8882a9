import { namesOf } from '../exercises/names/find-names.js';
import { seriesKeyOf } from '../exercises/names/name-mention.js';
import type { Library } from '../library.js';
import { takingTurns } from '../taking-turns.js';
import { questionTerms } from './judging/features.js';
import { type Judged, judgeSentences } from './judging/judge.js';
import { keywordsAsQuestion } from './question/filler-words.js';
import { inFull, leansOnContext, type QuestionContext } from './question/follow-up.js';
import { exercisesNamed, type NamedExercise } from './question/named-exercises.js';
import { plainQuestion } from './question/question.js';
import { documentsPrinting, withoutYear } from './unanswered/reasons.js';

/** How a question was read, and the sentences that may answer it, likeliest first. */
export interface Explanation {
	readonly question: string;
	readonly asked: readonly NamedExercise[];
	/** And what only looks like the name of one. */
	readonly named: readonly NamedExercise[];
	readonly judged: readonly Judged[];
}

/** Reads a question and judges the sentences that the search finds for it: what `answerQuestion` decides on. */
export async function explainQuestion(
	library: Library,
	typed: string,
	context: QuestionContext = {},
): Promise<Explanation> {
	const entries = await library.entries();
	let question = plainQuestion(typed);
	const hasContext = context.exercise !== undefined || context.previous !== undefined;
	if (hasContext && leansOnContext(question, exercisesNamed(question, entries)))
		question = await inFull(library, question, context);
	question = keywordsAsQuestion(question, (words) =>
		exercisesNamed(words, entries).some(({ start, end }) => start === 0 && end === words.length),
	);
	const named = exercisesNamed(question, entries);
	const asked = await knownOrNowhere(library, question, named);
	const isEmpty = questionTerms(question).length === 0;
	return { question, asked, named, judged: isEmpty ? [] : await judgeSentences(library, question, asked) };
}

/** Without what only looks like the name of an exercise: the documents say the words, and take them for no exercise. */
async function knownOrNowhere(
	library: Library,
	question: string,
	named: readonly NamedExercise[],
): Promise<NamedExercise[]> {
	const kept: NamedExercise[] = [];
	for (const one of named) {
		if (one.lineIds.size > 0 || !(await isOnlySaid(library, withoutYear(question.slice(one.start, one.end)), one.line)))
			kept.push(one);
	}
	return kept;
}

async function isOnlySaid(library: Library, name: string, line: string): Promise<boolean> {
	const saying = await documentsPrinting(library, name);
	const pause = takingTurns();
	for (const document of saying) {
		if (namesOf(document).some((mention) => seriesKeyOf(mention) === line)) return false;
		await pause();
	}
	return saying.length > 0;
}
