import { sectionAt } from '../corpus/document.js';
import { asksPast, openingPast } from './cues.js';
import type { Question, Unit } from './question.js';
import type { SentenceView } from './sentence-view.js';
import { matches } from './spans.js';

/** A year at the head of a sentence, or beside the word "edition": what the sentence is about. */
const openingYear = /^["“'‘]?(?:(?:and|but|yet|still|then|back),?\s)?(?:in|during|for|at|the)\s(?:\w+\s){0,2}?((?:19|20)\d\d)\b/i;

/** "In 2023 it drew 900 soldiers", "Last year's drill …": told of another edition than the one asked about. */
export function isOfOtherEdition(question: Question, { exercise }: Unit, view: SentenceView): boolean {
	const asked = exercise?.year ?? null;
	if (asked !== null && view.years.length > 0) return !view.years.includes(asked);
	const isPast = matches(view, openingPast).length > 0;
	const told = isPast || view.years.length === 0 ? undefined : openingYear.exec(view.text)?.[1];
	if ((!isPast && told === undefined) || asksPast(question.text)) return false;
	if (isPast) return true;
	const published = sectionAt(view.document, view.start)?.publishedOn?.on.slice(0, 4);
	return asked === null && told !== undefined && published !== undefined && told < published && !question.text.includes(told);
}
