/** A rectangle of the picture, in pixels from its upper left corner. */
export interface Box {
	left: number;
	top: number;
	right: number;
	bottom: number;
}

export function overlaps(a: Box, b: Box): boolean {
	return a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top;
}

export function contains(outer: Box, inner: Box): boolean {
	return inner.left >= outer.left && inner.right <= outer.right && inner.top >= outer.top && inner.bottom <= outer.bottom;
}

export function around(x: number, y: number, halfWidth: number, halfHeight = halfWidth): Box {
	return { left: x - halfWidth, top: y - halfHeight, right: x + halfWidth, bottom: y + halfHeight };
}

export function grow(box: Box, by: number): Box {
	return { left: box.left - by, top: box.top - by, right: box.right + by, bottom: box.bottom + by };
}

/** The box that holds them all. */
export function unite(boxes: readonly Box[]): Box {
	return {
		left: Math.min(...boxes.map((box) => box.left)),
		top: Math.min(...boxes.map((box) => box.top)),
		right: Math.max(...boxes.map((box) => box.right)),
		bottom: Math.max(...boxes.map((box) => box.bottom)),
	};
}

/** A frame in which things are put down one after the other, each only where it touches nothing put down before. */
export interface Space {
	isFree(box: Box): boolean;
	take(box: Box): void;
}

export function createSpace(frame: Box, taken: readonly Box[] = []): Space {
	const boxes = [...taken];
	return {
		isFree: (box) => contains(frame, box) && !boxes.some((other) => overlaps(box, other)),
		take: (box) => {
			boxes.push(box);
		},
	};
}
