import { describe, expect, it } from 'vitest';
import { keywordsAsQuestion, pointsAtMessage, withoutFillers } from '../../../src/answers/question/filler-words.js';
import { languageOf } from '../../../src/answers/question/language.js';
import { smallTalkIn, smallTalkKinds } from '../../../src/answers/question/small-talk.js';
import { wordsByLocale } from '../../../src/replies/words.js';

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
		['who hosted sea breeze', 'who hosted sea breeze'],
		['list the hosts', 'list the hosts'],
	])('%s is put as %s', (typed, question) => {
		expect(keywordsAsQuestion(typed, (words) => /^sea breeze(?: 2024)?$/.test(words))).toBe(question);
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
		['hello there!', 'en', 'greeting'],
		['Hi, thank you 🙂', 'en', 'thanks'],
		['hello, how are you?', 'en', 'wellbeing'],
		['what time is it?', 'en', 'time'],
		["You're wrong!", 'en', 'wrong'],
		['Guten Tag', 'de', 'greeting'],
		['привет, спасибо', 'ru', 'thanks'],
		['こんにちは', 'ja', 'greeting'],
	])('%j is of the language %s, and %s', (typed, language, kind) => {
		expect(smallTalkIn(typed)).toEqual({ language, kind });
	});

	it.each(['hello who hosted vostok', 'thanks to whom was it held', 'wrong drill?', 'there', ''])('%j is none', (typed) => {
		expect(smallTalkIn(typed)).toBeNull();
	});

	it('is answered in every language that replies have, each kind with a line of its own', () => {
		for (const [locale, { talk, button }] of wordsByLocale) {
			expect(new Set(smallTalkKinds.map((kind) => talk[kind])).size, locale).toBe(smallTalkKinds.length);
			expect(talk.wrong, `${locale} names the button ${button.report}`).toContain('{report}');
			const said = smallTalkPhrases.find((phrases) => phrases.language === locale);
			for (const kind of smallTalkKinds) expect(smallTalkIn(said?.[kind] ?? ''), `${locale} ${kind}`).toEqual({ language: locale, kind });
		}
	});
});

/** One of each kind in each language of the replies. */
const smallTalkPhrases = [
	{
		language: 'en',
		greeting: 'hello',
		thanks: 'thanks',
		farewell: 'bye',
		time: 'what time is it',
		wellbeing: 'how are you',
		wrong: "you're wrong",
	},
	{ language: 'zh-CN', greeting: '你好', thanks: '谢谢', farewell: '再见', time: '现在几点', wellbeing: '你好吗', wrong: '你错了' },
	{
		language: 'ja',
		greeting: 'こんにちは',
		thanks: 'ありがとう',
		farewell: 'さようなら',
		time: '今何時ですか',
		wellbeing: 'お元気ですか',
		wrong: '間違っています',
	},
	{
		language: 'ko',
		greeting: '안녕하세요',
		thanks: '감사합니다',
		farewell: '잘 가',
		time: '지금 몇 시야',
		wellbeing: '잘 지내요',
		wrong: '틀렸어요',
	},
	{
		language: 'ru',
		greeting: 'привет',
		thanks: 'спасибо',
		farewell: 'пока',
		time: 'который час',
		wellbeing: 'как дела',
		wrong: 'ты ошибаешься',
	},
	{
		language: 'fr',
		greeting: 'bonjour',
		thanks: 'merci',
		farewell: 'au revoir',
		time: 'quelle heure est-il',
		wellbeing: 'ça va ?',
		wrong: 'c’est faux',
	},
	{
		language: 'de',
		greeting: 'hallo',
		thanks: 'danke',
		farewell: 'tschüss',
		time: 'wie spät ist es',
		wellbeing: "wie geht's",
		wrong: 'das stimmt nicht',
	},
	{
		language: 'es-ES',
		greeting: 'hola',
		thanks: 'gracias',
		farewell: 'adiós',
		time: '¿qué hora es?',
		wellbeing: 'qué tal',
		wrong: 'te equivocas',
	},
	{
		language: 'uk',
		greeting: 'привіт',
		thanks: 'дякую',
		farewell: 'бувай',
		time: 'котра година',
		wellbeing: 'як справи',
		wrong: 'ти помиляєшся',
	},
];

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
