import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dataFolder } from '../data.js';
import type { Vocabulary } from './word-pieces.js';

let known: Vocabulary | undefined;

/**
 * The vocabulary that the reader was trained with, read when it is first asked for.
 * @throws Error with one sentence for whoever starts the program
 */
export function readVocabulary(): Vocabulary {
	known ??= new Map(wordsOfModel().map((word, id) => [word, id]));
	return known;
}

function wordsOfModel(): string[] {
	try {
		return readFileSync(join(dataFolder, 'reader/model/vocab.txt'), 'utf8').trimEnd().split('\n');
	} catch (error) {
		throw new Error('The reader cannot be loaded: src/reader/model/vocab.txt is missing. Fetch the project anew.', { cause: error });
	}
}

/** True for a word that the vocabulary holds whole: it was met so often that it is nobody's name alone. */
export function isCommonWord(word: string): boolean {
	return readVocabulary().has(word.toLowerCase());
}
