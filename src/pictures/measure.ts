import { type Face, readFont, SUBSETS, type Subset } from './fonts.js';

/** A character's width in parts of the font size, and the font file that has it. */
interface Glyph {
	advance: number;
	subset: Subset;
}
type Glyphs = ReadonlyMap<string, Glyph>;

const REGULAR: Face = { weight: 400, style: 'normal' };
const loaded = new Map<string, Glyphs>();

/** How wide a text is drawn, in pixels. Kerning is left out: the text comes out at most a little narrower than this. */
export function measure(text: string, size: number, face: Face = REGULAR, spacing = 0): number {
	const glyphs = glyphsOf(face);
	let width = 0;
	for (const character of text) width += (glyphs.get(character)?.advance ?? 0) * size + spacing;
	return width;
}

/** A text cut where the font file changes. */
export function runsOf(text: string, face: Face): { subset: Subset; text: string }[] {
	const glyphs = glyphsOf(face);
	const runs: { subset: Subset; text: string }[] = [];
	for (const character of text) {
		const last = runs.at(-1);
		const subset = (character === ' ' && last?.subset) || (glyphs.get(character)?.subset ?? 'latin');
		if (last?.subset === subset) last.text += character;
		else runs.push({ subset, text: character });
	}
	return runs;
}

const EMPTY_BRACKETS = /\(\s*\)|\[\s*\]|（\s*）|"\s*"|“\s*”|«\s*»/g;
const LOOSE_EDGES = /^[\s/·:,;.–—-]+|[\s/·:,;–—-]+$/g;

/**
 * What of a text the picture's font can draw. Characters that Inter lacks (Arabic, Hebrew, Chinese, Japanese, Korean, emoji)
 * and control characters are left out instead of being drawn as boxes, with the brackets and dashes they leave behind;
 * the full text stands in the picture's alt text and in the reply beside it. May be empty.
 */
export function drawable(text: string): string {
	const glyphs = glyphsOf(REGULAR);
	const clean = text.normalize('NFC').replace(/\s+/g, ' ').trim();
	const kept = Array.from(clean, (character) => (glyphs.has(character) && !/\p{C}/u.test(character) ? character : '')).join('');
	return kept === clean ? clean : kept.replace(EMPTY_BRACKETS, ' ').replace(/ {2,}/g, ' ').replace(LOOSE_EDGES, '');
}

function glyphsOf(face: Face): Glyphs {
	const key = `${face.weight} ${face.style}`;
	const known = loaded.get(key);
	if (known) return known;
	const glyphs = new Map<string, Glyph>();
	for (const subset of SUBSETS) {
		for (const [point, advance] of readAdvances(readFont(subset, face))) {
			const character = String.fromCodePoint(point);
			if (!glyphs.has(character)) glyphs.set(character, { advance, subset });
		}
	}
	loaded.set(key, glyphs);
	return glyphs;
}

/** Reads the tables head, hhea, hmtx and cmap (format 4) of a TrueType file: https://learn.microsoft.com/typography/opentype/spec/ */
function* readAdvances(font: Buffer): Generator<[point: number, advance: number]> {
	const table = tablesOf(font);
	const unitsPerEm = font.readUInt16BE(table('head') + 18);
	const longMetrics = font.readUInt16BE(table('hhea') + 34);
	for (const [point, glyph] of characterGlyphs(font, table('cmap'))) {
		yield [point, font.readUInt16BE(table('hmtx') + 4 * Math.min(glyph, longMetrics - 1)) / unitsPerEm];
	}
}

function tablesOf(font: Buffer): (tag: string) => number {
	const offsets = new Map<string, number>();
	for (let index = 0; index < font.readUInt16BE(4); index++) {
		const entry = 12 + 16 * index;
		offsets.set(font.toString('latin1', entry, entry + 4), font.readUInt32BE(entry + 8));
	}
	return (tag) => {
		const offset = offsets.get(tag);
		if (offset === undefined) throw new Error(`This font has no ${tag} table`);
		return offset;
	};
}

function* characterGlyphs(font: Buffer, cmap: number): Generator<[point: number, glyph: number]> {
	for (let index = 0; index < font.readUInt16BE(cmap + 2); index++) {
		const subtable = cmap + font.readUInt32BE(cmap + 8 + 8 * index);
		if (font.readUInt16BE(subtable) !== 4) continue;
		const doubled = font.readUInt16BE(subtable + 6);
		const ends = subtable + 14;
		const starts = ends + doubled + 2;
		const deltas = starts + doubled;
		const offsets = deltas + doubled;
		for (let segment = 0; segment < doubled; segment += 2) {
			const start = font.readUInt16BE(starts + segment);
			const end = Math.min(font.readUInt16BE(ends + segment), 0xfffe);
			const delta = font.readUInt16BE(deltas + segment);
			const offset = font.readUInt16BE(offsets + segment);
			for (let point = start; point <= end; point++) {
				const indexed = offset === 0 ? point : font.readUInt16BE(offsets + segment + offset + 2 * (point - start));
				const glyph = indexed === 0 ? 0 : (indexed + delta) & 0xffff;
				if (glyph !== 0) yield [point, glyph];
			}
		}
		return;
	}
}
