import type { Span } from '../text/span.js';

/** How closely a phrase tells the time. */
export type Precision = 'day' | 'month' | 'part' | 'season' | 'year' | 'duration' | 'unknown';

/** A calendar point as far as it is printed: `{ year: null, month: 7, day: null }` for "July". */
export interface CalendarPoint {
	readonly year: number | null;
	readonly month: number | null;
	readonly day: number | null;
}

export type Unit = 'day' | 'week' | 'weekend' | 'month' | 'year';
export type Part = 'whole' | 'early' | 'mid' | 'late' | 'by the end' | 'first half' | 'second half';

/** What a date phrase says, before anything is computed from it. */
export type Saying =
	| {
			readonly kind: 'calendar';
			readonly from: CalendarPoint;
			readonly to: CalendarPoint;
			readonly part: Part;
			/** Of the last month or year, where it is another than that of the first: "late August to early September". */
			readonly toPart?: Part;
			readonly years: number | null;
	  }
	| { readonly kind: 'season'; readonly season: string; readonly year: number | null; readonly years: number | null }
	/** "later this month", "last week": a unit, moved by so many from the day of publication. */
	| { readonly kind: 'relative'; readonly unit: Unit; readonly shift: number; readonly side: 'earlier' | 'later' | null }
	/** 0 is Sunday. `to` is the last of several days; `week` is that of publication, moved by so many. */
	| { readonly kind: 'weekday'; readonly weekday: number; readonly to?: number; readonly shift: number | null; readonly week?: number }
	| { readonly kind: 'duration'; readonly days: number; readonly unit: Unit }
	/** "since 2019": when a series began, not when an edition takes place. */
	| { readonly kind: 'since'; readonly year: number }
	/** A date that is not to be computed ("14 and 21 May", "Good Friday", "FY2024"): kept as printed. */
	| { readonly kind: 'printed' }
	/** "in the near future": kept as printed. */
	| { readonly kind: 'vague' }
	/** "The dates have not been disclosed": that there is a date, and that it is not told. */
	| { readonly kind: 'undisclosed' };

/** A phrase that says when, how long, or that the date is not known. */
export interface DateMention extends Span {
	readonly says: Saying;
	readonly precision: Precision;
	/** The phrase as a reader sees it: on one line, without marks of emphasis. */
	readonly phrase: string;
}
