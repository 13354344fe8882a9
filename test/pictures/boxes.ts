import { expect } from 'vitest';
import { type Box, contains, grow, overlaps } from '../../src/pictures/boxes.js';

export interface NamedBox {
	what: string;
	box: Box;
}

/** Fails, naming them, when two boxes lie on one another or one leaves the picture. Half a pixel is not seen. */
export function expectTidy(boxes: readonly NamedBox[], width: number, height: number): void {
	const faults: string[] = [];
	const shrunk = boxes.map(({ what, box }) => ({ what, box: grow(box, -0.5) }));
	for (const [index, { what, box }] of shrunk.entries()) {
		if (!contains({ left: 0, top: 0, right: width, bottom: height }, box)) faults.push(`${what} leaves the picture`);
		for (const other of shrunk.slice(index + 1)) if (overlaps(box, other.box)) faults.push(`${what} lies on ${other.what}`);
	}
	expect(faults).toEqual([]);
}
