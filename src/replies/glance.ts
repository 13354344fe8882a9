import type { APIEmbedField } from 'discord.js';
import { forcesAndScale, mergedClaims } from '../exercises/catalogue/merged-claims.js';
import type { Exercise } from '../exercises/exercise.js';
import type { Citation, Citations, Documents } from './citations.js';
import { dateItems, passageItems, sourcedItems, value, valueItems } from './claims.js';
import type { Item } from './layout.js';
import { GLANCE_AIM, GLANCE_VALUE } from './limits.js';
import { type Words, wordFor } from './words.js';

/** Values of a field that the first page shows; what is left stands on the next one. */
const MOST = { status: 3, dates: 2, locations: 3, participants: 4, aims: 1, forces: 4, scale: 4 } as const;

export type GlanceField = keyof typeof MOST;
export const FIELDS = ['status', 'dates', 'locations', 'participants', 'aims', 'forces', 'scale'] as const satisfies GlanceField[];

/** What the first page of a card says: short enough to be read without turning or scrolling. */
export interface Glance {
	/** "**held** [1] · “in September” [1] · Sea of Japan [1] · China, Russia [1]" */
	readonly headline: string;
	/** Aim, forces and scale. */
	readonly fields: readonly APIEmbedField[];
	/** Of the marks on the page: the card's menu names them. */
	readonly citations: readonly Citation[];
	/** Fields of the record of which it shows all there is. */
	readonly whole: ReadonlySet<GlanceField>;
}

/** The first page of the card: status, when, where and who in one line, then aim, forces and scale. */
export function glanceOf(exercise: Exercise, documents: Documents, citations: Citations, words: Words): Glance {
	const page = new GlancePage(citations);
	const items = glanceItems(exercise, documents, words);
	const row = (field: GlanceField): string => page.row(field, items[field]);
	const headline = [row('status'), row('dates'), row('locations'), row('participants')];
	const fields = (['aims', 'forces', 'scale'] as const).map((field) => ({ name: words.field[field], value: row(field) }));
	const whole = FIELDS.filter((field) => showsAll(items[field], MOST[field]) && (field !== 'locations' || saysPlaces(exercise)));
	return {
		headline: headline.filter(Boolean).join(' · '),
		fields: fields.filter((field) => field.value !== ''),
		citations: page.citations(),
		whole: new Set(whole),
	};
}

/** What the fields of the first page hold, each value short. */
export function glanceItems(exercise: Exercise, documents: Documents, words: Words): Record<GlanceField, Item[]> {
	const { forces, scale } = forcesAndScale(exercise);
	return {
		status: valueItems(exercise.status, words, (shown) => `**${wordFor(words.status, shown)}**`),
		dates: dateItems(exercise, words, GLANCE_VALUE),
		locations: placeNames(exercise),
		participants: valueItems(exercise.participants, words, short),
		aims: passageItems(exercise.aims, documents, GLANCE_AIM),
		forces: sourcedItems(forces, words, short),
		scale: sourcedItems(scale.map(asPrinted), words, short),
	};
}

/** Whether the names of its places are all that is printed of them: else the next page has the words. */
export function saysPlaces({ locations }: Exercise): boolean {
	return locations.every((claim) => claim.text.toLowerCase() === claim.value.toLowerCase());
}

/** The names of the places alone. */
function placeNames({ locations }: Exercise): Item[] {
	return mergedClaims(locations, (claim) => claim.placeId ?? claim.value).map((group) => ({
		text: short(group[0].value),
		quotes: group.map((claim) => claim.quote),
	}));
}

export function asPrinted<C extends { value: string; text: string }>(claim: C): C {
	return { ...claim, value: claim.text };
}

/** Fields in a few of their values, and the sources of what is shown. */
export class GlancePage {
	private readonly cited = new Map<number, Citation>();

	constructor(private readonly all: Citations) {}

	/** The first items of a field on one line; "…" where there are more. */
	row(field: GlanceField, items: readonly Item[], most: number = MOST[field]): string {
		const shown = items.slice(0, most);
		for (const citation of shown.flatMap(({ quotes }) => this.all.of(quotes))) this.cited.set(citation.number, citation);
		const row = shown.map(({ text, quotes }) => `${text} ${this.all.marks(quotes)}`).join(', ');
		return items.length > most && field !== 'aims' ? `${row}, …` : row;
	}

	citations(): Citation[] {
		return [...this.cited.values()].sort((a, b) => a.number - b.number);
	}
}

/** Whether the first `most` items, none of them cut, are all there is. */
export function showsAll(items: readonly Item[], most: number): boolean {
	return items.length <= most && !items.some(isCut);
}

/** Whether less is shown than there is. */
export function isCut({ text }: Item): boolean {
	return text.includes('…');
}

function short(text: string): string {
	return value(text, GLANCE_VALUE);
}
