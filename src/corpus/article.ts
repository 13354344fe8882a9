/** One article as its file holds it: what the file states of it and its lines, before the text is put in order. */
export interface Article {
	/** What a head would state: title, published, publisher, author, url, each under a name that `factsOf` knows. */
	readonly fields: Readonly<Record<string, unknown>>;
	/** Blank lines part paragraphs; `#` marks begin headings. */
	readonly text: string;
	/** The text is Markdown: the marks of its own are taken away. */
	readonly markdown?: true;
	/** Which entry of a file of several articles it is. */
	readonly entry?: Entry;
	/** Lines of the text that the file marks as captions of pictures. */
	readonly captions?: readonly string[];
	/** The text of each printed page, in order; together they are the text. */
	readonly pages?: readonly string[];
}

export interface Entry {
	/** From 1, in the file's own order: people see `feed.rss#3`. */
	readonly number: number;
	/** What stays when entries are added before it: its address or its id, else its number. */
	readonly key: string;
}

/** What a file holds, and what of it could not be read, in words for people: "has a …". */
export interface FileContents {
	readonly articles: readonly Article[];
	readonly problems: readonly string[];
}

/** Reads a file of one format. Throws `UnreadableFile` with what is wrong, in words for people. */
export type ReadFormat = (bytes: Uint8Array) => FileContents | Promise<FileContents>;
