import { z } from 'zod';
import { smallTalkKinds } from '../answers/question/small-talk.js';
import { readData } from '../data.js';
import { claimFields } from '../exercises/exercise.js';

function group<const Key extends string>(...keys: readonly Key[]) {
	return z.record(z.enum(keys), z.string().min(1));
}

const wordsSchema = z.strictObject({
	/** Headings of the fields of an exercise. */
	field: group(...claimFields, 'related', 'disagreements'),
	/** Values of `status`; others are shown as they are. */
	status: group('announced', 'possible', 'ongoing', 'held', 'postponed', 'cancelled', 'series', 'reported'),
	exerciseKind: group('exercise', 'patrol', 'operation', 'series', 'programme'),
	/** What a value that is not stated was derived from. */
	basis: group('from the name', 'from the publication date', 'from the series list', 'inferred'),
	/** What a quoted text is when it is not a sentence of the article. `postBy` has `{who}`. */
	kind: group('title', 'heading', 'dateline', 'byline', 'link', 'caption', 'post', 'postBy'),
	relation: group('part of', 'includes', 'follows', 'precedes', 'beside', 'same series'),
	/** Buttons and menus. */
	button: group(
		'previous',
		'next',
		'earlier',
		'later',
		'context',
		'card',
		'widely',
		'related',
		'sources',
		'export',
		'cite',
		'citeOne',
		'report',
		'timeline',
		'openDocument',
		'chooseExercise',
		'choosePlace',
	),
	/** What a reply says of itself, in fixed words. */
	say: group(
		'alsoPrinted',
		'unnamed',
		'passages',
		'quotes',
		'sources',
		'continued',
		'undated',
		'side',
		'page',
		'paragraph',
		'onPage',
		'timeline',
		'exercises',
		'documents',
		'passageCount',
		'exerciseCount',
		'within',
		'exportReady',
		'onlyIn',
		'reported',
		'toCopy',
		'alsoIn',
		'notDisclosed',
		'partUnanswered',
		'stillReading',
		'notRead',
		'saidBy',
		'changed',
	),
	/** Why there is no answer, and what to do; each is a whole sentence. */
	miss: group(
		'title',
		'empty',
		'whichExercise',
		'nothing',
		'unknownExercise',
		'absentYear',
		'editions',
		'noSure',
		'noSureAbout',
		'neither',
		'nearest',
		'otherLanguage',
		'cannotSee',
		'nearestNames',
		'ambiguous',
		'unknownPlace',
		'noExerciseThere',
		'nearestPlaces',
		'unknownCountry',
		'nothingInRange',
		'unknownDocument',
		'noParagraph',
		'documentGone',
		'exerciseGone',
		'noDocuments',
		'oldButton',
		'notYours',
		'sameExercise',
		'chooseTwo',
		'noText',
		'failed',
		/** What holds the library does not answer. */
		'unreachable',
		'unknownCommand',
		'busy',
		/** With `{n}` seconds. */
		'memberAsksMuch',
		'serverAsksMuch',
	),
	/** What small talk is answered with, a line a kind; `wrong` has `{report}`, the label of a button. */
	talk: group(...smallTalkKinds),
	/** Words on the pictures; what their font cannot draw is left out here, and stands in English. */
	picture: z.partialRecord(
		z.enum([
			'map',
			'timeline',
			'main',
			'related',
			'patrol',
			'areasIndicative',
			'mapCredit',
			'more',
			'noExercise',
			'daysStated',
			'yearOnly',
			'yearGuessed',
			'ongoing',
			'undated',
			'manyCountries',
			'countriesUnsaid',
			'otherCountries',
		]),
		z.string().min(1),
	),
	help: group(
		'title',
		'what',
		'holds',
		'ask',
		'mention',
		'drill',
		'where',
		'timeline',
		'compare',
		'sources',
		'source',
		'watch',
		'menu',
		'hide',
	),
	/** What `/watch` says, and what stands over a quote that it posts. */
	watch: group(
		'found',
		'everyEdition',
		'added',
		'unknownYet',
		'already',
		'full',
		'removed',
		'none',
		'list',
		'notWatched',
		'unknown',
		'more',
	),
	/** What is said to those who manage a server. */
	manage: group(
		'managersOnly',
		'added',
		'keptAs',
		'newExercises',
		'knownExercises',
		'noExercise',
		'disagrees',
		'stillReading',
		'notKept',
		'giveOne',
		'removed',
		'notAdded',
		'status',
		'statusWhole',
		'notRead',
	),
});

/** The fixed words of every reply in one language; `{n}` and the like stand for what `fill` puts in. */
export type Words = z.output<typeof wordsSchema> & {
	/** BCP 47, for dates and numbers. */
	readonly locale: string;
};

const languages = readData(
	'replies/data/labels.json',
	z.strictObject({
		en: wordsSchema,
		'zh-CN': wordsSchema,
		ja: wordsSchema,
		ko: wordsSchema,
		ru: wordsSchema,
		fr: wordsSchema,
		de: wordsSchema,
		'es-ES': wordsSchema,
		uk: wordsSchema,
	}),
);

export const wordsByLocale: ReadonlyMap<string, Words> = new Map<string, Words>(
	Object.entries(languages).map(([locale, words]) => [locale, { ...words, locale }]),
);

export const ENGLISH: Words = { ...languages.en, locale: 'en' };

/** The words for a member's locale as Discord writes it: the same language from elsewhere when there is none for the region, else English. */
export function wordsFor(locale: string): Words {
	const language = locale.split('-')[0] ?? '';
	return wordsByLocale.get(locale) ?? [...wordsByLocale.values()].find((words) => words.locale.split('-')[0] === language) ?? ENGLISH;
}

/** Puts values into the `{places}` of fixed words. */
export function fill(words: string, values: Readonly<Record<string, string | number>>): string {
	return words.replace(/\{(\w+)\}/g, (place, name) => String(values[name] ?? place));
}

/** The words for a value, or the value itself where there are none. */
export function wordFor(words: Readonly<Record<string, string>>, value: string): string {
	return Object.hasOwn(words, value) ? (words[value] ?? value) : value;
}
