import { z } from 'zod';
import { readData } from '../../data.js';
import { gazetteer } from '../../gazetteer/gazetteer.js';
import { isWithin } from '../../text/span.js';
import type { Claim, Exercise } from '../exercise.js';

/** Claims of one value, by whichever documents; never empty, what is stated before what is derived. */
export type MergedClaims<C> = readonly [C, ...C[]];

/** Words that say that there are forces, and not which. */
const bareWords = new Set(
	readData('exercises/data/bare-forces.json', z.strictObject({ words: z.array(z.string().min(1)) })).words,
);

/**
 * Claims that say the same, together, in the order of the first of each: one value stands once, with the sources of
 * all.
 */
export function mergedClaims<C extends Claim>(
	claims: readonly C[],
	keyOf: (claim: C) => string = sameValue,
): MergedClaims<C>[] {
	const groups = new Map<string, [C, ...C[]]>();
	for (const claim of claims) {
		const key = keyOf(claim);
		const group = groups.get(key);
		if (group) group.push(claim);
		else groups.set(key, [claim]);
	}
	return [...groups.values()].map(([first, ...others]): MergedClaims<C> => {
		const stated = others.find(({ basis }) => basis === 'stated');
		return first.basis === 'stated' || !stated
			? [first, ...others]
			: [stated, first, ...others.filter((claim) => claim !== stated)];
	});
}

function sameValue({ value }: Claim): string {
	return spelling(value);
}

/** What is the same for a reader: case, white space and the shape of apostrophes and quotation marks do not count. */
export function spelling(text: string): string {
	return text.replace(/\s+/g, ' ').trim().toLowerCase().replace(/[’‘ʼ]/g, "'").replace(/[“”„]/g, '"');
}

/**
 * The forces that say more than that the participants' forces take part: "armed forces", "both sides", "Chinese troops"
 * and the organiser once more say no more than that.
 */
export function tellingForces({
	forces,
	participants,
	organiser,
}: Pick<Exercise, 'forces' | 'participants' | 'organiser'>): Claim[] {
	const countries = new Set(participants.map(({ value }) => value));
	const demonyms = gazetteer.places.flatMap((place) =>
		countries.has(place.name) ? [...place.demonyms, ...place.aliases] : [],
	);
	const known = [...participants, ...organiser]
		.flatMap(({ value, text }) => [value, text])
		.concat(demonyms)
		.map(wordsOf)
		.filter((words) => words !== '')
		.toSorted((a, b) => b.length - a.length);
	return forces.filter(({ text }) => {
		const rest = known.reduce((words, name) => ` ${words} `.replaceAll(` ${name} `, ' ').trim(), wordsOf(text));
		return rest.split(' ').some((word) => word !== '' && !bareWords.has(word));
	});
}

/** The scale without what the dates say: "two-day" is a length of time, told once. */
export function tellingScale({ scale, dates }: Pick<Exercise, 'scale' | 'dates'>): Claim[] {
	const lengths = new Set(dates.flatMap(({ precision, text }) => (precision === 'duration' ? [spelling(text)] : [])));
	return scale.filter(({ text }) => !lengths.has(spelling(text)));
}

/** Forces and scale with each figure once: "5,200 soldiers" are the scale, "600 reservists of Norway" a force. */
export function forcesAndScale(exercise: Exercise): { readonly forces: Claim[]; readonly scale: Claim[] } {
	const counted = tellingScale(exercise);
	const forces = tellingForces(exercise).filter((force) => !counted.some((one) => isPartOf(force, one)));
	return { forces, scale: counted.filter((one) => !forces.some((force) => isPartOf(one, force))) };
}

function isPartOf({ quote, span }: Claim, whole: Claim): boolean {
	return quote.documentId === whole.quote.documentId && isWithin(span, whole.span);
}

/** The words of a text, folded, with one space between. */
function wordsOf(text: string): string {
	return spelling(text)
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();
}
