import { expect, test } from 'vitest';
import { type MarkdownNode, parseMarkdown, parseTitle } from '../../../src/local-discord/page/markdown/parse.js';

/** Nodes in short: "strong(bold)", so that a case reads in one line. */
function short(nodes: readonly MarkdownNode[]): string {
	return nodes
		.map((node) => {
			if (node.type === 'text') return node.content;
			if (node.type === 'list') return `${node.ordered ? `list from ${node.start}` : 'list'}(${node.items.map(short).join(' | ')})`;
			if ('target' in node) return `${node.type}(${short(node.content)} → ${node.target})`;
			if ('content' in node) return `${node.type}(${typeof node.content === 'string' ? node.content : short(node.content)})`;
			if ('id' in node) return `${node.type}(${node.id})`;
			if (node.type === 'timestamp') return `timestamp(${node.timestamp}${node.format ?? ''})`;
			return node.type;
		})
		.join('');
}

test.each([
	['**a** *b* _c_ __d__ ~~e~~ `f` ||g||', 'strong(a) em(b) em(c) underline(d) strikethrough(e) inlineCode(f) spoiler(g)'],
	['\\*a\\* \\_b\\_ \\> \\# \\- \\[c](d) \\\\', '*a* _b_ > # - [c](d) \\'],
	['> a\n> b\nc', 'blockQuote(abrbbr)c'],
	['> a\n-# b\n\n> c', 'blockQuote(abr)subtext(b)brblockQuote(c)'],
	['# a\n## b\n### c\nd # e', 'heading(a)heading(b)heading(c)d # e'],
	['-# a\nb -# c', 'subtext(a)b -# c'],
	['- a\n- **b**\nc', 'list(a | strong(b))c'],
	['* a\n  * b\n* c', 'list(abrlist(b) | c)'],
	['3. a\n4. b', 'list from 3(a | b)'],
	['- a\n1. b', 'list(a)list from 1(b)'],
	['a - b', 'a - b'],
	['> - a\n> - b', 'blockQuote(list(a | b))'],
	['[a](https://b.c/d_e)', 'link(a → https://b.c/d_e)'],
	['https://a.b/c?d=e.', 'url(https://a.b/c?d=e → https://a.b/c?d=e).'],
	[
		'<t:1690000000:D> <@123456789012345678> <#123456789012345679>',
		'timestamp(1690000000D) user(123456789012345678) channel(123456789012345679)',
	],
	['```js\na *b*\n```', 'codeBlock(a *b*)'],
	['😀 <b>x</b>', '😀 <b>x</b>'],
])('%j is read as Discord reads it', (text, expected) => {
	expect(short(parseMarkdown(text))).toBe(expected);
});

test('a title knows what stands within a line, and neither links, lists nor headings', () => {
	expect(short(parseTitle('**a** `b`'))).toBe('strong(a) inlineCode(b)');
	expect(short(parseTitle('# a [b](https://c.d) - e > f'))).toBe('# a [b](https://c.d) - e > f');
	expect(short(parseTitle('- a'))).toBe('- a');
});
