import { openPlaces } from './gazetteer.js';
import { openSeries } from './series.js';

/** Files of the user's own, as the configuration names them. */
export interface OwnFiles {
	readonly placesFile?: string | undefined;
	readonly seriesFile?: string | undefined;
}

let opened: OwnFiles = {};

/** The files that were taken up last. */
export function ownFilesOpened(): OwnFiles {
	return opened;
}

/**
 * Takes up the places and series of the data files and of the user's own. Called before a document is read: what was read earlier
 * knows nothing of them.
 * @throws Error in one line naming the file and the entry
 */
export function openGazetteer({ placesFile, seriesFile }: OwnFiles): void {
	openPlaces(placesFile);
	openSeries(seriesFile);
	opened = { placesFile, seriesFile };
}
