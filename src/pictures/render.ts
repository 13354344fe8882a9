import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { renderAsync } from '@resvg/resvg-js';
import sharp from 'sharp';
import { writeFonts } from './fonts.js';

export interface Renderer {
	/** Draws an SVG as PNG of at most 256 colours on libuv's thread pool: a third of the bytes of one of all colours, and no difference to be seen. */
	render(svg: string): Promise<Uint8Array>;
	/** Removes the renderer's font files. Call it when nothing is being drawn any more. */
	close(): Promise<void>;
}

/** The dithering keeps the glow around an area smooth. */
const fewColours = { palette: true, quality: 95, dither: 0.3, effort: 3 } as const;

// A picture is packed once, and others need the threads and the memory.
sharp.concurrency(1);
sharp.cache(false);

/** The renderer knows the font Inter alone; system fonts are not read, so a picture looks the same on every machine. */
export function createRenderer(): Renderer {
	let fonts: Promise<{ directory: string; paths: string[] }> | undefined;
	// One picture at a time: each takes a thread of the pool that files and name look-ups need too.
	let last: Promise<unknown> = Promise.resolve();

	async function draw(svg: string): Promise<Uint8Array> {
		fonts ??= prepareFonts();
		const { paths } = await fonts.catch((error: unknown) => {
			fonts = undefined;
			throw error;
		});
		const image = await renderAsync(svg, {
			font: { fontFiles: paths, loadSystemFonts: false },
			logLevel: 'off',
		});
		const { width, height } = image;
		return sharp(image.pixels, { raw: { width, height, channels: 4, premultiplied: true } })
			.png(fewColours)
			.toBuffer();
	}

	return {
		render(svg) {
			const drawn = last.then(() => draw(svg));
			last = drawn.catch(() => undefined);
			return drawn;
		},
		async close() {
			await last;
			if (fonts) await rm((await fonts).directory, { recursive: true, force: true });
			fonts = undefined;
		},
	};
}

async function prepareFonts(): Promise<{ directory: string; paths: string[] }> {
	const directory = await mkdtemp(join(tmpdir(), 'drillbook-fonts-'));
	return { directory, paths: await writeFonts(directory) };
}
