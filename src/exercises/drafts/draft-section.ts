import type { Document, Section } from '../../corpus/document.js';
import { exerciseKey } from '../../gazetteer/names.js';
import type { Span } from '../../text/span.js';
import { claimsOf } from '../claims/claims.js';
import { isOfOtherYear } from '../claims/date-claims.js';
import { type LinkReading, readLink } from '../claims/link-reading.js';
import { claimBeside, sentenceQuote } from '../claims/make-claim.js';
import { linkSection } from '../coreference/link-section.js';
import { editionOf, type Referent, yearOf } from '../coreference/referents.js';
import type { Claim, DateClaim } from '../exercise.js';
import { fieldsOf } from '../layout/tables.js';
import { groupReader } from '../participants/country-anaphora.js';
import { withListedCountries } from '../participants/listed-countries.js';
import type { SentenceReading } from '../sentences/sentence-reading.js';
import { descriptionClaims } from './describe.js';
import type { Draft, DraftRelation } from './draft.js';
import { nameYear, type SectionYear, yearByDates, yearOfSection, yearTold } from './edition-year.js';
import { withoutOnlookers } from './onlookers.js';
import { relationsOf } from './relations.js';

/** The exercises that a section tells of; `offset` is the number of drafts before it. */
export function draftsOf(
	document: Document,
	section: Section,
	readings: readonly SentenceReading[],
	offset: number,
): Draft[] {
	const sectionYear = yearOfSection(document.text, section, readings);
	const { referents, links } = linkSection(document.text, readings, sectionYear?.year ?? null, fieldsOf(document));
	const groupsIn = groupReader(readings);
	const byReferent = new Map(referents.map((referent): [Referent, LinkReading[]] => [referent, []]));
	const linked = links.map((link) => readLink(document, section, link, groupsIn(link.reading)));
	for (const reading of withoutOnlookers(linked, readings)) byReferent.get(reading.link.referent)?.push(reading);
	const kept = referents.filter((referent) => (byReferent.get(referent) ?? []).length > 0);
	const places = new Map(kept.map((referent, index) => [referent, offset + index]));
	const main = kept.find((referent) => referent.seriesKey !== null && !referent.aside && referent.kind !== 'operation');
	const relations = relationsOf(document, links);
	return kept.map((referent) => {
		const related = (relations.get(referent) ?? []).flatMap(({ to, ...relation }): DraftRelation[] => {
			const at = places.get(to);
			return at === undefined ? [] : [{ ...relation, to: at }];
		});
		return draftOf(
			{ document, section, sectionYear },
			referent,
			byReferent.get(referent) ?? [],
			related,
			main ? (places.get(main) ?? null) : null,
		);
	});
}

interface Told {
	readonly document: Document;
	readonly section: Section;
	readonly sectionYear: SectionYear | null;
}

function draftOf(
	{ document, section, sectionYear }: Told,
	referent: Referent,
	own: readonly LinkReading[],
	related: readonly DraftRelation[],
	main: number | null,
): Draft {
	const named = yearOf(referent);
	const first = claimsOf({ document, section, editionYear: named, ownYear: named, links: own });
	const series = isSeries(document.text, referent, own, first.dates);
	const found = series
		? nameYear(referent)
		: (nameYear(referent) ??
			(referent.editionOf ? null : yearByDates(first.dates)) ??
			yearTold(document.text, referent, own, sectionYear));
	const year = found?.year ?? null;
	const mixed = named === null && own.some((reading) => isOfOtherYear({ document, ownYear: year }, reading));
	const claims = mixed ? claimsOf({ document, section, editionYear: named, ownYear: year, links: own }) : first;
	const { names, mentions } = namingOf(document, referent, own);
	const printed = (referent.editionOf ?? referent).names;
	return {
		document: document.id,
		file: document.file,
		toldOn: section.publishedOn?.on ?? null,
		series: printed.find((name) => name.series)?.series?.id ?? null,
		seriesKey: referent.seriesKey,
		year,
		yearBasis: found?.basis ?? null,
		edition: editionOf(referent),
		kind: series ? 'series' : referent.kind,
		description: [names[0]?.value, referent.editionOf && year].filter(Boolean).join(' '),
		months: own.flatMap(({ link }) =>
			link.reading.dates.flatMap(({ says }) =>
				says.kind === 'calendar' && says.from.month !== null ? [says.from.month] : [],
			),
		),
		main,
		mentions,
		spokenOf: [],
		claims: {
			...claims,
			names,
			dates: referent.editionOf && claims.dates.length === 0 ? yearClaims(document, own, year) : claims.dates,
			participants: withListedCountries(claims, printed, names),
			status: series ? names.slice(0, 1).map((claim) => ({ ...claim, value: 'series' })) : claims.status,
		},
		related,
	};
}

