import { z } from 'zod';
import { type Document, sentenceAt } from '../../corpus/document.js';
import { readData } from '../../data.js';
import { overlaps, type Span } from '../../text/span.js';
import { isExcluded } from '../claims/excluded.js';
import { isOtherFigure } from '../claims/other-figures.js';
import type { Draft } from '../drafts/draft.js';
import type { Claim } from '../exercise.js';
import { fieldsOf } from '../layout/tables.js';
import { type Proposals, type ProposedField, proposedFields } from './proposals.js';
import { type Mark, type RecordReading, unread } from './record-reading.js';
import { topicalityOf } from './topic-shifts.js';

/** What speaks for a claim, each 0 to 1. */
export interface Evidence {
	/** The rules propose it. */
	readonly rule: number;
	/** How sure the reader is of its words in this field. */
	readonly mark: number;
	/** Both together. */
	readonly both: number;
	/** How sure it is of them in a field that shuts this one out. */
	readonly contrary: number;
	/** How likely its sentence speaks of the exercise. */
	readonly about: number;
	/** Both that and the words' sureness. */
	readonly told: number;
	/** How strongly the same words are told of another exercise of the document. */
	readonly elsewhere: number;
	/** Its sentence names the exercise. */
	readonly named: number;
	/** Said in two sentences, or in more. */
	readonly again: number;
}

export const evidenceNames = [
	'rule',
	'mark',
	'both',
	'contrary',
	'about',
	'told',
	'elsewhere',
	'named',
	'again',
] as const satisfies readonly (keyof Evidence)[];

const weights = z.strictObject({
	rule: z.number(),
	mark: z.number(),
	both: z.number(),
	contrary: z.number(),
	about: z.number(),
	told: z.number(),
	elsewhere: z.number(),
	named: z.number(),
	again: z.number(),
	bias: z.number(),
	/** Claims of the rules are kept from this probability on. */
	kept: z.number(),
	/** Those that the reader alone proposes, from this one on. */
	added: z.number(),
});
/** Fitted on development sets by `npm run fit`. */
const table = readData(
	'exercises/data/evidence-weights.json',
	z.strictObject({
		participants: weights,
		observers: weights,
		locations: weights,
		dates: weights,
		organiser: weights,
		forces: weights,
		aims: weights,
	}),
);

/** The probability that a claim is right: a logistic regression over its evidence. */
export function probabilityOf(field: ProposedField, evidence: Evidence): number {
	const own = table[field];
	return 1 / (1 + Math.exp(-evidenceNames.reduce((sum, name) => sum + own[name] * evidence[name], own.bias)));
}

/**
 * A sentence that was read and hardly speaks of the exercise has nothing to say of it; one under a heading of its own
 * must do so surely.
 */
function isOnTopic({ document, draft, reading }: Inquiry, { span }: Claim): boolean {
	const sentence = sentenceAt(document, span.start);
	if (!sentence) return true;
	const about = reading.about.get(sentence.start);
	const topicality = topicalityOf(document, draft, sentence);
	if (topicality === 'off topic') return false;
	if (topicality === 'unconnected') return about !== undefined && about >= leastAboutUnconnected;
	if (about === undefined) return true;
	return (
		about >= (headingOf(document, span) === draftHeading(document, draft, span) ? leastAbout : leastAboutElsewhere)
	);
}

/** Its sentence tells of another edition of the series, and does not name this one: it has nothing to say of it. */
function isOfOtherEdition({ document, draft, others }: Inquiry, { span }: Claim): boolean {
	const sentence = sentenceAt(document, span.start);
	if (!sentence || draft.seriesKey === null) return false;
	const isIn = ({ mentions }: Draft): boolean => mentions.some((mention) => overlaps(mention, sentence));
	const isSibling = ({ seriesKey, year }: Draft): boolean =>
		seriesKey === draft.seriesKey && year !== null && draft.year !== null && year !== draft.year;
	return !isIn(draft) && others.some((other) => isSibling(other.draft) && isIn(other.draft));
}

/** Where the heading stands that some words stand under; the start of the text where there is none. */
function headingOf({ paragraphs }: Document, { start }: Span): number {
	return paragraphs.findLast((paragraph) => paragraph.kind === 'heading' && paragraph.start <= start)?.start ?? 0;
}

/** The heading of the words' own part where the exercise is named there, else another. */
function draftHeading(document: Document, { mentions }: Draft, span: Span): number {
	const own = headingOf(document, span);
	return mentions.some((mention) => headingOf(document, mention) === own) ? own : -1;
}

/** Rows of a table and lines of a box say what they are of: there the reader has no say. */
function isInField(document: Document, { span }: Claim): boolean {
	const { bySentence, rows } = fieldsOf(document);
	const sentence = sentenceAt(document, span.start);
	return sentence !== undefined && (bySentence.has(sentence.start) || rows.has(sentence.start));
}

function isLikely(field: ProposedField, evidence: Evidence): boolean {
	const { kept, added } = table[field];
	return probabilityOf(field, evidence) >= (evidence.rule === 1 ? kept : added);
}

const contraries: Partial<Record<ProposedField, Mark['field']>> = {
	participants: 'observer',
	observers: 'participant',
};

/** A claim that somebody proposes, with what speaks for it. */
export interface Weighed<Made extends Claim> {
	readonly claim: Made;
	readonly evidence: Evidence;
}

/** What is known of one exercise of a document, and of the others that it tells of. */
export interface Inquiry {
	readonly document: Document;
	readonly draft: Draft;
	readonly reading: RecordReading;
	readonly others: readonly { readonly draft: Draft; readonly reading: RecordReading }[];
}

