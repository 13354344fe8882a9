import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';

const require = createRequire(import.meta.url);

export type Weight = 400 | 600 | 700;
export interface Face {
	weight: Weight;
	style: 'normal' | 'italic';
}
export type Subset = (typeof SUBSETS)[number];

/** The scripts Inter is cut into: Latin, Greek and Cyrillic. It has no glyphs for Arabic, Hebrew, Chinese, Japanese, Korean or emoji. */
export const SUBSETS = ['latin', 'latin-ext', 'cyrillic', 'cyrillic-ext', 'greek', 'greek-ext', 'vietnamese'] as const;
const FACES: readonly Face[] = [
	{ weight: 400, style: 'normal' },
	{ weight: 400, style: 'italic' },
	{ weight: 600, style: 'normal' },
	{ weight: 700, style: 'normal' },
];

const WOFF_HEADER = 44;
const WOFF_ENTRY = 20;
const SFNT_HEADER = 12;
const SFNT_ENTRY = 16;

/**
 * Unpacks a WOFF 1.0 font into the TrueType file inside it (https://www.w3.org/TR/WOFF/) under a family name of its own:
 * resvg draws nothing with WOFF.
 * @throws Error when the bytes are not WOFF 1.0.
 */
export function woffToTtf(woff: Buffer, family: string): Buffer {
	if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new Error('This font is not a WOFF 1.0 file');
	const count = woff.readUInt16BE(12);
	const head = Buffer.alloc(SFNT_HEADER + SFNT_ENTRY * count);
	const power = Math.floor(Math.log2(count));
	head.writeUInt32BE(woff.readUInt32BE(4), 0);
	head.writeUInt16BE(count, 4);
	head.writeUInt16BE(2 ** power * 16, 6);
	head.writeUInt16BE(power, 8);
	head.writeUInt16BE(count * 16 - 2 ** power * 16, 10);
	const tables: Buffer[] = [];
	let position = head.length;
	for (let index = 0; index < count; index++) {
		const from = WOFF_HEADER + WOFF_ENTRY * index;
		const to = SFNT_HEADER + SFNT_ENTRY * index;
		const offset = woff.readUInt32BE(from + 4);
		const packed = woff.subarray(offset, offset + woff.readUInt32BE(from + 8));
		const length = woff.readUInt32BE(from + 12);
		const tag = woff.toString('latin1', from, from + 4);
		const table = tag === 'name' ? nameTable(family) : packed.length < length ? inflateSync(packed, { maxOutputLength: length }) : packed;
		head.write(tag, to, 'latin1');
		head.writeUInt32BE(woff.readUInt32BE(from + 16), to + 4);
		head.writeUInt32BE(position, to + 8);
		head.writeUInt32BE(table.length, to + 12);
		const padding = Buffer.alloc((4 - (table.length % 4)) % 4);
		tables.push(table, padding);
		position += table.length + padding.length;
	}
	return Buffer.concat([head, ...tables]);
}

/** A name table that calls the font by its family's name (name 1) and, as readers insist, a PostScript name (6); Windows, US English. */
function nameTable(family: string): Buffer {
	const name = Buffer.from(family, 'utf16le').swap16();
	const header = [0, 2, 30];
	const records = [1, 6].flatMap((id) => [3, 1, 0x409, id, name.length, 0]);
	const head = Buffer.alloc(30);
	for (const [index, value] of [...header, ...records].entries()) head.writeUInt16BE(value, index * 2);
	return Buffer.concat([head, name]);
}

/**
 * The family under which a subset is drawn. Each has its own, because with a shared one resvg takes the letters
 * a subset lacks from the first file that has them, whatever its weight.
 */
export function familyOf(subset: Subset): string {
	return `Inter ${subset}`;
}

/** One subset of one face of Inter as a TrueType file. */
export function readFont(subset: Subset, { weight, style }: Face): Buffer {
	const path = require.resolve(`@fontsource/inter/files/inter-${subset}-${weight}-${style}.woff`);
	return woffToTtf(readFileSync(path), familyOf(subset));
}

/** Writes every face of Inter into a directory, because resvg takes fonts as file paths only. Returns the paths. */
export async function writeFonts(directory: string): Promise<string[]> {
	const paths: string[] = [];
	for (const subset of SUBSETS) {
		for (const face of FACES) {
			const path = join(directory, `inter-${subset}-${face.weight}-${face.style}.ttf`);
			await writeFile(path, readFont(subset, face));
			paths.push(path);
		}
	}
	return paths;
}
