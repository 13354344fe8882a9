import { randomBytes } from 'node:crypto';
import { type FileHandle, mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/**
 * Writes a file whole or not at all, whenever the process or the machine stops; its folder is made where it is not
 * there. Until it is whole it stands beside its place under a hidden name, which is not read as a document.
 */
export async function writeWhole(path: string, data: string | Uint8Array | AsyncIterable<Uint8Array>): Promise<void> {
	const folder = dirname(path);
	await mkdir(folder, { recursive: true });
	const part = join(folder, `.${basename(path)}.${randomBytes(4).toString('hex')}.part`);
	try {
		await using(await open(part, 'wx', 0o644), async (file) => {
			if (typeof data === 'string' || data instanceof Uint8Array) await file.writeFile(data);
			else for await (const piece of data) await file.appendFile(piece);
			await file.sync();
		});
		await rename(part, path);
	} catch (error) {
		await rm(part, { force: true });
		throw error;
	}
	// Without this the new name itself may be lost when the power fails; Windows cannot open folders.
	if (process.platform !== 'win32') await using(await open(folder, 'r'), (opened) => opened.sync());
}

/** Removes what writes that were cut off have left of some files of a folder. */
export async function removeParts(folder: string, isOurs: (name: string) => boolean = () => true): Promise<void> {
	const names = await readdir(folder).catch(() => []);
	for (const part of names) {
		const name = /^\.(.+)\.[0-9a-f]{8}\.part$/.exec(part)?.[1];
		if (name !== undefined && isOurs(name)) await rm(join(folder, part), { force: true });
	}
}

async function using(file: FileHandle, work: (file: FileHandle) => Promise<void>): Promise<void> {
	try {
		await work(file);
	} finally {
		await file.close();
	}
}
