import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { Answer } from '../../src/answers/answer.js';
import { answerQuestion } from '../../src/answers/answer-question.js';
import { plainField } from '../../src/answers/question/asked-field.js';
import { mergedClaims } from '../../src/exercises/catalogue/merged-claims.js';
import type { Library } from '../../src/library.js';
import { openLibrary } from '../../src/memory-library.js';

/** What members were misled by or left alone with, a class each: found by strangers who tried the bot over the seeds. */
let library: Library;
beforeAll(async () => {
	({ library } = await openLibrary({ documents: 'seeds' }));
});

/** A library of documents of the test's own. */
async function libraryFrom(files: Readonly<Record<string, string>>): Promise<Library> {
	const documents = await mkdtemp(join(tmpdir(), 'drillbook-'));
	onTestFinished(() => rm(documents, { recursive: true }));
	await Promise.all(Object.entries(files).map(([file, text]) => writeFile(join(documents, file), text)));
	return (await openLibrary({ documents })).library;
}

const ask = (question: string): Promise<Answer> => answerQuestion(library, question);
const quoted = ({ evidence }: Answer): string => evidence.map(({ quote }) => quote.text).join(' | ');

describe('a question about one exercise', () => {
	it('is not answered with what is told of another, nor with the day of a post or of a publication', async () => {
		for (const question of ['where was ocean 2024', 'when was ocean 2024']) {
			const answer = await ask(question);
			expect(answer, question).toMatchObject({ answered: false, answer: null, exercise: 'ocean-2024' });
			expect(quoted(answer), question).toMatch(/ocean-2024/i);
			expect(quoted(answer), question).not.toContain('Northern/Interaction-2024," will');
		}
		expect((await ask('sea breeze 2024 dates')).reason).toEqual({ why: 'unknown exercise', name: 'sea breeze 2024' });
	});

	it('is answered by its record where it asks plainly for what that holds and no sentence surely answers', async () => {
		const when = await ask('when did vostok 2022 take place');
		expect(when).toMatchObject({ answered: true, answer: 'In September', exercise: 'vostok-2022' });
		expect((await ask('vostok dates')).answer).toBe('In September');
		// Anything more than the plain question is not in the record.
		expect(plainField('when did the flotilla leave', [])).toBeNull();
		expect((await ask('where was ocean 2024')).answered).toBe(false);
	});

	it('is not answered with a date of weak ground: of no year, or of a sentence that is sure of another', async () => {
		const documents = await mkdtemp(join(tmpdir(), 'drillbook-'));
		onTestFinished(() => rm(documents, { recursive: true }));
		const text = [
			'Exercise Granite Shield 2031 tested the brigades of Norway. Preparations for the exercise began in the spring.',
			'Exercise Amber Wolf 2031 was held in Finland. Exercise Amber Wolf 2031 took place from 3 to 9 June 2031.',
			'Exercise Amber Wolf 2031 involved 1,200 soldiers and 14 ships. Finland sent 300 of its own soldiers.',
		];
		await writeFile(join(documents, 'two.txt'), `Two exercises\n\n${text.join('\n\n')}\n`);
		const { library: made } = await openLibrary({ documents });
		const weak = await answerQuestion(made, 'when was granite shield 2031');
		expect(weak).toMatchObject({ answered: false, answer: null });
		expect((await answerQuestion(made, 'when was amber wolf 2031')).answer).toContain('June 2031');
		expect((await answerQuestion(made, 'how many ships were there in amber wolf 2031')).answer).toContain('14');
		expect(await answerQuestion(made, 'how many submarines were in amber wolf 2031')).toMatchObject({ answered: false });
	});

	it('has no words in bold where it only names one, and no sentence that is told of another', async () => {
		for (const question of ['info on ocean-2024', 'what about ocean 2024', 'north-joint 2024?', 'anything on north/interaction 2023']) {
			const answer = await ask(question);
			expect(answer.answer, question).toBeNull();
			expect(
				answer.evidence.flatMap(({ highlights }) => highlights),
				question,
			).toEqual([]);
			expect(answer.exercise, question).not.toBeNull();
		}
		expect(quoted(await ask('info on ocean-2024'))).toMatch(/^[^|]*ocean-2024/i);
	});

	it('has all who take part in bold', async () => {
		expect((await ask('who takes part in north-joint 2024')).answer).toMatch(/China.*Russia|Russia.*China/);
	});
});

