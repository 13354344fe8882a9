import fc from 'fast-check';
import { expect, it } from 'vitest';
import { computedDate, publicationDate } from '../../src/replies/dates.js';
import { ENGLISH, wordsFor } from '../../src/replies/words.js';

const day = fc
	.date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
	.map((date) => date.toISOString().slice(0, 10));
const span = { precision: 'day' } as const;

it('prints a day as that day, in every language, wherever the reader is', () => {
	const zone = process.env['TZ'];
	try {
		fc.assert(
			fc.property(
				day,
				fc.constantFrom('en', 'de', 'fr', 'ja', 'ru', 'zh-CN'),
				fc.constantFrom('Pacific/Kiritimati', 'Pacific/Pago_Pago'),
				(on, locale, TZ) => {
					process.env['TZ'] = TZ;
					const shown = computedDate({ ...span, from: on, to: on }, wordsFor(locale)) ?? '';
					const numbers = (shown.match(/\d+/g) ?? []).map(Number);
					expect(shown).not.toContain('<t:');
					expect(numbers).toContain(Number(on.slice(0, 4)));
					expect(numbers).toContain(Number(on.slice(8)));
				},
			),
		);
	} finally {
		if (zone === undefined) delete process.env['TZ'];
		else process.env['TZ'] = zone;
	}
});

it('prints days, months, years and ranges in the words of the language', () => {
	const plain = (text: string | null) => text?.replace(/\s/g, ' ');
	expect(plain(computedDate({ ...span, from: '2024-09-09', to: '2024-09-09' }, ENGLISH))).toBe('September 9, 2024');
	expect(plain(computedDate({ ...span, from: '2024-09-09', to: '2024-09-30' }, ENGLISH))).toBe('September 9 – 30, 2024');
	expect(plain(computedDate({ ...span, from: '2024-09-09', to: '2024-09-09' }, wordsFor('de')))).toBe('9. September 2024');
	expect(computedDate({ precision: 'month', from: '2024-09-01', to: '2024-09-30' }, ENGLISH)).toBe('September 2024');
	expect(computedDate({ precision: 'year', from: '2024-01-01', to: '2024-12-31' }, ENGLISH)).toBe('2024');
	expect(computedDate({ ...span, from: null, to: null }, ENGLISH)).toBeNull();
	expect(publicationDate(null, ENGLISH)).toBe('undated');
});
