/** How often a property is tried: `FUZZ=20 npx vitest run …` tries twenty times as often as the usual run. */
export function runs(usual: number): { numRuns: number } {
	return { numRuns: Math.ceil(usual * Number(process.env['FUZZ'] || 1)) };
}

/** Milliseconds that a property may take where it is tried more often than usual. */
export const FUZZ_PATIENCE_MS = 60_000 * Math.max(1, Number(process.env['FUZZ'] || 1));
