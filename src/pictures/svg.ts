export type Attributes = Readonly<Record<string, string | number | undefined>>;

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };

/** Escapes a text for XML content and attribute values; characters XML 1.0 forbids are left out. */
export function escapeXml(text: string): string {
	return text.replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, ' ').replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}

/** One SVG element. Numbers are rounded to a tenth (opacities to a hundredth); attributes that are undefined are left out. Children are markup. */
export function element(name: string, attributes: Attributes, ...children: string[]): string {
	const written = Object.entries(attributes)
		.filter(([, value]) => value !== undefined)
		.map(([key, value]) => ` ${key}="${typeof value === 'number' ? round(key, value) : escapeXml(String(value))}"`)
		.join('');
	return children.length > 0 ? `<${name}${written}>${children.join('')}</${name}>` : `<${name}${written}/>`;
}

function round(key: string, value: number): number {
	const steps = key.includes('opacity') ? 100 : 10;
	return Math.round(value * steps) / steps;
}

export function group(attributes: Attributes, children: readonly string[]): string {
	return element('g', attributes, ...children);
}

/** A finished SVG and its size in pixels. */
export interface Drawing {
	svg: string;
	width: number;
	height: number;
}

/** @param scale pixels a unit */
export function svgDocument(width: number, height: number, children: readonly string[], scale = 1): Drawing {
	const size = { width: Math.round(width * scale), height: Math.round(height * scale) };
	const attributes = { xmlns: 'http://www.w3.org/2000/svg', ...size, viewBox: `0 0 ${width} ${height}` };
	return { svg: element('svg', attributes, ...children), ...size };
}

export type Stop = readonly [offset: number, colour: string, opacity: number];

export function radialGradient(id: string, place: Attributes, stops: readonly Stop[]): string {
	return element('radialGradient', { id, ...place }, ...stops.map(stopElement));
}

export function linearGradient(id: string, place: Attributes, stops: readonly Stop[]): string {
	return element('linearGradient', { id, ...place }, ...stops.map(stopElement));
}

function stopElement([offset, colour, opacity]: Stop): string {
	return element('stop', { offset: `${offset * 100}%`, 'stop-color': colour, 'stop-opacity': opacity });
}
