import type { APIEmbedField } from 'discord.js';
import type { Quote } from '../corpus/quote.js';
import { atOnce, type Pieces } from '../taking-turns.js';
import type { Citation, Citations } from './citations.js';
import { cutEnd } from './cut.js';
import { FIELD_NAME, FIELD_VALUE, FIRST_ITEMS, PAGE, PAGE_FIELDS } from './limits.js';
import type { Words } from './words.js';

/** A value or a quote as Markdown, already escaped and at most `ITEM` long, and where it was read. */
export interface Item {
	readonly text: string;
	readonly quotes: readonly Quote[];
	/** A word on the quote, below it: "photo caption". */
	readonly note?: string;
}

/** Discord wants a name for every field; this one is not seen. */
const NO_NAME = '\u200b';

/** Items under one heading: in a `row` (values, " · " between them) or one to a line (`lines`). */
export interface Block {
	/** As Markdown, escaped. Blocks of the same label that follow each other share a heading. */
	readonly label: string;
	readonly style: 'row' | 'lines';
	readonly items: readonly Item[];
	/** Stands before the first item: which side of a comparison it is. */
	readonly lead?: string;
	/** Comes after what is left of the others, whole. */
	readonly isLast?: boolean;
	/** Begins a new page. */
	readonly isApart?: boolean;
}

/** What of some blocks stands on one page, and the sources of exactly the marks on it. */
export interface Page {
	readonly fields: readonly APIEmbedField[];
	readonly citations: readonly Citation[];
}

interface Line {
	readonly label: string;
	/** What stands before it where it begins a field. */
	readonly lead: string;
	/** What stands between it and the line before, in the same field. */
	readonly separator: string;
	readonly text: string;
	readonly citations: readonly Citation[];
	readonly isApart: boolean;
}

/**
 * Spreads blocks over pages, so that nothing is dropped: of each block a few items first, so that one with sixty does not hide the others,
 * then what is left of each; those that come last, and those that stand apart, follow whole. A page holds the lines of its sources, and both together
 * stay within {@link PAGE}.
 */
export function layOut(blocks: readonly Block[], citations: Citations, words: Words, firstItems = FIRST_ITEMS): Page[] {
	return atOnce(layingOut(blocks, citations, words, firstItems));
}

/** The same, page by page: a thousand exercises are many pages. */
export function* layingOut(blocks: readonly Block[], citations: Citations, words: Words, firstItems = FIRST_ITEMS): Pieces<Page[]> {
	const together = blocks.filter(({ isApart, isLast }) => !isApart && !isLast);
	// A heading of its own for one item more is longer than the item.
	const firstOf = ({ items }: Block): number => (items.length <= firstItems + 1 ? items.length : firstItems);
	const heads = together.map((block) => ({ ...block, items: block.items.slice(0, firstOf(block)) }));
	const rests = together.map((block) => ({
		...block,
		label: `${block.label} (${words.say.continued})`,
		items: block.items.slice(firstOf(block)),
	}));
	const last = blocks.filter(({ isLast, isApart }) => isLast && !isApart);
	const pages: PageBuilder[] = [];
	for (const block of [...heads, ...rests, ...last, ...blocks.filter(({ isApart }) => isApart)]) {
		for (const line of linesOf(block, citations)) {
			if (!line.isApart && pages.at(-1)?.add(line)) continue;
			const page = new PageBuilder(citations);
			page.add(line);
			pages.push(page);
			yield;
		}
	}
	const built: Page[] = [];
	for (const page of pages) {
		built.push(page.build(words));
		yield;
	}
	return built.length > 0 ? built : [{ fields: [], citations: [] }];
}

/** An item with its marks; those of a quote stand at its end, and the word on what it is below it. */
export function marked({ text, quotes, note }: Item, citations: Citations): string {
	const marks = citations.marks(quotes);
	const withMarks = marks ? `${text} ${marks}` : text;
	return note ? `${withMarks}\n*${note}*` : withMarks;
}

function* linesOf({ label, style, items, lead = '', isApart = false }: Block, citations: Citations): Iterable<Line> {
	for (const [index, item] of items.entries()) {
		const led = lead && isQuote(item) ? `${lead}\n` : lead;
		const between = isQuote(item) ? '\n\n' : style === 'row' ? ' · ' : '\n';
		yield {
			label: cutEnd(label.trim() || '…', FIELD_NAME),
			lead: led,
			separator: index === 0 ? `\n${led}` : between,
			text: marked(item, citations),
			citations: citations.of(item.quotes),
			isApart: isApart && index === 0,
		};
	}
}

/** Two block quotes one under the other would be drawn as one. */
function isQuote({ text }: Item): boolean {
	return text.startsWith('> ');
}

class PageBuilder {
	private readonly fields: APIEmbedField[] = [];
	private readonly cited = new Map<number, Citation>();
	/** Of the last field; one that goes on in another field has it once. */
	private label = '';
	/** Of the fields, without the sources. */
	private length = 0;
	/** Of the list of sources. */
	private sources = 0;

	constructor(private readonly citations: Citations) {}

	/** Takes the line when there is room for it and for the sources it brings; an empty page takes any. */
	add({ label, lead, separator, text, citations }: Line): boolean {
		const last = this.fields.at(-1);
		const joining = separator + text;
		const joins = last !== undefined && this.label === label && last.value.length + joining.length <= FIELD_VALUE;
		const cost = joins ? joining.length : label.length + lead.length + text.length;
		const brought = citations.filter(({ number }) => !this.cited.has(number));
		const sources = brought.length > 0 ? this.citations.list([...this.cited.values(), ...brought]).join('\n').length : this.sources;
		const isFull = this.length + cost + sources > PAGE || (!joins && this.fields.length >= PAGE_FIELDS);
		if (this.fields.length > 0 && isFull) return false;
		if (last && joins) last.value += joining;
		else this.fields.push({ name: this.label === label ? NO_NAME : label, value: lead + text });
		this.label = label;
		for (const citation of brought) this.cited.set(citation.number, citation);
		this.length += cost;
		this.sources = sources;
		return true;
	}

	build({ say }: Words): Page {
		const citations = [...this.cited.values()].sort((a, b) => a.number - b.number);
		return { fields: [...this.fields, ...sourceFields(say.sources, this.citations.list(citations))], citations };
	}
}

/** The list of sources in as many fields as it needs. */
export function sourceFields(name: string, lines: readonly string[]): APIEmbedField[] {
	const fields: APIEmbedField[] = [];
	for (const line of lines) {
		const last = fields.at(-1);
		if (last && last.value.length + 1 + line.length <= FIELD_VALUE) last.value += `\n${line}`;
		else fields.push({ name: fields.length === 0 ? name : NO_NAME, value: line });
	}
	return fields;
}
