import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dataFolder } from '../data.js';

let words: ReadonlySet<string> | undefined;

/** True for a word that the reader's vocabulary holds whole: it was met so often that it is nobody's name alone. */
export function isCommonWord(word: string): boolean {
	words ??= new Set(readFileSync(join(dataFolder, 'reader/model/vocab.txt'), 'utf8').trimEnd().split('\n'));
	return words.has(word.toLowerCase());
}
