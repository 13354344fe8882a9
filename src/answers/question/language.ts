import { z } from 'zod';
import { readData } from '../../data.js';
import type { Library } from '../../library.js';

/** Words by language that no sentence goes far without, and that English does not share. */
const data = readData('answers/data/languages.json', z.record(z.string(), z.array(z.string().min(1)).min(1)));
const wordsOf = new Map(Object.entries(data).map(([language, words]) => [language, new Set(words)] as const));

const scripts = ['Cyrillic', 'Han', 'Hiragana', 'Katakana', 'Hangul', 'Arabic', 'Hebrew', 'Greek', 'Thai', 'Devanagari'] as const;
const letters = scripts.map((script) => [script, new RegExp(`\\p{Script=${script}}`, 'gu')] as const);

/** The language of a text by its commonest words, or its script where that is not the Latin one; null where neither tells. */
export function languageOf(text: string): string | null {
	const counts = letters.map(([script, pattern]) => ({ script, count: text.match(pattern)?.length ?? 0 }));
	const [most] = counts.toSorted((a, b) => b.count - a.count);
	if (most && most.count > (text.match(/\p{Script=Latin}/gu)?.length ?? 0)) return most.script;
	const said = text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
	const shares = [...wordsOf].map(([language, words]) => ({ language, count: said.filter((word) => words.has(word)).length }));
	const [best, next] = shares.toSorted((a, b) => b.count - a.count);
	if (!best || best.count < fewest || best.count === next?.count) return null;
	return best.language;
}

const fewest = 2;
const documentsRead = 5;
/** So much of a document tells its language. */
const sample = 2_000;

/** Whether a question is in a language that is known, and that none of the documents that it may be about is in. */
export async function isOfAnotherLanguage(library: Library, question: string): Promise<boolean> {
	const language = languageOf(question);
	if (language === null || language === 'en') return false;
	const hits = (await library.search(question, documentsRead)).map(({ passage }) => passage.documentId);
	const others = (await library.documents(documentsRead)).map(({ id }) => id);
	const ids = [...new Set([...hits, ...others])].slice(0, documentsRead);
	const found = await Promise.all(ids.map((id) => library.document(id)));
	const known = new Set(found.flatMap((document) => (document ? [languageOf(document.text.slice(0, sample))] : [])));
	return known.size > 0 && !known.has(language);
}
