import { execFileSync } from 'node:child_process';
import { appendFile, mkdir, mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { loadCorpus, problemLine } from '../../src/corpus/load.js';

let folder = '';
beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'corpus-'));
});
afterEach(() => rm(folder, { recursive: true }));

it('reads .txt and .md of a folder and its folders, sorted by name, and leaves the rest alone', async () => {
	await mkdir(join(folder, 'sub'));
	await mkdir(join(folder, '.hidden'));
	await Promise.all(
		['b.txt', 'a.md', 'sub/c.TXT', 'picture.png', '.secret.txt', '.hidden/d.txt'].map((file) => writeFile(join(folder, file), 'Text.')),
	);
	const { documents, problems } = await loadCorpus(folder);
	expect(documents.map(({ file }) => file)).toEqual(['a.md', 'b.txt', 'sub/c.TXT']);
	expect(problems).toEqual([{ file: 'picture.png', problem: 'is of a kind that is not read' }]);
});

it('names a bad file in one line and loads the rest', async () => {
	await writeFile(join(folder, 'bad.txt'), Uint8Array.of(0xff, 0xfe, 0xfd));
	await writeFile(join(folder, 'empty.txt'), '');
	await writeFile(join(folder, 'good.txt'), 'Text.');
	const { documents, problems } = await loadCorpus(folder);
	expect(documents.map(({ file }) => file)).toEqual(['good.txt']);
	expect(problems).toEqual([
		{ file: 'bad.txt', problem: 'is not UTF-8 text: save it as UTF-8' },
		{ file: 'empty.txt', problem: 'is empty' },
	]);
});

it('reads a file whose head makes no sense, and names what it dropped', async () => {
	await writeFile(join(folder, 'a.md'), '---\ntitle: Fleet sails\ndate: soon\n---\nText.');
	const { documents, problems } = await loadCorpus(folder);
	expect(documents).toMatchObject([{ title: 'Fleet sails', publishedOn: null, text: 'Text.' }]);
	expect(problems.map(problemLine)).toEqual([
		'a.md has a "date" in its head that is no date that can be read (soon): the field is left out',
	]);
});

it('opens regular files of the folder alone, and names in one line each what it does not open', async () => {
	const outside = await mkdtemp(join(tmpdir(), 'outside-'));
	await writeFile(join(outside, 'secret.txt'), 'Not of this folder.');
	await mkdir(join(folder, '.versions'));
	await mkdir(join(folder, 'Page_files'));
	await Promise.all(
		['a.txt', '.versions/kept.txt', 'Page_files/frame.html', 'x.zip', 'y.png', 'z', '~$open.docx'].map((file) =>
			writeFile(join(folder, file), 'Text.'),
		),
	);
	await writeFile(join(folder, 'Page.html'), '<p>The fleet sailed on Monday.</p>');
	await symlink(join(outside, 'secret.txt'), join(folder, 'out.txt'));
	await symlink(outside, join(folder, 'outer'));
	await symlink(folder, join(folder, 'round'));
	await symlink('nowhere.txt', join(folder, 'broken.txt'));
	await symlink('a.txt', join(folder, 'again.txt'));
	await symlink('.versions/kept.txt', join(folder, 'kept.txt'));
	execFileSync('mkfifo', [join(folder, 'pipe.txt')]);
	await writeFile(join(folder, 'two\nlines\u202e.txt'), '');
	await truncate(join(folder, 'x.zip'));
	await writeFile(join(folder, 'large.txt'), '');
	await truncate(join(folder, 'large.txt'), 21 * 1024 * 1024);
	const { documents, problems } = await loadCorpus(folder);
	await rm(outside, { recursive: true });
	expect(documents.map(({ file, text }) => [file, text])).toEqual([
		['Page.html', 'The fleet sailed on Monday.'],
		['a.txt', 'Text.'],
		['kept.txt', 'Text.'],
	]);
	expect(problems.map(problemLine)).toEqual([
		'large.txt is larger than 20 MB; it is left out',
		'two\uFFFDlines\uFFFD.txt is empty; it is left out',
		'broken.txt is a link that leads nowhere; it is left out',
		'out.txt is a link that leads out of the folder; it is left out',
		'outer is a link that leads out of the folder; it is left out',
		'pipe.txt is a pipe, not a regular file; it is left out',
		'round is a link to a folder; it is left out',
		'3 files are of kinds that are not read: .png, .zip, no kind; they are left out',
	]);
});

it('leaves out a file that is still being written, and reads it when that ends', async () => {
	const file = join(folder, 'long.txt');
	await writeFile(file, 'Half ');
	const writing = setInterval(() => void appendFile(file, 'a sentence '), 50);
	const { problems } = await loadCorpus(folder);
	clearInterval(writing);
	expect(problems.map(problemLine)).toEqual(['long.txt is still being written: it is read when that ends; it is left out']);
	await setTimeout(400);
	expect((await loadCorpus(folder)).documents).toHaveLength(1);
});

it('says plainly that a folder is not there', async () => {
	await expect(loadCorpus(join(folder, 'nowhere'))).rejects.toThrow(/nowhere is not there$/);
});

it('reads thousands of files', async () => {
	await Promise.all(Array.from({ length: 3_000 }, (_, index) => writeFile(join(folder, `${index}.txt`), `Document ${index} stands here.`)));
	expect((await loadCorpus(folder)).documents).toHaveLength(3_000);
});
