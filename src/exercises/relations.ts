import type { Document, Span } from '../corpus/document.js';
import { Quote } from '../corpus/quote.js';
import type { Claim, RelatedClaim } from './exercise.js';
import type { Link } from './link.js';
import type { Strand } from './strands.js';
import { yearOf } from './strands.js';

export interface StrandRelation {
	readonly to: Strand;
	readonly relation: RelatedClaim['relation'];
	readonly claim: Claim;
}

const parts = /\b(?:includ\w+|featur\w+|compris\w+|incorporat\w+)\b/i;
const partOf = /\bas\spart\sof|\bpart\sof\b/i;
const earlier = /\b(?:builds?\son|built\son|follow(?:s|ed|ing)\s|previous|earlier|after|since|unlike)\b/i;
const beside =
	/\b(?:in\saddition\sto|additionally|moreover|besides|alongside|as\swell\sas|also|meanwhile|separately|parallel|coincid\w+|furthermore)\b/i;

/** What a section says of how one exercise stands to others, each relation with the sentence that says so. */
export function relationsOf(document: Document, strand: Strand, links: readonly Link[]): StrandRelation[] {
	const { text } = document;
	const found: StrandRelation[] = [];
	for (const link of links.filter((other) => other.strand === strand && other.mention !== null)) {
		const { sentence } = link.reading;
		const others = links.filter((other) => other.reading === link.reading && other.strand !== strand && other.mention !== null);
		for (const other of others) {
			const [first, second] = link.start < other.start ? [link, other] : [other, link];
			const lead = text.slice(sentence.start, second.mention?.start ?? sentence.end);
			add(found, document, sentence, second.mention ?? sentence, other.strand, relationIn(lead, first === link, strand, other.strand));
		}
		const main = links.find(
			(other) => other.strand !== strand && other.start < link.start && !other.strand.aside && other.strand.names.length > 0,
		)?.strand;
		if (
			others.length === 0 &&
			main &&
			(strand.aside || strand.kind === 'patrol') &&
			beside.test(text.slice(sentence.start, link.mention?.start))
		) {
			add(found, document, sentence, link.mention ?? sentence, main, 'beside');
		}
	}
	return found;
}

function relationIn(lead: string, isFirst: boolean, strand: Strand, other: Strand): RelatedClaim['relation'] {
	if (partOf.test(lead)) return isFirst ? 'part of' : 'includes';
	if (beside.test(lead)) return 'beside';
	if (parts.test(lead) && (strand.names.length === 0 || other.names.length === 0)) return isFirst ? 'includes' : 'part of';
	const years = (yearOf(strand) ?? 0) - (yearOf(other) ?? 0);
	if (earlier.test(lead) && years !== 0) return years > 0 ? 'follows' : 'precedes';
	return 'beside';
}

function add(
	found: StrandRelation[],
	document: Document,
	sentence: Span,
	span: Span,
	to: Strand,
	relation: RelatedClaim['relation'],
): void {
	if (found.some((other) => other.to === to)) return;
	const { start, end } = span;
	const text = document.text.slice(start, end);
	found.push({
		to,
		relation,
		claim: { value: text.replace(/\s+/g, ' '), text, span: { start, end }, quote: Quote.of(document, sentence), basis: 'stated' },
	});
}
