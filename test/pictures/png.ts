import sharp from 'sharp';

export interface Pixels {
	width: number;
	height: number;
	rgba: Buffer;
}

export async function decodePng(png: Uint8Array): Promise<Pixels> {
	const { data, info } = await sharp(png).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
	return { width: info.width, height: info.height, rgba: data };
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
