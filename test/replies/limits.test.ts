import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer, Reason } from '../../src/answers/answer.js';
import type { Document } from '../../src/corpus/document.js';
import type { Exercise } from '../../src/exercises/exercise.js';
import type { Place } from '../../src/gazetteer/gazetteer.js';
import { answerReply } from '../../src/replies/answer.js';
import { cardReply } from '../../src/replies/card.js';
import { documentChoice, exerciseChoice, placeChoice } from '../../src/replies/choice.js';
import type { Documents } from '../../src/replies/citations.js';
import { compareReply } from '../../src/replies/compare.js';
import { shelfStateReply, takenReply } from '../../src/replies/documents.js';
import { exerciseExport, sourcesExport } from '../../src/replies/export.js';
import { helpReply } from '../../src/replies/help.js';
import { placeReply } from '../../src/replies/place.js';
import type { Reply } from '../../src/replies/reply.js';
import { sourceReply } from '../../src/replies/source.js';
import { sourcesReply } from '../../src/replies/sources.js';
import { timelineReply } from '../../src/replies/timeline.js';
import { alertReply, watchList } from '../../src/replies/watches.js';
import { wordsFor } from '../../src/replies/words.js';
import { atOnce } from '../../src/taking-turns.js';
import { runs } from '../runs.js';
import { document, exerciseIn, name } from './generate.js';
import { refused } from './refused.js';

const someLocale = fc.constantFrom('en-US', 'zh-CN', 'ja', 'ko', 'ru', 'fr', 'de', 'es-ES', 'uk', 'pl');
const page = fc.constantFrom(0, 0, 1, 2, 7, 1000);

function corpus(most: number) {
	return fc.array(document, { minLength: 1, maxLength: 4 }).chain((documents) =>
		fc.record({
			documents: fc.constant(documents),
			exercises: fc.array(exerciseIn(documents, most), { minLength: 1, maxLength: 4 }),
			locale: someLocale,
			page,
			typed: name,
		}),
	);
}

function byId(documents: readonly Document[]): Documents {
	return new Map(documents.map((each) => [each.id, each]));
}

function summaryOf({ id, version, file, title, publishedOn, publisher }: Document) {
	return { id, version, file, title, publishedOn, publisher, passages: 400, exercises: 60 };
}

const sea: Place = {
	id: 'sea-of-japan',
	kind: 'sea',
	name: 'Sea of Japan',
	aliases: ['East Sea'],
	demonyms: [],
	governments: [],
	lat: 40,
	lon: 135,
	radiusKm: 400,
	partOf: ['pacific-ocean'],
	ambiguous: false,
};

function reasons(typed: string): Reason[] {
	return [
		{ why: 'nothing' },
		{ why: 'unknown exercise', name: typed },
		{ why: 'absent year', name: typed, year: 2018, editions: [typed, 'Vostok 2022'] },
		{ why: 'no sure answer', about: typed },
		{ why: 'neither said' },
		{ why: 'another language', exercises: [] },
		{ why: 'small talk', language: 'en', kind: 'wrong' },
		{ why: 'in part', asked: typed },
	];
}

type Made = Parameters<typeof everyReply>[0];

