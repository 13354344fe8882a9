import type { TimelineEntry } from '../answers/from-catalogue/timeline.js';
import type { Pieces } from '../taking-turns.js';
import { Citations, cutEscaped, type Documents } from './citations.js';
import { basisNote, dateItems, value } from './claims.js';
import { buttonRow, contextMenu, exerciseMenu, pageButtons, reportButton } from './controls.js';
import { type Block, type Item, layingOut } from './layout.js';
import { EMBED_TITLE } from './limits.js';
import { COLOURS, notice, type Reply } from './reply.js';
import { fill, type Words } from './words.js';

/** What the timeline is narrowed to: ids for the buttons, names for the title. */
export interface TimelineScope {
	readonly country: { readonly id: string; readonly name: string } | undefined;
	readonly place: { readonly id: string; readonly name: string } | undefined;
	readonly from: number | null;
	readonly until: number | null;
}

/** Exercises in order of time, under the year of each; those without a year last. */
export function* timelineReply(
	entries: readonly TimelineEntry[],
	scope: TimelineScope,
	documents: Documents,
	words: Words,
	page = 0,
): Pieces<Reply> {
	if (entries.length === 0) return notice(words.miss.nothingInRange);
	const { country, place, from, until } = scope;
	const blocks = yield* yearBlocks(entries, words);
	const pages = yield* layingOut(blocks, new Citations(documents, words), words, entries.length);
	const at = Math.min(page, pages.length - 1);
	const { fields = [], citations = [] } = pages[at] ?? {};
	const count = fill(words.say.exercises, { n: entries.length });
	const turned = pageButtons(at, pages.length, words, (next) => ({
		to: 'timeline.page',
		how: 'turn',
		page: next,
		country: country?.id ?? '',
		place: place?.id ?? '',
		from,
		until,
	}));
	return {
		embeds: [
			{
				title: cutEscaped(timelineTitle(scope, words), EMBED_TITLE),
				color: COLOURS.plain,
				fields: [...fields],
				footer: { text: pages.length > 1 ? `${count} · ${fill(words.say.page, { n: at + 1, of: pages.length })}` : count },
			},
		],
		components: [
			...buttonRow([...turned, ...reportButton({ quote: citations[0]?.quote, documents }, words)]),
			...contextMenu(citations, documents, words),
			...exerciseMenu(
				'exercises',
				words.button.chooseExercise,
				entries.map(({ exercise }) => exercise),
			),
		],
	};
}

/** "Timeline · China · Sea of Okhotsk · 2023–2024": plain text. */
function timelineTitle(scope: TimelineScope, words: Words): string {
	return [words.say.timeline, ...scopeNames(scope)].join(' · ');
}

/** What the timeline is narrowed to: "China", "Sea of Okhotsk", "2023–2024". */
export function scopeNames({ country, place, from, until }: TimelineScope): string[] {
	const years = from === until ? `${from ?? ''}` : `${from ?? ''}–${until ?? ''}`;
	return [country?.name ?? '', place?.name ?? '', years].filter((name) => name !== '');
}

function* yearBlocks(entries: readonly TimelineEntry[], words: Words): Pieces<Block[]> {
	const years = new Map<string, Item[]>();
	for (const entry of entries) {
		const year = entry.from?.slice(0, 4) ?? words.say.undated;
		const items = years.get(year);
		if (items) items.push(itemOf(entry, words));
		else years.set(year, [itemOf(entry, words)]);
		yield;
	}
	return [...years].map(([label, items]) => ({ label, style: 'lines', items }));
}

/** One line: the name, and its date as printed with the days that it comes to; with the marks of where that stands. */
function itemOf({ exercise, basis, claim, from }: TimelineEntry, words: Words): Item {
	const named = `**${value(exercise.name)}**`;
	const date = exercise.dates.find((dated) => dated === claim);
	const [dated] = date ? dateItems({ ...exercise, dates: [date] }, words) : [];
	if (dated) return { ...dated, text: `${named}: ${dated.text}` };
	const read = claim ?? exercise.names[0];
	return { text: `${named}${from ? basisNote({ basis }, words) : ''}`, quotes: read ? [read.quote] : [] };
}
