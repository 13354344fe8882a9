import { rm } from 'node:fs/promises';
import { onTestFinished } from 'vitest';
import type { Document } from '../../src/corpus/document.js';
import type { DocumentExtract } from '../../src/exercises/drafts/draft.js';
import { growLibrary } from '../../src/growing-library.js';
import type { LocalDiscordOptions } from '../../src/local-discord/server.js';
import { watchFolder } from '../../src/watch-folder.js';
import { setStage } from './stage.js';

const fail = (error: unknown): void => {
	throw error;
};

/** The real bot over a folder that is watched; the folder goes with the test. */
export async function setGrowingStage(
	folder: string,
	local: LocalDiscordOptions = {},
	readDocument?: (document: Document) => Promise<DocumentExtract>,
) {
	const library = await growLibrary({ documents: folder }, { onLoad: () => {}, onProgress: () => {}, onError: fail }, readDocument);
	const watcher = watchFolder(folder, library.reload, fail);
	onTestFinished(async () => {
		await watcher.close();
		library.close();
		await library.whole();
		await rm(folder, { recursive: true });
	});
	const { discord } = await setStage({ library: () => library.current().library }, local);
	return { discord, library };
}
