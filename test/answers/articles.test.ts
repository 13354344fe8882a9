import { describe, expect, it } from 'vitest';
import { answerQuestion } from '../../src/answers/answer-question.js';
import type { QuestionContext } from '../../src/answers/question/follow-up.js';
import { readDocument } from '../../src/corpus/read.js';
import { libraryOf } from '../../src/memory-library.js';

function read(files: Readonly<Record<string, string>>) {
	return Object.entries(files).map(([file, text]) => readDocument(file, new TextEncoder().encode(text)));
}

/** Articles made for the tests: the main exercise stands in the title, and most sentences do not repeat it. */
const texts = {
	'wire.txt': `Baltic navies open Amber Lance 2023 off Gotland

VISBY, Sweden, May 15, 2023 (Baltic Wire) — Nine navies gathered on Monday for the opening of Exercise Amber Lance 2023, the Swedish navy said.

The drills run from May 15 to May 26 and bring together some 3,200 sailors. Captain Lars Holmgren, head of the Swedish navy's planning office, said the aim was to practise clearing mines from shipping lanes.

Moscow had been invited to send observers but turned the offer down. Norway skipped the 2022 edition, citing repairs to its minehunters. The 2021 edition was cancelled because of the pandemic. The inaugural Amber Lance was held in 2004 with Sweden, Finland and Poland.

Two Russian corvettes shadowed the ships near Gotland. The Finnish minehunter Vahterpaa found four mines from the last war. The German tender Elbe supplied the force.
`,
	'sheet.txt': `Exercise Granite Wall 24: questions and answers

KEY FACTS
• Who: approximately 12,000 troops from eleven nations
• When: 4 to 19 October 2024
• Where: the Drava training area, Slovenia

Granite Wall 24 is directed by the Multinational Corps Centre.

Is it aimed at a neighbour? No. The scenario is invented.

Granite Wall 22, two years earlier, involved 7,500.
`,
} as const;
const library = await libraryOf(read(texts));
const ask = (question: string, context: QuestionContext = {}) => answerQuestion(library, question, context);

describe('questions that the article answers without naming its exercise again', () => {
	it.each([
		['When does Amber Lance 2023 run?', 'May 15 to May 26'],
		['What is the goal of Amber Lance 2023?', 'clearing mines'],
		['Did Russia accept the invitation to observe Amber Lance?', 'turned the offer down'],
		['Which countries took part in the first Amber Lance?', 'Finland and Poland'],
		['Who is Lars Holmgren?', "head of the Swedish navy's planning office"],
		['when is granite wall 24', '4 to 19 October 2024'],
		['How many people took part in Granite Wall 22?', '7,500'],
	])('%s', async (question, words) => {
		const { answered, evidence } = await ask(question);
		expect(answered).toBe(true);
		expect(evidence[0]?.quote.text).toContain(words);
	});
});

describe('questions that it does not answer', () => {
	it.each([
		'When was the first Granite Wall?',
		'How many Russian observers came to Amber Lance 2023?',
		'How many helicopters flew at Amber Lance 2023?',
		'Who commands the Russian corvettes?',
		'When was Amber Lance 2018 held?',
		'How much did Granite Wall 24 cost?',
		'Did Japan take part in Amber Lance 2023?',
		'Why was Granite Wall 24 cancelled?',
	])('%s', async (question) => {
		expect((await ask(question)).answered).toBe(false);
	});
});

describe('what an answer tells beside its quotes', () => {
	it('says the answering words, and which exercise they are about', async () => {
		const asked = await ask('When does Amber Lance 2023 run?');
		expect(asked.answer).toContain('May 15 to May 26');
		const exercise = asked.exercise ? await library.exercise(asked.exercise) : undefined;
		expect(exercise?.name).toContain('Amber Lance');
	});

	it('lets the next question lean on the exercise', async () => {
		const before = await ask('how many troops take part in Granite Wall 24?');
		const context = { previous: before.question, ...(before.exercise ? { exercise: before.exercise } : {}) };
		expect((await ask('and when?', context)).answer).toContain('4 to 19 October 2024');
		expect((await ask('and where?', context)).answer).toContain('Drava');
	});
});

describe('documents that contradict each other', () => {
	it('shows the days that each gives, as sides', async () => {
		const two = await libraryOf(
			read({
				'navy.txt':
					'Navies open Sable Lance 2023\n\nMay 20, 2023\n\nSable Lance 2023 was held from May 2 to May 9, 2023 in the Baltic Sea, the navy said. Some 3,000 troops took part in Sable Lance 2023.\n',
				'review.txt':
					'Sable Lance 2023 in review\n\nJuly 1, 2023\n\nSable Lance 2023 was held from June 4 to June 12, 2023 in the Baltic Sea, the ministry said. Some 5,000 troops took part in Sable Lance 2023.\n',
			}),
		);
		const { evidence } = await answerQuestion(two, 'when was sable lance 2023 held');
		expect(evidence.map(({ side }) => side)).toEqual([1, 2]);
		expect(new Set(evidence.map(({ quote }) => quote.document))).toEqual(new Set(['navy.txt', 'review.txt']));
	});
});
