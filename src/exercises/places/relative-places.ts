import type { Place } from '../../gazetteer/gazetteer.js';
import type { PlaceMention } from '../../gazetteer/place-mention.js';
import { movedFrom } from '../../gazetteer/towns.js';
import type { Span } from '../../text/span.js';
import { count, countPattern } from '../../values/number-words.js';
import { bearingOf } from './coasts.js';
import type { LocationMention } from './location-mention.js';

const units: Readonly<Record<string, number>> = { k: 1, n: 1.852, m: 1.609 };
const direction = '(?<direction>(?:north|south)(?:[-\\s]?(?:east|west))?|east|west)(?:ward|wards|ern)?';
/** "some 200 km to the east of", "120 nautical miles south-west of". */
const distanceBefore = new RegExp(
	`(?:\\b(?:some|about|around|roughly|approximately|nearly|over|just)\\s)?(?<count>${countPattern})(?:[-\\s]|(?=\\p{L}))(?:(?<unit>km|kilomet(?:er|re)s?|kms|nautical\\smiles?|nmi?|miles?|mi))\\s(?:to\\sthe\\s|due\\s)?${direction}\\s(?:of|from)\\s(?:the\\s)?(?:(?:coast|city|town|port|island)\\sof\\s)?$`,
	'iu',
);
const farthest = 3000;

/** A point so many kilometres from a place, in a direction that the text states; undefined where it states none. */
export function offsetPlace(text: string, { start }: Span, mention: PlaceMention): LocationMention | undefined {
	const from = Math.max(start, mention.start - 120);
	const said = distanceBefore.exec(text.slice(from, mention.start));
	const { count: printed = '', unit = '', direction: to = '' } = said?.groups ?? {};
	const distance = count(printed);
	if (!said || distance === undefined || mention.place.kind === 'country') return undefined;
	const kilometres = distance * (units[unit.charAt(0).toLowerCase()] ?? 1);
	if (kilometres > farthest) return undefined;
	const span = { start: from + said.index, end: mention.end };
	const name = text.slice(span.start, span.end).replace(/\s+/g, ' ');
	return { ...span, place: null, name, at: movedFrom(mention.place, kilometres, bearingOf(to) ?? 0) };
}

/** Between a water and the place that says where in it. */
const beside =
	/^(?:,|\s\()?\s?(?:just\s|some\s|waters\s)?(?:near|off|close\sto|closer\sto|around|outside|adjacent\sto|next\sto|opposite|(?:north|south|east|west|north-?east|north-?west|south-?east|south-?west)\sof)\s/i;
const waters: ReadonlySet<string> = new Set(['sea', 'ocean', 'gulf', 'bay', 'strait', 'channel']);
const wide: ReadonlySet<string> = new Set(['country', 'continent', 'area', 'ocean', 'sea']);

/** "the Arabian Sea off Karachi" is read whole: the smaller place first, then the water that it lies at. */
export function smallestFirst(text: string, locations: readonly LocationMention[]): LocationMention[] {
	const read: LocationMention[] = [];
	for (const location of locations) {
		const last = read.at(-1);
		const isPart =
			last?.place && waters.has(last.place.kind) && isSmaller(location, last.place) && beside.test(text.slice(last.end, location.end));
		if (last && isPart) read.splice(-1, 1, { ...location, start: last.start }, last);
		else read.push(location);
	}
	return read;
}

/** A place that lies in the other, or a point beside one that its words tell. */
function isSmaller({ place, at }: LocationMention, than: Place): boolean {
	return place ? !wide.has(place.kind) && place.radiusKm < than.radiusKm : at !== undefined;
}
