import type { Document } from '../../corpus/document.js';
import { claimBeside, sentenceQuote } from '../claims/make-claim.js';
import type { Link } from '../coreference/link.js';
import type { Referent } from '../coreference/referents.js';
import { yearOf } from '../coreference/referents.js';
import type { Claim, RelatedClaim } from '../exercise.js';

export interface ReferentRelation {
	readonly to: Referent;
	readonly relation: RelatedClaim['relation'];
	readonly claim: Claim;
}

const parts = /\b(?:includ\w+|featur\w+|compris\w+|incorporat\w+)\b/i;
const partOf = /\bas\spart\sof|\bpart\sof\b/i;
const earlier = /\b(?:builds?\son|built\son|follow(?:s|ed|ing)\s|previous|earlier|after|since|unlike)\b/i;
const beside =
	/\b(?:in\saddition\sto|additionally|moreover|besides|alongside|as\swell\sas|also|meanwhile|separately|parallel|coincid\w+|furthermore)\b/i;

/** What a section says of how its exercises stand to each other, each relation with the sentence that says so. */
export function relationsOf(document: Document, links: readonly Link[]): Map<Referent, ReferentRelation[]> {
	const found = new Map<Referent, ReferentRelation[]>();
	const main = links.find(({ referent, mention }) => mention !== null && !referent.aside && referent.names.length > 0)?.referent;
	let from = 0;
	for (const [index, link] of links.entries()) {
		if (links[index + 1]?.reading === link.reading) continue;
		const inSentence = links.slice(from, index + 1).filter(({ mention }) => mention !== null);
		from = index + 1;
		for (const one of inSentence) {
			const own = found.get(one.referent) ?? [];
			found.set(one.referent, own);
			for (const other of inSentence) if (other.referent !== one.referent) add(document, own, one, other);
			if (inSentence.length === 1 && main && main !== one.referent) addBeside(document, own, one, main);
		}
	}
	return found;
}

function add(document: Document, own: ReferentRelation[], one: Link, other: Link): void {
	const isFirst = one.start < other.start;
	const { sentence } = one.reading;
	const second = (isFirst ? other : one).mention ?? sentence;
	const relation = relationIn(document.text.slice(sentence.start, second.start), isFirst, one.referent, other.referent);
	if (!own.some(({ to }) => to === other.referent))
		own.push({ to: other.referent, relation, claim: claimBeside(document, sentenceQuote(document, sentence), second) });
}

/** "Additionally, they will take part in Y": beside what the section is about. */
function addBeside(document: Document, own: ReferentRelation[], { referent, reading: { sentence }, mention }: Link, main: Referent): void {
	if (!mention || !(referent.aside || referent.kind === 'patrol') || own.some(({ to }) => to === main)) return;
	if (beside.test(document.text.slice(sentence.start, mention.start)))
		own.push({ to: main, relation: 'beside', claim: claimBeside(document, sentenceQuote(document, sentence), mention) });
}

function relationIn(lead: string, isFirst: boolean, referent: Referent, other: Referent): RelatedClaim['relation'] {
	if (partOf.test(lead)) return isFirst ? 'part of' : 'includes';
	if (beside.test(lead)) return 'beside';
	if (parts.test(lead) && (referent.names.length === 0 || other.names.length === 0)) return isFirst ? 'includes' : 'part of';
	const years = (yearOf(referent) ?? 0) - (yearOf(other) ?? 0);
	if (earlier.test(lead) && years !== 0) return years > 0 ? 'follows' : 'precedes';
	return 'beside';
}