/** What is known of each exercise of a document, in their order. */
export function inquiriesOf(
	document: Document,
	drafts: readonly Draft[],
	readings: readonly RecordReading[],
): Inquiry[] {
	const told = drafts.map((draft, at) => ({ draft, reading: readings[at] ?? unread }));
	return told.map((one) => ({ document, ...one, others: told.filter((other) => other !== one) }));
}

/**
 * The claims of one field, by the rules and by the reader, those on the same words or of the same value as one; each
 * with its evidence.
 */
export function weighField<Field extends ProposedField>(
	{ document, draft, reading, others }: Inquiry,
	field: Field,
	proposals: Proposals,
): Weighed<Proposals[Field][number]>[] {
	const byRules: readonly Proposals[Field][number][] = draft.claims[field];
	const proposed: readonly Proposals[Field][number][] = proposals[field];
	// Who watches takes no part.
	const watching = new Set(field === 'participants' ? draft.claims.observers.map(({ value }) => value) : []);
	const further = proposed.filter(
		(one, at) =>
			!watching.has(one.value) &&
			!byRules.some((claim) => isSame(field, one, claim)) &&
			proposed.findIndex((first) => isSame(field, one, first)) === at,
	);
	const contrary = contraries[field];
	const widened = field === 'forces' ? byRules.map((claim) => widest(document.text, claim, proposed)) : byRules;
	return [...widened, ...further].map((claim) => {
		const same = [claim, ...proposed.filter((one) => isSame(field, one, claim))];
		const spans = same.map(({ span }) => span);
		const sentences = new Set(spans.flatMap(({ start }) => sentenceAt(document, start)?.start ?? []));
		const { mark, about, told } = readingOf(reading, proposedFields[field], spans, sentences);
		const rule = Number(widened.includes(claim));
		return {
			claim,
			evidence: {
				rule,
				mark,
				both: rule * mark,
				contrary: contrary ? readingOf(reading, contrary, spans, sentences).mark : 0,
				about,
				told,
				elsewhere: Math.max(
					0,
					...others.map((other) => readingOf(other.reading, proposedFields[field], spans, sentences).told),
				),
				named: Number(draft.mentions.some(({ start }) => sentences.has(sentenceAt(document, start)?.start ?? -1))),
				again: Number(sentences.size > 1),
			},
		};
	});
}

/** What else stands before a force in one phrase with it: "a task group around its" newest frigate. */
const leading = /^[\p{Ll}\s’'-]+$/u;

/** The phrase that the reader takes a force of the rules to end, where it has no other one in it. */
function widest<Made extends Claim>(text: string, claim: Made, proposed: readonly Made[]): Made {
	const holds = ({ span }: Made) =>
		span.end === claim.span.end && leading.test(text.slice(span.start, claim.span.start));
	const length = ({ span }: Made) => span.end - span.start;
	return proposed.filter(holds).reduce((most, one) => (length(one) > length(most) ? one : most), claim);
}

/** How sure a reading is of some words in a field, and of their sentences. */
function readingOf(
	{ about, marks }: RecordReading,
	field: Mark['field'],
	spans: readonly Span[],
	sentences: ReadonlySet<number>,
) {
	const own = marks.filter((mark) => mark.field === field && spans.some((span) => overlaps(mark, span)));
	return {
		mark: Math.max(0, ...own.map(({ sureness }) => sureness)),
		about: Math.max(0, ...[...sentences].map((start) => about.get(start) ?? 0)),
		told: Math.max(0, ...own.map(({ sureness, sentence }) => sureness * (about.get(sentence.start) ?? 0))),
	};
}

function isSame(field: ProposedField, one: Claim, other: Claim): boolean {
	const byValue = field === 'participants' || field === 'observers' || field === 'organiser';
	return one.value === other.value || (!byValue && overlaps(one.span, other.span));
}

/**
 * A draft with the claims that the rules and the reader together make likely. What the series list alone tells is not
 * theirs to judge.
 */
export function withReading(inquiry: Inquiry, proposals: Proposals): Draft {
	const { document, draft, reading } = inquiry;
	const keep = <Field extends ProposedField>(field: Field): Proposals[Field][number][] =>
		weighField(inquiry, field, proposals)
			.filter(({ claim, evidence }) =>
				isInField(document, claim)
					? evidence.rule === 1
					: claim.basis === 'from the series list' ||
						(isOnTopic(inquiry, claim) &&
							(evidence.rule === 1 || !isOfOtherEdition(inquiry, claim)) &&
							isLikely(field, evidence) &&
							!isExcluded(document.text, claim.span, claim.quote) &&
							!(field === 'forces' && isOtherFigure(document.text, claim.span, claim.quote))),
			)
			.map(({ claim }) => claim);
	const isOnIt = (claim: Claim): boolean => isInField(document, claim) || isOnTopic(inquiry, claim);
	const spoken = [...reading.about]
		.filter(([, likely]) => likely >= spokenOf)
		.flatMap(([start]) => sentenceAt(document, start) ?? []);
	return {
		...draft,
		spokenOf: spoken.map(({ start, end }) => ({ start, end })),
		claims: {
			...draft.claims,
			participants: keep('participants'),
			observers: keep('observers'),
			locations: keep('locations'),
			dates: keep('dates'),
			organiser: keep('organiser'),
			forces: keep('forces'),
			aims: keep('aims'),
			activities: draft.claims.activities.filter(isOnIt),
			scale: draft.claims.scale.filter(isOnIt),
			ordinal: draft.claims.ordinal.filter(isOnIt),
			reactions: draft.claims.reactions.filter(isOnIt),
		},
	};
}

const spokenOf = 0.5;
const leastAbout = 0.02;
const leastAboutElsewhere = 0.6;
const leastAboutUnconnected = 0.9;
