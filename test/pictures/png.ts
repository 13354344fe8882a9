import { inflateSync } from 'node:zlib';

export interface Pixels {
	width: number;
	height: number;
	rgba: Buffer;
}

/** Decodes an 8-bit RGBA PNG without interlacing (https://www.w3.org/TR/png-3/). */
export function decodePng(png: Uint8Array): Pixels {
	const file = Buffer.from(png);
	if (file.toString('latin1', 1, 4) !== 'PNG') throw new Error('not a PNG');
	const width = file.readUInt32BE(16);
	const height = file.readUInt32BE(20);
	if (file.readUInt8(24) !== 8 || file.readUInt8(25) !== 6) throw new Error('not 8-bit RGBA');
	const data: Buffer[] = [];
	for (let at = 8; at < file.length; at += 12 + file.readUInt32BE(at)) {
		if (file.toString('latin1', at + 4, at + 8) === 'IDAT') data.push(file.subarray(at + 8, at + 8 + file.readUInt32BE(at)));
	}
	return { width, height, rgba: unfilter(inflateSync(Buffer.concat(data)), width * 4, height) };
}

function unfilter(filtered: Buffer, stride: number, height: number): Buffer {
	const out = Buffer.alloc(stride * height);
	for (let y = 0; y < height; y++) {
		const filter = filtered.readUInt8(y * (stride + 1));
		for (let x = 0; x < stride; x++) {
			const left = x >= 4 ? out.readUInt8(y * stride + x - 4) : 0;
			const up = y > 0 ? out.readUInt8((y - 1) * stride + x) : 0;
			const corner = x >= 4 && y > 0 ? out.readUInt8((y - 1) * stride + x - 4) : 0;
			const predicted = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter] ?? 0;
			out.writeUInt8((filtered.readUInt8(y * (stride + 1) + 1 + x) + predicted) & 255, y * stride + x);
		}
	}
	return out;
}

function paeth(left: number, up: number, corner: number): number {
	const [toLeft, toUp, toCorner] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)];
	if (toLeft <= toUp && toLeft <= toCorner) return left;
	return toUp <= toCorner ? up : corner;
}

/** How much is drawn on a transparent picture, and from which column to which. */
export function inkOf({ width, rgba }: Pixels): { amount: number; left: number; right: number } {
	let amount = 0;
	let left = width;
	let right = 0;
	for (let at = 3; at < rgba.length; at += 4) {
		const alpha = rgba.readUInt8(at);
		if (alpha === 0) continue;
		const x = ((at - 3) / 4) % width;
		amount += alpha;
		left = Math.min(left, x);
		right = Math.max(right, x);
	}
	return { amount, left, right };
}
