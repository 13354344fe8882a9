import type { APIEmbedField } from 'discord.js';
import { mergedClaims, tellingForces, tellingScale } from '../exercises/catalogue/merged-claims.js';
import type { Exercise } from '../exercises/exercise.js';
import type { Citation, Citations, Documents } from './citations.js';
import { dateItems, passageItems, sourcedItems, value, valueItems } from './claims.js';
import type { Item } from './layout.js';
import { GLANCE_AIM, GLANCE_VALUE } from './limits.js';
import { type Words, wordFor } from './words.js';

/** Values of a field that the first page shows; what is left stands on the next one. */
const MOST = { status: 3, dates: 2, locations: 3, participants: 4, aims: 1, forces: 4, scale: 4 } as const;

type Field = keyof typeof MOST;

/** What the first page of a card says: short enough to be read without turning or scrolling. */
export interface Glance {
	/** "**held** [1] · “in September” [1] · Sea of Japan [1] · China, Russia [1]" */
	readonly headline: string;
	/** Aim, forces and scale. */
	readonly fields: readonly APIEmbedField[];
	/** Of the marks on the page: the card's menu names them. */
	readonly citations: readonly Citation[];
	/** Fields of the record of which it shows all there is. */
	readonly whole: ReadonlySet<Field>;
}

/** The first page of the card: status, when, where and who in one line, then aim, forces and scale. */
export function glanceOf(exercise: Exercise, documents: Documents, citations: Citations, words: Words): Glance {
	const page = new GlancePage(citations);
	const { status, locations, participants, aims } = exercise;
	const headline = [
		page.row(
			'status',
			valueItems(status, words, (shown) => `**${wordFor(words.status, shown)}**`),
		),
		page.row('dates', dateItems(exercise, words, GLANCE_VALUE)),
		page.row('locations', placeNames(exercise)),
		page.row('participants', valueItems(participants, words, short)),
	];
	// Where a place is printed in other words than its name, the next page has them.
	if (locations.some((claim) => claim.text.toLowerCase() !== claim.value.toLowerCase())) page.whole.delete('locations');
	const fields = [
		{ name: words.field.aims, value: page.row('aims', passageItems(aims, documents, GLANCE_AIM)) },
		{ name: words.field.forces, value: page.row('forces', sourcedItems(tellingForces(exercise), words, short)) },
		{ name: words.field.scale, value: page.row('scale', sourcedItems(tellingScale(exercise).map(asPrinted), words, short)) },
	];
	return {
		headline: headline.filter(Boolean).join(' · '),
		fields: fields.filter((field) => field.value !== ''),
		citations: page.citations(),
		whole: page.whole,
	};
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

class GlancePage {
	readonly whole = new Set<Field>();
	private readonly cited = new Map<number, Citation>();

	constructor(private readonly all: Citations) {}

	/** The first items of a field on one line; "…" where there are more. */
	row(field: Field, items: readonly Item[]): string {
		const most = MOST[field];
		const shown = items.slice(0, most);
		if (items.length <= most && !shown.some(({ text }) => text.includes('…'))) this.whole.add(field);
		for (const citation of shown.flatMap(({ quotes }) => this.all.of(quotes))) this.cited.set(citation.number, citation);
		const row = shown.map(({ text, quotes }) => `${text} ${this.all.marks(quotes)}`).join(', ');
		return items.length > most && field !== 'aims' ? `${row}, …` : row;
	}

	citations(): Citation[] {
		return [...this.cited.values()].sort((a, b) => a.number - b.number);
	}
}

function short(text: string): string {
	return value(text, GLANCE_VALUE);
}
