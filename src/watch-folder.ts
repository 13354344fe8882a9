import { watch } from 'chokidar';

/** Pause after the last change before the folder is read again, in milliseconds: an editor saves in several steps. */
const quietFor = 300;

/**
 * Calls `onChange` when documents of a folder appear, change or disappear; changes close together count as one.
 * A call that fails leaves things as they are until the next change.
 */
export function watchFolder(folder: string, onChange: () => Promise<void>, onError: (error: unknown) => void): { close(): Promise<void> } {
	let timer: NodeJS.Timeout | undefined;
	const watcher = watch(folder, { ignoreInitial: true, awaitWriteFinish: { stabilityThreshold: 200, pollInterval: 50 } });
	watcher.on('all', () => {
		clearTimeout(timer);
		timer = setTimeout(() => onChange().catch(onError), quietFor);
	});
	watcher.on('error', onError);
	return {
		async close() {
			clearTimeout(timer);
			await watcher.close();
		},
	};
}
