/** What is read of a folder, by the end of a file's name. */
export type Format = 'text' | 'markdown' | 'html' | 'pdf' | 'docx' | 'eml' | 'feed' | 'csv' | 'jsonl';

const formats: ReadonlyMap<string, Format> = new Map([
	['.txt', 'text'],
	['.md', 'markdown'],
	['.markdown', 'markdown'],
	['.html', 'html'],
	['.htm', 'html'],
	['.pdf', 'pdf'],
	['.docx', 'docx'],
	['.eml', 'eml'],
	['.rss', 'feed'],
	['.atom', 'feed'],
	['.xml', 'feed'],
	['.csv', 'csv'],
	['.jsonl', 'jsonl'],
]);

/** The kinds that are read, for people. */
export const kindsRead = [...formats.keys()].join(', ');

/** The format of a file that is read; undefined for another kind. */
export function formatOf(file: string): Format | undefined {
	return formats.get(kindOf(file));
}

/** The end of a file's name, ".zip"; empty where it has none. */
export function kindOf(file: string): string {
	return /[^/](\.[^./\s]{1,12})$/.exec(file)?.[1]?.toLowerCase() ?? '';
}

/** Hidden files, and what programs leave beside the file that they have open. */
export function isHidden(file: string): boolean {
	return file.split('/').some((part) => part.startsWith('.') || part.startsWith('~$') || part.endsWith('~'));
}
