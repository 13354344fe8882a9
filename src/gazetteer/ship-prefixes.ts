import { z } from 'zod';
import { readData } from '../data.js';
import { oneOf } from '../text/word-pattern.js';

/**
 * What stands before a ship's name, as printed, with the ids of the countries whose ships have it: the likeliest first ("BNS" of Bangladesh, and of Belgium),
 * none for ships of any flag ("MV").
 */
export const SHIP_PREFIXES: ReadonlyMap<string, readonly string[]> = new Map(
	Object.entries(readData('gazetteer/data/ship-prefixes.json', z.record(z.string(), z.array(z.string())))),
);

/** For a regular expression: any prefix, the white space behind it, and the mark of emphasis that Markdown puts around a ship's name. */
export const shipPrefixPattern = `\\b(?<prefix>${oneOf(SHIP_PREFIXES.keys())})\\s[*_]{0,2}(?=\\p{Lu})`;
