import type { TimelineEntry } from './inputs.js';

/** One year's column on the timeline, in pixels. */
export interface YearColumn {
	year: number;
	left: number;
	right: number;
	/** Whether anything begins in it. Quiet years are narrow. */
	busy: boolean;
}

export interface TimeScale {
	years: YearColumn[];
	/** Pixels from the left for a moment in years (2024.5 is the middle of 2024); moments outside stand at the ends. */
	x(moment: number): number;
}

const BUSY = 3;
const PER_ENTRY = 2.1;
const MOST_COUNTED = 6;
const QUIET = 0.62;
/** However long nothing happens, the gap is no wider than about this many quiet years. */
const WIDEST_GAP = 8 * QUIET;

/** A piecewise even scale: years get room by what begins in them. */
export function createScale(entries: readonly TimelineEntry[], left: number, right: number): TimeScale {
	const weights = weighYears(entries);
	const total = weights.reduce((sum, { weight }) => sum + weight, 0);
	const years: YearColumn[] = [];
	let x = left;
	for (const { year, weight, busy } of weights) {
		const width = ((right - left) * weight) / total;
		years.push({ year, left: x, right: x + width, busy });
		x += width;
	}
	return {
		years,
		x(moment) {
			const column = years.find(({ year }) => moment < year + 1) ?? years.at(-1);
			if (!column) return left;
			const part = Math.max(0, Math.min(1, moment - column.year));
			return column.left + part * (column.right - column.left);
		},
	};
}

/** Decimal years of an entry's first moment and last: the end of its last day. */
export function momentsOf(entry: TimelineEntry): { from: number; to: number } {
	return { from: momentOf(entry.from, 0), to: momentOf(entry.to, 1) };
}

function momentOf(day: string, after: number): number {
	const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
	const start = Date.UTC(year, 0, 1);
	return year + (Date.UTC(year, month - 1, date + after) - start) / (Date.UTC(year + 1, 0, 1) - start);
}

function weighYears(entries: readonly TimelineEntry[]): { year: number; weight: number; busy: boolean }[] {
	if (entries.length === 0) return [];
	const counts = new Map<number, number>();
	for (const entry of entries) counts.set(yearOf(entry.from), (counts.get(yearOf(entry.from)) ?? 0) + 1);
	const first = Math.min(...counts.keys());
	const last = Math.max(...entries.map((entry) => yearOf(entry.to)), ...counts.keys());
	const gap = new Map<number, number>();
	for (const [start, length] of quietRuns(first, last, counts)) for (let year = start; year < start + length; year++) gap.set(year, length);
	return Array.from({ length: last - first + 1 }, (_, index) => {
		const year = first + index;
		const count = counts.get(year) ?? 0;
		if (count > 0) return { year, busy: true, weight: BUSY + PER_ENTRY * Math.min(count, MOST_COUNTED) };
		return { year, busy: false, weight: Math.min(QUIET, WIDEST_GAP / (gap.get(year) ?? 1)) };
	});
}

function yearOf(day: string): number {
	return Number(day.slice(0, 4));
}

function quietRuns(first: number, last: number, counts: ReadonlyMap<number, number>): [start: number, length: number][] {
	const runs: [number, number][] = [];
	let length = 0;
	for (let year = first; year <= last + 1; year++) {
		if (year <= last && !counts.has(year)) {
			length++;
		} else if (length > 0) {
			runs.push([year - length, length]);
			length = 0;
		}
	}
	return runs;
}
