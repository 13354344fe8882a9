import type { Claim, DateClaim } from '../exercise.js';
import type { LinkReading } from './link-reading.js';
import { type ClaimContext, claim } from './make-claim.js';
import { type Status, statusOf } from './status.js';

/** What may still come of an exercise of which something is said first. */
const later: Partial<Record<Status, ReadonlySet<Status>>> = {
	announced: new Set<Status>(['cancelled', 'postponed']),
	possible: new Set<Status>(['announced', 'held', 'ongoing', 'cancelled', 'postponed']),
	postponed: new Set<Status>(['held', 'ongoing', 'cancelled']),
	reported: new Set<Status>(['cancelled', 'postponed']),
};

/** The status of an exercise by some of its links: what is said first, and what the document says came of it then. */
export function statusClaims(context: ClaimContext, readings: readonly LinkReading[], dates: readonly DateClaim[]): Claim[] {
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
	return publishedOn?.precision === 'day' && known.length > 0 && known.every(({ from, to }) => (from ?? to ?? '') > publishedOn.on);
}
