import { expect, it } from 'vitest';
import { readWithProblems } from '../../src/corpus/read.js';
import { drawing, tell } from './generate.js';

const body = 'The two navies sailed together on Monday.\n\nThey came back to port two days later.';

/** A field as each kind of head writes it, and what must come of it; undefined where the field says nothing of that fact. */
interface Value {
	readonly yaml: string;
	readonly toml?: string;
	readonly json?: string;
	readonly plain?: string;
	readonly gives: string | null;
	/** Must be named among the problems. */
	readonly named?: true;
}

const quoted = (text: string): Pick<Value, 'toml' | 'json'> => ({ toml: JSON.stringify(text), json: JSON.stringify(text) });
const text = (value: string, gives = value): Value => ({ yaml: value, plain: value, ...quoted(value), gives });

const titles: readonly Value[] = [
	text('Two fleets sail'),
	{ ...text('Two fleets sail: a report'), yaml: '"Two fleets sail: a report"' },
	{ yaml: "'Two fleets sail'", ...quoted('Two fleets sail'), gives: 'Two fleets sail' },
	{ yaml: '>-\n  Two fleets\n  sail', ...quoted('Two fleets sail'), gives: 'Two fleets sail' },
	text('Two *fleets* sail &amp; return', 'Two fleets sail & return'),
	text('Two\u00A0fl\u200Beets sail', 'Two fleets sail'),
	{ yaml: '[Two fleets sail]', toml: '["Two fleets sail"]', json: '["Two fleets sail"]', gives: 'Two fleets sail' },
];
const dates: readonly (Value & { readonly name: string })[] = [
	...[
		'2024-10-03',
		'2024-10-03 11:29:25 -0400',
		'2024-10-03T11:29:25Z',
		'2024/10/03',
		'October 3, 2024',
		'3 October 2024',
		'Thu, 03 Oct 2024 11:29:25 +0000',
		'2024-10-3',
		'03 Oct 2024',
		'2024-10-03T11:29:25.000+02:00',
	].flatMap((day) =>
		['date', 'published', 'publishDate', 'pubDate', 'date_published', 'Date', 'published_at', 'publication-date'].map((name) => ({
			...text(day, '2024-10-03'),
			name,
		})),
	),
	{ name: 'date', yaml: '"2024-10-03"', toml: '2024-10-03T11:29:25-04:00', json: '"2024-10-03"', gives: '2024-10-03' },
	{ name: 'date', yaml: '2024-10-03 # when it came', toml: '2024-10-03 # when it came', json: '"2024-10-03"', gives: '2024-10-03' },
	{ ...text('20241003', '2024-10-03'), name: 'date' },
	{ ...text('2024-10', '2024-10'), name: 'date' },
	{ ...text('2024', '2024'), name: 'date' },
	{ name: 'lastmod', ...text('2024-10-03') },
	{ name: 'created', ...text('2024-10-09'), gives: null },
	...['soon', 'next week', '2024-13-45', '{{ page.date }}', '32 October 2024'].map((day) => ({
		name: 'date',
		...text(day),
		yaml: JSON.stringify(day),
		gives: null,
		named: true as const,
	})),
	{ name: 'date', yaml: '\n  year: 2024\n  week: 40', json: '{"year": 2024, "week": 40}', gives: null, named: true },
	{ name: 'date', yaml: '', toml: '""', json: 'null', plain: '', gives: null },
	{ name: 'date', yaml: '~', toml: '""', json: '""', gives: null },
	{ name: 'published', yaml: 'true', toml: 'true', json: 'true', plain: 'true', gives: null },
	{ name: 'published', yaml: 'no', toml: 'false', json: 'false', gives: null },
];
const authors: readonly (Value & { readonly name: string })[] = [
	...['author', 'authors', 'Author', 'byline'].map((name) => ({ ...text('A. Reporter'), name })),
	{ name: 'author', yaml: '\n  - "[[A. Reporter]]"', toml: '["A. Reporter"]', json: '["A. Reporter"]', gives: 'A. Reporter' },
	{
		name: 'authors',
		yaml: '\n  - A. Reporter\n  - B. Writer',
		toml: '[\n  "A. Reporter",\n  "B. Writer",\n]',
		json: '["A. Reporter", "B. Writer"]',
		gives: 'A. Reporter, B. Writer',
	},
	{
		name: 'authors',
		yaml: '[A. Reporter, B. Writer]',
		toml: "['A. Reporter', 'B. Writer']",
		json: '["A. Reporter", "B. Writer"]',
		gives: 'A. Reporter, B. Writer',
	},
	{
		name: 'author',
		yaml: '\n  name: A. Reporter\n  email: a@example.org',
		json: '{"name": "A. Reporter", "email": "a@example.org"}',
		gives: 'A. Reporter',
	},
	{
		name: 'authors',
		yaml: '\n  - name: A. Reporter\n  - name: B. Writer',
		json: '[{"name": "A. Reporter"}, {"name": "B. Writer"}]',
		gives: 'A. Reporter, B. Writer',
	},
	{ name: 'author', yaml: '', toml: '""', json: 'null', plain: '', gives: null },
	{ name: 'authors', yaml: '[]', toml: '[]', json: '[]', gives: null },
	{ name: 'author', yaml: '\n  twitter: 5\n  site: [x]', json: '{"twitter": 5}', gives: null, named: true },
];
const addresses: readonly (Value & { readonly name: string })[] = [
	...['url', 'source', 'canonical_url', 'original_url', 'link'].map((name) => ({ ...text('https://example.org/drill'), name })),
	{ name: 'url', ...text('/2024/10/drill/'), gives: null },
	{ name: 'url', ...text('ftp://example.org/x'), gives: null, named: true },
	{ name: 'url', ...text('javascript:alert(1)'), gives: null, named: true },
	{
		name: 'source',
		yaml: '\n  - https://example.org/drill',
		toml: '["https://example.org/drill"]',
		json: '["https://example.org/drill"]',
		gives: 'https://example.org/drill',
	},
];
/** Lines of real heads that say nothing of these facts. */
const others: readonly (Pick<Value, 'yaml' | 'toml' | 'json' | 'plain'> & { readonly name: string })[] = [
	{ name: 'layout', yaml: 'post', ...quoted('post'), plain: 'post' },
	{ name: 'tags', yaml: '\n  - navy\n  - "#drill"', toml: '["navy", "drill"]', json: '["navy", "drill"]', plain: 'navy, drill' },
	{ name: 'categories', yaml: '[news, sea]', toml: '["news"]', json: '["news"]', plain: 'news' },
	{ name: 'draft', yaml: 'false', toml: 'false', json: 'false' },
	{ name: 'weight', yaml: '10', toml: '10', json: '10' },
	{ name: 'image', yaml: '\n  path: /a.jpg\n  alt: "A ship: at sea"', json: '{"path": "/a.jpg"}' },
	{ name: 'description', yaml: '|\n  Lines\n\n  of text', ...quoted('Lines of text'), plain: 'Lines of text' },
	{ name: 'slug', yaml: '', toml: '""', json: '""', plain: '' },
];

