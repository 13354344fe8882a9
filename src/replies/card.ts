import type { APIEmbed } from 'discord.js';
import { forcesAndScale } from '../exercises/catalogue/merged-claims.js';
import type { Exercise } from '../exercises/exercise.js';
import { type Citation, Citations, cutEscaped, type Documents } from './citations.js';
import { citeReply } from './cite.js';
import {
	claimsOf,
	dateItems,
	disagreementItems,
	passageItems,
	placeItems,
	printed,
	quoteItems,
	reactionItems,
	relatedItems,
	sourcedItems,
	valueItems,
} from './claims.js';
import { button, buttonRow, contextMenu, exerciseMenu, pageButtons, type Row, reportButton } from './controls.js';
import type { State } from './custom-id.js';
import { asPrinted, type Glance, glanceOf } from './glance.js';
import { type Block, layOut, type Page } from './layout.js';
import { EMBED_TITLE } from './limits.js';
import { COLOURS, type Reply } from './reply.js';
import { fill, type Words, wordFor } from './words.js';

/** An exercise with what its card shows beside it. */
export interface CardContent {
	readonly exercise: Exercise;
	readonly documents: Documents;
	/** Related exercises and the other editions of its series, by id. */
	readonly others: ReadonlyMap<string, Exercise>;
}

/**
 * The card of an exercise. Its first page is read in one glance: status, when, where and who, the map, then aim, forces and scale. The next
 * pages hold the rest by field, each value with its marks, then every quote they were read from; on as many pages as it takes.
 * @param page from 0; beyond the last one, the last
 * @param note a line over its first page
 */
export function cardReply(content: CardContent, words: Words, page = 0, note = ''): Reply {
	const { exercise } = content;
	const { glance, pages } = cardPages(content, words);
	const at = Math.min(page, pages.length);
	const footer = pages.length > 0 ? { footer: { text: fill(words.say.page, { n: at + 1, of: pages.length + 1 }) } } : {};
	const head = { title: cutEscaped(exercise.name, EMBED_TITLE), color: statusColour(exercise) };
	const turned = pages[at - 1];
	return {
		embeds: turned ? [{ ...head, fields: [...turned.fields], ...footer }] : glanceEmbeds(exercise, glance, head, footer, words, note),
		components: cardControls(content, (turned ?? glance).citations, at, pages.length + 1, words),
	};
}

/** The sources of a page of the card, to be copied. */
export function cardCitations(content: CardContent, words: Words, page: number): Reply {
	const { glance, pages } = cardPages(content, words);
	const { citations } = pages[Math.min(page, pages.length) - 1] ?? glance;
	return citeReply(
		citations.map(({ quote }) => quote),
		content.documents,
		words,
	);
}

function cardPages(content: CardContent, words: Words): { glance: Glance; pages: Page[] } {
	const { exercise, documents } = content;
	const citations = new Citations(documents, words);
	const glance = glanceOf(exercise, documents, citations, words);
	const whole = new Set<string>([...glance.whole].map((field) => words.field[field]));
	const rest = cardBlocks(content, words).filter(({ label }) => !whole.has(label));
	return { glance, pages: rest.length > 0 ? layOut(rest, citations, words) : [] };
}

interface Head {
	readonly title: string;
	readonly color: number;
}

/** The headline over the map, and the rest under it: Discord sets the picture of an embed below its fields. Without a map, one embed. */
function glanceEmbeds(
	exercise: Exercise,
	glance: Glance,
	head: Head,
	footer: Pick<APIEmbed, 'footer'>,
	words: Words,
	note: string,
): APIEmbed[] {
	const lines = [note, glance.headline, describe(exercise, words)].filter(Boolean).join('\n');
	const first = { ...head, ...(lines ? { description: lines } : {}) };
	const second = { ...footer, fields: [...glance.fields] };
	const hasMap = exercise.locations.some(({ lat, lon }) => lat !== null && lon !== null);
	return hasMap && glance.fields.length > 0 ? [first, { ...second, color: head.color }] : [{ ...first, ...second }];
}

