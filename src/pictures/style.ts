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

/** Width of every picture in pixels; Discord shows it about 400 wide on a phone, so text of 22 here is read at 7. */
export const WIDTH = 1200;
export const MARGIN = 34;