const given = (name: string, value: string | undefined, join: string): string[] => (value === undefined ? [] : [`${name}${join}${value}`]);
type Line = Pick<Value, 'yaml' | 'toml' | 'json' | 'plain'> & { readonly name: string };
const kinds: readonly { readonly key: 'yaml' | 'toml' | 'json' | 'plain'; readonly write: (lines: readonly Line[]) => string }[] = [
	{ key: 'yaml', write: (lines) => `---\n${lines.map(({ name, yaml }) => `${name}: ${yaml}`.trimEnd()).join('\n')}\n---\n\n${body}\n` },
	{
		key: 'yaml',
		write: (lines) => `\n---  \n# a head\n${lines.map(({ name, yaml }) => `${name}: ${yaml}`.trimEnd()).join('\n')}\n...\n${body}\n`,
	},
	{
		key: 'yaml',
		write: (lines) =>
			`\uFEFF---\r\n${lines.map(({ name, yaml }) => `${name}: ${yaml}`.trimEnd().replaceAll('\n', '\r\n')).join('\r\n')}\r\n---\r\n${body.replaceAll('\n', '\r\n')}\r\n`,
	},
	{
		key: 'toml',
		write: (lines) =>
			`+++\n${lines.flatMap(({ name, toml }) => given(name, toml, ' = ')).join('\n')}\n\n[menu.main]\ntitle = "Menu"\nname = "x"\n+++\n\n${body}\n`,
	},
	{
		key: 'json',
		write: (lines) => `{\n  ${lines.flatMap(({ name, json }) => given(`"${name}"`, json, ': ')).join(',\n  ')}\n}\n\n${body}\n`,
	},
	{
		key: 'plain',
		write: (lines) =>
			`${lines.flatMap(({ name, plain }) => given(`${name.charAt(0).toUpperCase()}${name.slice(1)}`, plain, ': ')).join('\n')}\n\n${body}\n`,
	},
];