/** The printed year of an edition of which nothing else says when it was: "the 2009 edition". */
function yearClaims(document: Document, own: readonly LinkReading[], year: number | null): DateClaim[] {
	return own.slice(0, 1).flatMap(({ link }): DateClaim[] => {
		const start = document.text.slice(0, link.end).indexOf(String(year), link.start);
		if (year === null || start < 0) return [];
		const claim = claimBeside(document, sentenceQuote(document, link.reading.sentence), { start, end: start + 4 });
		return [{ ...claim, from: `${year}-01-01`, to: `${year}-12-31`, precision: 'year' }];
	});
}

/** What it is called, and where the document points at it. */
function namingOf(document: Document, referent: Referent, own: readonly LinkReading[]) {
	if (referent.names.length > 0)
		return {
			names: nameClaims(document, referent),
			mentions: referent.names.map(({ start, end }): Span => ({ start, end })),
		};
	if (referent.editionOf)
		return {
			names: editionNames(document, referent.editionOf),
			mentions: own.map(({ link }): Span => {
				const { start, end } = link.mention ?? link;
				return { start, end };
			}),
		};
	const names = descriptionClaims(document, own);
	return { names, mentions: names.map(({ span }) => span) };
}

/** Spoken of as a series: by that word, over several years, or in the plural without any date. */
function isSeries(text: string, referent: Referent, own: readonly LinkReading[], dates: readonly DateClaim[]): boolean {
	if (referent.names.length === 0 || yearOf(referent) !== null || referent.kind === 'operation') return false;
	const years = new Set(dates.flatMap(({ from }) => (from ? [from.slice(0, 4)] : [])));
	const oneEdition =
		editionOf(referent) !== null || dates.some(({ precision, from }) => precision === 'day' && from !== null);
	if (oneEdition) return false;
	if (years.size > 1 || own.some(({ link }) => link.wholeSeries)) return true;
	return (
		dates.length === 0 &&
		own.every(({ link }) => link.mention !== null && /s$/.test(text.slice(link.mention.start, link.mention.end)))
	);
}

/** Each form of its name, that first which the document uses most; of those used as often, the one in the title. */
function nameClaims(document: Document, referent: Referent): Claim[] {
	const forms = new Map<string, { readonly span: Span; uses: number }>();
	for (const { start, end } of referent.names) {
		const text = document.text.slice(start, end);
		const form = forms.get(text) ?? { span: { start, end }, uses: document.title.includes(text) ? 0.5 : 0 };
		form.uses++;
		forms.set(text, form);
	}
	// Of an unlisted exercise the name in full comes first, whatever the article calls it by later.
	const isFull = (form: string): boolean => exerciseKey(form) === referent.seriesKey;
	const used = [...forms].sort(
		([a, one], [b, other]) => Number(isFull(b)) - Number(isFull(a)) || other.uses - one.uses,
	);
	return used.map(([text, { span }]) =>
		claimBeside(document, sentenceQuote(document, span), span, text.replace(/[\s_]+/g, ' ')),
	);
}

const ownEdition = /(?:[\s‑–-]*['’]?(?:(?:19|20)?\d\d)(?:[-/]\d+)?[A-C]?|\s[IVXL]+)$/u;

/** The name that an edition told of by its year alone goes by: that of the one told of, without its own year. */
function editionNames(document: Document, { names }: Referent): Claim[] {
	const name = names.find(({ year, edition }) => year === null && edition === null) ?? names[0];
	if (!name) return [];
	const { start, end } = name;
	const span = { start, end: end - (ownEdition.exec(document.text.slice(start, end))?.[0].length ?? 0) };
	return [claimBeside(document, sentenceQuote(document, span), span)];
}
