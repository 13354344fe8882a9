import type { PictureWords } from './words.js';

export type PlaceKind = 'main' | 'related' | 'patrol';

export interface MapPlace {
	name: string;
	/** Other names the sources use for the same place, such as the second name of a sea: all are shown. */
	otherNames?: readonly string[];
	/** A few words beside the name on the map, such as the exercise. */
	note?: string;
	/** Degrees. */
	lat: number;
	lon: number;
	/** Radius of the area in kilometres; 0 for a point. */
	radiusKm: number;
	kind: PlaceKind;
	/** An ocean or a continent: pointed to beside nearer places, and never drawn as a circle. */
	isWide?: boolean;
}

export interface MapPicture {
	/** Of what it is a map: for those who cannot see it. */
	title: string;
	places: readonly MapPlace[];
	/** Countries to highlight: ISO 3166-1 alpha-3 or numeric codes. */
	countries: readonly string[];
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
	/** Of what it is a timeline: for those who cannot see it. */
	title: string;
	/** From top to bottom. Entries of a lane not listed here get one of their own below, labelled with its key. */
	lanes: readonly TimelineLane[];
	entries: readonly TimelineEntry[];
	/** Names of exercises without any date: listed, not placed. */
	undated: readonly string[];
	/** BCP 47 tag for the names of months; English where left out or where the font lacks the letters. */
	locale?: string;
	words?: Partial<PictureWords>;
}
