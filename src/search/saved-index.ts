import type { Document } from '../corpus/document.js';
import { type Passage, rememberPassageCount } from '../corpus/passages.js';
import { Packer, Unpacker } from './packed.js';
import { emptyIndex, type SearchIndex } from './search-index.js';

/** So many bytes, or terms, are handed over at a time. */
const pieceSize = 64 * 1024;
const termsAtOnce = 64;

/** An index over the passages of these documents, as bytes, piece by piece. */
export function* packedIndex({ mini, passages, vocabulary }: SearchIndex, documents: readonly Document[]): Generator<Uint8Array> {
	const byDocument = new Map<string, Passage[]>();
	for (const passage of passages.values()) {
		const those = byDocument.get(passage.documentId);
		if (those) those.push(passage);
		else byDocument.set(passage.documentId, [passage]);
	}
	const terms = vocabulary.terms();
	const packer = new Packer();
	mini.packHead(packer, terms.length);
	yield packer.take();
	for (const { id } of documents) {
		const those = byDocument.get(id) ?? [];
		packer.number(those.length);
		for (const { id: passage, paragraph, start, end } of those) {
			packer
				.number(paragraph)
				.number(start)
				.number(end - start);
			mini.packPassage(packer, passage);
		}
		yield packer.take();
	}
	let [size, gathered] = [0, 0];
	for (const [term, postings] of mini.packedTerms(terms)) {
		packer.text(term).number(vocabulary.passages(term)).block(postings);
		size += postings.length;
		gathered += 1;
		if (size < pieceSize && gathered < termsAtOnce) continue;
		yield packer.take();
		[size, gathered] = [0, 0];
	}
	yield packer.take();
}

/**
 * The index that was packed over the same documents, piece by piece.
 * @throws RangeError when the bytes are no index over them
 */
export function* unpackedIndex(bytes: Buffer, documents: readonly Document[]): Generator<void, SearchIndex, void> {
	const index = emptyIndex();
	const unpacker = new Unpacker(bytes);
	const terms = index.mini.unpackHead(unpacker);
	for (const document of documents) {
		const count = unpacker.number();
		for (let left = count; left > 0; left--) {
			const [paragraph, start, length] = [unpacker.number(), unpacker.number(), unpacker.number()];
			const passage = passageAt(document, paragraph, start, start + length);
			index.mini.unpackPassage(unpacker, passage.id);
			index.passages.set(passage.id, passage);
		}
		rememberPassageCount(document, count);
		yield;
	}
	for (let left = terms; left > 0; left--) {
		const term = unpacker.text();
		index.vocabulary.count(term, unpacker.number());
		index.mini.addPackedTerm(term, unpacker.block());
		if (left % 64 === 0) yield;
	}
	return index;
}

function passageAt({ id: documentId, version }: Document, paragraph: number, start: number, end: number): Passage {
	return { id: `${documentId}:${version}:${start}`, documentId, paragraph, start, end };
}
