import type { Article } from '../article.js';

/** Articles of one file, numbered in its own order. An id that an entry before it has already does not tell it apart. */
export function numbered(articles: readonly (Article & { readonly id: string | undefined })[]): Article[] {
	const taken = new Set<string>();
	return articles.map(({ id, ...article }, index) => {
		const key = id !== undefined && !taken.has(id) ? id : String(index + 1);
		taken.add(key);
		return { ...article, entry: { number: index + 1, key } };
	});
}
