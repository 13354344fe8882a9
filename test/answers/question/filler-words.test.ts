import { describe, expect, it } from 'vitest';
import { keywordsAsQuestion, pointsAtMessage, withoutFillers } from '../../../src/answers/question/filler-words.js';
import { languageOf } from '../../../src/answers/question/language.js';
import { smallTalkIn } from '../../../src/answers/question/small-talk.js';

describe('a question among filler words', () => {
	it.each([
		'hey plz who hosted it',
		'quick question: who hosted it',
		'I was wondering who hosted it',
		'who hosted it lol',
		'who hosted it (asking for a friend)',
		'hi all, does anyone know who hosted it? thanks in advance',
		'Sorry, can you tell me who hosted it, please',
	])('%s', (typed) => {
		expect(withoutFillers(typed).replace(/[?,]$/, '')).toBe('who hosted it');
	});

	it.each(['hello', 'who said hello', 'did Thanksgiving matter', 'help wanted in Ukraine'])('%s stays as it is', (typed) => {
		expect(withoutFillers(typed)).toBe(typed);
	});

	it.each([
		['sea breeze 2024 dates', 'When is sea breeze 2024'],
		['participants of sea breeze', 'Who takes part in sea breeze'],
		['dates', 'dates'],
		['what are the dates', 'what are the dates'],
		['Vostok 2022', 'Vostok 2022'],
	])('%s is put as %s', (typed, question) => {
		expect(keywordsAsQuestion(typed)).toBe(question);
	});

	it.each([
		['^', true],
		['', true],
		['what about this?', true],
		['plz check this', true],
		['what about Vostok?', false],
	])('%j points at another message: %s', (typed, points) => {
		expect(pointsAtMessage(typed)).toBe(points);
	});
});

describe('small talk', () => {
	it.each([
		['hello there!', 'en'],
		['Hi, thank you 🙂', 'en'],
		['what time is it?', 'en'],
		['Guten Tag', 'de'],
		['привет, спасибо', 'ru'],
		['こんにちは', 'ja'],
		['hello who hosted vostok', null],
		['thanks to whom was it held', null],
		['there', null],
		['', null],
	])('%j is of the language %s', (typed, language) => {
		expect(smallTalkIn(typed)).toBe(language);
	});
});

describe('the language of a question', () => {
	it.each([
		['when was it held and who hosted it', 'en'],
		['qui a organisé vostok 2022', 'fr'],
		['wer war der Gastgeber von Vostok 2022', 'de'],
		['кто проводил Восток-2022', 'Cyrillic'],
		['who hosted Восток', null],
		['vostok 2022', null],
		['Did the Deutsche Marine die in the Baltic', 'en'],
		['Al-Quds de facto commander', null],
	])('%j is %s', (typed, language) => {
		expect(languageOf(typed)).toBe(language);
	});
});
