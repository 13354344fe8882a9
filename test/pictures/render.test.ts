import { afterAll, describe, expect, it } from 'vitest';
import { woffToTtf } from '../../src/pictures/fonts.js';
import { drawable, measure } from '../../src/pictures/measure.js';
import { createRenderer } from '../../src/pictures/render.js';
import { escapeXml, svgDocument } from '../../src/pictures/svg.js';
import { drawLine, setLine, shorten, wrap } from '../../src/pictures/text.js';
import { decodePng, inkOf } from './png.js';

const renderer = createRenderer();
afterAll(() => renderer.close());

const WHITE = { size: 30, fill: '#fff' } as const;
const pixels = async (...markup: string[]) => decodePng(await renderer.render(svgDocument(400, 60, markup).svg));
const textPixels = (text: string, style: Partial<Parameters<typeof setLine>[3]> = {}) =>
	pixels(drawLine(setLine(text, 10, 40, { ...WHITE, ...style })));

describe('renderer', () => {
	it('gives a PNG of the size asked for', async () => {
		const { width, height, rgba } = await pixels();
		expect([width, height]).toEqual([400, 60]);
		expect(rgba.length).toBe(400 * 60 * 4);
	});

	it.each(['Latin', 'Łódź Şırnak', 'Đà Nẵng', 'Море', 'Αιγαίο', 'Ѐҗ'])('draws %s where it was measured', async (text) => {
		const ink = inkOf(await textPixels(text));
		expect(ink.left).toBeGreaterThanOrEqual(9);
		expect(ink.right).toBeGreaterThan(10 + measure(text, 30) * 0.85);
		expect(ink.right).toBeLessThan(10 + measure(text, 30) + 3);
	});

	it('draws every script bold and slanted too', async () => {
		for (const text of ['Sea', 'Море', 'Αιγαίο', 'ệẵ', 'Łź']) {
			const plain = inkOf(await textPixels(text)).amount;
			expect(inkOf(await textPixels(text, { weight: 700 })).amount).toBeGreaterThan(plain * 1.15);
			expect((await textPixels(text, { italic: true })).rgba.equals((await textPixels(text)).rgba)).toBe(false);
		}
	});

	it('draws nothing for a text the font lacks', async () => {
		for (const text of ['日本海', '한국', 'بحر', '😀']) expect(inkOf(await textPixels(drawable(text))).amount).toBe(0);
	});

	it('goes on after an SVG it cannot read', async () => {
		await expect(renderer.render('<svg')).rejects.toThrow();
		expect((await pixels()).width).toBe(400);
	});
});

describe('text', () => {
	it('leaves out what the font lacks, with the marks that stood around it', () => {
		expect(drawable('Sea of Japan (日本海)')).toBe('Sea of Japan');
		expect(drawable('北部·联合-2023')).toBe('2023');
		expect(drawable('a\u202Eb\u0000c\td')).toBe('abc d');
		expect(drawable('Северное/Взаимодействие')).toBe('Северное/Взаимодействие');
		expect(drawable('Ocean (2024)')).toBe('Ocean (2024)');
	});

	it('wraps and cuts to the width given', () => {
		const lines = wrap('Northern Interaction in the Sea of Japan and the Sea of Okhotsk', WHITE, 200, 3);
		expect(lines).toHaveLength(3);
		expect(lines.at(-1)).toMatch(/…$/);
		for (const line of lines) expect(measure(line, 30)).toBeLessThanOrEqual(200);
		expect(shorten('short', WHITE, 200)).toBe('short');
		expect(wrap('', WHITE, 200, 3)).toEqual([]);
	});

	it('escapes XML', () => {
		expect(escapeXml('<a b="c">&\'\u0001\uD800')).toBe('&lt;a b=&quot;c&quot;&gt;&amp;&apos;  ');
	});

	it('refuses what is not a WOFF font', () => {
		expect(() => woffToTtf(Buffer.from('OTTO'), 'x')).toThrow('WOFF');
	});
});
