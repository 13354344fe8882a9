import { inflateRawSync } from 'node:zlib';
import { UnreadableFile } from '../decode.js';

const mostParts = 10_000;
const largestUnpacked = 100 * 1024 * 1024;
const damaged = 'is damaged: it is no document of a word processor that can be read';

/**
 * Unpacks the parts of a package that hold text once, under a limit: what they say of their own size proves nothing.
 * @param look sees each of them
 * @throws UnreadableFile when it is no package, lacks the part that makes it what it is, or unpacks to too much
 */
export function checkPackage(bytes: Uint8Array, neededPart: string, look: (part: string) => void): void {
	const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	if (view.length > 8 && view.readUInt32BE(0) === 0xd0cf11e0) {
		throw new UnreadableFile('is locked with a password or of an older kind: save it as .docx without one');
	}
	const parts = partsOf(view);
	if (!parts.some(({ name }) => name === neededPart)) throw new UnreadableFile(damaged);
	let left = largestUnpacked;
	for (const part of parts.filter(({ name }) => /\.(?:xml|rels)$/i.test(name))) {
		const content = unpacked(view, part, left);
		left -= content.length;
		look(content.toString('utf8'));
	}
}

interface Part {
	readonly name: string;
	readonly method: number;
	readonly packed: number;
	readonly header: number;
}

/** The parts that the directory at the package's end names. */
function partsOf(view: Buffer): Part[] {
	const end = view.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
	if (end < 0 || end + 22 > view.length) throw new UnreadableFile(damaged);
	const count = view.readUInt16LE(end + 10);
	if (count > mostParts) throw new UnreadableFile(`has more than ${mostParts.toLocaleString('en')} parts`);
	const parts: Part[] = [];
	let at = view.readUInt32LE(end + 16);
	for (let index = 0; index < count; index++) {
		if (at + 46 > view.length || view.readUInt32LE(at) !== 0x02014b50) throw new UnreadableFile(damaged);
		const nameLength = view.readUInt16LE(at + 28);
		parts.push({
			name: view.toString('utf8', at + 46, at + 46 + nameLength),
			method: view.readUInt16LE(at + 10),
			packed: view.readUInt32LE(at + 20),
			header: view.readUInt32LE(at + 42),
		});
		at += 46 + nameLength + view.readUInt16LE(at + 30) + view.readUInt16LE(at + 32);
	}
	return parts;
}

function unpacked(view: Buffer, { method, packed, header }: Part, atMost: number): Buffer {
	if (header + 30 > view.length) throw new UnreadableFile(damaged);
	const start = header + 30 + view.readUInt16LE(header + 26) + view.readUInt16LE(header + 28);
	const content = view.subarray(start, start + packed);
	if (method === 0) return content;
	try {
		return inflateRawSync(content, { maxOutputLength: Math.max(1, atMost) });
	} catch (error) {
		const isTooLarge = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
		throw new UnreadableFile(isTooLarge ? `unpacks to more than ${largestUnpacked / 1024 / 1024} MB` : damaged);
	}
}
