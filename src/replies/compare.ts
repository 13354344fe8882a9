import type { CardContent } from './card.js';
import { cardBlocks } from './card.js';
import { Citations, cutEscaped, type Documents } from './citations.js';
import { value } from './claims.js';
import { buttonRow, contextMenu, exerciseMenu, pageButtons } from './controls.js';
import { type Block, layOut } from './layout.js';
import { EMBED_TITLE } from './limits.js';
import { COLOURS, type Reply } from './reply.js';
import { fill, type Words } from './words.js';

/** Values of one field on one side before the rest goes to a later page. */
const FIRST_VALUES = 4;

/** Two exercises field by field, the one above the other: a phone shows an embed too narrow for two columns. */
export function compareReply(first: CardContent, second: CardContent, words: Words, page = 0): Reply {
	const documents: Documents = new Map([...first.documents, ...second.documents]);
	const blocks = paired(cardBlocks(first, words), cardBlocks(second, words), words);
	const pages = layOut(blocks, new Citations(documents, words), words, 2 * (FIRST_VALUES + 1));
	const at = Math.min(page, pages.length - 1);
	const { fields = [], citations = [] } = pages[at] ?? {};
	const [a, b] = [first.exercise, second.exercise];
	return {
		embeds: [
			{
				title: cutEscaped(`${a.name} ↔ ${b.name}`, EMBED_TITLE),
				description: `**A** = ${value(a.name)}\n**B** = ${value(b.name)}`,
				color: COLOURS.plain,
				fields: [...fields],
				...(pages.length > 1 ? { footer: { text: fill(words.say.page, { n: at + 1, of: pages.length }) } } : {}),
			},
		],
		components: [
			...buttonRow(
				pageButtons(at, pages.length, words, (next) => ({
					to: 'compare.page',
					how: 'turn',
					exercise: a.id,
					other: b.id,
					page: next,
				})),
			),
			...contextMenu(citations, documents, words),
			...exerciseMenu('exercises', words.button.chooseExercise, [a, b]),
		],
	};
}

/** The blocks of both cards under their common labels, without the block of all quotes: the cards have that. */
function paired(first: readonly Block[], second: readonly Block[], words: Words): Block[] {
	const labels = [...new Set([...first, ...second].map(({ label }) => label))].filter((label) => label !== words.say.quotes);
	const heads: Block[] = [];
	const rests: Block[] = [];
	for (const label of labels) {
		const sides = [sideItems('A', first, label), sideItems('B', second, label)];
		heads.push({ label, style: 'lines', items: sides.flatMap((items) => items.slice(0, FIRST_VALUES)) });
		const rest = sides.flatMap((items) => items.slice(FIRST_VALUES));
		rests.push({ label: `${label} (${words.say.continued})`, style: 'lines', items: rest });
	}
	return [...heads, ...rests].filter(({ items }) => items.length > 0);
}

/** The values of one side, each with its letter; a side without any gets a dash, so that the gap is seen. */
function sideItems(letter: string, blocks: readonly Block[], label: string): Block['items'] {
	const items = blocks.find((block) => block.label === label)?.items ?? [];
	if (items.length === 0) return [{ text: `**${letter}** —`, quotes: [] }];
	return items.map((item) => ({ ...item, text: `**${letter}** ${item.text.startsWith('> ') ? '\n' : ''}${item.text}` }));
}
