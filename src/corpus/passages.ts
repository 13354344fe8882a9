import type { Span } from './document.js';

/** A run of whole sentences of one paragraph: what the index finds. */
export interface Passage extends Span {
	/** Stable within a version of its document: `documentId:start`. */
	readonly id: string;
	readonly documentId: string;
	readonly paragraph: number;
}