describe('a question to be answered with yes or no', () => {
	it.each([
		['did japan take part in vostok 2022', 'the sea is called after it'],
		['did the united states take part in vostok 2022', 'another paragraph names it'],
		['was vostok 2022 hosted by china', 'another country hosted it'],
		['did vostok 2022 take place in china', 'it was at sea'],
	])('%s (%s)', async (question) => {
		const answer = await ask(question);
		expect(answer).toMatchObject({ answered: false, reason: { why: 'neither said' }, exercise: 'vostok-2022' });
		expect(quoted(answer)).toContain('Russian-hosted Vostok 2022');
	});

	it('is answered where a sentence names the country', async () => {
		for (const question of ['was vostok 2022 hosted by russia', 'did china take part in vostok 2022']) {
			expect(await ask(question), question).toMatchObject({ answered: true, exercise: 'vostok-2022' });
		}
	});

	it('shows sides only of what was asked', async () => {
		const { evidence } = await ask('was there live fire in north interaction 2023');
		expect(evidence.map(({ side }) => side)).not.toContain(1);
	});
});

describe('several questions in one', () => {
	it('keep the exercise, are all answered, and what is not is said', async () => {
		const three = await ask('when is north joint 2024? and where? and who is in it?');
		expect(three).toMatchObject({ answered: true, exercise: 'northern-interaction-2024', reason: null });
		expect(three.answer).toMatch(/this month.*Sea of Japan.*(?:China|Russia)/);
		const half = await ask('who took part in ocean 2024 and where was it');
		expect(half.reason).toEqual({ why: 'in part', asked: 'where was it' });
		expect(quoted(half)).not.toContain('Sea of Japan');
	});
});

describe('what no sentence answers', () => {
	it('asks which exercise is meant where none was named', async () => {
		for (const question of ['and when?', 'who was it hosted by', 'who took part?']) {
			expect((await ask(question)).reason, question).toEqual({ why: 'which exercise' });
		}
	});

	it('lists the exercises that are asked for, by the catalogue', async () => {
		const listed = async (question: string) => {
			const { reason } = await ask(question);
			return reason?.why === 'a list' ? reason.exercises : [];
		};
		expect(await listed('list exercises')).toHaveLength((await library.exercises()).length);
		expect((await listed('list all exercises in 2024')).every((id) => id.includes('2024') || id.startsWith('joint-'))).toBe(true);
		expect(await listed('which exercises did iran take part in')).toContain('maritime-security-belt-a76773');
		expect((await ask('difference between vostok 2022 and ocean 2024')).reason).toEqual({
			why: 'a comparison',
			exercises: ['vostok-2022', 'ocean-2024'],
			names: ['Vostok 2022', 'Ocean-2024'],
		});
	});

	it.each([
		'who made you',
		'are you a bot or a human',
		'how many documents do you have',
		"you're wrong",
		"what's in the documents?",
	])('takes "%s" as small talk', async (question) => {
		expect((await ask(question)).reason?.why).toBe('small talk');
	});

	it('is not said to be absent where the documents have the name', async () => {
		const answer = await ask('what did ryabkov say about nukes');
		expect(answer.reason?.why).not.toBe('nothing');
		expect(quoted(answer)).toContain('Ryabkov');
	});
});

describe('records', () => {
	it('hold forces that are phrases: never a preposition, a bare number or half a bracket', async () => {
		const texts = (await library.exercises()).flatMap(({ forces }) => mergedClaims(forces).map(([{ text }]) => text));
		expect(texts).toContain('largest destroyer');
		for (const text of texts) {
			expect(text).toMatch(/\p{L}{3}/u);
			expect(text.split('(').length, text).toBe(text.split(')').length);
			expect(text).not.toMatch(/^(?:by|led|its|the|of|and)$/i);
		}
	});

	it('are suggested by what the name begins with before the later edition', async () => {
		expect((await library.suggest('North/Inter'))[0]?.name).toBe('North/Interaction-2023');
	});
});

