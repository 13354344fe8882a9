import { type Packer, Unpacker } from './packed.js';

/** Where a term stands: by field, the passages by their number in the index, and how often it stands in each. */
export type Postings = Map<number, Map<number, number>>;

/** Numbers of passages as steps from one to the next, which are small. */
export function packPostings(packer: Packer, postings: Postings): Uint8Array {
	packer.number(postings.size);
	for (const [field, passages] of postings) {
		packer.number(field).number(passages.size);
		let before = 0;
		for (const [passage, count] of [...passages].sort(([a], [b]) => a - b)) {
			packer.number(passage - before).number(count);
			before = passage;
		}
	}
	return packer.take();
}

/** @throws RangeError where the bytes are none that were packed */
export function unpackPostings(bytes: Buffer): Postings {
	const unpacker = new Unpacker(bytes);
	const postings: Postings = new Map();
	for (let fields = unpacker.number(); fields > 0; fields--) {
		const passages = new Map<number, number>();
		postings.set(unpacker.number(), passages);
		let passage = 0;
		for (let left = unpacker.number(); left > 0; left--) {
			passage += unpacker.number();
			passages.set(passage, unpacker.number());
		}
	}
	return postings;
}
