import { readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { dataFolder } from './data.js';

/** The code of some rooms, and the data files and the network beside the sources: what they make of a text depends on nothing else. */
export async function programFiles(rooms: readonly string[]): Promise<string[]> {
	const roots = new Set([dirname(fileURLToPath(import.meta.url)), dataFolder]);
	const folders = [...roots].flatMap((root) => rooms.map((room) => join(root, room)));
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
