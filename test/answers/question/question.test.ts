import { describe, expect, it } from 'vitest';
import { asksForDocuments, kindAsked, longestQuestion, partsOf, plainQuestion } from '../../../src/answers/question/question.js';

describe('the kind of words that a question asks for', () => {
	it.each([
		['who hosted vostok 2022', 'party'],
		['Which African country held naval exercises?', 'party'],
		['when did it begin?', 'time'],
		['what weekday was it announced', null],
		['what date is it on', 'time'],
		['How long did the patrol last?', 'time'],
		['how many warships took part', 'number'],
		['where are the drills', 'place'],
		['quick q: where were they firing from', 'place'],
		['Has China condemned the war?', 'yes-no'],
		['did the shots hit', 'yes-no'],
		['what does EEZ mean', null],
		['why are they drilling', null],
	])('%s → %s', (question, kind) => {
		expect(kindAsked(plainQuestion(question))).toBe(kind);
	});
});

describe('two questions in one', () => {
	it.each([
		['who hosted vostok 2022 and when did it end?', ['who hosted vostok 2022', 'when did it end']],
		['where is the drill held? how many ships take part?', ['where is the drill held', 'how many ships take part']],
		['when and where is it held', ['when and where is it held']],
		['who took part in the drills of China and Russia', ['who took part in the drills of China and Russia']],
		['and when did it end', ['and when did it end']],
	])('%s', (question, parts) => {
		expect(partsOf(plainQuestion(question))).toEqual(parts);
	});
});

it('reads no more than a question’s length, and nothing that is no text', () => {
	expect(plainQuestion(`who${' very'.repeat(400)}`).length).toBeLessThanOrEqual(longestQuestion);
	expect(plainQuestion('\ud800who ‘hosted’ it?? ')).toBe("who 'hosted' it");
});

it('knows a question for documents', () => {
	expect(asksForDocuments('which documents mention Ocean-2024')).toBe(true);
	expect(asksForDocuments('which countries mention Ocean-2024')).toBe(false);
});