/** Every reply that can be made of some documents and records. */
function everyReply({
	documents,
	exercises,
	locale,
	page: number,
	typed,
}: {
	documents: Document[];
	exercises: Exercise[];
	locale: string;
	page: number;
	typed: string;
}): Reply[] {
	const words = wordsFor(locale);
	const [first] = exercises;
	const [opened] = documents;
	if (!first || !opened) throw new RangeError('There is always one of each');
	const second = exercises[1] ?? first;
	const cited = byId(documents);
	const others = new Map(exercises.map((exercise) => [exercise.id, exercise]));
	const content = (exercise: Exercise) => ({ exercise, documents: cited, others });
	const claims = exercises.flatMap((exercise) => exercise.locations);
	const evidence = exercises
		.flatMap(({ names }) => names)
		.map(({ quote, span }) => ({ quote, highlights: [span], kind: 'prose' as const, alsoIn: [...documents, opened] }));
	const answer: Answer = {
		question: typed,
		answered: true,
		confidence: 1,
		answer: typed,
		evidence: evidence.slice(0, 3),
		exercise: first.id,
		reason: null,
	};
	const found = {
		place: sea,
		widely: true,
		exercises: exercises.map((exercise) => ({ exercise, claims: exercise.locations })).filter((there) => there.claims.length > 0),
		passages: claims.map(({ quote }) => ({ quote, exercises })),
	};
	const entries = exercises.map((exercise) => {
		const claim = exercise.dates[0] ?? exercise.names[0] ?? null;
		return { exercise, from: exercise.dates[0]?.from ?? null, to: null, precision: 'day' as const, basis: claim?.basis ?? 'stated', claim };
	});
	const scope = { country: { id: 'china', name: typed }, place: undefined, from: 2020, until: 2024 };
	return [
		cardReply(content(first), words, number),
		compareReply(content(first), content(second), words, number),
		atOnce(placeReply({ found, places: new Map(), documents: cited }, words, number)),
		atOnce(timelineReply(entries, scope, cited, words, number)),
		...(evidence[0]
			? [
					alertReply(
						{
							topic: { kind: 'series', id: 'x', name: typed.slice(0, 100) || 'x' },
							spoken: { document: opened, ...evidence[0], highlight: evidence[0].highlights[0] ?? { start: 0, end: 0 } },
							exercise: first,
							more: 3,
						},
						words,
					),
				]
			: []),
		takenReply({ documents, fresh: exercises, known: exercises, disputed: exercises, isWhole: false }, cited, words),
		shelfStateReply({ reading: null, documents: 3, problems: documents.map(({ file, title }) => ({ file, problem: title })) }, words),
		watchList(
			[{ id: 'x', server: '1', channel: '123456789012345678', topic: { kind: 'place', id: 'x', name: typed.slice(0, 100) || 'x' } }],
			25,
			words,
		),
		...(evidence.length > 0 ? [answerReply({ answer, documents: cited, exercise: first, offered: [] }, words)] : []),
		...reasons(typed).map((reason) =>
			answerReply({ answer: { ...answer, answered: false, reason }, documents: cited, exercise: first, offered: exercises }, words),
		),
		exerciseChoice(typed, { match: 'ambiguous', exercise: null, suggestions: exercises, absentYear: null }, words),
		exerciseChoice(typed, { match: 'none', exercise: null, suggestions: exercises, absentYear: 2018 }, words),
		placeChoice(typed, undefined, [sea], words),
		documentChoice(typed, documents.map(summaryOf), words),
		sourcesReply(documents.map(summaryOf), words, number),
		sourcesReply(documents.map(summaryOf), words, number, first),
		sourceReply({ document: opened, paragraph: number, exercises, marked: { start: 0, end: 5 } }, words),
		helpReply({ documents: 3, exercises, place: typed, listens: true }, words),
		exerciseExport(first, cited, words),
		sourcesExport(documents.map(summaryOf), words),
	];
}

let payloads = 0;

function expectAccepted(made: Made) {
	for (const reply of everyReply(made)) {
		payloads++;
		expect(refused(reply)).toEqual([]);
	}
}

describe('limits', () => {
	it('keeps every payload within what Discord takes', { timeout: 300_000 }, () => {
		fc.assert(fc.property(corpus(3), expectAccepted), { ...runs(520), endOnFailure: true });
	});

	it('keeps long records within them: 60 places, 400 quotes', { timeout: 300_000 }, () => {
		fc.assert(fc.property(corpus(60), expectAccepted), { ...runs(20), endOnFailure: true });
	});

	it('does so for ten thousand payloads', () => {
		expect(payloads).toBeGreaterThanOrEqual(10_000);
	});
});
