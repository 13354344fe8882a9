import { altOfMap, altOfTimeline } from './alt.js';
import type { MapPicture, TimelinePicture } from './inputs.js';
import { drawMap } from './map.js';
import type { Drawing } from './svg.js';
import { drawTimeline } from './timeline.js';

/** What is to be drawn. */
export type Wanted =
	| { readonly kind: 'map'; readonly picture: MapPicture }
	| { readonly kind: 'timeline'; readonly picture: TimelinePicture };

/** The picture as SVG, and what it shows in words. */
export function draw(wanted: Wanted): Drawing & { readonly alt: string } {
	return wanted.kind === 'map'
		? { ...drawMap(wanted.picture), alt: altOfMap(wanted.picture) }
		: { ...drawTimeline(wanted.picture), alt: altOfTimeline(wanted.picture) };
}
