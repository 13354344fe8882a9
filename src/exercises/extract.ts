import type { Document, Section } from '../corpus/document.js';
import { gazetteer } from '../gazetteer/gazetteer.js';
import type { Reader } from '../reader/reader.js';
import type { Span } from '../text/span.js';
import { claimsOf } from './claims.js';
import { groupReader } from './country-references.js';
import { isOfOtherYear } from './date-claims.js';
import { describedSpan, describingLink } from './describe.js';
import type { DocumentExtract, Draft, DraftRelation } from './draft.js';
import type { Claim, DateClaim } from './exercise.js';
import type { Link } from './exercise-link.js';
import { withHolders } from './holders.js';
import { linkSection } from './link.js';
import { type LinkReading, readLink } from './link-reading.js';
import { sentenceQuote } from './make-claim.js';
import { namesOf, rememberNames } from './name-mentions.js';
import { namesConfirmed, readNames } from './names-read.js';
import { proposalsOf } from './proposals.js';
import { readSentences, type SentenceReading } from './read-sentence.js';
import { readRecords, unread } from './record-reading.js';
import { relationsOf } from './relations.js';
import { rivalsIn } from './rivals.js';
import { editionOf, type Strand, yearOf } from './strands.js';
import { fieldsOf } from './tables.js';
import { withReading } from './weighing.js';

/** All that a document says of exercises, by the rules and the reader together. */
export async function readExercises(document: Document, reader: Reader): Promise<DocumentExtract> {
	rememberNames(document, namesConfirmed(document, await readNames(reader, document)));
	const extracted = extract(document);
	const readings = await readRecords(reader, document, extracted.drafts);
	const drafts = extracted.drafts.map((draft, at) => {
		const reading = readings[at] ?? unread;
		const others = readings.filter((_, other) => other !== at);
		return withReading({ document, draft, reading, others }, proposalsOf(document, draft, reading.marks));
	});
	return { ...extracted, drafts };
}

/** Reads what the rules tell of a document's exercises. Pure: depends on the document and the data files alone; time linear in its length. */
export function extract(document: Document): DocumentExtract {
	const whole = gazetteer.names.find(document.text);
	const names = namesOf(document, whole);
	const readings = readSentences(
		document.text,
		document.paragraphs.flatMap((paragraph) => paragraph.sentences),
		names,
		whole,
	);
	const drafts: Draft[] = [];
	let next = 0;
	for (const section of document.sections) {
		const from = next;
		while ((readings[next]?.sentence.start ?? Number.POSITIVE_INFINITY) < section.end) next++;
		drafts.push(...draftsOf(document, section, readings.slice(from, next), drafts.length));
	}
	return { documentId: document.id, file: document.file, drafts };
}

/** The exercises that a section tells of; `offset` is the number of drafts before it. */
function draftsOf(document: Document, section: Section, readings: readonly SentenceReading[], offset: number): Draft[] {
	const { strands, links } = linkSection(
		document.text,
		readings,
		section.publishedOn ? Number(section.publishedOn.on.slice(0, 4)) : null,
		fieldsOf(document),
	);
	const groupsIn = groupReader(readings);
	const byStrand = new Map(strands.map((strand): [Strand, LinkReading[]] => [strand, []]));
	const linked = links.map((link) => readLink(document, section, link, groupsIn(link.reading)));
	for (const reading of withoutRivals(linked, readings)) byStrand.get(reading.link.strand)?.push(reading);
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

/** Forces of a country that only watches or protests are no reason to take a sentence for one about the exercise. */
function withoutRivals(linked: readonly LinkReading[], readings: readonly SentenceReading[]): LinkReading[] {
	const takers = new Map<Strand, Set<string>>();
	for (const { link, roles } of linked) {
		const own = takers.get(link.strand) ?? new Set();
		takers.set(link.strand, own);
		if (!link.loose) for (const { role, country } of roles) if (role === 'participant') own.add(country.id);
	}
	let rivals: ReadonlySet<string> | undefined;
	const isRival = (nation: string) => {
		rivals ??= rivalsIn(readings);
		return rivals.has(nation);
	};
	const takesNoPart = (link: Link, nation: string) => !takers.get(link.strand)?.has(nation) && isRival(nation);
	return linked.flatMap((reading) => {
		const { link, groups, roles } = reading;
		if (!link.loose) return [reading];
		const nations = groups.flatMap(({ members }) => members.map(({ country }) => country.id));
		if (nations.length > 0 && nations.every((nation) => takesNoPart(link, nation))) return [];
		return [{ ...reading, roles: roles.filter(({ role, country }) => role !== 'participant' || !takesNoPart(link, country.id)) }];
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

/** Each form of its name, that first which the document uses most; of those used as often, the one in the title. */
function nameClaims(document: Document, strand: Strand, own: readonly LinkReading[]): Claim[] {
	const forms = new Map<string, { readonly span: Span; uses: number }>();
	for (const { start, end } of strand.names) {
		const text = document.text.slice(start, end);
		const form = forms.get(text) ?? { span: { start, end }, uses: document.title.includes(text) ? 0.5 : 0 };
		form.uses++;
		forms.set(text, form);
	}
	const used = [...forms].sort(([, one], [, other]) => other.uses - one.uses);
	return used.flatMap(([text, { span }]): Claim[] => {
		const { start, end } = span;
		const reading = own.find(({ link }) => link.reading.sentence.start <= start && end <= link.reading.sentence.end);
		if (!reading) return [];
		return [
			{
				value: text.replace(/[\s_]+/g, ' '),
				text,
				span: { start, end },
				quote: sentenceQuote(document, reading.link.reading.sentence),
				basis: 'stated',
			},
		];
	});
}

function descriptionClaims(document: Document, own: readonly LinkReading[]): Claim[] {
	const link = describingLink(
		document.text,
		own.map((reading) => reading.link),
	);
	if (!link) return [];
	const span = describedSpan(document.text, link);
	const text = document.text.slice(span.start, span.end);
	return [{ value: text.replace(/\s+/g, ' '), text, span, quote: sentenceQuote(document, link.reading.sentence), basis: 'stated' }];
}
