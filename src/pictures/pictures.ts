import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { memoised } from '../memoised.js';
import type { Wanted } from './draw.js';
import { createDrawer } from './drawer.js';
import type { MapPicture, TimelinePicture } from './inputs.js';
import type { Picture } from './picture.js';

export type { DatePrecision, MapPicture, MapPlace, PlaceKind, TimelineEntry, TimelineLane, TimelinePicture } from './inputs.js';
export type { Picture } from './picture.js';
export type { PictureWords } from './words.js';

export interface Pictures {
	/** Draws a map, or gives the one drawn for the same input before. Rejects only if the renderer fails. */
	map(picture: MapPicture): Promise<Picture>;
	timeline(picture: TimelinePicture): Promise<Picture>;
	/** Reads the fonts and the atlas (about 0.3 s, once), so that the first picture comes as fast as the others. */
	warm(): Promise<void>;
	/** Removes what was written to disk for drawing. */
	close(): Promise<void>;
}

const MOST_PICTURES = 100;
const MOST_BYTES = 32 * 1024 * 1024;

/** Draws pictures and keeps the last ones, by what was asked for. Asked twice at once, a picture is drawn once. */
export function createPictures(): Pictures {
	const drawer = createDrawer();
	const cache = new LRUCache<string, Picture, { readonly wanted: Wanted }>({
		max: MOST_PICTURES,
		maxSize: MOST_BYTES,
		sizeCalculation: (picture) => picture.png.byteLength,
		ignoreFetchAbort: true,
		fetchMethod: (_key, _stale, { context }) => drawer.draw(context.wanted),
	});
	const draw = (wanted: Wanted) => cache.forceFetch(wanted.kind + hashOf(wanted.picture), { context: { wanted } });
	return {
		map: (picture) => draw({ kind: 'map', picture }),
		timeline: (picture) => draw({ kind: 'timeline', picture }),
		warm: drawer.warm,
		async close() {
			await drawer.close();
			cache.clear();
		},
	};
}

const hashOf = memoised((picture: Wanted['picture']) => createHash('sha256').update(JSON.stringify(picture)).digest('base64'));
