import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';

/** From the ground up; "src/library" is a file, the others are folders. */
const FLOORS = [
	'text',
	'corpus',
	'gazetteer',
	'values',
	'search',
	'reader',
	'exercises',
	'library',
	'answers',
	'alerts',
	'import',
	'pictures',
	'replies',
];
const LOWER = [...FLOORS.map((room) => `src/${room}`), 'commands'];
/** Each stands on the rooms named, and of the others only those stand on it that name it. */
const ENDS = new Map([
	['src/cluster-library', LOWER.slice(0, LOWER.indexOf('src/answers'))],
	['src/discord', LOWER],
	['src/terminal', [...LOWER.slice(0, LOWER.indexOf('src/pictures')), 'src/cluster-library']],
	['src/local-discord', []],
]);
const ROOMS = [...LOWER, ...ENDS.keys()];

const mayImport = (room: string, other: string): boolean =>
	(ENDS.get(room) ?? LOWER.slice(0, LOWER.indexOf(room))).includes(other) || room === other;

test('every folder of src is a room of the list', async () => {
	const folders = (await readdir('src', { withFileTypes: true })).filter((entry) => entry.isDirectory()).map(({ name }) => `src/${name}`);
	expect(folders.sort()).toEqual(ROOMS.filter((room) => !['src/library', 'commands'].includes(room)).sort());
});

test('biome refuses an import from a higher room, and no other', async () => {
	const folder = await mkdtemp(join(tmpdir(), 'rooms-'));
	try {
		await copyFile('rooms.biome.json', join(folder, 'biome.json'));
		const pairs = ROOMS.filter((room) => room !== 'src/library').flatMap((room) =>
			ROOMS.filter((other) => other !== room).flatMap((other) => [
				{ room, other, file: `${room}/${other.replace('/', '-')}.ts` },
				{ room, other, file: `${room}/deeper/${other.replace('/', '-')}.ts` },
			]),
		);
		await Promise.all(
			pairs.map(({ other, file }) => writeImport(folder, file, other === 'src/library' ? 'src/library.js' : `${other}/x.js`)),
		);
		const refused = pairs.filter(({ room, other }) => !mayImport(room, other)).map(({ file }) => file);
		expect(await refusedBy(folder)).toEqual(refused.sort());
	} finally {
		await rm(folder, { recursive: true });
	}
});

async function writeImport(folder: string, file: string, imported: string): Promise<void> {
	await mkdir(join(folder, dirname(file)), { recursive: true });
	await writeFile(join(folder, file), `import { x } from '${relative(dirname(file), imported)}';\n\nexport const y = x;\n`);
}

const reportSchema = z.object({ diagnostics: z.array(z.object({ category: z.string(), location: z.object({ path: z.string() }) })) });

/** The files in which biome refuses an import. */
async function refusedBy(folder: string): Promise<string[]> {
	const biome = join(process.cwd(), 'node_modules/.bin/biome');
	const options = ['lint', '--reporter=json', '--max-diagnostics=none', '--only=style/noRestrictedImports', '.'];
	const report = await new Promise<string>((resolve) => execFile(biome, options, { cwd: folder }, (_, output) => resolve(output)));
	const { diagnostics } = reportSchema.parse(JSON.parse(report));
	return diagnostics
		.filter(({ category }) => category === 'lint/style/noRestrictedImports')
		.map(({ location }) => location.path)
		.sort();
}
