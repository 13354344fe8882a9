import type { PictureWords } from './words.js';

export type PlaceKind = 'main' | 'related' | 'patrol';

export interface MapPlace {
	name: string;
	/** Other names the sources use for the same place, such as the second name of a sea: all are shown. */
	otherNames?: readonly string[];
	/** A few words beside the name on the map, such as the exercise. */
	note?: string;
	/** A line under the name in the list, such as what takes place there and when. */
	detail?: string;
	/** Degrees. */
	lat: number;
	lon: number;
	/** Radius of the area in kilometres; 0 for a point. */
	radiusKm: number;
	kind: PlaceKind;
}

export interface MapPicture {
	/** One word over the title. */
	kicker: string;
	title: string;
	subtitle: string;
	places: readonly MapPlace[];
	/** Countries to highlight: ISO 3166-1 alpha-3 or numeric codes. */
	countries: readonly string[];
	/** What stands at the lower edge, such as the sources. */
	footer: string;
	/** Fixed words in another language; English where left out. */
	words?: Partial<PictureWords>;
}

/** How closely a document dates an exercise: to days, a part of a month, a month, or a year only. */
export type DatePrecision = 'day' | 'part' | 'month' | 'year';

export interface TimelineEntry {
	name: string;
	/** A few words under the name, such as the place. */
	note?: string;
	/** The key of its lane. */
	lane: string;
	/** First and last day, ISO 8601 (`2024-09-09`). */
	from: string;
	to: string;
	precision: DatePrecision;
	/** The document gives no year: it was inferred. Drawn hollow. */
	yearGuessed: boolean;
	/** Something that begins here and goes on. Drawn with an arrow. */
	ongoing?: boolean;
	/** The one the reader asked for. Drawn with a glow. */
	highlight?: boolean;
}

export interface TimelineLane {
	key: string;
	label: string;
}

export interface TimelinePicture {
	kicker: string;
	title: string;
	subtitle: string;
	/** From top to bottom. Entries of a lane not listed here get one of their own below, labelled with its key. */
	lanes: readonly TimelineLane[];
	entries: readonly TimelineEntry[];
	/** Names of exercises without any date: listed, not placed. */
	undated: readonly string[];
	footer: string;
	/** BCP 47 tag for the names of months; English where left out or where the font lacks the letters. */
	locale?: string;
	words?: Partial<PictureWords>;
}
