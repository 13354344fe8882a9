import { parseDocument } from 'yaml';
import { z } from 'zod';
import { UnreadableFile } from './decode.js';
import { isFactName } from './head-facts.js';
import { eventLabels } from './publication-words.js';

/** The head of a file: its fields as they stand, the text below, and what of it could not be read. */
export interface Head {
	readonly fields: Readonly<Record<string, unknown>>;
	readonly body: string;
	readonly problems: readonly string[];
}

const longestHead = 65_536;
const yamlFence = /^\s*---[ \t]*(\w*)[ \t]*\n(?:([\s\S]*?)\n)?(?:---|\.\.\.)[ \t]*(?:\n|$)/;
const otherFence = /^\s*(\+\+\+|;;;)[ \t]*\n(?:([\s\S]*?)\n)?\1[ \t]*(?:\n|$)/;
const namedLine = /^["']?([A-Za-z_][\w -]{0,40}?)["']?\s*[:=]\s*(.*?)\s*,?\s*$/;
/** "Title: …", and as reStructuredText, AsciiDoc, Nikola and Org print it: ":title: …", ".. title: …", "#+TITLE: …". */
const plainLine = /^(?::(?=[\w -]+:)|\.\. |#\+)?([A-Za-z][A-Za-z _-]{0,30}):[ \t]*(.*)$/;
/** Pandoc's: "% title", "% authors", "% date", in this order. */
const percentHead = /^% ?([^\n]*)\n% ?([^\n]*)\n(?:% ?([^\n]*)\n)?(?=\s*\n)/;
const otherNames = /^(?:tags|category|categories|layout|slug|summary|keywords|language|lang|status|section|description|image|draft)$/i;
const fields = z.record(z.string(), z.unknown());

/**
 * Splits a file into its head and its body: YAML between `---`, TOML between `+++`, a JSON object, or lines like "Title: …" above a blank line.
 * What begins like a head and says nothing of the kind is text. A head never keeps a file from being read.
 * @param source text with plain line ends
 * @throws UnreadableFile when nothing stands below the head
 */
export function splitHead(source: string): Head {
	const head = fencedHead(source) ?? jsonHead(source) ?? plainHead(source);
	if (!head) return { fields: {}, body: source, problems: [] };
	if (head.body.trim() === '') throw new UnreadableFile('holds front matter and no text');
	return head;
}

function fencedHead(source: string): Head | undefined {
	const yaml = yamlFence.exec(source);
	const other = yaml ? null : otherFence.exec(source);
	const match = yaml ?? other;
	if (!match) return undefined;
	const inside = match[2] ?? '';
	const body = source.slice(match[0].length);
	const kind = yaml ? (match[1] ?? '').toLowerCase() || 'yaml' : match[1] === '+++' ? 'toml' : 'json';
	if (inside.trim() !== '' && !inside.split('\n').some((line) => namedLine.test(line.trim()))) return undefined;
	if (kind === 'toml') return { fields: tomlFields(inside), body, problems: [] };
	if (kind === 'json' && !/^\s*\{/.test(inside)) return { ...yamlFields(`{${inside}}`), body };
	if (kind === 'yaml' || kind === 'yml' || kind === 'json') return { ...yamlFields(inside), body };
	return { fields: {}, body, problems: [`has a head in a form that is not read (${kind}): its fields are left out`] };
}

/** JSON is YAML too. "failsafe" keeps a date as it is printed; the alias limit stops a small file from growing without end. */
function yamlFields(inside: string): Pick<Head, 'fields' | 'problems'> {
	if (inside.length <= longestHead) {
		try {
			const document = parseDocument(inside, { schema: 'failsafe', uniqueKeys: false, logLevel: 'silent' });
			const parsed = fields.safeParse(document.errors.length === 0 ? (document.toJS({ maxAliasCount: 10 }) ?? {}) : undefined);
			if (parsed.success) return { fields: parsed.data, problems: [] };
		} catch {
			// Read line by line below.
		}
	}
	return {
		fields: lineFields(inside.slice(0, longestHead)),
		problems: ['has a head that is not valid YAML: what could be read of it, line by line, is used'],
	};
}

function lineFields(inside: string): Record<string, unknown> {
	const found: Record<string, unknown> = {};
	for (const line of inside.split('\n')) {
		const [, name, value] = namedLine.exec(line.replace(/^\t/, '')) ?? [];
		if (name !== undefined && value !== undefined) found[name] ??= unquoted(value);
	}
	return found;
}

const ownTable = /^\[(?:params|extra|taxonomies)\]$/;

/** `name = value` of the head's own table and those that themes keep such facts in; lists of strings, and nothing else of TOML. */
function tomlFields(inside: string): Record<string, unknown> {
	const found: Record<string, unknown> = {};
	let own = true;
	const joined = inside.slice(0, longestHead).replace(/\[[^\][]*\]/g, (list) => list.replace(/\n/g, ' '));
	for (const line of joined.split('\n').map((text) => text.trim())) {
		const [, name, value] = /^["']?([\w.-]{1,60})["']?\s*=\s*(.*)$/.exec(line) ?? [];
		if (/^\[/.test(line)) own = ownTable.test(line);
		else if (own && name !== undefined && value !== undefined) found[name] ??= tomlValue(value);
	}
	return found;
}

function tomlValue(value: string): unknown {
	if (!value.startsWith('[')) return unquoted(value.replace(/^("(?:[^"\\]|\\.)*"|'[^']*'|[^"'#]*?)\s*#.*$/, '$1'));
	return [...value.matchAll(/"((?:[^"\\]|\\.)*)"|'([^']*)'/g)].map(([, double, single]) => double ?? single ?? '');
}

function unquoted(value: string): string {
	return value
		.trim()
		.replace(/^(["'])([\s\S]*)\1$/, '$2')
		.replace(/\\(["\\])/g, '$1');
}

function jsonHead(source: string): Head | undefined {
	if (!/^\s*\{/.test(source)) return undefined;
	const end = closingBrace(source.slice(0, longestHead));
	if (end === undefined) return undefined;
	const inside = source.slice(0, end);
	if (!/^\s*\{\s*(?:"|\})/.test(inside)) return undefined;
	const body = source.slice(end);
	try {
		const parsed = fields.safeParse(JSON.parse(inside));
		if (parsed.success) return { fields: parsed.data, body, problems: [] };
	} catch {
		// Read line by line below.
	}
	const lines = inside.replace(/^\s*\{/, '').replace(/\}\s*$/, '');
	return {
		fields: lineFields(lines.replace(/^[ \t]+/gm, '')),
		body,
		problems: ['has a head that is not valid JSON: what could be read of it, line by line, is used'],
	};
}

function closingBrace(source: string): number | undefined {
	let depth = 0;
	let quoting = false;
	for (let at = 0; at < source.length; at++) {
		const character = source.charAt(at);
		if (quoting) {
			if (character === '\\') at++;
			else if (character === '"') quoting = false;
		} else if (character === '"') quoting = true;
		else if (character === '{') depth++;
		else if (character === '}' && --depth === 0) return at + 1;
	}
	return undefined;
}

function isKnown(name: string): boolean {
	return isFactName(name) || otherNames.test(name);
}

/** "Title: … / Date: … / Author: …" above a blank line, or below a `---` that nothing closes. A box about an event is text. */
function plainHead(source: string): Head | undefined {
	const [, title, author = '', date = ''] = percentHead.exec(source) ?? [];
	if (title !== undefined) return { fields: { title, author, date }, body: source.replace(percentHead, ''), problems: [] };
	const start = /^\s*(?:(?:---|<!--)[ \t]*\n)?/.exec(source)?.[0].length ?? 0;
	const blank = /\n[ \t]*\n|\n(?:---|-->)[ \t]*\n/.exec(source.slice(start, start + longestHead));
	if (!blank) return undefined;
	const found: Record<string, unknown> = {};
	for (const line of source.slice(start, start + blank.index).split('\n')) {
		const [, name, value] = plainLine.exec(line) ?? [];
		if (name === undefined || value === undefined) return undefined;
		if (eventLabels.has(name.toLowerCase()) && !isKnown(name)) return undefined;
		found[name] ??= unquoted(value);
	}
	const names = Object.keys(found);
	const known = names.filter(isKnown);
	const tells = names.some((name) => /^(?:title|headline|author|authors|by|byline|subject)$/i.test(name));
	const body = source.slice(start + blank.index + blank[0].length);
	return tells && known.length > names.length / 2 && body.trim() !== '' ? { fields: found, body, problems: [] } : undefined;
}
