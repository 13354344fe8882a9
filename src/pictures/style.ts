/** The colours both pictures share. */
export const COLOURS = {
	background: ['#10223f', '#0b1526', '#060b16'],
	accent: '#ff6b4a',
	title: '#ffffff',
	text: '#eaf0fb',
	soft: '#b9c7e0',
	muted: '#8fa3c4',
	dim: '#7186ab',
	halo: '#07101f',
	hollow: '#13213a',
} as const;

/** Width of every picture, in its own units. Discord shows it about half as wide on a phone of 400 pixels. */
export const WIDTH = 576;
/** Pixels a unit. */
export const SCALE = 2;
/** The smallest text of a picture: 11 pixels high on that phone. */
export const CAPTION = 22;
export const MARGIN = 14;
