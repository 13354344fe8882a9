import type { Answer, Evidence } from '../answers/answer.js';
import type { PlaceFinding } from '../answers/from-catalogue/exercises-at.js';
import type { TimelineEntry } from '../answers/from-catalogue/timeline.js';
import { reasonText } from '../answers/unanswered/reason-text.js';
import type { Document } from '../corpus/document.js';
import { type Quote, quoteKey } from '../corpus/quote.js';
import type { Claim, DateClaim, Disagreement, Exercise, PlaceClaim, RelatedClaim, Resolution } from '../exercises/exercise.js';
import type { DocumentSummary } from '../library.js';
import type { Hit } from '../search/search-index.js';
import type { Span } from '../text/span.js';

/** The shapes of the terminal contract: scripts read them, so names and shapes stay. Offsets are UTF-16, into the document's text. */
function quoteJson({ document, paragraph, start, end, text }: Quote) {
	return { document, paragraph, start, end, text };
}

export function answerJson({ question, answered, confidence, answer, evidence, exercise, reason }: Answer) {
	return { question, answered, confidence, answer, quotes: evidence.map(evidenceJson), exercise, reason: reason && reasonText(reason) };
}

function evidenceJson({ quote, highlights }: Evidence) {
	return { ...quoteJson(quote), highlights: highlights.map(({ start, end }: Span) => [start, end]) };
}

export function searchJson(query: string, hits: readonly Hit[], fileOf: (documentId: string) => string) {
	return {
		query,
		hits: hits.map(({ passage, score }) => ({
			document: fileOf(passage.documentId),
			paragraph: passage.paragraph,
			start: passage.start,
			end: passage.end,
			score,
		})),
	};
}

export function drillJson(query: string, { match, exercise, suggestions }: Resolution) {
	return { query, match, exercise: exercise && exerciseJson(exercise), suggestions };
}

export function exerciseJson(exercise: Exercise) {
	const { id, name, series, year, kind, documents } = exercise;
	return {
		id,
		name,
		series,
		year,
		kind,
		documents,
		names: exercise.names.map(claimJson),
		status: exercise.status.map(claimJson),
		dates: exercise.dates.map(dateJson),
		locations: exercise.locations.map(placeClaimJson),
		participants: exercise.participants.map(claimJson),
		observers: exercise.observers.map(claimJson),
		forces: exercise.forces.map(claimJson),
		organiser: exercise.organiser.map(claimJson),
		aims: exercise.aims.map(claimJson),
		activities: exercise.activities.map(claimJson),
		scale: exercise.scale.map(claimJson),
		ordinal: exercise.ordinal.map(claimJson),
		reactions: exercise.reactions.map(claimJson),
		related: exercise.related.map(relatedJson),
		disagreements: exercise.disagreements.map(disagreementJson),
	};
}

function claimJson({ value, text, quote, basis }: Claim) {
	return { value, text, quote: quoteJson(quote), basis };
}

function dateJson(claim: DateClaim) {
	return { ...claimJson(claim), from: claim.from, to: claim.to, precision: claim.precision };
}

function placeClaimJson(claim: PlaceClaim) {
	return { ...claimJson(claim), lat: claim.lat, lon: claim.lon, placeId: claim.placeId };
}

function relatedJson(claim: RelatedClaim) {
	return { ...claimJson(claim), id: claim.id, relation: claim.relation };
}

function disagreementJson(claim: Disagreement) {
	return { ...claimJson(claim), field: claim.field, against: claim.against.map(claimJson) };
}

function eachOnce(quotes: readonly Quote[]): Quote[] {
	return [...new Map(quotes.map((quote) => [quoteKey(quote), quote])).values()];
}

export function whereJson(query: string, finding: PlaceFinding | undefined) {
	if (!finding) return { query, place: null, exercises: [], passages: [] };
	const { id, name, lat, lon, kind } = finding.place;
	return {
		query,
		place: { id, name, lat, lon, kind },
		exercises: finding.exercises.map(({ exercise, claims }) => ({
			id: exercise.id,
			name: exercise.name,
			quotes: eachOnce(claims.map((claim) => claim.quote)).map(quoteJson),
		})),
		passages: finding.passages.map(({ quote }) => quoteJson(quote)),
	};
}

export function sourceJson(summary: DocumentSummary, document: Document | undefined, withText: boolean) {
	const { file, title, publishedOn, publisher, passages, exercises } = summary;
	const facts = {
		document: file,
		title,
		publishedOn: publishedOn?.on ?? null,
		publisher,
		author: document?.author ?? null,
		url: document?.url ?? null,
	};
	return { ...facts, passages, exercises, ...(withText && document ? { text: document.text } : {}) };
}

export function timelineJson({ exercise, from, to, precision, basis, claim }: TimelineEntry) {
	return { id: exercise.id, name: exercise.name, from, to, precision, basis, quote: claim && quoteJson(claim.quote) };
}
