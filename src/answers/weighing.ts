import type { Span } from '../text/span.js';
import type { Candidate } from './candidates.js';
import { lightWords } from './cues.js';
import { isMisspelt, matchUnit } from './matching.js';
import type { Question, Unit } from './question.js';
import { tuning } from './tuning.js';

/** A unit and how much it counts in this question, over the sentences at hand. */
export interface WeighedUnit {
	readonly unit: Unit;
	readonly weight: number;
	/** True when no sentence at hand speaks of it. */
	readonly unheard: boolean;
}

/** How far a sentence speaks of a unit of the question. */
export interface UnitRead extends WeighedUnit {
	/** With what the text around it adds. */
	readonly share: number;
	/** By itself. */
	readonly direct: number;
	readonly spans: readonly Span[];
}

/** A pasted page has many unknown words: comparing each with every known one would hold everybody up. */
const mostMended = 8;

/** Units weighed by kind and by rarity among the candidates; a misspelt word takes the documents' spelling. */
export function weighUnits(question: Question, candidates: readonly Candidate[]): WeighedUnit[] {
	const total = candidates.length;
	let mended = 0;
	return question.units.map((typed): WeighedUnit => {
		const unit = isKnown(typed, candidates) || mended++ >= mostMended ? typed : mend(typed, candidates);
		const heard = candidates.filter(({ view }) => matchUnit(unit, view).share >= 0.5).length;
		const rarity = total > 1 ? Math.log((total + 1) / (heard + 0.5)) / Math.log(total * 2 + 2) : 1;
		const share = unit.light ? (tuning.unit['light'] ?? 0) : 1;
		const weight = share * (tuning.unit[unit.kind] ?? 1) * Math.max(tuning.unit['least'] ?? 0, rarity);
		return { unit, weight, unheard: heard === 0 };
	});
}

function isKnown({ kind, terms }: Unit, candidates: readonly Candidate[]): boolean {
	return (kind !== 'word' && kind !== 'name') || terms.every((term) => /\d/.test(term) || isSaid(term, candidates));
}

/** True for a term that one of these sentences says. */
export function isSaid(term: string, candidates: readonly Candidate[]): boolean {
	return candidates.some(({ view }) => view.terms.has(term));
}

function mend(unit: Unit, candidates: readonly Candidate[]): Unit {
	const vocabulary = new Set(candidates.flatMap(({ view }) => view.longTerms));
	const typed = unit.text.toLowerCase();
	const light = unit.kind === 'word' && isLightMisspelt(typed);
	const spelling = (term: string): string => {
		if (isSaid(term, candidates)) return term;
		for (const known of vocabulary) if (isMisspelt(term, known)) return known;
		return term;
	};
	return { ...unit, light: unit.light || light, terms: unit.terms.map(spelling) };
}

/** "edtion" says as little as "edition", whatever its stem. */
function isLightMisspelt(word: string): boolean {
	return word.length >= 5 && lightWords.some((light) => isMisspelt(word, light));
}