function cardControls(
	{ exercise, documents, others }: CardContent,
	citations: readonly Citation[],
	page: number,
	pages: number,
	words: Words,
): Row[] {
	const to = (next: number): State => ({ to: 'drill.card', how: 'turn', exercise: exercise.id, page: next });
	return [
		...buttonRow([
			...pageButtons(page, pages, words, to),
			...button(words.button.sources, { to: 'sources.of', how: 'open', exercise: exercise.id, page: 0 }),
		]),
		...buttonRow([
			...button(words.button.cite, { to: 'drill.cite', exercise: exercise.id, page }),
			...button(words.button.export, { to: 'drill.export', exercise: exercise.id }),
			...reportButton({ exercise }, words),
		]),
		...contextMenu(citations, documents, words),
		...exerciseMenu('related', words.button.related, [...others.values()]),
	];
}

/** The fields of the card, those without a claim left out. */
export function cardBlocks({ exercise, documents, others }: CardContent, words: Words): Block[] {
	const row = (label: string, items: Block['items']): Block => ({ label, style: 'row', items });
	const lines = (label: string, items: Block['items']): Block => ({ label, style: 'lines', items });
	const { forces, scale } = forcesAndScale(exercise);
	const blocks = [
		row(words.field.names, valueItems(exercise.names.map(asPrinted), words, printed)),
		row(words.field.status, statusItems(exercise, words)),
		lines(words.field.dates, dateItems(exercise, words)),
		lines(words.field.locations, placeItems(exercise.locations, words)),
		row(words.field.participants, valueItems(exercise.participants, words)),
		row(words.field.observers, sourcedItems(exercise.observers, words)),
		lines(words.field.organiser, valueItems(exercise.organiser, words)),
		lines(words.field.forces, sourcedItems(forces, words)),
		lines(words.field.aims, passageItems(exercise.aims, documents)),
		lines(words.field.activities, sourcedItems(exercise.activities, words)),
		lines(words.field.scale, sourcedItems(scale.map(asPrinted), words)),
		lines(words.field.ordinal, valueItems(exercise.ordinal.map(asPrinted), words, printed)),
		lines(words.field.related, relatedItems(exercise.related, others, words)),
		lines(words.field.disagreements, disagreementItems(exercise, words)),
		lines(words.field.reactions, reactionItems(exercise.reactions, words)),
		{ ...lines(words.say.quotes, quoteItems(claimsOf(exercise), documents, words)), isApart: true },
	];
	return blocks.filter((block) => block.items.length > 0);
}

function statusItems({ status }: Pick<Exercise, 'status'>, words: Words): Block['items'] {
	return valueItems(status, words, (value) => wordFor(words.status, value));
}

/** The colour of what the documents agree on; another one where they do not. */
function statusColour({ status }: Pick<Exercise, 'status'>): number {
	const values = new Set(status.map((claim) => claim.value));
	if (values.size > 1) return COLOURS.mixed;
	const [only = ''] = values;
	return new Map<string, number>(Object.entries(COLOURS)).get(only) ?? COLOURS.plain;
}

/** One quiet line: the kind, the year where the name does not say it, and whether any document names it. */
function describe(exercise: Exercise, words: Words): string {
	const { year, yearBasis, name } = exercise;
	const basis = yearBasis && yearBasis !== 'stated' ? ` (${words.basis[yearBasis]})` : '';
	const facts = [
		exercise.kind === 'exercise' ? '' : words.exerciseKind[exercise.kind],
		year && !name.includes(`${year}`) ? `${year}${basis}` : '',
		exercise.named ? '' : words.say.unnamed,
	].filter(Boolean);
	return facts.length > 0 ? `-# ${facts.join(' · ')}` : '';
}
