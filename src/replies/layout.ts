import type { APIEmbedField } from 'discord.js';
import type { Quote } from '../corpus/quote.js';
import type { Citation, Citations } from './citations.js';
import { cutEnd } from './cut.js';
import { FIELD_NAME, FIELD_VALUE, FIRST_ITEMS, PAGE, PAGE_FIELDS } from './limits.js';
import type { Words } from './words.js';

/** A value or a quote as Markdown, already escaped and at most `ITEM` long, and where it was read. */
export interface Item {
	readonly text: string;
	readonly quotes: readonly Quote[];
	/** A word on the quote, after its marks: "photo caption". */
	readonly note?: string;
}

/** Items under one heading: in a `row` (values, " · " between them) or one to a line (`lines`), where a quote has its marks below it. */
export interface Block {
	/** As Markdown, escaped. */
	readonly label: string;
	readonly style: 'row' | 'lines';
	readonly items: readonly Item[];
}

/** What of some blocks stands on one page, and the sources of exactly the marks on it. */
export interface Page {
	readonly fields: readonly APIEmbedField[];
	readonly citations: readonly Citation[];
}

interface Line {
	readonly label: string;
	readonly separator: string;
	readonly text: string;
	readonly citations: readonly Citation[];
}

/**
 * Spreads blocks over pages, so that nothing is dropped: of each block a few items first, so that one with sixty does not hide the others,
 * then what is left of each. A page holds the lines of its sources, and both together stay within {@link PAGE}.
 */
export function layOut(blocks: readonly Block[], citations: Citations, words: Words, firstItems = FIRST_ITEMS): Page[] {
	const heads = blocks.map((block) => ({ ...block, items: block.items.slice(0, firstItems) }));
	const rests = blocks.map((block) => ({
		...block,
		label: `${block.label} (${words.say.continued})`,
		items: block.items.slice(firstItems),
	}));
	const lines = [...heads, ...rests].flatMap((block) => block.items.map((item) => lineOf(block, item, citations)));
	const pages: PageBuilder[] = [];
	for (const line of lines) {
		if (pages.at(-1)?.add(line)) continue;
		const page = new PageBuilder(citations);
		page.add(line);
		pages.push(page);
	}
	return pages.length > 0 ? pages.map((page) => page.build(words)) : [{ fields: [], citations: [] }];
}

function lineOf({ label, style }: Block, item: Item, citations: Citations): Line {
	const after = [citations.marks(item.quotes), item.note].filter(Boolean).join(' · ');
	const gap = item.text.startsWith('> ') ? '\n' : ' ';
	return {
		label: cutEnd(label.trim() || '…', FIELD_NAME),
		separator: style === 'row' ? ' · ' : '\n',
		text: after ? `${item.text}${gap}${after}` : item.text,
		citations: citations.of(item.quotes),
	};
}

class PageBuilder {
	private readonly fields: APIEmbedField[] = [];
	private readonly cited = new Map<number, Citation>();
	private length = 0;

	constructor(private readonly citations: Citations) {}

	/** Takes the line when there is room for it and for the sources it brings; an empty page takes any. */
	add({ label, separator, text, citations }: Line): boolean {
		const brought = citations.filter(({ number }) => !this.cited.has(number));
		const sources = brought.reduce((sum, citation) => sum + this.citations.line(citation).length + 1, 0);
		const last = this.fields.at(-1);
		const joins = last?.name === label && last.value.length + separator.length + text.length <= FIELD_VALUE;
		const cost = sources + text.length + (joins ? separator.length : label.length);
		if (this.fields.length > 0 && (this.length + cost > PAGE || (!joins && this.fields.length >= PAGE_FIELDS))) return false;
		if (last && joins) last.value += separator + text;
		else this.fields.push({ name: label, value: text });
		for (const citation of brought) this.cited.set(citation.number, citation);
		this.length += cost;
		return true;
	}

	build({ say }: Words): Page {
		const citations = [...this.cited.values()].sort((a, b) => a.number - b.number);
		return {
			fields: [
				...this.fields,
				...sourceFields(
					say.sources,
					citations.map((citation) => this.citations.line(citation)),
				),
			],
			citations,
		};
	}
}

/** The list of sources in as many fields as it needs. */
function sourceFields(name: string, lines: readonly string[]): APIEmbedField[] {
	const fields: APIEmbedField[] = [];
	for (const line of lines) {
		const last = fields.at(-1);
		if (last && last.value.length + 1 + line.length <= FIELD_VALUE) last.value += `\n${line}`;
		else fields.push({ name: fields.length === 0 ? name : '\u200b', value: line });
	}
	return fields;
}
