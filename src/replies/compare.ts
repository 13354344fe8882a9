import type { CardContent } from './card.js';
import { cardBlocks } from './card.js';
import { Citations, cutEscaped, type Documents } from './citations.js';
import { value } from './claims.js';
import { buttonRow, contextMenu, exerciseMenu, pageButtons, reportButton } from './controls.js';
import { type Block, layOut } from './layout.js';
import { EMBED_TITLE } from './limits.js';
import { COLOURS, type Reply } from './reply.js';
import { fill, type Words } from './words.js';

/** Values of one field on one side before the rest goes to a later page. */
const FIRST_VALUES = 4;

/**
 * Two exercises field by field, the one above the other: a phone shows an embed too narrow for two columns. What they differ in comes first;
 * fields that only one of them has are named in the last line, and stand on its card.
 */
export function compareReply(first: CardContent, second: CardContent, words: Words, page = 0): Reply {
	const documents: Documents = new Map([...first.documents, ...second.documents]);
	const sides = [cardBlocks(first, words), cardBlocks(second, words)] as const;
	const blocks = paired(sides, words);
	const pages = layOut(blocks, new Citations(documents, words), words, FIRST_VALUES);
	const at = Math.min(page, pages.length - 1);
	const { fields = [], citations = [] } = pages[at] ?? {};
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
				description: `**A** = ${value(a.name)}\n**B** = ${value(b.name)}`,
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
				...reportButton({ quote: citations[0]?.quote }, words),
			]),
			...contextMenu(citations, documents, words),
			...exerciseMenu('exercises', words.button.chooseExercise, [a, b]),
		],
	};
}

type Sides = readonly [readonly Block[], readonly Block[]];

/** The fields that both have, side under side, those in which they differ first; without the names, which stand over them, and the quotes. */
function paired([first, second]: Sides, words: Words): Block[] {
	const both = first.flatMap((block) => {
		const other = second.find(({ label }) => label === block.label);
		return other && !block.isApart && block.label !== words.field.names ? [{ block, other }] : [];
	});
	const isSame = ({ block, other }: (typeof both)[number]) => textsOf(block) === textsOf(other);
	return both
		.toSorted((a, b) => Number(isSame(a)) - Number(isSame(b)))
		.flatMap(({ block, other }) => [sideOf('A', block), sideOf('B', other)]);
}

/** What a block says, whatever the order and the sources. */
function textsOf({ items }: Block): string {
	return items
		.map(({ text }) => text)
		.sort()
		.join('\n');
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
