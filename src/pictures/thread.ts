import { parentPort } from 'node:worker_threads';
import { loadAtlas } from './atlas.js';
import { draw, type Wanted } from './draw.js';
import { createRenderer } from './render.js';
import { svgDocument } from './svg.js';

/** What the thread is asked; `run` comes back with the answer. */
export type Request =
	| { readonly run: number; readonly do: 'draw'; readonly wanted: Wanted }
	| { readonly run: number; readonly do: 'warm' | 'close' };

const renderer = createRenderer();

/** Works out and paints pictures in a thread of its own: both hold the event loop for as long as they take. */
async function answer(request: Request) {
	switch (request.do) {
		case 'draw': {
			const { svg, alt, width, height } = draw(request.wanted);
			return { png: await renderer.render(svg), alt, width, height };
		}
		case 'warm':
			loadAtlas('110m');
			loadAtlas('50m');
			await renderer.render(svgDocument(1, 1, []).svg);
			return null;
		case 'close':
			await renderer.close();
			return null;
	}
}

parentPort?.on('message', (request: Request) => {
	answer(request).then(
		(given) => parentPort?.postMessage({ run: request.run, given }),
		(error: unknown) => parentPort?.postMessage({ run: request.run, failed: error instanceof Error ? error.message : String(error) }),
	);
});
