import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { readDocument } from '../../src/corpus/read.js';
import { buildSearchIndex, search } from '../../src/search/search-index.js';

const textSchema = z.object({ _id: z.coerce.string(), title: z.string().default(''), text: z.string() });
const judgementSchema = z.tuple([z.string(), z.string(), z.coerce.number()]);

/** How many passages are asked for, so that ten documents are among them. */
const passagesAsked = 100;
const depth = 10;

/**
 * Mean nDCG@10 (Järvelin & Kekäläinen 2002) of the search over a public test collection:
 * `corpus.jsonl`, `queries.jsonl`, `qrels.tsv`; one file a document, ranked by its best passage.
 */
export async function measureCollection(folder: string): Promise<{ queries: number; documents: number; ndcg: number }> {
	const corpus = (await linesOf(join(folder, 'corpus.jsonl'))).map((line) => textSchema.parse(JSON.parse(line)));
	const queries = (await linesOf(join(folder, 'queries.jsonl'))).map((line) => textSchema.parse(JSON.parse(line)));
	const grades = await gradesIn(join(folder, 'qrels.tsv'));
	const documents = corpus
		.map(({ _id, title, text }) => ({ name: _id, text: `${title}\n\n${text}`.trim() }))
		.filter(({ text }) => text !== '')
		.map(({ name, text }) => readDocument(name, new TextEncoder().encode(text)));
	const nameOf = new Map(documents.map(({ id, file }) => [id, file] as const));
	const index = buildSearchIndex(documents);
	const values: number[] = [];
	for (const query of queries) {
		const judged = grades.get(query._id);
		if (!judged) continue;
		const ranked = new Set(search(index, query.text, passagesAsked).map(({ passage }) => nameOf.get(passage.documentId) ?? ''));
		const ideal = gain([...judged.values()].toSorted((a, b) => b - a));
		if (ideal > 0) values.push(gain([...ranked].map((name) => judged.get(name) ?? 0)) / ideal);
	}
	return { queries: values.length, documents: documents.length, ndcg: values.reduce((sum, value) => sum + value, 0) / values.length };
}

function gain(grades: readonly number[]): number {
	return grades.slice(0, depth).reduce((sum, grade, rank) => sum + grade / Math.log2(rank + 2), 0);
}

async function gradesIn(file: string): Promise<Map<string, Map<string, number>>> {
	const grades = new Map<string, Map<string, number>>();
	for (const line of await linesOf(file)) {
		const parsed = judgementSchema.safeParse(line.split('\t'));
		if (!parsed.success) continue;
		const [query, document, grade] = parsed.data;
		const judged = grades.get(query) ?? new Map<string, number>();
		grades.set(query, judged.set(document, grade));
	}
	return grades;
}

async function linesOf(file: string): Promise<string[]> {
	return (await readFile(file, 'utf8')).split('\n').filter((line) => line.trim() !== '');
}
