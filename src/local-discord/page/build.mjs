// Bundles the page of the local Discord into dist/page: index.html, page.js, page.css.
import { copyFile, mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = fileURLToPath(new URL('.', import.meta.url));
const target = fileURLToPath(new URL('../../../dist/page/', import.meta.url));

await mkdir(target, { recursive: true });
await build({
	entryPoints: { page: `${here}main.ts` },
	bundle: true,
	minify: true,
	format: 'esm',
	target: 'es2022',
	legalComments: 'eof',
	outdir: target,
	logLevel: 'warning',
});
await build({ entryPoints: { page: `${here}styles/page.css` }, bundle: true, minify: true, outdir: target, logLevel: 'warning' });
await copyFile(`${here}index.html`, `${target}index.html`);
