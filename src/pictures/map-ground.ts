import { type GeoPermissibleObjects, geoGraticule, geoOrthographic } from 'd3-geo';
import { type Atlas, loadAtlas, visible } from './atlas.js';
import type { Box } from './boxes.js';
import { MAP_HEIGHT, type MapView } from './map-view.js';
import { createOutliner } from './outline.js';
import { COLOURS, WIDTH } from './style.js';
import { element, group, radialGradient } from './svg.js';

const LAND = '#22324f';
const LIT_LAND = '#31497a';
const COAST = '#3d5580';
const GRATICULE = '#16233b';
const GLOW = '#5d9bff';

/** Sea, graticule, land, the highlighted countries, coasts and borders. */
export function drawGround(view: MapView, atlas: Atlas, highlighted: ReadonlySet<string>): string[] {
	const outline = createOutliner(view.projection);
	const lands = atlas.countries.map((country) => ({
		lit: highlighted.has(country.code ?? ''),
		outline: outline(visible(country.polygons, view.cap)),
	}));
	const join = (shown: typeof lands) => shown.map((land) => land.outline).join('');
	const stroke = (href: string, width: number, colour: string, opacity: number) =>
		element('use', { href, fill: 'none', stroke: colour, 'stroke-width': width, 'stroke-opacity': opacity });
	return [
		radialGradient('sea', { cx: '62%', cy: '45%', r: '85%' }, [
			[0, COLOURS.background[0], 1],
			[0.55, COLOURS.background[1], 1],
			[1, COLOURS.background[2], 1],
		]),
		element(
			'defs',
			{},
			element('path', { id: 'coasts', d: outline(visible(atlas.coasts, view.cap)), 'stroke-linejoin': 'round' }),
			element('path', { id: 'borders', d: outline(visible(atlas.borders, view.cap)) }),
		),
		element('rect', { width: WIDTH, height: MAP_HEIGHT, fill: view.world ? COLOURS.background[2] : 'url(#sea)' }),
		view.world ? element('path', { d: outline([{ type: 'Sphere' }]), fill: 'url(#sea)', stroke: COAST, 'stroke-width': 1 }) : '',
		element('path', { d: outline([graticuleOf(view)]), fill: 'none', stroke: GRATICULE, 'stroke-width': 1 }),
		stroke('#coasts', 13, GLOW, 0.05),
		stroke('#coasts', 7, GLOW, 0.08),
		stroke('#coasts', 3, GLOW, 0.15),
		element('path', { d: join(lands.filter((land) => !land.lit)), fill: LAND }),
		element('path', { d: join(lands.filter((land) => land.lit)), fill: LIT_LAND }),
		stroke('#coasts', 0.9, COAST, 1),
		stroke('#borders', 1.6, '#131f36', 1),
		stroke('#borders', 0.7, '#6d88bd', 0.8),
	];
}

function graticuleOf(view: MapView): GeoPermissibleObjects {
	const step = view.nearness > 25 ? 15 : 5;
	return geoGraticule().step([step, step]).precision(5)();
}

/** A small globe that shows which part of the world the map's frame covers. */
export function drawGlobe(view: MapView, frame: Box, x: number, y: number, radius: number): string {
	const [longitude, latitude] = view.cap.center;
	const projection = geoOrthographic()
		.rotate([-longitude, -latitude * 0.6])
		.translate([x, y])
		.scale(radius)
		.precision(0);
	const outline = createOutliner(projection);
	const land = loadAtlas('110m').countries.flatMap((country) =>
		visible(country.polygons, { center: [longitude, latitude * 0.6], radius: 90 }),
	);
	const seen: GeoPermissibleObjects = { type: 'LineString', coordinates: edgeOf(view, frame) };
	return group({}, [
		element('circle', { cx: x, cy: y, r: radius + 8, fill: COLOURS.background[2], 'fill-opacity': 0.72 }),
		element('circle', { cx: x, cy: y, r: radius, fill: '#14243f', stroke: '#4a659a' }),
		element('path', { d: outline([geoGraticule().step([30, 30]).precision(10)()]), fill: 'none', stroke: '#22365a', 'stroke-width': 0.7 }),
		element('path', { d: outline(land), fill: '#3a5384' }),
		element('path', {
			d: outline([seen]),
			fill: COLOURS.accent,
			'fill-opacity': 0.16,
			stroke: COLOURS.accent,
			'stroke-width': 1.6,
			'stroke-linejoin': 'round',
		}),
	]);
}

/** The frame's edge on the globe. */
function edgeOf(view: MapView, { left, top, right, bottom }: Box): [number, number][] {
	const corners = [
		[left, top],
		[right, top],
		[right, bottom],
		[left, bottom],
		[left, top],
	] as const;
	const steps = 8;
	const edge: [number, number][] = [];
	for (const [index, [x, y]] of corners.entries()) {
		const [nextX, nextY] = corners[index + 1] ?? [x, y];
		for (let step = 0; step < steps; step++) {
			const point = view.projection.invert?.([x + ((nextX - x) * step) / steps, y + ((nextY - y) * step) / steps]);
			if (point) edge.push(point);
		}
	}
	return edge;
}
