import type { APIEmbedField } from 'discord.js';
import type { CardContent } from './card.js';
import { cardBlocks } from './card.js';
import { type Citation, Citations, cutEscaped, type Documents } from './citations.js';
import { value } from './claims.js';
import { buttonRow, contextMenu, exerciseMenu, pageButtons, reportButton } from './controls.js';
import { FIELDS, GlancePage, glanceItems, isCut, saysPlaces, showsAll } from './glance.js';
import { type Block, type Item, layOut } from './layout.js';
import { EMBED_TITLE } from './limits.js';
import { COLOURS, type Reply } from './reply.js';
import { fill, type Words } from './words.js';

/** Values of one field on one side before the rest goes to a later page. */
const FIRST_VALUES = 4;
/** On the first page, which is read in one glance: two aims would be cut to a few words each, and are read on the next one. */
const GLANCE_FIELDS = FIELDS.filter((field) => field !== 'aims');
const GLANCE_VALUES = 2;

/**
 * Two exercises field by field, the one above the other: a phone shows an embed too narrow for two columns. What they differ in comes first;
 * fields that only one of them has are named in the last line, and stand on its card. The first page is read in one glance, like the card's;
 * the next ones hold the rest.
 * @param notes lines over them
 */
export function compareReply(first: CardContent, second: CardContent, words: Words, page = 0, notes: readonly string[] = []): Reply {
	const documents: Documents = new Map([...first.documents, ...second.documents]);
	const all = new Citations(documents, words);
	const sides = [cardBlocks(first, words), cardBlocks(second, words)] as const;
	const glance = glanceAtBoth(first, second, all, words);
	const rest = paired(sides, words).filter(({ block }) => !glance.whole.has(block.label));
	const pages = [glance, ...(rest.length > 0 ? layOut(rest.flatMap(blocksOf), all, words, FIRST_VALUES) : [])];
	const at = Math.min(page, pages.length - 1);
	const { fields, citations } = pages[at] ?? glance;
	const [a, b] = [first.exercise, second.exercise];
	const closing = [
		...lonely('A', sides[0], sides[1], words),
		...lonely('B', sides[1], sides[0], words),
		...(pages.length > 1 ? [fill(words.say.page, { n: at + 1, of: pages.length })] : []),
	];
	return {
		embeds: [
			{
				title: cutEscaped(`${a.name} ↔ ${b.name}`, EMBED_TITLE),
				description: [...notes, `**A** = ${value(a.name)}`, `**B** = ${value(b.name)}`].join('\n'),
				color: COLOURS.plain,
				fields: [...fields],
				...(closing.length > 0 ? { footer: { text: closing.join(' · ') } } : {}),
			},
		],
		components: [
			...buttonRow([
				...pageButtons(at, pages.length, words, (next) => ({
					to: 'compare.page',
					how: 'turn',
					exercise: a.id,
					other: b.id,
					page: next,
				})),
				...reportButton({ quote: citations[0]?.quote, documents }, words),
			]),
			...contextMenu(citations, documents, words),
			...exerciseMenu('exercises', words.button.chooseExercise, [a, b]),
		],
	};
}

interface GlanceAtBoth {
	readonly fields: readonly APIEmbedField[];
	readonly citations: readonly Citation[];
	/** Labels of the fields of which it shows all there is. */
	readonly whole: ReadonlySet<string>;
}

/** The fields of the card's first page that both have, a line a side, those first in which they differ. */
function glanceAtBoth(first: CardContent, second: CardContent, all: Citations, words: Words): GlanceAtBoth {
	const page = new GlancePage(all);
	const [a, b] = [first, second].map(({ exercise, documents }) => glanceItems(exercise, documents, words));
	const sayPlaces = saysPlaces(first.exercise) && saysPlaces(second.exercise);
	const both = GLANCE_FIELDS.flatMap((field) => {
		const [own = [], other = []] = [a?.[field], b?.[field]];
		if (own.length === 0 || other.length === 0) return [];
		const sides = isSameSaid(own, other) ? { '**A**, **B**': together(own, other) } : { '**A**': own, '**B**': other };
		return [{ field, sides: Object.entries(sides) }];
	});
	const shown = both.toSorted((one, other) => other.sides.length - one.sides.length);
	const isWhole = ({ field, sides }: (typeof both)[number]) =>
		(field !== 'locations' || sayPlaces) && sides.every(([, items]) => showsAll(items, GLANCE_VALUES));
	const fields = shown.map(({ field, sides }) => {
		const rows = sides.map(([lead, items]) => `${lead} ${page.row(field, items, GLANCE_VALUES)}`);
		return { name: words.field[field], value: rows.join('\n') };
	});
	return { fields, citations: page.citations(), whole: new Set(shown.filter(isWhole).map(({ field }) => words.field[field])) };
}

/** Values of the same words, each with the sources of both sides. */
function together(own: readonly Item[], other: readonly Item[]): Item[] {
	return own.map((item) => ({
		...item,
		quotes: [...item.quotes, ...other.flatMap(({ text, quotes }) => (text === item.text ? quotes : []))],
	}));
}

type Sides = readonly [readonly Block[], readonly Block[]];

interface Pair {
	readonly block: Block;
	readonly other: Block;
}

/** The fields that both have, those in which they differ first; without the names, which stand over them, and the quotes. */
function paired([first, second]: Sides, words: Words): Pair[] {
	const both = first.flatMap((block) => {
		const other = second.find(({ label }) => label === block.label);
		return other && !block.isApart && block.label !== words.field.names ? [{ block, other }] : [];
	});
	const isSame = ({ block, other }: Pair) => isSameSaid(block.items, other.items);
	return both.toSorted((a, b) => Number(isSame(a)) - Number(isSame(b)));
}

/** Side under side. */
function blocksOf({ block, other }: Pair): Block[] {
	return [sideOf('A', block), sideOf('B', other)];
}

/** Whether two sides say the same, whatever the order and the sources; what is cut may go on differently. */
function isSameSaid(own: readonly Item[], other: readonly Item[]): boolean {
	const saidBy = (items: readonly Item[]) =>
		items
			.map(({ text }) => text)
			.sort()
			.join('\n');
	return !own.some(isCut) && saidBy(own) === saidBy(other);
}

/** "Only A: Stated aim, Activities": the fields that the other side has nothing in. */
function lonely(side: string, own: readonly Block[], other: readonly Block[], words: Words): string[] {
	const labels = own.filter(({ label, isApart }) => !isApart && !other.some((block) => block.label === label)).map(({ label }) => label);
	return labels.length > 0 ? [fill(words.say.onlyIn, { side, fields: labels.join(', ') })] : [];
}

function sideOf(letter: string, { label, items }: Block): Block {
	const style = items.some(({ text }) => text.startsWith('> ')) ? 'lines' : 'row';
	return { label, style, items, lead: `**${letter}** ` };
}