it('reads heads of every kind, and never leaves a file out because of one', () => {
	const draw = drawing(13);
	const misses: string[] = [];
	const tried = 600;
	for (let index = 0; index < tried; index++) {
		const { key, write } = draw(kinds);
		const usable = <V extends Partial<Record<typeof key, string>>>(values: readonly V[]): readonly V[] =>
			values.filter((value) => value[key] !== undefined);
		const title = { name: 'title', ...draw(usable(titles)) };
		const date = draw(usable(dates));
		const author = draw(usable(authors));
		const url = draw(usable(addresses));
		const lines = [draw(usable(others)), title, date, author, url];
		const source = write(draw([lines, [...lines].reverse()]));
		const file = draw(['a.md', 'a.txt']);
		try {
			const { document, problems } = readWithProblems(file, new TextEncoder().encode(source));
			const got = [document.title, document.publishedOn?.on ?? null, document.author, document.url, document.text.trim()];
			const wanted = [title.gives, date.gives, author.gives, url.gives, body];
			const silent = [date, author, url].filter(
				({ named, name }) => named && !problems.some((problem) => problem.toLowerCase().includes(`"${name.toLowerCase()}"`)),
			);
			const needless = problems.length > [date, author, url].filter(({ named }) => named).length;
			if (JSON.stringify(got) !== JSON.stringify(wanted) || silent.length > 0 || needless)
				misses.push(`${JSON.stringify(source)} gave ${JSON.stringify(got)} ${problems.join('; ')}`);
		} catch (error) {
			misses.push(`${JSON.stringify(source)} is left out: ${String(error)}`);
		}
	}
	expect(tell('heads', tried, misses)).toBeGreaterThanOrEqual(0.95);
}, 60_000);

const broken = [
	'---\ntitle: Two fleets: they sail\ndate: 2024-10-03\n---\n\n',
	'---\ntitle: "Two fleets sail\ndate: 2024-10-03\n---\n\n',
	'---\ntitle: Two fleets sail\n\tdate: 2024-10-03\n  - x\n---\n\n',
	'---\ntitle: @fleets sail\ntags: [a, b\ndate: 2024-10-03\n---\n\n',
	'---\ntitle: a\ntitle: b\ndate: 2024-10-03\n---\n\n',
	`---\na: &a [x]\nb: &b [${'*a, '.repeat(9)}*a]\nc: [${'*b, '.repeat(9)}*b]\ndate: 2024-10-03\n---\n\n`,
	'---\ntitle: Two fleets sail\ndate: 2024-10-03\n\n',
	'+++\ntitle = "Two fleets\ndate = 2024-10-03\nx ==\n+++\n\n',
	'{\n"title": "x",\n"date": "2024-10-03",\n}\n\n',
	'{"title": "x", "date": "2024-10-03"} ',
	';;;\n"title": "x", "date": "2024-10-03"\n;;;\n\n',
	'Title: Two fleets sail\nAuthor: A. Reporter\nDate: 3 October 2024\n---\n\n',
];

it.each(broken)('reads what it can of the broken head %j', (head) => {
	const { document } = readWithProblems('a.md', new TextEncoder().encode(`${head}${body}`));
	expect(document.publishedOn?.on).toBe('2024-10-03');
	expect(document.text.trim()).toBe(body);
});

it('takes no box about an event for a head', () => {
	const { document } = readWithProblems(
		'a.txt',
		new TextEncoder().encode(`Title: Sea days\nDate: 3 October 2024\nLocation: Kiel\n\n${body}`),
	);
	expect(document.publishedOn).toBeNull();
	expect(document.text).toContain('Location: Kiel');
});
