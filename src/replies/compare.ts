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
	const blocks = paired(cardBlocks(first, words), cardBlocks(second, words));
	const pages = layOut(blocks, new Citations(documents, words), words, FIRST_VALUES);
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

/** The blocks of both cards, side under side, without all the quotes: the cards have those. A side without a value gets a dash. */
function paired(first: readonly Block[], second: readonly Block[]): Block[] {
	const labels = new Set([...first, ...second].flatMap(({ label, isApart }) => (isApart ? [] : [label])));
	return [...labels].flatMap((label) => [sideOf('A', first, label), sideOf('B', second, label)]);
}

function sideOf(letter: string, blocks: readonly Block[], label: string): Block {
	const items = blocks.find((block) => block.label === label)?.items ?? [{ text: '—', quotes: [] }];
	const style = items.some(({ text }) => text.startsWith('> ')) ? 'lines' : 'row';
	return { label, style, items, lead: `**${letter}** ` };
}
