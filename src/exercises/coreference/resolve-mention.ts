import type { ExerciseMention } from '../sentences/exercise-mentions.js';
import type { ExercisePhrase } from '../sentences/exercise-phrases.js';
import { editionOfYear } from './editions.js';
import { isEvent, isHabit } from './events.js';
import { alsoNew, apart, type Focus, isAnaphor, type MentionContext, openReferent, untracked } from './focus.js';
import { referentNamed } from './named-referents.js';
import { isCompatible, isCorroborated, type Referent, yearOf } from './referents.js';

/**
 * The exercise that a mention means, a new one where none told of before fits; null for talk of exercises in general.
 */
export function referentOf(
	context: MentionContext,
	mention: ExerciseMention,
	focus: Focus,
	previous: Referent | null,
): Referent | null {
	if (mention.name) return referentNamed(context, mention, mention.name, focus);
	const { phrase } = mention;
	if (!phrase) return null;
	const event = isEvent(context.text, context.reading, phrase);
	const beside = phrase.modifiers.some((modifier) => apart.test(modifier));
	// Of one that somebody "will miss", nothing is told.
	const edition = editionByYear(phrase, previous ?? focus.current, focus);
	if (edition) return event ? edition : untracked(phrase);
	if (isAnaphor(phrase) && !(event && isRestricted(context, phrase))) {
		return phrase.generic ? previous : antecedentOf(context, phrase, focus, previous);
	}
	if (phrase.reference === 'possessive' && previous && (phrase.generic || isOwnEdition(phrase))) return previous;
	const told = toldByName(context, previous ?? focus.current);
	if (told) return told;
	if (
		phrase.generic ||
		!event ||
		isHabit(context.text, context.reading) ||
		(phrase.reference === 'definite' && !isRestricted(context, phrase))
	)
		return null;
	return (
		sameEvent(context, phrase, focus) ??
		openReferent(focus, { phrase, kind: phrase.kind === 'patrol' ? 'patrol' : 'exercise', aside: beside })
	);
}

/** "X, now in its sixth edition"; not "its previous edition". */
function isOwnEdition({ edition, modifiers }: ExercisePhrase): boolean {
	return edition && !modifiers.some((modifier) => otherEdition.test(modifier));
}

const otherEdition = /^(?:first|last|previous|earlier|past|inaugural|maiden|next|future|(?:19|20)\d\d)$/;

/** A headline that has named an exercise, and a photograph's caption, speak of no second one without a name. */
function toldByName({ reading }: MentionContext, known: Referent | null): Referent | null {
	const { kind } = reading.sentence;
	return kind === 'caption' || (kind === 'title' && known?.seriesKey != null) ? known : null;
}

/** "the recent joint air patrols conducted over the East China Sea" brings its own place and needs none before it. */
function isRestricted({ text, reading }: MentionContext, phrase: ExercisePhrase): boolean {
	if (phrase.reference !== 'definite') return false;
	return /^\s(?:conducted|held|staged|carried\sout|launched|(?:with|between)\s[^,.;]{2,40},\swhich)\b/.test(
		text.slice(phrase.end, reading.sentence.end),
	);
}

function antecedentOf(
	{ reading }: MentionContext,
	phrase: ExercisePhrase,
	focus: Focus,
	previous: Referent | null,
): Referent | null {
	const fits = (referent: Referent | null): referent is Referent =>
		referent !== null && (phrase.kind === 'patrol') === (referent.kind === 'patrol') && referent.kind !== 'operation';
	if (phrase.kind === 'operation')
		return phrase.reference === 'demonstrative'
			? focus.last
			: (focus.referents.findLast(({ kind }) => kind === 'operation') ?? null);
	if (fits(previous)) return previous;
	const { last } = focus;
	if (fits(last) && last.paragraphs.at(-1) === reading.sentence.paragraph) return last;
	if (fits(focus.current)) return focus.current;
	const known = focus.referents.filter((referent) => fits(referent) && !referent.aside);
	return known.at(-1) ?? focus.referents.findLast(fits) ?? null;
}

/** A new mention may tell again of an exercise already told of. */
function sameEvent({ text, reading, said }: MentionContext, phrase: ExercisePhrase, focus: Focus): Referent | null {
	if (
		alsoNew.test(text.slice(Math.max(reading.sentence.start, phrase.start - 60), phrase.start)) &&
		focus.current?.kind !== 'patrol'
	)
		return null;
	if (phrase.modifiers.some((modifier) => modifier === 'another' || apart.test(modifier))) return null;
	const kind = phrase.kind === 'patrol' ? 'patrol' : 'exercise';
	return (
		focus.referents.findLast((referent) => {
			if (referent.kind !== kind || referent.aside || !isCompatible(referent, said)) return false;
			return (
				referent.seriesKey === null ||
				isCorroborated(referent, said) ||
				(referent === focus.current && !referent.inProse)
			);
		}) ?? null
	);
}

/** "the 2022 edition", where the exercise told of is that of another year. */
function editionByYear(
	{ modifiers, reference }: ExercisePhrase,
	referent: Referent | null,
	focus: Focus,
): Referent | null {
	const year = modifiers.find((modifier) => /^(?:19|20)\d\d$/.test(modifier));
	const own = (referent && yearOf(referent)) ?? focus.publishedYear;
	if (reference !== 'definite' || referent?.seriesKey == null || year === undefined || own === null) return null;
	return Number(year) === own ? null : editionOfYear(referent, Number(year), focus);
}
