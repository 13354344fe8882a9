import { describe, expect, it } from 'vitest';
import { analyse, nearTerms, termsOf } from '../../src/text/analyse.js';

describe('the analyser', () => {
	it.each([
		['China’s navy', "China's navies"],
		['military drills', 'a military exercise'],
		['manoeuvres', 'maneuver'],
		['U.S. warships', 'US warships'],
		['défense', 'defence'],
		['13,000 troops', '13000 soldiers'],
		['it was struck and broke in two', 'strikes, breaking in two'],
		['spokeswomen counted by kilometers', 'a spokesman, counted by the kilometre'],
		['Su-30', 'su30'],
		['Type 055', 'type055'],
		['VOSTOK 2022', 'vostok-2022'],
		['North/Interaction-2023', 'north interaction 2023'],
		['tab\tseparated', 'tab separated'],
		['zero\u200Bwidth', 'zerowidth'],
		['soft\u00ADhyphen', 'softhyphen'],
		['a+b=c|d`e$f', 'a b c d e f'],
		['МОРЕ', 'море'],
		['the Suwałki Gap', 'suwalki gap'],
	])('reads %j and %j alike', (a, b) => {
		expect(termsOf(a)).toEqual(termsOf(b));
	});

	it('tells different numbers apart', () => {
		expect(termsOf('Vostok 2018')).not.toEqual(termsOf('Vostok 2022'));
	});

	it('leaves out words that carry nothing', () => {
		expect(termsOf('what is the of a')).toEqual([]);
	});

	it('reads Chinese in pairs of characters', () => {
		expect(termsOf('海上联合')).toEqual(['海上', '上联', '联合']);
	});

	it('gives offsets of the text as printed', () => {
		const text = 'The ﬁrst Café of “Zhanjiang”';
		for (const { start, end } of analyse(text)) expect(text.slice(start, end)).toMatch(/^\p{L}+$/u);
		expect(analyse(text).map(({ start, end }) => text.slice(start, end))).toEqual(['ﬁrst', 'Café', 'Zhanjiang']);
	});

	it('knows words of nearly the same meaning, both ways', () => {
		const [begin = ''] = termsOf('began beginning begin').slice(-1);
		const [start = ''] = termsOf('start');
		expect(nearTerms(begin)).toContain(start);
		expect(nearTerms(start)).toContain(begin);
	});
});
