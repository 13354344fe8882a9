import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it, onTestFinished } from 'vitest';
import { plainQuestion } from '../src/answers/question/question.js';
import { loadCorpus } from '../src/corpus/load.js';
import { readDocument, readWithProblems } from '../src/corpus/read.js';
import { namesOf } from '../src/exercises/names/find-names.js';
import { parseName } from '../src/gazetteer/names.js';
import { findPlaces } from '../src/gazetteer/place-mentions.js';
import { escapeText } from '../src/replies/markdown.js';
import { analyse } from '../src/text/analyse.js';
import { sentencesIn } from '../src/text/sentences.js';
import { findDates } from '../src/values/date-mentions.js';

const body = 'The two navies sailed together on Monday.\n\nThey came back to port two days later.\n';

it('nothing outside the folder of documents is read, and no pipe is waited for', async () => {
	const outside = await mkdtemp(join(tmpdir(), 'drillbook-outside-'));
	const folder = await mkdtemp(join(tmpdir(), 'drillbook-'));
	onTestFinished(async () => {
		for (const made of [outside, folder]) await rm(made, { recursive: true });
	});
	await writeFile(join(outside, 'secret.txt'), body);
	await mkdir(join(folder, 'inner'));
	await writeFile(join(folder, 'inner', 'real.txt'), body);
	await symlink(join(outside, 'secret.txt'), join(folder, 'link.txt'));
	await symlink(outside, join(folder, 'inner', 'folder.txt'));
	await symlink('../../../etc/hostname', join(folder, 'inner', 'up.txt'));
	await symlink(outside, join(folder, 'elsewhere'));
	await symlink(join('inner', 'real.txt'), join(folder, 'own-link.txt'));
	await promisify(execFile)('mkfifo', [join(folder, 'pipe.txt')]);
	const { documents, problems } = await loadCorpus(folder);
	expect(documents.map(({ file }) => file)).toEqual(['inner/real.txt']);
	expect(problems.map(({ file }) => file).sort()).toEqual(['elsewhere', 'inner/folder.txt', 'inner/up.txt', 'link.txt', 'pipe.txt']);
});

it.each([
	['YAML', '---\n__proto__:\n  polluted: yes\nconstructor: {prototype: {polluted: yes}}\ntitle: Two fleets\n---\n'],
	['YAML in flow', '---\n{"__proto__": {"polluted": "yes"}, "title": "Two fleets"}\n---\n'],
	['broken YAML', '---\n__proto__: {polluted: yes\nconstructor: [\ntitle: Two fleets\n---\n'],
	['TOML', '+++\n__proto__ = "polluted"\nconstructor = "polluted"\ntitle = "Two fleets"\n+++\n'],
	['JSON', '{"__proto__": {"polluted": "yes"}, "constructor": {"prototype": {"polluted": "yes"}}, "title": "Two fleets"}\n'],
	['broken JSON', '{"__proto__": {"polluted": "yes"},\n"title": "Two fleets",,\n}\n'],
	['plain lines', 'Title: Two fleets\n__proto__: polluted\nconstructor: polluted\nAuthor: A. Writer\n\n'],
])('a head of %s reaches no prototype', (_, head) => {
	const { document } = readWithProblems('one.md', Buffer.from(head + body));
	expect(document.text).toContain('The two navies sailed');
	expect(Reflect.get({}, 'polluted')).toBeUndefined();
	expect(Reflect.get(Object, 'polluted')).toBeUndefined();
	expect(Object.keys(Object.prototype)).toEqual([]);
});

it('a head that grows without end when its aliases are followed is given up at once', () => {
	const levels = Array.from({ length: 30 }, (_, level) => `a${level + 1}: &a${level + 1} [${`*a${level},`.repeat(9)}*a${level}]`);
	const bomb = `---\na0: &a0 [x,x,x,x,x,x,x,x,x]\n${levels.join('\n')}\ntitle: Two fleets\n---\n${body}`;
	const start = performance.now();
	const { document, problems } = readWithProblems('bomb.md', Buffer.from(bomb));
	expect(performance.now() - start).toBeLessThan(5_000);
	expect(document.text).toContain('The two navies sailed');
	expect(problems.join(' ')).toContain('not valid YAML');
});

/** Text in which an expression that tries every way would try very many. */
const HOSTILE = [
	...['a', ' ', '\t', '(', '((((a', '“', '"', '.', ',', '-', '—', '/', '*', '**a', '_', '[', '[x](', '<', '<a ', '&', '&amp', '#', '>'],
	...['A.', 'U.S. ', 'No. ', 'Aa ', 'AaBb', 'Sea of ', 'the ', 'and the ', '1', '1,', '1.', '1/1/', '12 May ', 'May ', '2024-', '10:00 '],
	...[
		'who is ',
		'what what ',
		'Vostok-2022 ',
		'Joint Sword-2024A',
		'HMS ',
		'exercise ',
		'drills in the ',
		'Title: ',
		'http://a.',
		'@a',
		'\u200D',
	],
	...['é', 'á́', 'Я ', '北京', '🛳️', '\u202E', '---\n', '\n', '\r\n', '- ', '| a ', '```', 'By A. ', '(AP) — ', 'Jan. 1, '],
];
const LENGTH = 12_000;
/** Ten times what the slowest takes on a busy machine; an expression that explodes takes minutes. */
const MOST_MS = 6_000;

const READERS: readonly (readonly [string, (text: string) => unknown])[] = [
	['the analyser', analyse],
	['the sentence splitter', (text) => sentencesIn(text, { start: 0, end: text.length })],
	['the date reader', (text) => findDates(text, { start: 0, end: text.length })],
	['the reader of files', (text) => readDocument('one.md', Buffer.from(`A title\n\n${text} x\n\nAn end.`))],
	['the reader of heads', (text) => readDocument('one.md', Buffer.from(`---\ntitle: ${text}\n---\nA text.`))],
	['the reader of names', (text) => namesOf(readDocument('one.txt', Buffer.from(`A title\n\n${text} x`)))],
	['the reader of a typed name', (text) => parseName(text.slice(0, 120))],
	['the reader of places', (text) => findPlaces(text)],
	['the reader of questions', plainQuestion],
	['the escaping', escapeText],
];

it.each(READERS)('%s takes no long time over any text', { timeout: 120_000 }, (_, read) => {
	const slow = HOSTILE.flatMap((pattern) => {
		const text = pattern.repeat(Math.ceil(LENGTH / pattern.length)).slice(0, LENGTH);
		const start = performance.now();
		read(`${text}!`);
		const ms = performance.now() - start;
		return ms > MOST_MS ? [`${JSON.stringify(pattern)}: ${Math.round(ms)} ms`] : [];
	});
	expect(slow).toEqual([]);
});
