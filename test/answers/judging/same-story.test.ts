import { expect, it } from 'vitest';
import { answerQuestion } from '../../../src/answers/answer-question.js';
import { storiesOf } from '../../../src/answers/judging/same-story.js';
import type { Document } from '../../../src/corpus/document.js';
import { readDocument } from '../../../src/corpus/read.js';
import { libraryOf } from '../../../src/memory-library.js';
import { answerReply } from '../../../src/replies/answer.js';
import { answerContent } from '../../../src/replies/gather.js';
import { ENGLISH } from '../../../src/replies/words.js';
import { answerJson } from '../../../src/terminal/json.js';

const paragraphs = [
	'Exercise Amber Lantern 2022 began in the Barents Sea on Monday with nine ships of Norway and Sweden, the navy said in a statement.',
	'The ships will search for submarines, escort tankers through the strait and fire at targets on the island for a week.',
	'Colonel Astrid Holm told reporters in Tromsø that the crews had trained for the exercise since the spring.',
	'Fishermen were asked to keep out of the area until Friday, and the airport will close its northern runway for two nights.',
];
const article = (file: string, publisher: string, published: string, body: readonly string[]): Document =>
	readDocument(
		`${file}.txt`,
		Buffer.from(`---\ntitle: Drills begin\npublisher: ${publisher}\npublished: ${published}\n---\n\n${body.join('\n\n')}\n`),
	);
const wire = article('wire', 'Northern Wire', '2022-06-04', paragraphs);
const copy = article('copy', 'Harbour News', '2022-06-05', paragraphs);
const short = article('short', 'City Post', '2022-06-03', paragraphs.slice(0, 2));
const more = 'Finland sent a submarine to Amber Lantern 2022, an officer in Helsinki said.';
const longer = article('longer', 'Valley Herald', '2022-06-06', [...paragraphs.slice(0, 3), more]);
const ten = paragraphs.map((paragraph) => paragraph.replace('nine ships', 'ten ships'));
const other = article('other', 'Coast Daily', '2022-06-05', ten);
const corrected = article('corrected', 'Northern Wire', '2022-06-07', ten);
const aside = article('aside', 'Northern Wire', '2022-06-04', [
	'Exercise Basalt Anchor 2021 ended off Bergen. Its ships went home to Norway and Denmark.',
]);

it('takes prints of one story together, shows the fullest or the earliest, and a correction in the place of what it corrects', async () => {
	const files = (documents: readonly Document[] = []) => documents.map(({ file }) => file);
	const stories = await storiesOf([copy, short, wire, aside]);
	expect(stories.get(short)).toBe(stories.get(copy));
	expect(stories.get(copy)?.shown).toBe(wire);
	expect(files(stories.get(copy)?.copies)).toEqual(['copy.txt', 'short.txt']);
	expect(stories.has(aside)).toBe(false);
	const later = (await storiesOf([wire, copy, corrected])).get(wire);
	expect(files(later?.superseded)).toEqual(['wire.txt']);
	expect(later?.copies.concat(later.shown)).toEqual(expect.arrayContaining([copy, corrected]));
});

it('answers with one quote a story and names who else prints it; what one outlet alone says is not lost', async () => {
	const library = await libraryOf([aside, copy, longer, short, wire]);
	const answer = await answerQuestion(library, 'Where did Amber Lantern 2022 begin?');
	const [first] = answer.evidence;
	expect(first?.quote.text).toBe(paragraphs[0]);
	const texts = answer.evidence.map(({ quote }) => quote.text);
	expect(new Set(texts).size).toBe(texts.length);
	expect(first?.alsoIn?.map(({ publisher }) => publisher)).toHaveLength(3);
	const reply = answerReply(await answerContent(library, answer), ENGLISH);
	expect(reply.embeds[0]?.description).toMatch(/\*Also in [^*]*City Post/);
	expect(Object.keys(answerJson(answer).quotes[0] ?? {})).toEqual(['document', 'paragraph', 'start', 'end', 'text', 'highlights']);
	const alone = await answerQuestion(library, 'Which country sent a submarine to Amber Lantern 2022?');
	expect(alone.evidence[0]?.quote).toMatchObject({ document: 'longer.txt', text: more });
	expect(alone.evidence[0]?.alsoIn).toBeUndefined();
});

it('keeps what outlets say differently, and answers with the correction', async () => {
	const question = 'How many ships took part in Amber Lantern 2022?';
	const both = await answerQuestion(await libraryOf([other, wire]), question);
	const said = both.evidence.map(({ quote }) => quote.text).join(' ');
	expect(said).toContain('nine ships');
	expect(said).toContain('ten ships');
	const now = await answerQuestion(await libraryOf([corrected, wire]), question);
	const shown = now.evidence.map(({ quote }) => quote.text).join(' ');
	expect(shown).toContain('ten ships');
	expect(shown).not.toContain('nine ships');
});
