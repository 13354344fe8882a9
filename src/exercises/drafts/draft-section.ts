import type { Document, Section } from '../../corpus/document.js';
import { claimsOf } from '../claims/claims.js';
import { isOfOtherYear } from '../claims/date-claims.js';
import { type LinkReading, readLink } from '../claims/link-reading.js';
import { claimBeside, sentenceQuote } from '../claims/make-claim.js';
import { linkSection } from '../coreference/link-section.js';
import { editionOf, type Strand, yearOf } from '../coreference/referents.js';
import type { Claim, DateClaim } from '../exercise.js';
import { fieldsOf } from '../layout/tables.js';
import { groupReader } from '../participants/country-anaphora.js';
import { withHolders } from '../participants/listed-countries.js';
import type { SentenceReading } from '../sentences/sentence-reading.js';
import { descriptionClaims } from './describe.js';
import type { Draft, DraftRelation } from './draft.js';
import { withoutOnlookers } from './onlookers.js';
import { relationsOf } from './relations.js';

/** The exercises that a section tells of; `offset` is the number of drafts before it. */
export function draftsOf(document: Document, section: Section, readings: readonly SentenceReading[], offset: number): Draft[] {
	const { strands, links } = linkSection(
		document.text,
		readings,
		section.publishedOn ? Number(section.publishedOn.on.slice(0, 4)) : null,
		fieldsOf(document),
	);
	const groupsIn = groupReader(readings);
	const byStrand = new Map(strands.map((strand): [Strand, LinkReading[]] => [strand, []]));
	const linked = links.map((link) => readLink(document, section, link, groupsIn(link.reading)));
	for (const reading of withoutOnlookers(linked, readings)) byStrand.get(reading.link.strand)?.push(reading);
	const kept = strands.filter((strand) => (byStrand.get(strand) ?? []).length > 0);
	const places = new Map(kept.map((strand, index) => [strand, offset + index]));
	const main = kept.find((strand) => strand.seriesKey !== null && !strand.aside && strand.kind !== 'operation');
	const relations = relationsOf(document, links);
	return kept.map((strand) => {
		const related = (relations.get(strand) ?? []).flatMap(({ to, ...relation }): DraftRelation[] => {
			const at = places.get(to);
			return at === undefined ? [] : [{ ...relation, to: at }];
		});
		return draftOf(document, section, strand, byStrand.get(strand) ?? [], related, main ? (places.get(main) ?? null) : null);
	});
}

function draftOf(
	document: Document,
	section: Section,
	strand: Strand,
	own: readonly LinkReading[],
	related: readonly DraftRelation[],
	main: number | null,
): Draft {
	const named = yearOf(strand);
	const first = claimsOf({ document, section, editionYear: named, ownYear: named, links: own });
	const series = isSeries(document.text, strand, own, first.dates);
	const dated = series || named !== null ? undefined : first.dates.find(({ from, to }) => from !== null || to !== null);
	const year = named ?? (dated ? Number((dated.from ?? dated.to ?? '').slice(0, 4)) : null);
	const mixed = dated !== undefined && own.some((reading) => isOfOtherYear({ document, ownYear: year }, reading));
	const claims = mixed ? claimsOf({ document, section, editionYear: named, ownYear: year, links: own }) : first;
	const names = strand.names.length > 0 ? nameClaims(document, strand, own) : descriptionClaims(document, own);
	return {
		document: document.id,
		file: document.file,
		toldOn: section.publishedOn?.on ?? null,
		series: strand.names.find((name) => name.series)?.series?.id ?? null,
		seriesKey: strand.seriesKey,
		year,
		yearBasis: dated ? dated.basis : named === null ? null : (strand.names.find((name) => name.year !== null)?.yearBasis ?? null),
		edition: editionOf(strand),
		kind: series ? 'series' : strand.kind,
		description: names[0]?.value ?? '',
		months: own.flatMap(({ link }) =>
			link.reading.dates.flatMap(({ says }) => (says.kind === 'calendar' && says.from.month !== null ? [says.from.month] : [])),
		),
		main,
		mentions: strand.names.length > 0 ? strand.names.map(({ start, end }) => ({ start, end })) : names.map(({ span }) => span),
		spokenOf: [],
		claims: {
			...claims,
			names,
			participants: withHolders(claims, strand.names, names),
			status: series ? names.slice(0, 1).map((claim) => ({ ...claim, value: 'series' })) : claims.status,
		},
		related,
	};
}

/** Spoken of as a series: by that word, over several years, or in the plural without any date. */
function isSeries(text: string, strand: Strand, own: readonly LinkReading[], dates: readonly DateClaim[]): boolean {
	if (strand.names.length === 0 || yearOf(strand) !== null || strand.kind === 'operation') return false;
	const years = new Set(dates.flatMap(({ from }) => (from ? [from.slice(0, 4)] : [])));
	const oneEdition = editionOf(strand) !== null || dates.some(({ precision, from }) => precision === 'day' && from !== null);
	if (oneEdition) return false;
	if (years.size > 1 || own.some(({ link }) => link.wholeSeries)) return true;
	return (
		dates.length === 0 && own.every(({ link }) => link.mention !== null && /s$/.test(text.slice(link.mention.start, link.mention.end)))
	);
}

function nameClaims(document: Document, strand: Strand, own: readonly LinkReading[]): Claim[] {
	const seen = new Set<string>();
	return strand.names.flatMap(({ start, end }): Claim[] => {
		const text = document.text.slice(start, end);
		if (seen.has(text)) return [];
		seen.add(text);
		const reading = own.find(({ link }) => link.reading.sentence.start <= start && end <= link.reading.sentence.end);
		if (!reading) return [];
		const quote = sentenceQuote(document, reading.link.reading.sentence);
		return [claimBeside(document, quote, { start, end }, text.replace(/[\s_]+/g, ' '))];
	});
}
