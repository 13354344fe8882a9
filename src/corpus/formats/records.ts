import type { Article } from '../article.js';
import { isHtml, linesOfHtml } from './markup-lines.js';

/** Names of the field that holds an article's text, the fullest first. */
const textNames = ['text', 'body', 'content', 'fulltext', 'article', 'articlebody', 'story', 'description', 'summary'];
const idNames = ['url', 'link', 'id', 'guid', 'uri'];

type Row = Readonly<Record<string, unknown>>;

const keyOf = (name: string): string => name.toLowerCase().replace(/[-_\s.]/g, '');

/** The first of some fields that has a text. */
function firstText(row: Row, names: readonly string[]): string | undefined {
	const texts = new Map(Object.entries(row).flatMap(([name, value]) => (isText(value) ? [[keyOf(name), String(value)] as const] : [])));
	return names.map((name) => texts.get(name)).find((text) => text !== undefined);
}

function isText(value: unknown): value is string | number {
	return typeof value === 'number' || (typeof value === 'string' && value.trim() !== '');
}

/** A row of a table or an object of a list as an article: its fields as a head, its text, plain or HTML. */
export function articleOfRecord(row: Row): Article & { id: string | undefined } {
	const body = firstText(row, textNames) ?? '';
	const { text, captions } = isHtml(body) ? linesOfHtml(body) : { text: body, captions: [] };
	const fields = Object.fromEntries(Object.entries(row).filter(([name]) => !textNames.includes(keyOf(name))));
	return { fields, text, captions, id: firstText(row, idNames) };
}

export function hasTextName(names: readonly string[]): boolean {
	return names.some((name) => textNames.includes(keyOf(name)));
}
