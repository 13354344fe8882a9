import type { Choice } from './command.js';
import { cutEnd } from './cut.js';
import { CHOICE_NAME, CHOICE_VALUE, CHOICES } from './limits.js';
import { oneLine } from './markdown.js';

/**
 * Choices as Discord takes them: at most 25, no name twice, none empty or too long; one that is too long would lose the whole list.
 * A value that is too long (an id of a very long name) gives way to the beginning of the name.
 */
export function choices(all: readonly Choice[]): Choice[] {
	const byName = new Map<string, Choice>();
	for (const { name, value } of all) {
		const shown = cutEnd(oneLine(name), CHOICE_NAME);
		if (!shown || byName.has(shown)) continue;
		byName.set(shown, {
			name: shown,
			value: value && value.length <= CHOICE_VALUE ? value : cutEnd(oneLine(name), CHOICE_VALUE).replace(/…$/, ''),
		});
	}
	return [...byName.values()].slice(0, CHOICES);
}

/** The texts that have what was typed in them, those that begin with it first; case and accents do not count. */
export function matching(typed: string, texts: readonly string[]): string[] {
	const folded = fold(typed);
	const found = texts.filter((text) => fold(text).includes(folded));
	return [...found.filter((text) => fold(text).startsWith(folded)), ...found.filter((text) => !fold(text).startsWith(folded))];
}

function fold(text: string): string {
	return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim();
}
