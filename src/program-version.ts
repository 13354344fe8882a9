import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { dataFolder } from './data.js';

const known = new Map<string, Promise<string>>();

/** Changes with the code and the data of some rooms: what they make of a text depends on nothing else. Each room is read once a process. */
export async function programVersion(rooms: readonly string[]): Promise<string> {
	const versions = rooms.map((room) => {
		const version = known.get(room) ?? versionOf(room);
		known.set(room, version);
		return version;
	});
	return (await Promise.all(versions)).join(' ');
}

async function versionOf(room: string): Promise<string> {
	const hash = createHash('sha256');
	for (const file of await programFiles(room)) hash.update(await readFile(file));
	return hash.digest('hex');
}

/** The code of a room, and the data files and the networks beside the sources. */
async function programFiles(room: string): Promise<string[]> {
	const roots = new Set([dirname(fileURLToPath(import.meta.url)), dataFolder]);
	const folders = [...roots].map((root) => join(root, room));
	const listed = await Promise.all(folders.map((folder) => readdir(folder, { recursive: true, withFileTypes: true })));
	return listed
		.flat()
		.filter((entry) => entry.isFile() && !entry.name.endsWith('.map'))
		.map((entry) => join(entry.parentPath, entry.name))
		.filter(isOfTheProgram)
		.sort();
}

/** How the reader was trained is kept beside it, and is no part of the program. */
const isOfTheProgram = (file: string): boolean => !file.includes(join('reader', 'recipe'));
