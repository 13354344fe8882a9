import { make } from '../dom.js';
import { type MarkdownNode, parseMarkdown, parseTitle } from './parse.js';

/** How mentions are shown: names by id. */
export interface Names {
	user(id: string): string | undefined;
	channel(id: string): string | undefined;
	locale: string;
}

const isWeb = (address: string): boolean => /^https?:\/\//i.test(address);

/** Only web addresses become links; everything else stays text. */
function linkTo(address: string, children: Node[]): Node {
	if (!isWeb(address)) return make('span', {}, ...children);
	return make('a', { href: address, target: '_blank', rel: 'noopener noreferrer', title: address }, ...children);
}

const STYLES: Record<string, Intl.DateTimeFormatOptions> = {
	t: { timeStyle: 'short' },
	T: { timeStyle: 'medium' },
	d: { dateStyle: 'short' },
	D: { dateStyle: 'long' },
	f: { dateStyle: 'long', timeStyle: 'short' },
	F: { dateStyle: 'full', timeStyle: 'short' },
};

const UNITS: [Intl.RelativeTimeFormatUnit, number][] = [
	['year', 31_557_600],
	['month', 2_629_800],
	['day', 86_400],
	['hour', 3600],
	['minute', 60],
	['second', 1],
];

function relative(seconds: number, locale: string): string {
	const [unit, length] = UNITS.find(([, size]) => Math.abs(seconds) >= size) ?? ['second', 1];
	return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(Math.round(seconds / length), unit);
}

function timestamp(seconds: string, format: string | undefined, locale: string): Node {
	const date = new Date(Number(seconds) * 1000);
	if (Number.isNaN(date.getTime())) return document.createTextNode(`<t:${seconds}>`);
	const full = new Intl.DateTimeFormat(locale, STYLES['F']).format(date);
	const shown =
		format === 'R'
			? relative(Number(seconds) - Date.now() / 1000, locale)
			: new Intl.DateTimeFormat(locale, STYLES[format ?? 'f']).format(date);
	return make('time', { datetime: date.toISOString(), title: full }, shown);
}

function spoiler(children: Node[]): Node {
	const show = (event: Event) => {
		if (event instanceof KeyboardEvent && event.key !== 'Enter' && event.key !== ' ') return;
		if (!element.hasAttribute('role')) return;
		event.preventDefault();
		for (const name of ['role', 'tabindex', 'aria-label']) element.removeAttribute(name);
		element.classList.add('shown');
	};
	const element = make('span', { class: 'spoiler', role: 'button', tabindex: 0, 'aria-label': 'Spoiler', click: show, keydown: show });
	element.append(make('span', {}, ...children));
	return element;
}

const mention = (text: string): Node => make('span', { class: 'mention' }, text);

function viewOf(node: MarkdownNode, names: Names): Node {
	const inside = (content: readonly MarkdownNode[]): Node[] => content.map((child) => viewOf(child, names));
	switch (node.type) {
		case 'text':
			return document.createTextNode(node.content);
		case 'inlineCode':
			return make('code', {}, node.content);
		case 'codeBlock':
			return make('pre', {}, make('code', {}, node.content));
		case 'strong':
			return make('strong', {}, ...inside(node.content));
		case 'em':
			return make('em', {}, ...inside(node.content));
		case 'underline':
			return make('u', {}, ...inside(node.content));
		case 'strikethrough':
			return make('s', {}, ...inside(node.content));
		case 'spoiler':
			return spoiler(inside(node.content));
		case 'blockQuote':
			return make('blockquote', {}, ...inside(withoutLastBreak(node.content)));
		case 'subtext':
			return make('small', { class: 'subtext' }, ...inside(node.content));
		case 'heading':
			return make('div', { class: `heading level-${node.level}`, role: 'heading', 'aria-level': node.level + 2 }, ...inside(node.content));
		case 'link':
		case 'url':
		case 'autolink':
			return linkTo(node.target, inside(node.content));
		case 'list':
			return make(
				node.ordered ? 'ol' : 'ul',
				node.ordered ? { start: node.start } : {},
				...node.items.map((item) => make('li', {}, ...inside(item))),
			);
		case 'user':
			return mention(`@${names.user(node.id) ?? 'unknown-user'}`);
		case 'channel':
			return mention(`#${names.channel(node.id) ?? 'unknown'}`);
		case 'role':
			return mention('@role');
		case 'everyone':
		case 'here':
			return mention(`@${node.type}`);
		case 'slashCommand':
			return mention(`/${node.fullName}`);
		case 'emoji':
			return document.createTextNode(`:${node.name}:`);
		case 'timestamp':
			return timestamp(node.timestamp, node.format, names.locale);
		case 'br':
		case 'newline':
			return make('br');
		case 'guildNavigation':
			return mention('#server');
	}
}

function withoutLastBreak(content: readonly MarkdownNode[]): readonly MarkdownNode[] {
	const last = content.at(-1)?.type;
	return last === 'br' || last === 'newline' ? content.slice(0, -1) : content;
}

/** A text of a message, an embed's description or a field as elements of the page. Text is only ever set as text. */
export const markdown = (text: string, names: Names): Node[] => parseMarkdown(text).map((node) => viewOf(node, names));

/** An embed's title or a field's name. */
export const title = (text: string, names: Names): Node[] => parseTitle(text).map((node) => viewOf(node, names));

/** A text without its marks, for a line that shows its beginning. */
export function plainText(text: string, names: Names): string {
	return make('span', {}, ...parseMarkdown(text).map((node) => viewOf(node, names))).textContent;
}
