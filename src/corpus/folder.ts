import { constants, type Dirent } from 'node:fs';
import { type FileHandle, open, readdir, realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { UnreadableFile } from './decode.js';
import { formatOf, isHidden } from './formats/kinds.js';

/** What stands in a folder and the folders inside it; paths inside it, with forward slashes, sorted. */
export interface Listing {
	/** Files of a kind that is read, each with the path that it is opened at. */
	readonly files: readonly { readonly file: string; readonly path: string }[];
	/** Files of another kind. */
	readonly otherKinds: readonly string[];
	/** What is no regular file of the folder, and why it is not opened, in words for people. */
	readonly notOpened: readonly { readonly file: string; readonly problem: string }[];
}

const largestFile = 20 * 1024 * 1024;
/** A file that was written to just now is looked at again after this many milliseconds. */
const settles = 300;

/** Lists a folder. Throws as `readdir` does where the folder itself cannot be listed. */
export async function listFolder(folder: string): Promise<Listing> {
	const root = await realpath(folder);
	const files: { file: string; path: string }[] = [];
	const otherKinds: string[] = [];
	const notOpened: { file: string; problem: string }[] = [];

	async function take(file: string, entry: Dirent): Promise<void> {
		if (isHidden(file)) return;
		const refuse = (problem: string) => notOpened.push({ file, problem });
		if (entry.isDirectory()) return walk(file).catch(() => void refuse('is a folder that cannot be listed'));
		if (entry.isSymbolicLink()) return takeLink(file, refuse);
		if (!entry.isFile()) refuse(`is ${specialName(entry)}, not a regular file`);
		else if (formatOf(file)) files.push({ file, path: join(root, file) });
		else otherKinds.push(file);
	}

	/** A link to a file of the folder is read where that file itself is not listed: behind a hidden folder, say. */
	async function takeLink(file: string, refuse: (problem: string) => void): Promise<void> {
		const path = await realpath(join(root, file)).catch(() => undefined);
		const target = path === undefined ? undefined : await stat(path).catch(() => undefined);
		if (path === undefined || !target) return refuse('is a link that leads nowhere');
		if (path !== root && !path.startsWith(root + sep)) return refuse('is a link that leads out of the folder');
		if (target.isDirectory()) return refuse('is a link to a folder');
		if (!target.isFile()) return refuse('is a link to no regular file');
		const inside = path
			.slice(root.length + 1)
			.split(sep)
			.join('/');
		if (!formatOf(file)) otherKinds.push(file);
		else if (isHidden(inside) || !formatOf(inside)) files.push({ file, path });
	}

	async function walk(inside: string): Promise<void> {
		const entries = await readdir(join(root, inside), { withFileTypes: true });
		const names = new Set(entries.map(({ name }) => name));
		for (const entry of entries) {
			if (entry.isDirectory() && isOfSavedPage(entry.name, names)) continue;
			await take(inside === '' ? entry.name : `${inside}/${entry.name}`, entry);
		}
	}

	await walk('');
	const byFile = (a: { file: string }, b: { file: string }) => (a.file < b.file ? -1 : 1);
	return { files: files.sort(byFile), otherKinds: otherKinds.sort(), notOpened: notOpened.sort(byFile) };
}

/** The pictures and scripts that a browser saves beside a page: "Page.html" and "Page_files". */
function isOfSavedPage(folder: string, names: ReadonlySet<string>): boolean {
	const page = folder.replace(/(?:_files|\.files|-Dateien|_archivos|_fichiers)$/, '');
	return page !== folder && (names.has(`${page}.html`) || names.has(`${page}.htm`));
}

function specialName(entry: Dirent): string {
	if (entry.isFIFO()) return 'a pipe';
	if (entry.isSocket()) return 'a socket';
	return 'a device';
}

/**
 * The bytes of a regular file, settled.
 * @throws UnreadableFile when it is none, too large, or still being written
 */
export async function readRegularFile(path: string): Promise<Uint8Array> {
	// Not through a link and without waiting: what was a file a moment ago may be a pipe now.
	const handle = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
	try {
		const size = await settledSize(handle);
		if (size > largestFile) throw new UnreadableFile(`is larger than ${largestFile / 1024 / 1024} MB`);
		const bytes = Buffer.alloc(size);
		let read = 0;
		while (read < size) {
			const { bytesRead } = await handle.read(bytes, read, size - read);
			if (bytesRead === 0) break;
			read += bytesRead;
		}
		return bytes.subarray(0, read);
	} finally {
		await handle.close();
	}
}

async function settledSize(handle: FileHandle): Promise<number> {
	const now = await handle.stat();
	if (!now.isFile()) throw new UnreadableFile('is not a regular file');
	const age = Date.now() - now.mtimeMs;
	if (age < 0 || age >= settles) return now.size;
	await pause(settles);
	const later = await handle.stat();
	if (later.size !== now.size || later.mtimeMs !== now.mtimeMs)
		throw new UnreadableFile('is still being written: it is read when that ends');
	return later.size;
}
