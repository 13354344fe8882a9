import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Quote } from '../../src/corpus/quote.js';
import { readDocument } from '../../src/corpus/read.js';
import { Citations } from '../../src/replies/citations.js';
import { type Block, type Item, layOut, type Page } from '../../src/replies/layout.js';
import { FIELD_VALUE, PAGE } from '../../src/replies/limits.js';
import { ENGLISH } from '../../src/replies/words.js';
import { runs } from '../runs.js';

const paragraphs = Array.from({ length: 60 }, (_, number) => `Sentence number ${number} speaks of a drill.`);
const documents = ['one', 'two', 'three'].map((name) =>
	readDocument(`${name}.txt`, Buffer.from(`The headline of document ${name}\n\n${paragraphs.join('\n\n')}`)),
);
const byId = new Map(documents.map((document) => [document.id, document]));
const quotes = documents.flatMap((document) => document.paragraphs.map((paragraph) => Quote.of(document, paragraph)));

const item = fc.record({ text: fc.stringMatching(/^[a-z]{1,300}$/), quotes: fc.subarray(quotes, { minLength: 1, maxLength: 9 }) });
const block: fc.Arbitrary<Block> = fc.record({
	label: fc.stringMatching(/^[A-Z]{1,20}$/),
	style: fc.constantFrom('row', 'lines'),
	items: fc.array(item, { minLength: 1, maxLength: 60, size: 'max' }),
});
const blocks = fc.uniqueArray(block, { minLength: 1, maxLength: 12, selector: ({ label }) => label });

function lay(some: readonly Block[]): Page[] {
	return layOut(some, new Citations(byId, ENGLISH), ENGLISH);
}

/** The fields of a page before and after the heading of its sources. */
function parts({ fields }: Page): [values: string, sources: string] {
	const at = fields.findIndex(({ name }) => name === ENGLISH.say.sources);
	const text = (some: Page['fields']) => some.map(({ value }) => value).join('\n');
	return [text(fields.slice(0, at)), text(fields.slice(at))];
}

const marksIn = (text: string) => new Set(text.match(/\[\d+\]/g) ?? []);

describe('the layout of pages', () => {
	it('drops nothing and says nothing twice', () => {
		fc.assert(
			fc.property(blocks, (some) => {
				const shown = lay(some).flatMap((page) => parts(page)[0].match(/[a-z]+(?= [[+])/g) ?? []);
				expect(shown.toSorted()).toEqual(some.flatMap(({ items }) => items.map(({ text }) => text)).toSorted());
			}),
			{ ...runs(50), endOnFailure: true },
		);
	});

	it('lists on every page the sources of exactly the marks on it', () => {
		fc.assert(
			fc.property(blocks, (some) => {
				for (const page of lay(some)) {
					const [values, sources] = parts(page);
					expect(marksIn(sources)).toEqual(marksIn(values));
				}
			}),
			{ ...runs(50), endOnFailure: true },
		);
	});

	it('keeps pages and fields within their limits', () => {
		fc.assert(
			fc.property(blocks, (some) => {
				for (const { fields } of lay(some)) {
					expect(fields.length).toBeLessThanOrEqual(25);
					for (const { value } of fields) expect(value.length).toBeLessThanOrEqual(FIELD_VALUE);
					expect(fields.reduce((sum, { name, value }) => sum + name.length + value.length, 0)).toBeLessThanOrEqual(PAGE + 200);
				}
			}),
			{ ...runs(50), endOnFailure: true },
		);
	});

	it('gives every block its turn before any is shown whole', () => {
		const long = {
			label: 'LONG',
			style: 'lines',
			items: quotes.slice(0, 40).map((quote, index) => ({ text: `value${index}`, quotes: [quote] })),
		} as const;
		const short = { label: 'SHORT', style: 'row', items: [{ text: 'brief', quotes: quotes.slice(0, 1) }] } as const;
		const [first] = lay([long, short]);
		expect(first?.fields.map(({ name }) => name).slice(0, 3)).toEqual(['LONG', 'SHORT', 'LONG (continued)']);
	});

	it('numbers a paragraph once, however often it is cited, and goes on numbering over pages', () => {
		const pages = lay([
			{ label: 'ALL', style: 'lines', items: [...quotes, ...quotes].map((quote, index) => ({ text: `v${index}`, quotes: [quote] })) },
		]);
		const numbers = pages.flatMap(({ citations }) => citations.map(({ number }) => number));
		expect(new Set(numbers).size).toBe(quotes.length);
		expect(Math.max(...numbers)).toBe(quotes.length);
	});

	it('writes a source with its title, paragraph and date, and its document once', () => {
		const [page] = lay([{ label: 'A', style: 'row', items: [{ text: 'x', quotes: quotes.slice(1, 3) }] }]);
		expect(page && parts(page)[1]).toBe('[1] The headline of document one · ¶ 2 · undated · [2] ¶ 3');
	});

	it('is one empty page when there is nothing', () => {
		expect(lay([])).toEqual([{ fields: [], citations: [] }]);
	});

	it('keeps a last block whole and behind the rest, and gives one item more no heading of its own', () => {
		const items = (many: number): Item[] => quotes.slice(0, many).map((quote, at) => ({ text: `item ${at}`, quotes: [quote] }));
		const some: Block[] = [
			{ label: 'Four', style: 'lines', items: items(4) },
			{ label: 'Six', style: 'lines', items: items(6) },
			{ label: 'Passages', style: 'lines', items: items(5), isLast: true },
		];
		const [page] = layOut(some, new Citations(byId, ENGLISH), ENGLISH, 3);
		const names = page?.fields.map(({ name }) => name).filter((name) => name !== '\u200b');
		expect(names).toEqual(['Four', 'Six', `Six (${ENGLISH.say.continued})`, 'Passages', ENGLISH.say.sources]);
	});
});
