import type { MapPicture, TimelineEntry, TimelinePicture } from './inputs.js';
import { toldWords, type Words } from './words.js';

/** Discord's limit for the description of an attachment. */
const ALT_LIMIT = 1024;
const LONGEST_NAME = 160;

/** Says what a map shows: the places and what each is, in full and in their own script. */
export function altOfMap(picture: MapPicture): string {
	const words = toldWords(picture.words);
	const places = picture.places.map((place) => `${cut([place.name, ...(place.otherNames ?? [])].join(' / '))} (${words(place.kind)})`);
	const hasAreas = picture.places.some((place) => place.radiusKm > 0);
	return listing(`${words('map')}: ${cut(picture.title)}`, places, hasAreas ? words('areasIndicative') : '', words);
}

/** Says what a timeline shows: the exercises with their dates as closely as they are known, then the undated ones. */
export function altOfTimeline(picture: TimelinePicture): string {
	const words = toldWords(picture.words);
	const dated = picture.entries.map((entry) => `${cut(entry.name)} (${datesOf(entry, words)})`);
	const undated = picture.undated.map((name) => `${cut(name)} (${words('undated')})`);
	const items = [...dated, ...undated];
	return listing(`${words('timeline')}: ${cut(picture.title)}`, items.length > 0 ? items : [words('noExercise')], '', words);
}

function datesOf({ from, to, precision, yearGuessed }: TimelineEntry, words: Words): string {
	const length = { year: 4, month: 7, part: 10, day: 10 }[precision];
	const [first, last] = [from.slice(0, length), to.slice(0, length)];
	const dates = first === last ? first : `${first} – ${last}`;
	return yearGuessed ? `${dates}, ${words('yearGuessed')}` : dates;
}

/** As many items as the limit allows; the rest are counted. */
function listing(head: string, items: readonly string[], tail: string, words: Words): string {
	const tell = (count: number) => {
		const rest = items.length - count;
		const list = [...items.slice(0, count), ...(rest > 0 ? [words('more', rest)] : [])].join(', ');
		const sentences = [head, list].filter(Boolean).map((sentence) => `${sentence}.`);
		return [...sentences, tail].filter(Boolean).join(' ');
	};
	let told = tell(0);
	for (let count = 1; count <= items.length; count++) {
		const longer = tell(count);
		if (longer.length > ALT_LIMIT) break;
		told = longer;
	}
	return told;
}

function cut(text: string): string {
	const characters = Array.from(text.replace(/\s+/g, ' ').trim());
	return characters.length <= LONGEST_NAME ? characters.join('') : `${characters.slice(0, LONGEST_NAME - 1).join('')}…`;
}
