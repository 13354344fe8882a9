import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { type Store, storeOf } from '../store.js';
import type { Document, Paragraph } from './document.js';
import type { Corpus, CorpusProblem } from './load.js';

const span = z.object({ start: z.int().min(0), end: z.int().min(0) });
const publication = z.object({ on: z.string(), precision: z.enum(['day', 'month', 'year']), span: span.nullable() }).nullable();
const kind = z.enum(['prose', 'title', 'heading', 'dateline', 'byline', 'link', 'caption', 'post']);

/** All of a document but its text and what points into each line of it. */
const headSchema = z.object({
	id: z.string(),
	version: z.string(),
	file: z.string(),
	title: z.string(),
	sections: z.array(span.extend({ title: span.nullable(), publishedOn: publication })),
	publishedOn: publication,
	url: z.string().nullable(),
	publisher: z.string().nullable(),
	author: z.string().nullable(),
	pages: z.array(z.int()).exactOptional(),
}) satisfies z.ZodType<Head>;
type Head = Omit<Document, 'text' | 'paragraphs'>;

const paragraphSchema: z.ZodType<Paragraph> = span.extend({
	number: z.int(),
	kind,
	sentences: z.array(span.extend({ kind, paragraph: z.int() })),
	attribution: span.exactOptional(),
});
const bodySchema = z.object({ text: z.string(), paragraphs: z.array(paragraphSchema) });
type Body = Pick<Document, 'text' | 'paragraphs'>;

const problemSchema = z.object({
	file: z.string(),
	problem: z.string(),
	loaded: z.literal(true).exactOptional(),
	files: z.int().exactOptional(),
});
const fileSchema = z.object({ heads: z.array(headSchema), problems: z.array(problemSchema) });

/** Texts that are held in memory, in UTF-16 code units: those that were asked about last. */
const heldText = 8_000_000;

/** What was read of files, kept on the disk: a text is fetched when somebody asks for it. */
export interface KeptFiles {
	/** What a file came to when it was as it is now. */
	get(file: string, state: string): Promise<Corpus | undefined>;
	/** Says again that what a file came to is used. */
	hold(file: string, state: string, read: Corpus): Promise<void>;
	/** Keeps it, and gives it back without the texts in memory. */
	put(file: string, state: string, read: Corpus): Promise<Corpus>;
}

/** The rooms whose code and data decide what a file comes to. */
const rooms = ['text', 'corpus'];

/** Undefined where nothing is kept: then texts stay in memory. */
export async function openKeptFiles(): Promise<KeptFiles | undefined> {
	const store = await storeOf(rooms);
	return store && keptIn(store);
}

function keptIn(store: Store): KeptFiles {
	const held = new LRUCache<string, Body>({ maxSize: heldText, sizeCalculation: ({ text }) => text.length + 1 });
	const bodyOf = (id: string, file: string, state: string): Body => {
		const key = `${id} ${state}`;
		const known = held.get(key);
		if (known) return known;
		const parsed = bodySchema.safeParse(store.get(['body', id, state]));
		if (!parsed.success) {
			// The next start reads the file itself.
			void store.put(['file', file, state], null);
			throw new Error(`What was kept of ${file} is not there any more: start anew`);
		}
		held.set(key, parsed.data);
		return parsed.data;
	};
	const documentsOf = (file: string, heads: readonly Head[], state: string): Document[] =>
		heads.map((head) => new KeptDocument(head, () => bodyOf(head.id, file, state)));
	return {
		async get(file, state) {
			const parsed = fileSchema.safeParse(store.get(['file', file, state])).data;
			if (!parsed) return undefined;
			// A text is fetched later: what was not used for weeks may be going just now.
			const areThere = await Promise.all(parsed.heads.map(({ id }) => store.hold(['body', id, state])));
			return areThere.every(Boolean) ? { documents: documentsOf(file, parsed.heads, state), problems: parsed.problems } : undefined;
		},
		async hold(file, state, { documents }) {
			await Promise.all([['file', file, state], ...documents.map(({ id }) => ['body', id, state])].map((key) => store.hold(key)));
		},
		async put(file, state, { documents, problems }) {
			const heads = documents.map(headOf);
			const bodies = documents.map(({ id, text, paragraphs }) => store.put(['body', id, state], { text, paragraphs }));
			const areKept = (await Promise.all(bodies)).every(Boolean);
			// Only now: what is said to be kept is.
			const isKept = areKept && (await store.put(['file', file, state], { heads, problems }));
			return { documents: isKept ? documentsOf(file, heads, state) : documents, problems };
		},
	};
}

function headOf({ text: _, paragraphs: __, ...head }: Document): Head {
	return head;
}

/** A document whose text stays on the disk. */
class KeptDocument implements Document {
	readonly id: string;
	readonly version: string;
	readonly file: string;
	readonly title: string;
	readonly sections: Document['sections'];
	readonly publishedOn: Document['publishedOn'];
	readonly url: string | null;
	readonly publisher: string | null;
	readonly author: string | null;
	declare readonly pages?: readonly number[];

	constructor(
		head: Head,
		private readonly body: () => Body,
	) {
		this.id = head.id;
		this.version = head.version;
		this.file = head.file;
		this.title = head.title;
		this.sections = head.sections;
		this.publishedOn = head.publishedOn;
		this.url = head.url;
		this.publisher = head.publisher;
		this.author = head.author;
		if (head.pages) this.pages = head.pages;
	}

	get text(): string {
		return this.body().text;
	}

	get paragraphs(): readonly Paragraph[] {
		return this.body().paragraphs;
	}
}

/** Whether anything at all can be said of a problem the next time: one that may pass by itself is not kept. */
export function isLasting(problems: readonly CorpusProblem[]): boolean {
	return problems.every(({ loaded }) => loaded);
}
