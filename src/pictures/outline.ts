import { type GeoContext, type GeoPermissibleObjects, type GeoProjection, geoPath } from 'd3-geo';

/** Points nearer than this to the one before, in pixels, are left out: nobody sees them, and most of a coast is such points. */
const FINEST = 0.4;

/** A geometry as SVG path data, rounded to a tenth of a pixel; empty when nothing of it is in view. */
export type Outliner = (geometries: readonly GeoPermissibleObjects[]) => string;

export function createOutliner(projection: GeoProjection): Outliner {
	return (geometries) => {
		const parts: string[] = [];
		const path = geoPath(projection, contextOf(parts));
		for (const geometry of geometries) path(geometry);
		return parts.join('');
	};
}

function contextOf(parts: string[]): GeoContext {
	let lastX = 0;
	let lastY = 0;
	const to = (command: string, x: number, y: number) => {
		lastX = x;
		lastY = y;
		parts.push(`${command}${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10}`);
	};
	return {
		beginPath: () => undefined,
		moveTo: (x, y) => to('M', x, y),
		lineTo: (x, y) => {
			if (Math.abs(x - lastX) + Math.abs(y - lastY) >= FINEST) to('L', x, y);
		},
		closePath: () => {
			parts.push('Z');
		},
		arc: () => undefined,
	};
}
