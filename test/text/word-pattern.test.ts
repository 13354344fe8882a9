import { expect, test } from 'vitest';
import { oneOf } from '../../src/text/word-pattern.js';

const find = (words: readonly string[], text: string) => new RegExp(`\\b${oneOf(words)}(?!\\w)`, 'g').exec(text)?.[0];

test('the longest of several words is found, whatever their order', () => {
	expect(find(['air', 'air base', 'airbase'], 'at the air base')).toBe('air base');
	expect(find(['air base', 'airbase', 'air'], 'in the air')).toBe('air');
	expect(find(['sail', 'sails', 'sailed'], 'they sailed')).toBe('sailed');
});

test('a word stands for itself, but for "?" after a letter', () => {
	expect(find(['F/A', 'St. Marks'], 'near StX Marks')).toBeUndefined();
	expect(find(['Typhoons?'], 'two Typhoons and a Typhoon')).toBe('Typhoons');
	expect(find(['Typhoons?'], 'a Typhoon')).toBe('Typhoon');
	expect(find(['one'], 'three')).toBeUndefined();
});
