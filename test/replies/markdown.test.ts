import { parse } from 'discord-markdown-parser';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutEscaped } from '../../src/replies/citations.js';
import { cutEnd, windowAround } from '../../src/replies/cut.js';
import { blockQuote, escapeLine, escapeText } from '../../src/replies/markdown.js';
import { quotation } from '../../src/replies/quotation.js';
import { runs } from '../runs.js';
import { hostileText } from './generate.js';

type Node = ReturnType<typeof parse>[number];

/** The kinds of markup that Discord would draw of a text, and the words that a reader would see. */
function drawn(markdown: string): { kinds: Set<string>; text: string } {
	const kinds = new Set<string>();
	const read = (node: Node): string => {
		kinds.add(node.type);
		if (node.type === 'br') return '\n';
		if (node.type === 'twemoji') return String(node['name']);
		return typeof node['content'] === 'string' ? node['content'] : node['content'].map(read).join('');
	};
	const text = parse(markdown, 'extended').map(read).join('');
	return { kinds, text };
}

const plainKinds = ['text', 'br', 'newline', 'twemoji'];

/** Discord draws no list that the parser knows of: a line that begins like one must not stand bare. */
const bareList = /^(?:> )?\s*(?:[-*+]|\d+[.)])\s/m;

describe('escaped text', () => {
	it('draws nothing but itself, whatever it holds', () => {
		fc.assert(
			fc.property(hostileText, (text) => {
				const { kinds, text: seen } = drawn(`x${escapeText(text)}`);
				expect([...kinds].filter((kind) => !plainKinds.includes(kind))).toEqual([]);
				expect(seen).toBe(plain(`x${text}`).replaceAll('\t', '    '));
				expect(escapeText(text)).not.toMatch(bareList);
			}),
			runs(3_000),
		);
	});

	it.each([
		['[x](https://evil.example)', '\\[x\\](https\\://evil.example)'],
		['# big', '\\# big'],
		['-# small', '\\-\\# small'],
		['<@1> @everyone <t:1:R>', '\\<\\@1\\> \\@everyone \\<t:1:R\\>'],
		['1. one', '1\\. one'],
		['discord.gg/abc', 'discord.gg\\/abc'],
		['snake_case', 'snake\\_case'],
	])('writes %s as %s', (text, escaped) => {
		expect(escapeText(text)).toBe(escaped);
	});

	it('puts a line break in a value on one line', () => {
		expect(escapeLine(' a\r\n b\t c ')).toBe('a b c');
	});
});

/** What cannot be shown: replaced one for one. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const hidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f�]|\p{Surrogate}/gu;

describe('a quotation', () => {
	const marked = fc
		.record({ text: hostileText, from: fc.nat(), length: fc.nat(80), limit: fc.integer({ min: 60, max: 900 }) })
		.map(({ text, from, length, limit }) => {
			const letters = Array.from(text);
			const start = letters.slice(0, from % letters.length).join('').length;
			const end =
				start +
				letters
					.slice(from % letters.length)
					.slice(0, length)
					.join('').length;
			return { text, highlight: { start, end }, limit };
		});

	it('is one contiguous slice of the text, cut at its ends only, within its limit', () => {
		fc.assert(
			fc.property(marked, ({ text, highlight, limit }) => {
				const quote = quotation({ text, start: 0 }, [highlight], limit);
				expect(quote.length).toBeLessThanOrEqual(limit);
				expect(quote.split('\n').every((line) => line.startsWith('> '))).toBe(true);
				const shown = unquoted(quote);
				expect(plain(text)).toContain(shown.replace(/^…|…$/g, ''));
			}),
			runs(3_000),
		);
	});

	it('draws nothing but the quote and its bold words', () => {
		fc.assert(
			fc.property(marked, ({ text, highlight, limit }) => {
				const quote = quotation({ text, start: 0 }, [highlight], limit);
				const allowed = ['blockQuote', 'strong', ...plainKinds];
				expect([...drawn(quote).kinds].filter((kind) => !allowed.includes(kind))).toEqual([]);
				expect(quote).not.toMatch(bareList);
			}),
			runs(3_000),
		);
	});

	it('never cuts the words that answer out of a long text', () => {
		const text = `${'before and before '.repeat(100)}HERE it is ${'after and after '.repeat(100)}`;
		const start = text.indexOf('HERE');
		const quote = quotation({ text, start: 0 }, [{ start, end: start + 10 }], 300);
		expect(quote).toContain('**HERE it is**');
		expect(quote).toMatch(/^> ….*…$/);
	});

	it('takes offsets of the document, and marks each line by itself', () => {
		expect(quotation({ text: 'one two\nthree', start: 100 }, [{ start: 104, end: 111 }])).toBe('> one **two**\n> **thr**ee');
	});

	it('reads a megabyte without a space', () => {
		expect(quotation({ text: 'a'.repeat(1_000_000), start: 0 }, [{ start: 500_000, end: 500_010 }], 200).length).toBeLessThanOrEqual(200);
	});
});

describe('cutting', () => {
	it('never parts a surrogate pair, a flag or a family', () => {
		expect(cutEnd('👍'.repeat(10), 6)).toBe('👍👍…');
		expect(cutEnd('👩‍👩‍👧‍👦'.repeat(3), 15)).toBe('👩‍👩‍👧‍👦…');
		fc.assert(
			fc.property(hostileText, fc.integer({ min: 1, max: 200 }), (text, limit) => {
				const cut = cutEnd(text, limit);
				expect(cut.length).toBeLessThanOrEqual(limit);
				if (!/\p{Surrogate}/u.test(text)) expect(cut).not.toMatch(/\p{Surrogate}/u);
			}),
		);
	});

	it('keeps words whole where one ends near', () => {
		expect(cutEnd('joint military exercise', 17)).toBe('joint military…');
	});

	it('counts the escapes too', () => {
		fc.assert(
			fc.property(hostileText, fc.integer({ min: 4, max: 120 }), (text, limit) => {
				expect(cutEscaped(text, limit).length).toBeLessThanOrEqual(limit);
			}),
		);
	});

	it('shows a window inside the span', () => {
		fc.assert(
			fc.property(hostileText, fc.nat(500), fc.nat(60), fc.integer({ min: 10, max: 300 }), (text, from, length, limit) => {
				const span = { start: 0, end: text.length };
				const part = windowAround(text, span, { start: Math.min(from, text.length), end: Math.min(from + length, text.length) }, limit);
				expect(part.start).toBeGreaterThanOrEqual(0);
				expect(part.end).toBeLessThanOrEqual(text.length);
				expect(part.end - part.start).toBeLessThanOrEqual(limit);
				expect(part.cutBefore).toBe(part.start > 0);
				expect(part.cutAfter).toBe(part.end < text.length);
			}),
		);
	});
});

describe('a block quote', () => {
	it('keeps empty lines, and every kind of line end', () => {
		expect(blockQuote('a\r\n\r\nb\rc', { start: 0, end: 8 })).toBe('> a\n> \n> b\n> c');
	});
});

function unquoted(quote: string): string {
	return quote
		.split('\n')
		.map((line) => line.slice(2))
		.join('\n')
		.replace(/\\([^A-Za-z0-9\s])|\*\*/g, '$1');
}

function plain(text: string): string {
	return text.replace(/\r\n?|[\u2028\u2029]/g, '\n').replace(hidden, '�');
}
