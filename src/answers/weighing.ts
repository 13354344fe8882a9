import type { Candidate } from './candidates.js';
import { isMisspelt, matchUnit } from './matching.js';
import type { Question, Unit } from './question.js';
import { tuning } from './tuning.js';

/** A unit with how much it counts in this question, over the sentences at hand. */
export interface WeighedUnit extends Unit {
	readonly weight: number;
	/** True when no sentence at hand speaks of it. */
	readonly unheard: boolean;
}

/** Units weighed by kind and by rarity among the candidates; a misspelt word takes the documents' spelling. */
export function weighUnits(question: Question, candidates: readonly Candidate[]): WeighedUnit[] {
	const total = candidates.length;
	return question.units.map((unit) => {
		const mended = mend(unit, candidates);
		const heard = candidates.filter(({ view }) => matchUnit(mended, view).share >= 0.5).length;
		const rarity = total > 1 ? Math.log((total + 1) / (heard + 0.5)) / Math.log(total * 2 + 2) : 1;
		const share = unit.light ? (tuning.unit['light'] ?? 0) : 1;
		const weight = share * (tuning.unit[unit.kind] ?? 1) * Math.max(tuning.unit['least'] ?? 0, rarity);
		return { ...mended, weight, unheard: heard === 0 };
	});
}

function mend(unit: Unit, candidates: readonly Candidate[]): Unit {
	if (unit.kind !== 'word' && unit.kind !== 'name') return unit;
	if (unit.terms.every((term) => /\d/.test(term) || candidates.some(({ view }) => view.terms.has(term)))) return unit;
	const terms = unit.terms.map((term) => {
		if (candidates.some(({ view }) => view.terms.has(term))) return term;
		for (const { view } of candidates) for (const other of view.terms.keys()) if (isMisspelt(term, other)) return other;
		return term;
	});
	return { ...unit, terms };
}
