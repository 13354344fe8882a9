import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { choices, matching } from '../../src/replies/choices.js';
import { name } from './generate.js';

describe('choices', () => {
	it('are such as Discord takes, whatever the names', () => {
		fc.assert(
			fc.property(fc.array(fc.record({ name, value: name }), { maxLength: 60, size: 'max' }), (all) => {
				const taken = choices(all);
				expect(taken.length).toBeLessThanOrEqual(25);
				expect(new Set(taken.map((choice) => choice.name)).size).toBe(taken.length);
				for (const choice of taken) {
					expect(choice.name.trim()).not.toBe('');
					expect(choice.name.length).toBeLessThanOrEqual(100);
					expect(choice.value.length).toBeLessThanOrEqual(100);
					expect(choice.value).not.toBe('');
				}
			}),
		);
	});

	it('begin with what was typed before they hold it, whatever its case and accents', () => {
		expect(matching('ost', ['Vostok', 'Österreich', 'China'])).toEqual(['Österreich', 'Vostok']);
		expect(matching('', ['b', 'a'])).toEqual(['b', 'a']);
	});
});
