import type { Span } from '../../text/span.js';
import { fateOf, onlyDemandsEnd } from '../../values/fates.js';
import type { Claim, DateClaim, Status } from '../exercise.js';
import { tenseOf } from '../sentences/tense.js';
import { verbPattern } from '../sentences/verbs.js';
import type { LinkReading } from './link-reading.js';
import { type ClaimContext, claim } from './make-claim.js';

/** What may still come of an exercise of which something is said first. */
const later: Partial<Record<Status, ReadonlySet<Status>>> = {
	announced: new Set<Status>(['cancelled', 'postponed']),
	possible: new Set<Status>(['announced', 'held', 'ongoing', 'cancelled', 'postponed']),
	postponed: new Set<Status>(['held', 'ongoing', 'cancelled']),
	reported: new Set<Status>(['cancelled', 'postponed']),
};

/** The status of an exercise by some of its links: what is said first, and what the document says came of it then. */
export function statusClaims(
	context: ClaimContext,
	readings: readonly LinkReading[],
	dates: readonly DateClaim[],
): Claim[] {
	let told: { readonly status: Status; readonly claim: Claim } | undefined;
	for (const reading of readings) {
		const { link } = reading;
		if (link.mention === null || link.wholeSeries) continue;
		const { text } = context.document;
		const said = statusOf(text, link, link.reading.sentence.kind !== 'prose');
		// "starts on 12 October", printed on the 3rd.
		const here = dates.filter(({ span }) => span.start >= link.start && span.end <= link.end);
		const status = said ?? (isToCome(context, here) ? 'announced' : undefined);
		if (!status || (told && !later[told.status]?.has(status))) continue;
		const dated = withinTime(status, context, dates);
		told = { status: dated, claim: claim(context, reading, link.mention, dated) };
	}
	return told ? [told.claim] : [];
}

/** Nothing was held, or is under way, of which every day lies after the day of the document that tells of it. */
function withinTime(status: Status, context: ClaimContext, dates: readonly DateClaim[]): Status {
	const happened = status === 'held' || status === 'ongoing' || status === 'reported';
	return happened && isToCome(context, dates) ? 'announced' : status;
}

function isToCome({ section: { publishedOn } }: ClaimContext, dates: readonly DateClaim[]): boolean {
	const known = dates.filter(({ from, to }) => (from ?? to) !== null);
	return (
		publishedOn?.precision === 'day' &&
		known.length > 0 &&
		known.every(({ from, to }) => (from ?? to ?? '') > publishedOn.on)
	);
}

const ongoing =
	/\b(?:under\s?way|ongoing|is\scurrently|are\scurrently|(?:is|are)\s(?:\w+\s)?(?:taking\splace|conducting|holding|carrying\sout|participating|taking\spart)|kicked\soff|has\sbegun|have\sbegun|has\sstarted|have\sstarted|continues?\s(?:until|through)|began\b[^.;]{0,60}\band\swill|start\sof|(?:was|were)\soperating)\b/i;
/** The present of today's news, and of a timetable. */
const begins = /\b(?:commences|kicks\soff|gets?\sunder\s?way)\b/i;
const secondHand = /\b(?:reported|claimed|reports?|claims?|alleged|rumou?red|speculat\w+)\s(?:that\b)/i;
const tells = new RegExp(`\\b(?:${verbPattern('hold', 'happen', 'act')})\\b`, 'i');

/** The words of a sentence that point at an exercise, and where they stand in what is told of it. */
interface Telling extends Span {
	readonly mentions: readonly Span[];
}

/**
 * What a stretch of text about an exercise says of its state (a headline's present is of today); undefined when it
 * tells of no event.
 */
function statusOf(text: string, telling: Telling, inHeadline: boolean): Status | undefined {
	const fate = fateOf(text, telling, telling.mentions);
	if (fate) return fate;
	const slice = text.slice(telling.start, telling.end);
	if (!tells.test(slice) || onlyDemandsEnd(text, telling)) return undefined;
	if (secondHand.test(slice)) return 'reported';
	if (ongoing.test(slice)) return 'ongoing';
	const tense = tenseOf(text, telling, inHeadline);
	if (tense !== 'future' && begins.test(slice)) return 'ongoing';
	if (tense === 'present') return inHeadline ? 'ongoing' : undefined;
	return tense === 'future' ? 'announced' : 'held';
}