describe('words in bold', () => {
	const marked = ({ evidence }: Answer): string[] =>
		evidence.flatMap(({ quote, highlights }) =>
			highlights.map(({ start, end }) => quote.text.slice(start - quote.start, end - quote.start)),
		);

	it.each([
		['how many drills take part in ocean-2024', 'the number of a name is no amount'],
		['how often are the air patrols held', 'a duration tells no frequency'],
		['why did nancy pelosi visit taiwan', 'a visit is no reason of itself'],
		['why was vostok 2022 held', 'the reason is that of another drill'],
		['what about pacific drills', 'the first sentence does not answer'],
		['what does the US think about the drills', 'a think tank is no thought'],
		['pelosi', 'nothing is asked'],
	])('are none for "%s" (%s)', async (question) => {
		const answer = await ask(question);
		expect(answer.answer).toBeNull();
		expect(marked(answer)).toEqual([]);
	});

	it.each([
		['what is type 055', /^its largest destroyer$/],
		['when was north-joint 2024 announced', /^Monday$/],
	])('are what was asked for: %s', async (question, words) => {
		expect((await ask(question)).answer).toMatch(words);
	});

	it('are none, nor is there an answer, where the reason is what was asked', async () => {
		expect(await ask('why did nancy pelosi visit taiwan')).toMatchObject({ answered: false, reason: { why: 'no sure answer' } });
	});

	it('are the answer where the sentence has it: what stands beside a name, the whole of a list, who and no verb', async () => {
		expect((await ask('who is song zhongping')).answer).toBe('a former PLA instructor');
		expect((await ask('what is the largest destroyer of the PLA')).answer).toBe('Type 055');
		expect((await ask('who joined the drills in the gulf of oman')).answer).toBe('the Iranian, Chinese, and Russian navies');
		expect((await ask('who organised north/interaction-2023')).answer).toMatch(/^the People.s Liberation Army/);
		expect((await ask('how long did the joint air patrol last')).answer).toBe('two-day');
		expect((await ask('how many missiles landed')).answer).toBe('five');
	});
});

describe('what somebody said', () => {
	it('is answered by the sentences that give the word of that one, on what was asked', async () => {
		const song = await ask('what did song say');
		expect(song.answered).toBe(true);
		expect(song.evidence.every(({ quote }) => quote.text.includes('Song'))).toBe(true);
		expect(quoted(await ask('what did stoltenberg say'))).toMatch(/^NATO Secretary General Jens Stoltenberg/);
		expect(quoted(await ask('what did zhou say about the united states'))).toMatch(/United States.*Zhou said/);
		for (const question of ['what did tokyo say about the missiles', 'what did tokyo say']) {
			const { evidence } = await ask(question);
			expect(
				evidence.map(({ side }) => side),
				question,
			).toEqual([1, 2]);
			// A claim never stands without its denial.
			expect(evidence.map(({ quote }) => quote.text).join(' | '), question).toMatch(/Tokyo saying.* \| Beijing denied/);
		}
	});

	it('is not answered by the word of another, nor by what one said of something else', async () => {
		for (const question of ['what does japan think of north-joint 2024', 'what did zhou say about venezuela'])
			expect(await ask(question), question).toMatchObject({ answered: false, answer: null, reason: { why: 'no sure answer' } });
	});
});

