import { describe, expect, it } from 'vitest';
import { ENGLISH, fill, wordsFor } from '../../src/replies/words.js';

const LOCALES = ['zh-CN', 'ja', 'ko', 'ru', 'fr', 'de', 'es-ES', 'uk'];

/** The `{places}` of every phrase, by group and key. */
function placesOf(words: object): [string, string[]][] {
	return Object.entries(words).flatMap(([group, phrases]) =>
		typeof phrases === 'object'
			? Object.entries(phrases ?? {}).map(([key, phrase]): [string, string[]] => [
					`${group}.${key}`,
					(String(phrase).match(/\{\w+\}/g) ?? []).sort(),
				])
			: [],
	);
}

describe('the fixed words', () => {
	it.each(LOCALES)('take the same values in %s as in English', (locale) => {
		const { picture, ...words } = wordsFor(locale);
		const { picture: englishPicture, ...english } = ENGLISH;
		expect([picture, englishPicture]).not.toContain(undefined);
		expect(placesOf(words)).toEqual(placesOf(english));
	});

	it.each([
		['de', 'de'],
		['en-GB', 'en'],
		['es-419', 'es-ES'],
		['zh-TW', 'zh-CN'],
		['pl', 'en'],
		['', 'en'],
	])('for %s are those of %s', (locale, found) => {
		expect(wordsFor(locale).locale).toBe(found);
	});

	it('take what is put into them as it is', () => {
		expect(fill('No {name} in {year}.', { name: '$& {year}', year: 2018 })).toBe('No $& {year} in 2018.');
		expect(fill('{unknown}', {})).toBe('{unknown}');
	});
});
