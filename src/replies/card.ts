import type { Exercise } from '../exercises/exercise.js';
import { Citations, cutEscaped, type Documents } from './citations.js';
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
	valueItems,
} from './claims.js';
import { button, buttonRow, contextMenu, exerciseMenu, pageButtons } from './controls.js';
import type { State } from './custom-id.js';
import { type Block, layOut } from './layout.js';
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
 * The card of an exercise: the values by field, each with its marks, then every quote they were read from; on as many pages as it takes.
 * @param page from 0; beyond the last one, the last
 */
export function cardReply(content: CardContent, words: Words, page = 0): Reply {
	const { exercise, documents, others } = content;
	const pages = layOut(cardBlocks(content, words), new Citations(documents, words), words);
	const at = Math.min(page, pages.length - 1);
	const { fields = [], citations = [] } = pages[at] ?? {};
	const to = (next: number): State => ({ to: 'drill.card', how: 'turn', exercise: exercise.id, page: next });
	return {
		embeds: [
			{
				title: cutEscaped(exercise.name, EMBED_TITLE),
				...(describe(exercise, words) ? { description: describe(exercise, words) } : {}),
				color: statusColour(exercise),
				fields: [...fields],
				...(pages.length > 1 ? { footer: { text: fill(words.say.page, { n: at + 1, of: pages.length }) } } : {}),
			},
		],
		components: [
			...buttonRow([
				...pageButtons(at, pages.length, words, to),
				...button(words.button.sources, { to: 'sources.of', how: 'open', exercise: exercise.id, page: 0 }),
				...button(words.button.export, { to: 'drill.export', exercise: exercise.id }),
			]),
			...contextMenu(citations, documents, words),
			...exerciseMenu('related', words.button.related, [...others.values()]),
		],
	};
}

/** The fields of the card, those without a claim left out. */
export function cardBlocks({ exercise, documents, others }: CardContent, words: Words): Block[] {
	const row = (label: string, items: Block['items']): Block => ({ label, style: 'row', items });
	const lines = (label: string, items: Block['items']): Block => ({ label, style: 'lines', items });
	const blocks = [
		row(words.field.names, valueItems(exercise.names.map(asPrinted), words, printed)),
		row(words.field.status, statusItems(exercise, words)),
		lines(words.field.dates, dateItems(exercise.dates, words)),
		lines(words.field.locations, placeItems(exercise.locations, words)),
		row(words.field.participants, valueItems(exercise.participants, words)),
		row(words.field.observers, valueItems(exercise.observers, words)),
		lines(words.field.organiser, valueItems(exercise.organiser, words)),
		lines(words.field.forces, valueItems(exercise.forces, words)),
		lines(words.field.aims, passageItems(exercise.aims, documents)),
		lines(words.field.activities, valueItems(exercise.activities, words)),
		lines(words.field.scale, valueItems(exercise.scale.map(asPrinted), words)),
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

function asPrinted<C extends { value: string; text: string }>(claim: C): C {
	return { ...claim, value: claim.text };
}

/** One quiet line under the title: kind and year, and whether any document names it. */
function describe(exercise: Exercise, words: Words): string {
	const basis = exercise.yearBasis && exercise.yearBasis !== 'stated' ? ` (${words.basis[exercise.yearBasis]})` : '';
	const facts = [
		exercise.kind === 'exercise' ? '' : words.exerciseKind[exercise.kind],
		exercise.year ? `${exercise.year}${basis}` : '',
		exercise.named ? '' : words.say.unnamed,
	];
	return facts.filter(Boolean).join(' · ');
}
