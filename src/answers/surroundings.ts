import { matchArticle, matchLastNamed, matchUnit } from './matching.js';
import type { Unit } from './question.js';
import { headingView, openingSentences, type SentenceView, sentencesBefore, titleView } from './sentence-view.js';
import { tuning } from './tuning.js';

/** The text that a sentence stands in. */
interface Surroundings {
	/** Nearest first. */
	readonly before: readonly SentenceView[];
	readonly title: SentenceView | undefined;
	/** That it stands under. */
	readonly heading: SentenceView | undefined;
	readonly opening: readonly SentenceView[];
}

const { context } = tuning;
const bothSides = /\b(?:both|the two|two) (?:countries|nations|sides|militaries|states|partners|armies|navies)\b/i;
const known = new WeakMap<SentenceView, Surroundings>();

function surroundings(view: SentenceView): Surroundings {
	const already = known.get(view);
	if (already) return already;
	const other = (head: SentenceView | undefined) => (head === view ? undefined : head);
	// A post or a link line does not go on with the article's text.
	const before = view.kind === 'post' || view.kind === 'link' ? [] : sentencesBefore(view, 2);
	const around = { before, title: other(titleView(view)), heading: other(headingView(view)), opening: openingSentences(view, 2) };
	known.set(view, around);
	return around;
}

/** Of the sentences before, those that a word may lean on: for a country, none beyond the nearest that names any. */
function meantBefore({ kind }: Unit, before: readonly SentenceView[]): readonly SentenceView[] {
	const nearest = kind === 'country' ? before.findIndex(({ countries }) => countries.size > 0) : -1;
	return nearest < 0 ? before : before.slice(0, nearest + 1);
}

/**
 * How far the text around a sentence speaks of a unit for it.
 * @param countries ids of all countries that the question names; null where others may stand beside them
 */
export function shareAround(unit: Unit, view: SentenceView, countries: ReadonlySet<string> | null): number {
	const { before, title, heading, opening } = surroundings(view);
	const near = (view.leaning ? context.leaning : context.before) * (unit.kind === 'date' ? context.date : 1);
	let share = Math.max(matchArticle(unit, view) * context.article, matchLastNamed(unit, view) * context.lastNamed);
	if (title) share = Math.max(share, matchUnit(unit, title).share * context.title);
	if (heading) share = Math.max(share, matchUnit(unit, heading).share * context.heading);
	for (const other of opening) share = Math.max(share, matchUnit(unit, other).share * context.opening);
	for (const [at, other] of meantBefore(unit, before).entries())
		share = Math.max(share, matchUnit(unit, other).share * near * (at === 0 ? 1 : 0.8));
	// A sentence that names a country beside those asked about does not mean this one, unless it speaks of both.
	if (unit.kind !== 'country' || !countries || [...view.countries].every((id) => countries.has(id))) return share;
	return bothSides.test(view.text) && share > 0 ? context.both : share * context.otherCountry;
}
