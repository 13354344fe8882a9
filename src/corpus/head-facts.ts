import { printedDates, printedMonth } from './calendar.js';
import type { Publication } from './document.js';
import { normalisedLine } from './normalise.js';

/** What the head of a file states of its text. */
export interface HeadFacts {
	readonly title?: string;
	readonly published?: Publication;
	readonly publisher?: string;
	readonly author?: string;
	readonly url?: string;
}

/** Names of fields in lower case and without hyphens, lines and blanks, the one that says most first. */
const names = {
	title: ['title', 'headline', 'subject'],
	published: [
		...[
			'published',
			'publisheddate',
			'publishedat',
			'publishedon',
			'publishedtime',
			'datepublished',
			'publishdate',
			'publishtime',
			'publicationdate',
		],
		...['dateofpublication', 'pubdate', 'pubdatetime', 'posted', 'postdate', 'dateposted', 'date'],
		...[
			'updated',
			'lastupdated',
			'updatedat',
			'dateupdated',
			'lastmod',
			'lastmodified',
			'lastmodifiedat',
			'modified',
			'datemodified',
			'modifieddate',
			'moddatetime',
		],
	],
	publisher: ['publisher', 'publication', 'outlet', 'newspaper', 'site', 'sitename', 'website'],
	author: ['author', 'authors', 'byline', 'by', 'writer', 'writers', 'creator'],
	url: ['url', 'canonicalurl', 'canonical', 'originalurl', 'sourceurl', 'externalurl', 'source', 'link', 'permalink', 'original'],
} as const;
type Field = keyof typeof names;
const allNames: ReadonlySet<string> = new Set(Object.values(names).flat());

const keyOf = (name: string): string => name.toLowerCase().replace(/[-_\s.]/g, '');

/** Whether a field of this name states something of the text. */
export function isFactName(name: string): boolean {
	return allNames.has(keyOf(name));
}

/** Written for "nothing": no value, and no fault either. */
const nothing = /^(?:~|null|nil|none|undefined|n\/a|-+|\[\]|\{\}|tbd)?$/i;
/** Whether a page is shown, not when it was. */
const isSwitch = /^(?:true|false|yes|no|on|off|draft|1|0|public|private)$/i;

/** The facts of a head's fields. A field that makes no sense is dropped and named in `problems`, in words for people. */
export function factsOf(fields: Readonly<Record<string, unknown>>): { facts: HeadFacts; problems: readonly string[] } {
	const problems: string[] = [];
	const entries = entriesOf(fields);
	const dropped = (name: string, why: string, value: string) =>
		problems.push(`has a "${name}" in its head that ${why}${value ? ` (${shown(value)})` : ''}: the field is left out`);

	const all = (field: Field) => names[field].flatMap((known) => entries.filter(({ key }) => key === known));
	const first = <T>(field: Field, read: (text: string) => T | undefined, why: string, silent?: RegExp): T | undefined => {
		for (const { name, value } of all(field)) {
			const text = textOf(value, field);
			if (text !== undefined && (nothing.test(text) || silent?.test(text))) continue;
			const fact = text === undefined ? undefined : read(text);
			if (fact !== undefined) return fact;
			dropped(name, text === undefined ? 'is not a line of text' : why, text ?? '');
		}
		return undefined;
	};

	const title = first('title', (text) => text, '');
	const published = first('published', publicationOf, 'is no date that can be read', isSwitch);
	const author = first('author', (text) => text, '', isSwitch);
	const url = first('url', addressIn, 'is no web address', /^(?:\/|\.|#)|^[^:/]*$/);
	const source = all('url').find(({ key }) => key === 'source');
	const outlet = source && textOf(source.value, 'publisher');
	const named = outlet !== undefined && !nothing.test(outlet) && !/[:/]/.test(outlet) ? outlet : undefined;
	const publisher = first('publisher', (text) => text, '', /^https?:/i) ?? named;
	const facts = {
		...(title !== undefined ? { title } : {}),
		...(published ? { published } : {}),
		...(publisher !== undefined ? { publisher } : {}),
		...(author !== undefined ? { author } : {}),
		...(url !== undefined ? { url } : {}),
	};
	return { facts, problems };
}

/** Fields of the head itself, then of the maps that themes keep such facts in. */
function entriesOf(fields: Readonly<Record<string, unknown>>): { key: string; name: string; value: unknown }[] {
	const own = Object.entries(fields);
	const inner = own.flatMap(([name, value]) => (/^(?:params|extra)$/i.test(name) && isMap(value) ? Object.entries(value) : []));
	return [...own, ...inner].map(([name, value]) => ({ key: keyOf(name), name, value }));
}

/** A value as a line of text: lists of names joined, maps by their name; undefined when it is neither. */
function textOf(value: unknown, field: Field): string | undefined {
	if (value === null || value === undefined) return '';
	if (typeof value === 'string') return normalisedLine(value).replace(/^["“](.*)["”]$/, '$1');
	if (typeof value === 'number' || typeof value === 'boolean') return String(value);
	if (Array.isArray(value)) return textOfList(value, field);
	return isMap(value) ? textOfMap(value, field) : undefined;
}

function textOfList(list: readonly unknown[], field: Field): string | undefined {
	const texts = list.map((part) => textOf(part, field));
	const known = texts.filter((text) => text !== undefined && !nothing.test(text));
	if (texts.length > 0 && texts.every((text) => text === undefined)) return undefined;
	if (field === 'url') return known.find((text) => text !== undefined && addressIn(text)) ?? known[0] ?? '';
	if (field === 'author' || field === 'publisher') return known.join(', ');
	return known.length > 1 ? undefined : (known[0] ?? '');
}

function textOfMap(value: Readonly<Record<string, unknown>>, field: Field): string | undefined {
	if (Object.keys(value).length === 0) return '';
	const part = ['name', 'display_name', 'displayname', 'fullname', 'title', 'published', 'date', 'created', 'url', 'en'].find(
		(key) => typeof value[key] === 'string',
	);
	return part === undefined ? undefined : textOf(value[part], field);
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function publicationOf(text: string): Publication | undefined {
	if (text.length > 80) return undefined;
	const plain = text.replace(/^!{1,2}[\w:.-]+\s+/, '');
	const compact = /^((?:19|20)\d\d)(\d\d)(\d\d)(?!\d)/.exec(plain);
	const read = compact ? `${compact[1]}-${compact[2]}-${compact[3]}` : plain;
	const month = /^((?:19|20)\d\d)[-/.](0?[1-9]|1[0-2])$/.exec(read);
	const whole = printedDates(read)[0] ?? printedMonth(read);
	if (whole) return { on: whole.on, precision: whole.precision, span: null };
	if (month) return { on: `${month[1]}-${(month[2] ?? '').padStart(2, '0')}`, precision: 'month', span: null };
	return /^(?:19|20)\d\d$/.test(read) ? { on: read, precision: 'year', span: null } : undefined;
}

function addressIn(text: string): string | undefined {
	const address = /^<?(https?:\/\/[^\s<>"]+?)>?$/i.exec(text)?.[1];
	return address !== undefined && URL.canParse(address) ? address : undefined;
}

function shown(value: string): string {
	return value.length > 60 ? `${value.slice(0, 60)}…` : value;
}
