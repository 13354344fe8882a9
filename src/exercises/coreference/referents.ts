import type { Place } from '../../gazetteer/gazetteer.js';
import { distance } from '../../gazetteer/towns.js';
import type { Span } from '../../text/span.js';
import type { DateMention } from '../../values/date-mentions.js';
import type { Tense } from '../../values/dates.js';
import type { Exercise } from '../exercise.js';
import type { NameMention } from '../names/name-mention.js';
import type { ExercisePhrase } from '../sentences/exercise-phrases.js';
import type { SentenceReading } from '../sentences/sentence-reading.js';

/** One exercise as one section speaks of it. Grows while the section is read. */
export interface Referent {
	/** What its names have in common: the id of a listed series or the folded name; null while it has no name. */
	seriesKey: string | null;
	names: NameMention[];
	/** How it was first spoken of, when that was no name. */
	readonly phrase: ExercisePhrase | null;
	kind: Exercise['kind'];
	tense: Tense | null;
	places: Place[];
	/** Date phrases, folded. */
	times: string[];
	years: number[];
	/** Numbers of the paragraphs whose own sentences point at it. */
	paragraphs: number[];
	/** An article's own sentence has told of it, not the headline alone. */
	inProse: boolean;
	/** Told of in passing ("Additionally, …", "such as …"): no later "the drills" means it. */
	aside: boolean;
	/** The year that it is told by, where that does not stand in its name. */
	toldYear: number | null;
	/** For an edition that is told of by its year alone: the one by whose name it goes. */
	readonly editionOf: Referent | null;
}

/** What the sentence of a mention says, to compare with what is known. */
export interface Circumstances {
	readonly tense: Tense;
	readonly places: readonly Place[];
	readonly times: readonly string[];
	/** Years printed with its dates. */
	readonly years: readonly number[];
	readonly inProse: boolean;
}

/** What a stretch of a sentence says of the exercise that it speaks of. */
export function circumstancesOf(text: string, reading: SentenceReading, span: Span): Circumstances {
	const inside = (mention: Span) => span.start === reading.sentence.start || mention.start >= span.start - 120;
	const places = reading.places
		.filter((mention) => mention.how === 'name' && inside(mention))
		.map(({ place }) => place);
	return {
		tense: reading.tense,
		places: places.filter(isVenue),
		times: timesOf(text, reading.dates.filter(inside)),
		years: yearsOf(reading.dates.filter(inside)),
		inProse: reading.sentence.kind === 'prose',
	};
}

/** Countries take part more often than they are the venue. */
function isVenue(place: Place): boolean {
	return place.kind !== 'country';
}

/** The first of its names that has a year. */
export function nameWithYear({ names }: Referent) {
	return names.find((name): name is NameMention & { readonly year: number } => name.year !== null);
}

export function yearOf(referent: Referent): number | null {
	return nameWithYear(referent)?.year ?? (referent.editionOf && referent.toldYear);
}

/** Of a year before the article's own, where both are stated. */
export function isOfEarlierYear(referent: Referent, publishedYear: number | null): boolean {
	const year = yearOf(referent) ?? (referent.years.length > 0 ? Math.max(...referent.years) : null);
	return year !== null && publishedYear !== null && year < publishedYear;
}

export function editionOf(referent: Referent): string | null {
	return referent.names.find((name) => name.edition !== null)?.edition ?? null;
}

const freeGapKm = 600;

/** Nothing that is said of the two tells them apart. */
export function isCompatible(referent: Referent, said: Circumstances): boolean {
	if (referent.tense && said.tense !== 'present' && referent.tense !== 'present' && referent.tense !== said.tense)
		return false;
	if (referent.years.length > 0 && said.years.length > 0 && !referent.years.some((year) => said.years.includes(year)))
		return false;
	const apart = referent.places.length > 0 && said.places.length > 0;
	return (
		!apart ||
		referent.places.some((one) =>
			said.places.some((other) => distance(one, other) <= one.radiusKm + other.radiusKm + freeGapKm),
		)
	);
}

/** Something that is said of both: the same place or the same time. */
export function isCorroborated(referent: Referent, said: Circumstances): boolean {
	return (
		referent.places.some((place) => said.places.includes(place)) ||
		referent.times.some((time) => said.times.includes(time))
	);
}

export function learn(referent: Referent, said: Circumstances): void {
	if (!referent.tense || referent.tense === 'present') referent.tense = said.tense;
	referent.places.push(...said.places);
	referent.times.push(...said.times);
	referent.years.push(...said.years);
	referent.inProse ||= said.inProse;
}

/** Years that dates print, but for those of founding ("since 2002"). */
export function yearsOf(dates: readonly DateMention[]): number[] {
	return dates.flatMap(({ says }) => (says.kind === 'calendar' && says.from.year !== null ? [says.from.year] : []));
}

function timesOf(text: string, dates: readonly DateMention[]): string[] {
	return dates
		.filter(({ says }) => !['vague', 'undisclosed', 'duration', 'since'].includes(says.kind))
		.map(({ start, end }) => text.slice(start, end).toLowerCase().replace(/^in\s/, ''));
}
