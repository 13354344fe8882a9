import { rulesExtended, SimpleMarkdown } from 'discord-markdown-parser';
import * as z from 'zod';

/** What a text consists of, as Discord reads it. */
export type MarkdownNode =
	| { type: 'text' | 'inlineCode'; content: string }
	| { type: 'codeBlock'; content: string }
	| { type: 'strong' | 'em' | 'underline' | 'strikethrough' | 'spoiler' | 'blockQuote' | 'subtext'; content: MarkdownNode[] }
	| { type: 'heading'; level: number; content: MarkdownNode[] }
	| { type: 'link' | 'url' | 'autolink'; target: string; content: MarkdownNode[] }
	| { type: 'list'; ordered: boolean; start: number; items: MarkdownNode[][] }
	| { type: 'user' | 'channel' | 'role'; id: string }
	| { type: 'emoji'; name: string }
	| { type: 'timestamp'; timestamp: string; format?: string | undefined }
	| { type: 'slashCommand'; fullName: string }
	| { type: 'br' | 'newline' | 'everyone' | 'here' | 'guildNavigation' };

const nodes = z.lazy(() => z.array(node));
const node: z.ZodType<MarkdownNode> = z.discriminatedUnion('type', [
	z.object({ type: z.enum(['text', 'inlineCode']), content: z.string() }),
	z.object({ type: z.literal('codeBlock'), content: z.string() }),
	z.object({ type: z.enum(['strong', 'em', 'underline', 'strikethrough', 'spoiler', 'blockQuote', 'subtext']), content: nodes }),
	z.object({ type: z.literal('heading'), level: z.number(), content: nodes }),
	z.object({ type: z.enum(['link', 'url', 'autolink']), target: z.string(), content: nodes }),
	z.object({ type: z.literal('list'), ordered: z.boolean(), start: z.number(), items: z.array(nodes) }),
	z.object({ type: z.enum(['user', 'channel', 'role']), id: z.string() }),
	z.object({ type: z.literal('emoji'), name: z.string() }),
	z.object({ type: z.literal('timestamp'), timestamp: z.string(), format: z.string().optional() }),
	z.object({ type: z.literal('slashCommand'), fullName: z.string() }),
	z.object({ type: z.enum(['br', 'newline', 'everyone', 'here', 'guildNavigation']) }),
]);

type Rule = (typeof rulesExtended)[string];
type Match = Rule['match'];

/** Whether what comes next begins a line. */
const beginsLine = (state: Parameters<Match>[1]): boolean => /(?:^|\n)$/.test(state['prevCapture']?.[0] ?? '');

const ITEM = /^( *)([-*]|\d{1,9}\.) +(.*)$/;
const LIST = /^ *(?:[-*] +[^\n]+(?:\n(?:[-*] +| {2,})[^\n]+)*|\d{1,9}\. +[^\n]+(?:\n(?:\d{1,9}\. +| {2,})[^\n]+)*)\n?/;

interface Item {
	indent: number;
	marker: string;
	/** Its own text, then everything indented under it. */
	lines: string[];
}

function itemsOf(list: string): Item[] {
	const items: Item[] = [];
	for (const line of list.replace(/\n$/, '').split('\n')) {
		const [, spaces = '', marker = '', text = ''] = ITEM.exec(line) ?? [];
		const last = items.at(-1);
		if (last && (marker === '' || spaces.length > last.indent)) last.lines.push(line);
		else items.push({ indent: spaces.length, marker, lines: [text] });
	}
	return items;
}

/** Discord's lists, which the library does not know: "- ", "* " or "1. " at the beginning of a line, deeper ones indented. */
const list: Rule = {
	order: rulesExtended['heading']?.order ?? 0,
	match: (source, state) => (beginsLine(state) ? LIST.exec(source) : null),
	parse: (capture, parse, state) => {
		const items = itemsOf(capture[0] ?? '');
		const marker = items[0]?.marker ?? '-';
		return {
			type: 'list',
			ordered: /\d/.test(marker),
			start: Number.parseInt(marker, 10) || 1,
			items: items.map(({ lines }) => parse(lines.join('\n'), { ...state, prevCapture: null })),
		};
	},
};

/** The library looks for the beginning of a line in the wrong place after a quote: a rule of its own, asked only where a line begins. */
const atLineStart = (rule: Rule): Rule => ({
	...rule,
	match: (source, state, previous) => (beginsLine(state) ? rule.match(source, { ...state, prevCapture: null }, previous) : null),
});

const { twemoji: _, link, heading, subtext, ...known } = rulesExtended;

const parseMessage = SimpleMarkdown.parserFor({
	...known,
	...(link && { link }),
	...(heading && { heading: atLineStart(heading) }),
	...(subtext && { subtext: atLineStart(subtext) }),
	list,
});

/** In names and titles Discord reads only what stands within a line. */
const INLINE = ['escape', 'em', 'strong', 'underline', 'strikethrough', 'inlineCode', 'text', 'spoiler', 'emoji', 'timestamp', 'br'];
const parseInline = SimpleMarkdown.parserFor(Object.fromEntries(Object.entries(known).filter(([name]) => INLINE.includes(name))));

/** Reads a message, an embed's description or a field's value. */
export const parseMarkdown = (text: string): MarkdownNode[] => nodes.parse(parseMessage(text, { inline: true }));

/** Reads an embed's title or a field's name. */
export const parseTitle = (text: string): MarkdownNode[] => nodes.parse(parseInline(text, { inline: true }));
