import { describe, expect, it } from 'vitest';
import { answerQuestion } from '../../../src/answers/answer-question.js';
import { readDocument } from '../../../src/corpus/read.js';
import { libraryOf } from '../../../src/memory-library.js';

const read = (file: string, text: string) => readDocument(file, new TextEncoder().encode(text));

/** A newsletter of several exercises under headings, and a report in which several nations bring ships and troops. */
const library = await libraryOf([
	read(
		'newsletter.md',
		`---
title: Drill notes, week 20
published: 2026-05-15
---
## Coral Shield

The biggest news of the week comes from the South Pacific. Some 2,400 soldiers are on the island of Viti Levu. Colonel Ana Tuilagi, who commands the exercise, called it the hardest so far.

Last year 900 soldiers came.

## Lantern Tide

Exercise Lantern Tide 2026 opened on Monday off Da Nang. Vietnam sent 300 sailors and Brunei 80. The flagship is the frigate Quang Dao.
`,
	),
	read(
		'report.txt',
		`Exercise Stone Harbour 2026 begins in the Adriatic

SPLIT, Croatia, June 2, 2026 — Exercise Stone Harbour 2026 began on Tuesday off Split with the navies of Croatia, Italy and Greece.

In all, 14 ships and 1,900 sailors are involved. Italy brought four frigates, while Greece sent a corvette and 220 sailors. Croatia's contribution of 640 came mostly from the flotilla at Split.

The two Italian ships of the first wave swept mines on Wednesday. A landing was put off in view of a storm warning. In 2024, when it was Albania's turn, the exercise had 9 ships.

The headquarters has been set up at Croatia's Lora Naval Base. The rescue of the "crew" took forty minutes. The operation was until then called Stone Anchor.
`,
	),
	read(
		'short.txt',
		`Exercise Cobalt Wave Gold opens off Lima

LIMA, Peru, March 3, 2026 — Exercise Cobalt Wave Gold opened on Tuesday with nine navies.

The exercise is the fiftieth of its kind. Exercise Cobalt Wave will end on March 19.
`,
	),
]);
const first = async (question: string) => {
	const { answered, evidence } = await answerQuestion(library, question);
	return answered ? (evidence[0]?.quote.text ?? '') : '';
};

describe('whose numbers and ships', () => {
	it.each([
		['How many ships are in Stone Harbour 2026?', '14 ships'],
		['How many people did Croatia bring to Stone Harbour 2026?', '640'],
		['How many sailors did Brunei send to Lantern Tide?', 'Brunei 80'],
	])('%s', async (question, words) => {
		expect(await first(question)).toContain(words);
	});

	it('leaves a question alone that only another country answers', async () => {
		expect(await first('How many ships did Montenegro send to Stone Harbour 2026?')).toBe('');
	});

	it('does not answer for one year with the figures of another', async () => {
		expect(await first('How many ships are in Stone Harbour 2026?')).not.toContain('9 ships');
	});

	it('knows an edition that is told of by its year alone', async () => {
		expect(await first('How many ships did Stone Harbour have in 2024?')).toContain('9 ships');
	});
});

describe('what a sentence stands under', () => {
	it.each([
		['How many soldiers are at Coral Shield?', '2,400'],
		['Who commands Coral Shield?', 'Ana Tuilagi'],
		['what is the flagship of lantern tide', 'Quang Dao'],
	])('%s', async (question, words) => {
		expect(await first(question)).toContain(words);
	});
});

describe('more ways to ask', () => {
	it.each([
		['why was the landing put off at stone harbour 2026', 'storm warning'],
		['how long did the rescue of the crew take', 'forty minutes'],
		['when does cobalt wave gold end', 'March 19'],
	])('%s', async (question, words) => {
		expect(await first(question)).toContain(words);
	});
});
