import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { altOfMap, altOfTimeline } from './alt.js';
import { loadAtlas } from './atlas.js';
import type { MapPicture, TimelinePicture } from './inputs.js';
import { drawMap } from './map.js';
import { createRenderer } from './render.js';
import { type Drawing, svgDocument } from './svg.js';
import { drawTimeline } from './timeline.js';

export type { DatePrecision, MapPicture, MapPlace, PlaceKind, TimelineEntry, TimelineLane, TimelinePicture } from './inputs.js';
export type { PictureWords } from './words.js';

export interface Picture {
	png: Uint8Array;
	/** What the picture shows, at most 1,024 characters. */
	alt: string;
	/** Pixels. */
	width: number;
	height: number;
}

export interface Pictures {
	/** Draws a map, or gives the one drawn for the same input before. Rejects only if the renderer fails. */
	map(picture: MapPicture): Promise<Picture>;
	timeline(picture: TimelinePicture): Promise<Picture>;
	/** Reads the fonts and the atlas (about 0.3 s, once), so that the first picture comes as fast as the others. */
	warm(): Promise<void>;
	/** Removes what was written to disk for drawing. */
	close(): Promise<void>;
}

type Draw = () => Drawing & { alt: string };

const MOST_PICTURES = 100;
const MOST_BYTES = 32 * 1024 * 1024;

/** Draws pictures and keeps the last ones, by what was asked for. Asked twice at once, a picture is drawn once. */
export function createPictures(): Pictures {
	const renderer = createRenderer();
	const cache = new LRUCache<string, Picture, Draw>({
		max: MOST_PICTURES,
		maxSize: MOST_BYTES,
		sizeCalculation: (picture) => picture.png.byteLength,
		ignoreFetchAbort: true,
		async fetchMethod(_key, _stale, { context: draw }) {
			const { svg, alt, width, height } = draw();
			return { png: await renderer.render(svg), alt, width, height };
		},
	});
	return {
		map: (picture) => cache.forceFetch(keyOf('map', picture), { context: () => ({ ...drawMap(picture), alt: altOfMap(picture) }) }),
		timeline: (picture) =>
			cache.forceFetch(keyOf('timeline', picture), { context: () => ({ ...drawTimeline(picture), alt: altOfTimeline(picture) }) }),
		async warm() {
			loadAtlas('110m');
			loadAtlas('50m');
			await renderer.render(svgDocument(1, 1, []).svg);
		},
		async close() {
			await renderer.close();
			cache.clear();
		},
	};
}

function keyOf(kind: string, picture: MapPicture | TimelinePicture): string {
	return createHash('sha256').update(kind).update(JSON.stringify(picture)).digest('base64');
}
