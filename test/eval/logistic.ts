/** One observation: features and whether the thing is so. */
export interface Observation {
	readonly x: readonly number[];
	readonly y: number;
}

/**
 * Weights of a logistic regression with an L2 penalty, by Newton's method (iteratively reweighted least squares). Without `bias` the line goes
 * through the origin, as for differences of pairs.
 * @returns the bias (0 without one), then one weight a feature
 */
export function fitLogistic(observations: readonly Observation[], { bias = true, penalty = 1 } = {}): { bias: number; weights: number[] } {
	const size = (observations[0]?.x.length ?? 0) + 1;
	let weights = new Array<number>(size).fill(0);
	for (let round = 0; round < 60; round++) {
		const gradient = weights.map((weight, at) => (at === 0 ? 0 : -penalty * weight));
		const hessian = weights.map((_, row) => weights.map((__, column) => (row === column ? (row === 0 ? (bias ? 1e-9 : 1) : penalty) : 0)));
		for (const { x, y } of observations) {
			const row = [bias ? 1 : 0, ...x];
			const share = 1 / (1 + Math.exp(-dot(weights, row)));
			for (const [i, one] of row.entries()) {
				gradient[i] = (gradient[i] ?? 0) + one * (y - share);
				const line = hessian[i] ?? [];
				for (const [j, other] of row.entries()) line[j] = (line[j] ?? 0) + one * other * share * (1 - share);
			}
		}
		const step = solve(hessian, gradient);
		weights = weights.map((weight, at) => weight + (step[at] ?? 0));
		if (Math.max(...step.map(Math.abs)) < 1e-6) break;
	}
	const [first = 0, ...rest] = weights;
	return { bias: bias ? first : 0, weights: rest };
}

export function dot(one: readonly number[], other: readonly number[]): number {
	return one.reduce((sum, value, at) => sum + value * (other[at] ?? 0), 0);
}

/** Gaussian elimination with partial pivoting. */
function solve(matrix: readonly (readonly number[])[], vector: readonly number[]): number[] {
	const rows = matrix.map((row, at) => [...row, vector[at] ?? 0]);
	const size = rows.length;
	for (let column = 0; column < size; column++) {
		const pivot = rows
			.slice(column)
			.reduce((best, row, at) => (Math.abs(row[column] ?? 0) > Math.abs(rows[best]?.[column] ?? 0) ? column + at : best), column);
		[rows[column], rows[pivot]] = [rows[pivot] ?? [], rows[column] ?? []];
		for (let row = column + 1; row < size; row++) {
			const share = (rows[row]?.[column] ?? 0) / (rows[column]?.[column] || 1);
			rows[row] = (rows[row] ?? []).map((value, at) => value - share * (rows[column]?.[at] ?? 0));
		}
	}
	const solution = new Array<number>(size).fill(0);
	for (let row = size - 1; row >= 0; row--) {
		const known = solution.reduce((sum, value, at) => (at > row ? sum + value * (rows[row]?.[at] ?? 0) : sum), 0);
		solution[row] = ((rows[row]?.[size] ?? 0) - known) / (rows[row]?.[row] || 1);
	}
	return solution;
}
