import { z } from 'zod';
import { readData } from '../data.js';

const named = new Map(Object.entries(readData('corpus/data/entities.json', z.record(z.string(), z.string().min(1)))));
/** What Windows-1252 prints at 0x80 to 0x9f; a space where nothing. (Node's own decoder takes it for Latin-1.) */
export const windows1252 = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';
const entity = /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([A-Za-z][A-Za-z\d]{1,20}));/g;

/** A text with its HTML entities as the characters they stand for; what is no known entity stays as it is. */
export function withoutEntities(text: string): string {
	if (!text.includes('&')) return text;
	return text.replace(entity, (whole, decimal?: string, hex?: string, name?: string) => {
		if (name !== undefined) return named.get(name) ?? whole;
		return characterOf(decimal !== undefined ? Number(decimal) : Number.parseInt(hex ?? '', 16)) ?? whole;
	});
}

/** As browsers do: the numbers of control characters that Windows-1252 prints are read by it ("&#150;" is a dash). */
function characterOf(code: number): string | undefined {
	if (code >= 0x80 && code < 0xa0) return windows1252.charAt(code - 0x80);
	const control = code < 0x20 && code !== 9 && code !== 10;
	const surrogate = code >= 0xd800 && code < 0xe000;
	return control || surrogate || code > 0x10ffff ? undefined : String.fromCodePoint(code);
}
