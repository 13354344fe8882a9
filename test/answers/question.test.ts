import { describe, expect, it } from 'vitest';
import { plainQuestion, readQuestion } from '../../src/answers/question.js';

const read = (typed: string) => readQuestion(plainQuestion(typed));

describe('what a question asks for', () => {
	it.each([
		['who hosted vostok 2022', 'who', null],
		['Who is Zhou Bo?', 'identity', null],
		['who is the defence minister of japan', 'role', null],
		['Who said regular drills are important?', 'speaker', null],
		['what did nato say about it', 'statement', null],
		['when did it begin?', 'when', null],
		['what weekday was it announced', 'weekday', null],
		['How many days did the patrol last?', 'duration', null],
		['how many warships took part', 'number', 'ship'],
		['Which frigates did they send?', 'which', 'ship'],
		['Which African country held naval exercises?', 'which', 'country'],
		['what does EEZ mean', 'meaning', null],
		['What other name does the sea have?', 'alias', null],
		['What was the July exercise called?', 'name', null],
		['what is the aim of the drills', 'why', null],
		['Has China condemned the war?', 'yes-no', null],
		['which documents mention the patrol', 'documents', null],
		['tell me about the patrol', 'about', null],
	])('%s → %s', (typed, kind, sort) => {
		const question = read(typed);
		expect(question.kind).toBe(kind);
		if (sort) expect(question.sort).toBe(sort);
	});

	it.each([
		["Why didn't the fleet sail?", 'why', 'did'],
		['why wouldnt they come', 'why', 'would'],
		['Will they sail?', 'yes-no', 'Will'],
	])('takes "%s" for what it asks about', (typed, kind, verb) => {
		const question = read(typed);
		expect(question.kind).toBe(kind);
		expect(question.text).toMatch(new RegExp(`\\b${verb}\\b`));
	});

	it.each([
		['what was the flagship of the fleet', 'which', 'ship'],
		['how many took part', 'number', 'people'],
		['How many fighter sorties did they fly?', 'number', null],
		['Which island states sent teams?', 'which', 'country'],
	])('reads "%s" as %s', (typed, kind, sort) => {
		const question = read(typed);
		expect({ kind: question.kind, sort: question.sort }).toEqual({ kind, sort });
	});

	it.each([
		['how mny ships', 'number'],
		['how meny ships', 'number'],
		['wher is the drill', 'where'],
		['whcih ships took part', 'which'],
	])('mends the question word of "%s"', (typed, kind) => {
		expect(read(typed).kind).toBe(kind);
	});

	it('names countries whatever their case, and services with their country', () => {
		const kinds = read('did china and the russian navy train near japan').units.map(({ kind, text }) => `${kind}: ${text}`);
		expect(kinds).toEqual(expect.arrayContaining(['country: china', 'country: russian', 'word: navy', 'country: japan']));
	});

	it('leaves the words that only put the question out of what evidence has to say', () => {
		expect(read('What is the main aim of the patrol?').units.map(({ text }) => text)).toEqual(['patrol']);
	});

	it('takes a designator as one term, and the noun of "how many" as what is counted', () => {
		const question = read('How many F-35Bs took part?');
		expect(question.head).toEqual(['f35']);
	});

	it('reads no further than the longest question', () => {
		expect(plainQuestion('a'.repeat(4_000)).length).toBeLessThanOrEqual(400);
	});
});
