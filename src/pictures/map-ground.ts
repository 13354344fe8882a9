import { type GeoPermissibleObjects, geoGraticule } from 'd3-geo';
import { type Atlas, visible } from './atlas.js';
import { MAP_HEIGHT, type MapView } from './map-view.js';
import { createOutliner } from './outline.js';
import { COLOURS, WIDTH } from './style.js';
import { element, radialGradient } from './svg.js';

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
		stroke('#coasts', 8, GLOW, 0.05),
		stroke('#coasts', 4.5, GLOW, 0.08),
		stroke('#coasts', 2, GLOW, 0.15),
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
