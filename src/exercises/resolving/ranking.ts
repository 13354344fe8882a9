import type { ParsedName } from '../../gazetteer/names.js';
import type { Suggestion } from '../exercise.js';
import type { Family, Member, Nameable } from './families.js';
import { type Label, type Likeness, labelOf, likeness } from './name-likeness.js';

export interface Scored<Item> extends Likeness {
	readonly family: Family<Item>;
}

const PRINTED_BONUS = 0.06;

/** Every family with its best likeness, best first. */
export function scoreAll<Item extends Nameable>(typed: Label, families: readonly Family<Item>[]): Scored<Item>[] {
	const scored: Scored<Item>[] = [];
	for (const family of families) {
		const best = bestOf(typed, family);
		if (best) scored.push({ ...best, family });
	}
	return scored.sort((one, other) => other.score - one.score);
}

function bestOf<Item>(typed: Label, family: Family<Item>): Likeness | undefined {
	let best: Likeness | undefined;
	for (const labels of [family.printed, family.listed]) {
		const bonus = labels === family.printed ? PRINTED_BONUS : 0;
		for (const label of labels.values()) {
			const found = likeness(typed, label);
			if (!found) continue;
			const score = found.how === 'same' ? 1 : Math.min(found.score + bonus, 0.99);
			if (!best || score > best.score) best = { how: found.how, score };
		}
	}
	return best;
}

/** The words of a name without spaces. */
export const joined = ({ key }: ParsedName): string => key.replaceAll(' ', '');

/** The members of families, best family first; in it those of the typed year, then the latest. */
export function suggestionsOf<Item extends Nameable>(
	scored: readonly { readonly family: Family<Item> }[],
	typed: ParsedName,
): Suggestion[] {
	const begun = typed.cutYear ?? (typed.year === null ? '' : String(typed.year));
	const ofYear = ({ exercise }: Member<Item>) => (begun && String(exercise.year ?? '').startsWith(begun) ? 1 : 0);
	const start = joined(typed);
	const isBegun = ({ forms }: Member<Item>) => (start !== '' && forms.some((form) => joined(form).startsWith(start)) ? 1 : 0);
	return scored.flatMap(({ family }) =>
		[...family.members]
			.sort((one, other) => ofYear(other) - ofYear(one) || isBegun(other) - isBegun(one) || byYearAndName(one, other))
			.map(({ exercise }) => suggestion(exercise)),
	);
}

function byYearAndName<Item extends Nameable>({ exercise: one }: Member<Item>, { exercise: other }: Member<Item>): number {
	return (other.year ?? 0) - (one.year ?? 0) || one.name.localeCompare(other.name, 'en') || one.id.localeCompare(other.id, 'en');
}

type Score<Item> = (typed: Label, family: Family<Item>) => number;

export const likestOrBegun = <Item>(typed: Label, family: Family<Item>): number =>
	Math.max(likest(typed, family), beginning(typed, family));

const likest = <Item>(typed: Label, family: Family<Item>): number => bestOf(typed, family)?.score ?? 0;

export function rank<Item extends Nameable>(typed: ParsedName, families: readonly Family<Item>[], score: Score<Item>): Suggestion[] {
	const present = families.filter(({ members }) => members.length > 0);
	if (!typed.key) {
		const ofYear = present.flatMap(({ members }) => members).filter(({ exercise }) => typed.year === null || exercise.year === typed.year);
		return ofYear.sort(byYearAndName).map(({ exercise }) => suggestion(exercise));
	}
	const label = labelOf(typed.key);
	const scored = present.map((family) => ({ family, score: score(label, family) })).filter((one) => one.score > 0);
	return suggestionsOf(
		scored.sort((one, other) => other.score - one.score),
		typed,
	);
}

/** How much of a name stands already, when what was typed begins it or one of its words. */
function beginning<Item>({ joined }: Label, family: Family<Item>): number {
	const labels = [...family.printed.values(), ...family.listed.values()];
	if (labels.some((label) => label.joined.startsWith(joined))) return 0.9;
	return labels.some(({ words }) => words.some((word) => word.startsWith(joined))) ? 0.5 : 0;
}

function suggestion({ id, name }: Nameable): Suggestion {
	return { id, name };
}
