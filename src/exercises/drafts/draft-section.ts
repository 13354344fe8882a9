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
import { withoutOnlookers } from './onlookers.js';
import { relationsOf } from './relations.js';

/** The exercises that a section tells of; `offset` is the number of drafts before it. */
export function draftsOf(
	document: Document,
	section: Section,
	readings: readonly SentenceReading[],
	offset: number,
): Draft[] {
	const { referents, links } = linkSection(
		document.text,
		readings,
		section.publishedOn ? Number(section.publishedOn.on.slice(0, 4)) : null,
		fieldsOf(document),
	);
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
			document,
			section,
			referent,
			byReferent.get(referent) ?? [],
			related,
			main ? (places.get(main) ?? null) : null,
		);
	});
}

function draftOf(
	document: Document,
	section: Section,
	referent: Referent,
	own: readonly LinkReading[],
	related: readonly DraftRelation[],
	main: number | null,
): Draft {
	const named = yearOf(referent);
	const first = claimsOf({ document, section, editionYear: named, ownYear: named, links: own });
	const series = isSeries(document.text, referent, own, first.dates);
	const dated = series || named !== null ? undefined : first.dates.find(({ from, to }) => from !== null || to !== null);
	const year = named ?? (dated ? Number((dated.from ?? dated.to ?? '').slice(0, 4)) : null);
	const mixed = dated !== undefined && own.some((reading) => isOfOtherYear({ document, ownYear: year }, reading));
	const claims = mixed ? claimsOf({ document, section, editionYear: named, ownYear: year, links: own }) : first;
	const names = referent.names.length > 0 ? nameClaims(document, referent, own) : descriptionClaims(document, own);
	return {
		document: document.id,
		file: document.file,
		toldOn: section.publishedOn?.on ?? null,
		series: referent.names.find((name) => name.series)?.series?.id ?? null,
		seriesKey: referent.seriesKey,
		year,
		yearBasis: dated
			? dated.basis
			: named === null
				? null
				: (referent.names.find((name) => name.year !== null)?.yearBasis ?? null),
		edition: editionOf(referent),
		kind: series ? 'series' : referent.kind,
		description: names[0]?.value ?? '',
		months: own.flatMap(({ link }) =>
			link.reading.dates.flatMap(({ says }) =>
				says.kind === 'calendar' && says.from.month !== null ? [says.from.month] : [],
			),
		),
		main,
		mentions:
			referent.names.length > 0
				? referent.names.map(({ start, end }) => ({ start, end }))
				: names.map(({ span }) => span),
		spokenOf: [],
		claims: {
			...claims,
			names,
			participants: withListedCountries(claims, referent.names, names),
			status: series ? names.slice(0, 1).map((claim) => ({ ...claim, value: 'series' })) : claims.status,
		},
		related,
	};
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
function nameClaims(document: Document, referent: Referent, own: readonly LinkReading[]): Claim[] {
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
	return used.flatMap(([text, { span }]): Claim[] => {
		const reading = own.find(
			({ link }) => link.reading.sentence.start <= span.start && span.end <= link.reading.sentence.end,
		);
		if (!reading) return [];
		const quote = sentenceQuote(document, reading.link.reading.sentence);
		return [claimBeside(document, quote, span, text.replace(/[\s_]+/g, ' '))];
	});
}
