/** Longitude and latitude in degrees. */
export type LonLat = [longitude: number, latitude: number];

/** The part of the globe within `radius` degrees of arc of a centre. */
export interface Cap {
	center: LonLat;
	radius: number;
}

type Vector = readonly [x: number, y: number, z: number];

const DEGREES = 180 / Math.PI;
const EARTH_KM_PER_DEGREE = 111.195;

export function degreesOf(kilometres: number): number {
	return kilometres / EARTH_KM_PER_DEGREE;
}

/** The distance between two points in degrees of arc. */
export function distance(a: LonLat, b: LonLat): number {
	return angle(vectorOf(a), vectorOf(b));
}

export function capsTouch(a: Cap, b: Cap): boolean {
	return distance(a.center, b.center) <= a.radius + b.radius;
}

/**
 * A cap that holds all the points and is hardly larger than the smallest one: the centre starts at the mean and moves
 * towards the farthest point in ever smaller steps (Bădoiu and Clarkson 2003, "Smaller core-sets for balls").
 */
export function enclosingCap(points: readonly LonLat[], steps = 60): Cap {
	const vectors = points.map(vectorOf);
	let center = normalise(mean(vectors));
	for (let step = 1; step <= steps; step++) {
		const far = farthest(center, vectors);
		center = normalise([
			center[0] + (far[0] - center[0]) / (step + 1),
			center[1] + (far[1] - center[1]) / (step + 1),
			center[2] + (far[2] - center[2]) / (step + 1),
		]);
	}
	return { center: lonLatOf(center), radius: angle(center, farthest(center, vectors)) };
}

function vectorOf([longitude, latitude]: LonLat): Vector {
	const lambda = longitude / DEGREES;
	const phi = latitude / DEGREES;
	return [Math.cos(phi) * Math.cos(lambda), Math.cos(phi) * Math.sin(lambda), Math.sin(phi)];
}

function lonLatOf([x, y, z]: Vector): LonLat {
	return [Math.atan2(y, x) * DEGREES, Math.asin(Math.max(-1, Math.min(1, z))) * DEGREES];
}

function dot(a: Vector, b: Vector): number {
	return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

function angle(a: Vector, b: Vector): number {
	return Math.acos(Math.max(-1, Math.min(1, dot(a, b)))) * DEGREES;
}

function mean(vectors: readonly Vector[]): Vector {
	let [x, y, z] = [0, 0, 0];
	for (const vector of vectors) {
		x += vector[0];
		y += vector[1];
		z += vector[2];
	}
	return [x, y, z];
}

/** Opposite points have no middle: then any direction will do. */
function normalise(vector: Vector): Vector {
	const length = Math.hypot(...vector);
	return length < 1e-9 ? [1, 0, 0] : [vector[0] / length, vector[1] / length, vector[2] / length];
}

function farthest(center: Vector, vectors: readonly Vector[]): Vector {
	let far = center;
	let least = Number.POSITIVE_INFINITY;
	for (const vector of vectors) {
		const closeness = dot(center, vector);
		if (closeness < least) {
			least = closeness;
			far = vector;
		}
	}
	return far;
}
