import type { ClusterAddress } from './cluster-library/address.js';
import { type FollowedLibrary, followLibrary } from './cluster-library/follow.js';
import { growLibrary, type Hearers } from './growing-library.js';
import type { LibraryPlace } from './memory-library.js';
import { watchFolder } from './watch-folder.js';

/** The library of a running bot, as it is at any moment. */
export interface LivingLibrary extends Pick<FollowedLibrary, 'current' | 'trouble' | 'close'> {
	/** Takes up what has changed in the folder; what is on a cluster is taken up by itself. */
	reload(): Promise<void>;
	/** The cluster that holds it, if one does. */
	readonly cluster?: FollowedLibrary['connection'];
}

/**
 * Opens the library where the configuration has it: in memory, over a folder that is watched, or on a cluster, which
 * an indexer fills.
 */
export async function openLivingLibrary(
	place: LibraryPlace & { readonly library: ClusterAddress | undefined },
	hearers: Hearers & { readonly onTrouble: (trouble: string | null) => void },
): Promise<LivingLibrary> {
	const { onLoad, onProgress, onTrouble, onError } = hearers;
	if (place.library) {
		const hear: Hearers['onLoad'] = (opened) => {
			onLoad(opened);
			onProgress(null);
		};
		const { connection, ...followed } = await followLibrary(place.library, { onLoad: hear, onTrouble });
		return { ...followed, cluster: connection, reload: async () => {} };
	}
	const library = await growLibrary(place, hearers);
	const watcher = watchFolder(place.documents, library.reload, onError);
	return {
		current: library.current,
		reload: library.reload,
		trouble: () => null,
		async close() {
			await watcher.close();
			library.close();
		},
	};
}
