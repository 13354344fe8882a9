import { termOf, termsOf } from '../text/analyse.js';
import type { Span } from '../text/span.js';
import { rankCue } from './cues.js';
import { type AnswerSpan, type Asked, matches, newOnes, printedAt } from './spans.js';
import { tuning } from './tuning.js';

const capital = "\\p{Lu}[\\p{L}'’-]*";
const severalCapitals = /(?<![\p{L}])\p{Lu}[\p{Ll}'’-]+(?:\s\p{Lu}\.)?(?:\s(?:al|bin|de|van|von|der)\b)?(?:\s\p{Lu}[\p{L}'’-]+)+/gu;
const bodyName = new RegExp(
	`(?:\\d+(?:st|nd|rd|th)?\\s)?(?:${capital}\\s(?:(?:of|for|and|the)\\s)*)*(?:Command|Brigade|Division|Regiment|Battalion|Fleet|Corps|Ministry|Department|Navy|Navies|Army|Forces?|Guards?|Cent(?:er|re)|Institute|University|Society|Council|Agency|Group|Wing|Squadron|Daily|News|Academy|Union|Organi[sz]ation)\\b`,
	'gu',
);
const oneBesideSpeech =
	/(?<=[”"'’,]\s)\p{Lu}\p{Ll}+(?=\s(?:said|added|explained|noted)\b)|(?<=\b(?:said|says|added)\s)\p{Lu}\p{Ll}+|(?<=\b(?:Captain|Mr|Ms|Mrs|Dr|General|Admiral)\.?\s)\p{Lu}\p{Ll}+/gu;
const noPerson =
	/\b(?:Ministry|Department|Exercise|Operation|Navy|Army|Force|Forces|Fleet|Sea|Ocean|Strait|Command|Cent(?:er|re)|Institute|Council|University|January|February|March|April|June|July|August|September|October|November|December|The|In|On|According|War|Revolution|Corps|Strategy|Brigade|Treaty|Union|House|News|Daily|Times)\b/;

/** Persons: capitalised words that nothing else is known by, and one such word beside a word of saying or after a rank. */
export function personsIn(asked: Asked): AnswerSpan[] {
	const { view } = asked;
	const known = [...view.places, ...view.actors, ...view.dates, ...view.names];
	const unknown = [...matches(view, severalCapitals), ...matches(view, oneBesideSpeech)].flatMap((span) =>
		withoutKnownStart(asked, span, known),
	);
	return newOnes(asked, unknown).filter((span) => !noPerson.test(printedAt(view, span)));
}

/** "Japan’s Defense Minister Shinjiro Koizumi" begins with what is no person. */
function withoutKnownStart({ view }: Asked, span: Span, known: readonly Span[]): Span[] {
	const overlapped = known.filter((other) => other.start < span.end && span.start < other.end).map(({ end }) => end);
	const start = Math.max(span.start, ...overlapped);
	const left = printedAt(view, { start, end: span.end });
	const rest = left.replace(/^['’]s/, '').trimStart();
	return rest.length > 2 && start < span.end ? [{ start: span.end - rest.length, end: span.end }] : [];
}

/** "the Chinese and Tanzanian defence ministries": told of countries that the question may name too. */
const ownBodies =
	/\bby\s(?:the\s)?(?:\p{Lu}[\p{L}’'-]+(?:,\s|\s(?:and\s)?))+(?:\p{Ll}+\s){0,2}(?:ministr(?:y|ies)|armed\sforces|nav(?:y|ies)|arm(?:y|ies)|air\sforces?|coast\sguards?|militaries|governments?|commands?|fleets?|staffs?)\b/gu;

/** Persons, services and countries: whoever may act; and the account of a post. */
export function partiesIn(asked: Asked): AnswerSpan[] {
	const { view } = asked;
	const countries = view.places.filter(({ place }) => place.kind === 'country');
	return [
		...personsIn(asked),
		...newOnes(asked, [...view.actors, ...countries, ...matches(view, /@\w{3,}/g)]),
		...matches(view, ownBodies).map((span) => ({ ...span, strength: 0.7 })),
	];
}

/** Services, ministries, units and institutes: actors, initialisms, and capitalised phrases with a noun of theirs. */
export function bodiesIn(asked: Asked): AnswerSpan[] {
	const { view } = asked;
	const initialisms = /\b\p{Lu}{3,6}\b/gu;
	const nations = view.places.filter(({ place }) => place.kind === 'country');
	const unnamed = /\b(?:navy|navies|armed forces|air forces?|army|think tank|troops|marines|militaries|fleet)\b/giu;
	const nationsAsked = asked.question.units.filter(({ kind }) => kind === 'country').flatMap(({ ids }) => ids);
	const own = (countries: readonly { readonly id: string }[]) =>
		nationsAsked.length === 0 || countries.some(({ id }) => nationsAsked.includes(id));
	const found = [
		...newOnes(
			asked,
			view.actors.filter(({ countries }) => own(countries)),
		),
		...newOnes(asked, [...matches(view, bodyName), ...matches(view, /@\w{3,}/g)], 0.9),
		...newOnes(asked, [...matches(view, initialisms), ...personsIn(asked), ...view.actors], 0.6),
		...matches(view, unnamed).map((span) => ({ ...span, strength: 0.6 })),
		...newOnes(asked, nations, nationalForces.has(asked.question.head.at(-1) ?? '') ? 1 : 0.3),
	];
	return found.map((span) =>
		nationalForces.has(asked.question.head.at(-1) ?? '') || isOfAskedSort(asked, span)
			? span
			: { ...span, strength: span.strength * tuning.otherSort },
	);
}

/** What every nation has: "which navies" may be told by the nations alone. */
const nationalForces = new Set(['army', 'armies', 'navy', 'navies', 'militaries', 'contingents', 'forces', 'troops'].map(termOf));

const anyBody = new Set(
	[
		'force',
		'organisation',
		'organization',
		'group',
		'unit',
		'side',
		'agency',
		'body',
		'service',
		'account',
		'company',
		'formation',
		'militari',
		'navi',
	].map(termOf),
);

/** "Which brigade" wants a brigade; "which force" any service. */
function isOfAskedSort({ question, view }: Asked, span: Span): boolean {
	const head = question.head.at(-1);
	return !head || anyBody.has(head) || termsOf(printedAt(view, span)).includes(head);
}

/** Who holds an office: a person's name within a few words of a rank that the question names. */
export function holdersIn(asked: Asked): AnswerSpan[] {
	const { question, view } = asked;
	const ranks = matches(view, rankCue).filter((span) =>
		question.units.some(({ text }) => text.toLowerCase().replace(/s$/, '') === printedAt(view, span).toLowerCase()),
	);
	return personsIn(asked).filter((person) =>
		ranks.some(
			(rank) =>
				(rank.end <= person.start && person.start - rank.end < 40) ||
				(person.end <= rank.start && rank.start - person.end < 60) ||
				(person.start <= rank.start && rank.end <= person.end),
		),
	);
}

/** "task group commander " before a name. */
const rankBefore = new RegExp(`(?:[\\p{L}’'-]+\\s){0,4}${rankCue.source}\\s$`, 'iu');
/** "head of the ministry's press department " before a name. */
const officeBefore = new RegExp(`${rankCue.source}\\s(?:of|for|at|in)\\s[^,.;:]{3,90}\\s$`, 'iu');

/** What stands beside a name to say who that is: "Song Zhongping, a former PLA instructor", "Defence Minister Linda Reynolds". */
export function descriptionsIn({ question, view }: Asked): AnswerSpan[] {
	const name = question.units.filter(({ kind }) => kind === 'name').at(-1) ?? question.units.at(-1);
	const last = name?.terms.at(-1);
	const first = name?.terms[0] ?? question.units[0]?.terms[0];
	const spans: AnswerSpan[] = [];
	for (const at of (last && view.terms.get(last)) || []) {
		const token = view.tokens[at];
		if (!token) continue;
		const after =
			/^(?:,|\s\(|,?\swho\s(?:is|was)|\sis|\swas)\s?(?:an?|the|former|one|its|his|her|director|head|chief|professor|vice|deputy|commander|researcher|senior)\b[^,.;)]*/i.exec(
				view.document.text.slice(token.end, view.end),
			);
		if (after) spans.push({ start: token.end, end: token.end + after[0].length, strength: 1 });
		const start =
			first && first !== last
				? (view.terms.get(first)?.flatMap((index) => view.tokens[index]?.start ?? []) ?? []).filter((place) => place < token.start).at(-1)
				: token.start;
		const before = new RegExp(`(?:\\b${capital}\\.?(?:['’]s)?\\s|\\b(?:of|and|the|for)\\s)+$`, 'u').exec(
			view.document.text.slice(view.start, start ?? token.start),
		);
		if (before && before[0].search(rankCue) >= 0)
			spans.push({ start: (start ?? token.start) - before[0].length, end: token.end, strength: 1 });
		const ranked = rankBefore.exec(view.document.text.slice(view.start, start ?? token.start));
		if (ranked) spans.push({ start: (start ?? token.start) - ranked[0].length, end: token.end, strength: 0.9 });
		const titled = officeBefore.exec(view.document.text.slice(view.start, start ?? token.start));
		if (titled) spans.push({ start: (start ?? token.start) - titled[0].length, end: token.end, strength: 0.9 });
		const apposed = /\b(?:an?|the)\s[^,.;]{4,60},\s$/.exec(view.document.text.slice(view.start, start ?? token.start));
		if (apposed) spans.push({ start: (start ?? token.start) - apposed[0].length, end: token.end, strength: 0.7 });
	}
	return spans;
}

/** "exclusive economic zone (EEZ)", "IPW (Initial Period of War)". */
export function expansionsIn({ question, view }: Asked): AnswerSpan[] {
	const short = question.subject?.toUpperCase();
	if (!short) return [];
	const escaped = short.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
	for (const bracket of matches(view, new RegExp(`\\(${escaped}\\)`, 'gi'))) {
		const words = [...view.document.text.slice(view.start, bracket.start).matchAll(/[\p{L}\p{N}]+(?:['’]\p{L}+)?/gu)];
		for (let count = Math.min(words.length, short.length + 3); count >= 1; count--) {
			const run = words.slice(-count);
			const [first] = run;
			if (first && isInitials(short, run.map(([word]) => word.charAt(0).toUpperCase()).join(''))) {
				return [{ start: view.start + first.index, end: bracket.end, strength: 1 }];
			}
		}
		return [{ start: Math.max(view.start, bracket.start - 40), end: bracket.end, strength: 0.6 }];
	}
	const told = new RegExp(
		`(?<=\\b${escaped}["”’']?\\s(?:—\\s)?(?:means?|meaning|stands?\\sfor|translates?\\s(?:as|to|into)|or|is\\s\\w+\\sfor|\\w+\\sfor)\\s)[^,.;]{4,80}|(?<=\\b${escaped}["”’']?\\s)\\([^)]{6,}\\)`,
		'gi',
	);
	return matches(view, told).map((span) => ({ ...span, strength: 1 }));
}

/** True when the letters of the short form stand in order among the initials, from the first on. */
function isInitials(short: string, initials: string): boolean {
	if (short.charAt(0) !== initials.charAt(0)) return false;
	let at = 0;
	for (const initial of initials) if (initial === short.charAt(at)) at++;
	return at === short.length;
}