describe('who is asked for', () => {
	it.each([
		['who won vostok 2022', 'the winner'],
		['who observed north/interaction-2023', 'the observer'],
		['who commanded vostok 2022', 'the commander'],
		['who died in vostok 2022', 'the dead'],
		['who did not take part in vostok 2022', 'who stays away'],
		['where was vostok 2022 not held', 'where it was not'],
		['is it true that china hosted vostok 2022', 'another host than the documents name'],
	])('is not answered with who takes part, hosts it, or where it is: %s (%s)', async (question) => {
		expect(await ask(question)).toMatchObject({ answered: false, answer: null, exercise: expect.stringContaining('202') });
	});

	it('is answered where a sentence tells the role, with all who have it', async () => {
		const made = await libraryFrom({
			'watched.txt':
				'Exercise opens\n\nNorway and Finland take part in Exercise Copper Lark 2031. Poland and Latvia observe Exercise Copper Lark 2031. Exercise Copper Lark 2031 is commanded by Rear Admiral Arne Berg. Sweden did not take part in Exercise Copper Lark 2031.\n',
		});
		const askMade = (question: string) => answerQuestion(made, question);
		expect((await askMade('who observed copper lark 2031')).answer).toMatch(/Poland.*Latvia/);
		expect(quoted(await askMade('who commanded copper lark 2031'))).toContain('Arne Berg');
		expect(quoted(await askMade('who did not take part in copper lark 2031'))).toMatch(/^Sweden/);
		expect((await askMade('did poland observe copper lark 2031')).answered).toBe(true);
		expect((await askMade('did norway observe copper lark 2031')).answered).toBe(false);
		const denied = await libraryFrom({
			'denied.txt':
				'Exercise opens\n\nIceland did not come to Exercise Copper Lark 2031, not even as an observer. The frigate Skua had sailed in the 2029 edition.\n',
		});
		expect((await answerQuestion(denied, 'who observed copper lark 2031')).answered).toBe(false);
		expect(quoted(await answerQuestion(denied, 'which ships sailed in copper lark 2031'))).not.toContain('Skua');
	});
});

describe('two names', () => {
	it('are said to be one exercise by the quotes that have them, and whether that rests on the series list alone', async () => {
		const same = await ask('is north-joint 2024 the same as northern/interaction-2024?');
		expect(same).toMatchObject({
			answered: true,
			exercise: 'northern-interaction-2024',
			reason: { why: 'one exercise', isByTheSeriesList: true },
		});
		expect(quoted(same)).toMatch(/North-Joint 2024.*Northern\/Interaction-2024/);
	});

	it('of two exercises are offered to be compared', async () => {
		const { reason } = await ask('is ocean-2024 the same exercise as vostok 2022');
		expect(reason).toEqual({ why: 'a comparison', exercises: ['ocean-2024', 'vostok-2022'], names: ['Ocean-2024', 'Vostok 2022'] });
	});
});

describe('what asks for nothing that can be told', () => {
	it('is asked back: one of several, or no words at all', async () => {
		const context = { exercise: 'vostok-2022', previous: 'who hosted vostok 2022' };
		for (const question of ['the other one?', 'and the second exercise?'])
			expect((await answerQuestion(library, question, context)).reason, question).toEqual({ why: 'which exercise' });
		expect((await answerQuestion(library, '?', context)).reason).toEqual({ why: 'empty' });
	});
});

describe('a question on a status', () => {
	it('is not answered by a sentence that says nothing of it', async () => {
		const cancelled = await ask('was ocean-2024 cancelled?');
		expect(cancelled).toMatchObject({ answered: false, reason: { why: 'neither said' } });
		expect(quoted(cancelled)).toMatch(/ocean-2024/i);
		const made = await libraryFrom({ 'off.txt': 'Drill called off\n\nExercise Copper Lark 2031 was called off over a storm.\n' });
		expect((await answerQuestion(made, 'was copper lark 2031 cancelled')).answered).toBe(true);
	});
});

describe('a question on all exercises', () => {
	it.each([
		'how many exercises do you know',
		'how many drills are there in 2024',
		'when is the next drill',
		'latest exercise?',
	])('is answered with the list of them: %s', async (question) => expect((await ask(question)).reason?.why).toBe('a list'));
});

describe('how people write', () => {
	it('calls others, leaves out the marks of letters, and asks for everything', async () => {
		for (const called of ['@everyone', '<@123456789012345678>', '<:hm:123456789012345678>'])
			expect((await ask(`${called} who hosted vostok 2022`)).answer, called).toBe('Russian');
		expect((await ask('hola, que puedes hacer')).reason).toMatchObject({ why: 'small talk', language: 'es-ES' });
		expect((await ask('tschuss')).reason).toMatchObject({ why: 'small talk', language: 'de' });
		for (const question of ['tell me everything about north-joint 2024', 'vostok'])
			expect(await ask(question), question).toMatchObject({ answered: true, answer: null });
	});
});
