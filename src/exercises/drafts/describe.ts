import type { Document } from '../../corpus/document.js';
import type { Span } from '../../text/span.js';
import type { LinkReading } from '../claims/link-reading.js';
import { claimBeside, sentenceQuote } from '../claims/make-claim.js';
import type { Link } from '../coreference/link.js';
import type { Claim } from '../exercise.js';
import { findLocations } from '../places/locations.js';

const longest = 110;
const follows = /^\s(?:(?:held|conducted|and|in|on|over|at|the|near|off|around|from|this|for)\s){0,4}$/i;

/** What stands for the name of an unnamed exercise: its phrase with the places and times that directly follow it, without the article. */
function describedSpan(text: string, link: Link): Span {
	const start = link.mention?.start ?? link.start;
	let end = link.mention?.end ?? link.end;
	const tails = [...findLocations(text, link, link.reading.places, []), ...link.reading.dates].toSorted((a, b) => a.start - b.start);
	for (const tail of tails) {
		if (tail.start < end || tail.end > Math.min(link.end, start + longest)) continue;
		if (follows.test(text.slice(end, tail.start))) end = tail.end;
	}
	const article = /^(?:the|an?|their|its|these|this)\s+/i.exec(text.slice(start, end));
	return { start: start + (article?.[0].length ?? 0), end };
}

/** The link that describes an unnamed exercise best: a sentence of the article rather than a headline, and the longest phrase. */
function describingLink(text: string, links: readonly Link[]): Link | undefined {
	const worth = (link: Link) => {
		const { start, end } = describedSpan(text, link);
		return end - start + (link.reading.sentence.kind === 'prose' ? longest : 0);
	};
	return links
		.filter(({ mention }) => mention !== null)
		.reduce<Link | undefined>((best, link) => (best && worth(best) >= worth(link) ? best : link), undefined);
}

/** The words that stand for the name of an unnamed exercise. */
export function descriptionClaims(document: Document, own: readonly LinkReading[]): Claim[] {
	const link = describingLink(
		document.text,
		own.map((reading) => reading.link),
	);
	if (!link) return [];
	return [claimBeside(document, sentenceQuote(document, link.reading.sentence), describedSpan(document.text, link))];
}
