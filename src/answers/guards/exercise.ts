import { type Document, type Section, type Sentence, sectionAt } from '../../corpus/document.js';
import type { Quote } from '../../corpus/quote.js';
import { type Claim, claimsIn, type Exercise } from '../../exercises/exercise.js';
import { namesOf } from '../../exercises/names/find-names.js';
import { type NameMention, seriesKeyOf } from '../../exercises/names/name-mention.js';
import type { Library } from '../../library.js';
import { memoised } from '../../memoised.js';
import type { Span } from '../../text/span.js';
import { mainLine, namesIn, yearMeant } from '../judging/named-editions.js';
import type { NamedExercise } from '../question/named-exercises.js';

/**
 * How a sentence speaks of the exercise asked about: by name, or by the catalogue; as the one that the text before it
 * named last; as the one that its article is mainly about; in an article that names it; not at all, but of another; or
 * none was asked about.
 */
export type Focus = 'named' | 'meant' | 'mainly' | 'somewhere' | 'another' | 'unasked';

const nearestFirst: readonly Focus[] = ['named', 'meant', 'mainly', 'somewhere', 'another'];

/** The exercises that some documents tell of: what else is known of them stands in others. */
export async function exercisesToldIn(
	library: Library,
	documents: readonly (Document | undefined)[],
): Promise<readonly Exercise[]> {
	const files = new Set(documents.flatMap((document) => document?.file ?? []));
	return files.size > 0 ? library.exercises({ documents: [...files] }) : [];
}

/** Null for a sentence that must not answer: of another edition, or of an article that never names the exercise. */
export function focusOn(
	asked: readonly NamedExercise[],
	catalogue: readonly Exercise[],
	document: Document,
	section: Section,
	sentence: Sentence,
): Focus | null {
	if (asked.length === 0) return 'unasked';
	const told = toldIn(catalogue, document, sentence);
	const each = asked.map((exercise) => {
		if (exercise.year !== null && isOfOtherYear(document, sentence, exercise.year)) return null;
		if (told.some((id) => exercise.ids.has(id))) return 'named';
		const focus = focusOnOne(exercise, document, section, sentence);
		// What the catalogue has read of other exercises alone is not of this one.
		return told.length > 0 && focus !== 'named' && focus !== null ? 'another' : focus;
	});
	return nearestFirst.find((focus) => each.includes(focus)) ?? null;
}

function focusOnOne(
	{ line, year, edition }: NamedExercise,
	document: Document,
	section: Section,
	sentence: Sentence,
): Focus | null {
	const isMeant = (mention: NameMention): boolean =>
		seriesKeyOf(mention) === line &&
		(year === null || yearMeant(document, mention) === year) &&
		(edition === null || mention.edition === null || mention.edition === edition);
	const here = namesIn(document, sentence);
	if (here.some(isMeant)) return 'named';
	if (year !== null && isOfOtherEdition(document, sentence, year)) return null;
	const ofLine = here.filter((mention) => seriesKeyOf(mention) === line);
	if (ofLine.length > 0) {
		if (year === null) return null;
		const isAlone = here.length === 1 && ofLine[0]?.year === null && isOnlyYear(document, sentence, year);
		return isAlone || ofLine.some((mention) => saysYear(document, mention, year)) ? 'named' : null;
	}
	const ofSection = namesOf(document).filter(({ start }) => sectionAt(document, start) === section);
	const last = ofSection.findLast(({ end }) => end <= sentence.start);
	if (here.length === 0 && last && seriesKeyOf(last) === line && statesYear(document, sentence, year)) return 'meant';
	if (!ofSection.some(isMeant)) return null;
	if (here.length > 0) return 'another';
	if (last && isMeant(last)) return 'meant';
	return mainLine(document, section) === line && (!last || seriesKeyOf(last) !== line) ? 'mainly' : 'somewhere';
}

const editionOf = /\b(?:19|20)\d\d\s(?:edition|iteration)\b|\b(?:edition|iteration)\sof\s(?:19|20)\d\d\b/i;

/** "It had taken part in the 2021 edition": of another year than the one asked about, which it does not say. */
function isOfOtherEdition(document: Document, sentence: Sentence, year: number): boolean {
	return editionOf.test(document.text.slice(sentence.start, sentence.end)) && !statesYear(document, sentence, year);
}

const inYear = /^[“"]?(?:(?:Back|Also|But|And)\s)?[Ii]n\s(?:\p{L}+\s)?(?:19|20)\d\d(?!\p{N})/u;

/** "In 2018 the frigate was called back from Cold Response": of no edition of another year. */
function isOfOtherYear(document: Document, sentence: Sentence, year: number): boolean {
	return inYear.test(document.text.slice(sentence.start, sentence.end)) && !statesYear(document, sentence, year);
}

/** "That of 2013 was called off": an edition told of by its year alone. */
function statesYear({ text }: Document, { start, end }: Sentence, year: number | null): boolean {
	return year !== null && new RegExp(`\\b${year}\\b`).test(text.slice(start, end));
}

/** "Trident Juncture in 2018", "the 2018 edition of …": the year stands within a few words of a name without one. */
function saysYear({ text }: Document, { start, end, year: own }: NameMention, year: number): boolean {
	return (
		own === null &&
		new RegExp(`\\b${year}\\b`).test(`${text.slice(Math.max(0, start - 30), start)} ${text.slice(end, end + 20)}`)
	);
}

/** "In 2018 the frigate was called back from Cold Response": the one year of a sentence is that of its one name. */
function isOnlyYear({ text }: Document, { start, end }: Sentence, year: number): boolean {
	const years = text.slice(start, end).match(/(?<![\p{N}.,])(?:19|20)\d\d(?![\p{N}]|[.,]\d)/gu) ?? [];
	return years.length > 0 && years.every((printed) => Number(printed) === year);
}

/** Whether a quote speaks of an exercise, by the catalogue. */
export function speaksOf(exercise: Exercise, { documentId, start, end }: Quote): boolean {
	const inside = (span: Span) => span.start >= start && span.end <= end;
	return toldOf(exercise).some((told) => told.documentId === documentId && inside(told));
}

/** Where the documents speak of an exercise: its claims, and the sentences that the reader takes to be about it. */
function toldOf(exercise: Exercise): (Span & { readonly documentId: string })[] {
	const told = claimsIn(exercise).filter(({ basis }) => basis !== 'from the series list');
	return [...told.map(({ quote, span }) => ({ ...span, documentId: quote.documentId })), ...exercise.spokenOf];
}

type Told = Claim['span'] & { readonly id: string };

/** Ids of the exercises that a sentence speaks of, by the catalogue. */
export function toldIn(catalogue: readonly Exercise[], document: Document, sentence: Sentence): string[] {
	const inDocument = toldByDocument(catalogue).get(document.id) ?? [];
	return inDocument.filter(({ start, end }) => start >= sentence.start && end <= sentence.end).map(({ id }) => id);
}

const toldByDocument = memoised((catalogue: readonly Exercise[]): ReadonlyMap<string, readonly Told[]> => {
	const byDocument = new Map<string, Told[]>();
	const add = (documentId: string, told: Told) => {
		const inDocument = byDocument.get(documentId);
		if (inDocument) inDocument.push(told);
		else byDocument.set(documentId, [told]);
	};
	for (const exercise of catalogue) {
		for (const { documentId, ...span } of toldOf(exercise)) add(documentId, { ...span, id: exercise.id });
	}
	return byDocument;
});
