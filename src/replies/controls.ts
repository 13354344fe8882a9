import {
	type APIActionRowComponent,
	type APIButtonComponentWithCustomId,
	type APIComponentInMessageActionRow,
	ButtonStyle,
	ComponentType,
} from 'discord.js';
import type { Quote } from '../corpus/quote.js';
import type { Exercise } from '../exercises/exercise.js';
import { distinctNames } from '../exercises/resolving/distinct-names.js';
import { type Citation, type Documents, placeOf, titleAt } from './citations.js';
import { customId, type State } from './custom-id.js';
import { cutEnd } from './cut.js';
import { BUTTON_LABEL, ROW_BUTTONS, SELECT_DESCRIPTION, SELECT_LABEL, SELECT_OPTIONS, SELECT_PLACEHOLDER } from './limits.js';
import { oneLine } from './markdown.js';
import type { Words } from './words.js';

export type Row = APIActionRowComponent<APIComponentInMessageActionRow>;

/** An entry of a menu; `description` stands below its label, smaller. */
export interface Entry {
	readonly label: string;
	readonly description?: string;
	readonly state: State;
}

/** What every custom id of a menu begins with; the chosen entry's value is the custom id that counts. */
const MENU = 'menu';

/** A button, or nothing when its state does not fit into a custom id. */
export function button(label: string, state: State, disabled = false): APIButtonComponentWithCustomId[] {
	const id = customId(state);
	if (!id) return [];
	return [
		{ type: ComponentType.Button, style: ButtonStyle.Secondary, label: cutEnd(oneLine(label), BUTTON_LABEL), custom_id: id, disabled },
	];
}

/** Buttons to the page before and after `page` (from 0); none when all stands on one page. Where there is no such page, it is greyed out. */
export function pageButtons(page: number, pages: number, words: Words, to: (page: number) => State): APIButtonComponentWithCustomId[] {
	if (pages < 2) return [];
	return [
		...button(words.button.previous, to(Math.max(0, page - 1)), page === 0),
		...button(words.button.next, to(Math.min(pages - 1, page + 1)), page >= pages - 1),
	];
}

/** Says that a reply is wrong, to those who run the bot. */
export function reportButton({ exercise, quote, documents }: Reported, words: Words): APIButtonComponentWithCustomId[] {
	const { start, end, documentId: document } = quote ?? { start: 0, end: 0, documentId: '' };
	const version = documents?.get(document)?.version ?? '';
	return button(words.button.report, { to: 'report.wrong', exercise: exercise?.id ?? '', document, version, start, end });
}

/** What a reply is about that may be reported as wrong. */
interface Reported {
	readonly exercise?: Pick<Exercise, 'id'> | undefined;
	readonly quote?: Quote | undefined;
	/** That of the quote among them. */
	readonly documents?: Documents;
}

/** A row of at most five buttons, each once; none for no buttons. */
export function buttonRow(buttons: readonly APIButtonComponentWithCustomId[]): Row[] {
	const each = [...new Map(buttons.map((one) => [one.custom_id, one] as const)).values()];
	return each.length > 0 ? [{ type: ComponentType.ActionRow, components: each.slice(0, ROW_BUTTONS) }] : [];
}

/** A menu in a row of its own, at most 25 entries; none for no entries. `name` tells it from the other menus of the message. */
export function menu(name: string, placeholder: string, entries: readonly Entry[]): Row[] {
	const options = new Map<string, { value: string; label: string; description?: string }>();
	for (const { label, description, state } of entries) {
		if (options.size === SELECT_OPTIONS) break;
		const value = customId(state);
		if (!value) continue;
		options.set(value, {
			value,
			label: cutEnd(oneLine(label) || '…', SELECT_LABEL),
			...(description ? { description: cutEnd(oneLine(description), SELECT_DESCRIPTION) } : {}),
		});
	}
	if (options.size === 0) return [];
	return [
		{
			type: ComponentType.ActionRow,
			components: [
				{
					type: ComponentType.StringSelect,
					custom_id: `${MENU}|${name}`,
					placeholder: cutEnd(placeholder, SELECT_PLACEHOLDER),
					options: [...options.values()],
				},
			],
		},
	];
}

/** A menu of the sources on a page: each shows its quote in context. */
export function contextMenu(citations: readonly Citation[], documents: Documents, words: Words): Row[] {
	const entries = citations.flatMap(({ number, quote }) => {
		const document = documents.get(quote.documentId);
		if (!document) return [];
		const state: State = { to: 'source.quote', document: document.id, version: document.version, start: quote.start, end: quote.end };
		return [{ label: `[${number}] ${titleAt(document, quote.start)}`, description: `${placeOf(quote, words)} · ${document.file}`, state }];
	});
	return menu('context', words.button.context, entries);
}

type NamedExercise = Pick<Exercise, 'id' | 'name'> & Partial<Pick<Exercise, 'year' | 'documents'>>;

/** A menu of exercises, no two with the same label: each opens its card. */
export function exerciseMenu(name: string, placeholder: string, exercises: readonly NamedExercise[]): Row[] {
	const offered = exercises.slice(0, SELECT_OPTIONS);
	const labels = distinctNames(offered);
	return menu(
		name,
		placeholder,
		offered.map((exercise) => ({
			label: labels.get(exercise.id) ?? exercise.name,
			state: { to: 'drill.card', how: 'open', exercise: exercise.id, page: 0 },
		})),
	);
}
