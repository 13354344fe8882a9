import { type ActorMention, findActors } from '../gazetteer/actor-mentions.js';
import { findPlaces, type PlaceMention } from '../gazetteer/place-mentions.js';
import { analyse, termOf } from '../text/analyse.js';
import type { Span } from '../text/span.js';
import { findDates } from '../values/date-mentions.js';
import { countPattern, ordinalPattern } from '../values/number-words.js';
import { isLight, sortOfWord } from './cues.js';
import type { NamedExercise } from './exercise-focus.js';
import { paraphrasesOf } from './paraphrases.js';
import { framingOf, type Kind } from './question-kinds.js';
import { correctQuestionWords } from './question-words.js';

/** Something that the question names and that its evidence has to speak of. */
export interface Unit extends Span {
	readonly kind: 'exercise' | 'edition' | 'country' | 'place' | 'actor' | 'name' | 'date' | 'ordinal' | 'phrase' | 'word';
	readonly text: string;
	/** Of the gazetteer, for a country, place or actor; of the catalogue, for an exercise. */
	readonly ids: readonly string[];
	readonly terms: readonly string[];
	/** Set for an exercise. */
	readonly exercise: NamedExercise | null;
	/** True for the noun that "which …" or "how many …" asks about. */
	readonly head: boolean;
	/** True for a word that says little: evidence may do without it. */
	readonly light: boolean;
	/** True for the verb after "who": what somebody did is all that is asked. */
	readonly predicate: boolean;
}

/** A question, read. */
export interface Question {
	readonly text: string;
	readonly kind: Kind;
	/** What the asked noun is one of ("frigates" → `ship`), or null. */
	readonly sort: string | null;
	/** Terms of the asked noun ("frigates"), without what describes it. */
	readonly head: readonly string[];
	/** True for a noun in the plural: all of them are asked for. */
	readonly plural: boolean;
	readonly subject: string | null;
	readonly speaker: string | null;
	readonly units: readonly Unit[];
}

/** Longest question read, in UTF-16 code units: the rest of a pasted page is not part of a question. */
export const longestQuestion = 400;

/** "didn't", "wouldnt": what is asked about is the same. */
const negation = /\b(did|does|do|is|are|was|were|has|have|had|would|could|should|ca|wo)n'?t\b/gi;
const whole: Readonly<Record<string, string>> = { ca: 'can', wo: 'will' };

/** A question as typed, with straight quotation marks, its question words mended, and no longer than `longestQuestion`. */
export function plainQuestion(typed: string): string {
	return correctQuestionWords(
		typed
			.slice(0, longestQuestion)
			.replace(/[‘’ʼ]/g, "'")
			.replace(/[?!.\s]+$/, '')
			.replace(negation, (_, verb: string) => whole[verb.toLowerCase()] ?? verb)
			.replace(/,?\s*according to (?:the|this|an?) (?:[\w'-]+ ){0,5}(?:article|document|text|report|story|source)s?$/i, '')
			.trimStart(),
	);
}

/**
 * Reads what a question asks for.
 * @param text as `plainQuestion` gives it
 * @param names the exercises that it names
 */
export function readQuestion(text: string, names: readonly NamedExercise[] = []): Question {
	const lower = text.toLowerCase();
	const framing = framingOf(lower);
	const described = isOpen(framing.kind) ? describedNoun(lower) : null;
	const asked = described ?? askedNoun(lower);
	// "How many took part" counts people.
	const people = framing.kind === 'number' && !asked;
	const sort = asked ? sortOf(asked.words) : people ? 'people' : null;
	return {
		text,
		kind: described ? 'which' : framing.kind,
		sort,
		head: asked ? termsOfUnit(text.slice(asked.start, asked.end).split(/\s+/).at(-1) ?? '') : people ? [termOf(sort ?? '')] : [],
		plural: /(?<!s)s$/.test(asked?.words.at(-1) ?? ''),
		subject: framing.subject,
		speaker: framing.speaker,
		units: unitsOf(text, framing.frame, asked, names),
	};
}

/** A question whose misspelt words have been read as the documents spell them. */
export function mended(question: Question, units: readonly Unit[]): Question {
	const asked = units.find(({ head }) => head);
	return { ...question, units, head: asked && question.head.length > 0 ? asked.terms.slice(-question.head.length) : question.head };
}

interface AskedNoun extends Span {
	readonly words: readonly string[];
}

const asking =
	/\b(?:(?:which|what)(?: (?:type|kind|sort|class|model)s? of)?|whose|how many|how much|number of|list|name(?: of)?)\s+(?:the\s+)?/g;
const endsNoun =
	/^(?:did|does|do|is|are|was|were|has|have|had|will|would|can|could|should|in|on|at|of|to|for|from|with|by|off|over|near|around|under|during|against|the|a|an|that|who|which|and|there|it|they|i|you|we|besides|except|than|alongside|before|after|outside|within|between|among|across|along|via|into|onto|without|not|as|since|until|behind|but|or)$/;

const isOpen = (kind: Kind): boolean => kind === 'what' || kind === 'about';

/** "What was the flagship of …", "venue of …": the noun of a known class that somebody asks for without "which". */
function describedNoun(lower: string): AskedNoun | null {
	const match =
		/^(?:(?:and |so )?what(?:'?s| is| was| are| were) )?(?:the )?((?:[\p{L}'-]+ ){0,2}?)([\p{L}'-]+) (?:of|for|at|in|during|on) /u.exec(
			lower,
		);
	const [whole, before, noun] = match ?? [];
	if (!whole || before === undefined || !noun || sortOfWord(noun) === null || /(?:est|most) /.test(before)) return null;
	const start = whole.lastIndexOf(before + noun);
	return { start, end: start + before.length + noun.length, words: (before + noun).split(' ') };
}

/** The noun phrase after "which" or "how many", up to its verb. */
function askedNoun(lower: string): AskedNoun | null {
	for (const match of lower.matchAll(asking)) {
		const start = match.index + match[0].length;
		const words: string[] = [];
		let end = start;
		let stop = '';
		for (const word of lower.slice(start).matchAll(/[\p{L}\p{N}'/-]+/gu)) {
			const known = sortOfWord(word[0]);
			if (endsNoun.test(word[0]) || words.length === 6 || (!known && (words.length > 0 ? looksLikeVerb(word[0]) : verbs.has(word[0])))) {
				stop = word[0];
				break;
			}
			words.push(word[0]);
			end = start + word.index + word[0].length;
		}
		// "Which drill China and Russia started" goes on with who did it, "how many fighter sorties did …" ends with the noun.
		if (words.length > 0) return endsNoun.test(stop) ? { start, end, words } : cutToNoun({ start, end, words });
	}
	return null;
}

/** "annual naval drill China and Russia started": the phrase ends with its last noun that has a class, where one has. */
function cutToNoun(asked: AskedNoun): AskedNoun {
	const last = asked.words.findLastIndex((word) => sortOfWord(word) !== null);
	if (last < 0 || last === asked.words.length - 1) return asked;
	const cut = asked.words.slice(last + 1);
	return { start: asked.start, end: asked.end - cut.join(' ').length - 1, words: asked.words.slice(0, last + 1) };
}

const verbs = new Set(
	(
		'take takes took join joins flew fly sent send sends hold holds held lead leads led run runs ran host hosts say says said show shows ' +
		'attend attends enter enters go goes went come comes came make makes made work works give gives gave fire fires leave leaves left ' +
		'happened happens caused causes prompted triggered became becomes changed support supports back backs oppose opposes organise organises organize organizes participate participates conduct conducts begin begins began ' +
		'start starts end ends belong belongs form forms use uses appear appears win wins won lose lost sink sank shoot shot leaves practise practises practice practices cover covers'
	).split(' '),
);
const notVerbs =
	/^(?:armed|combined|united|unmanned|motori[sz]ed|mechani[sz]ed|armou?red|guided|allied|red|need|speed|named|limited|advanced)$/;

function looksLikeVerb(word: string): boolean {
	return verbs.has(word) || (/\wed$/.test(word) && word.length > 4 && !notVerbs.test(word));
}

/** The class of the last noun that has one, else of none. */
function sortOf(words: readonly string[]): string | null {
	const last = words.at(-1);
	return last ? sortOfWord(last) : null;
}

const ordinals = new RegExp(`\\b${ordinalPattern}\\b`, 'gi');
/** "first" counts before these; else it says when: "first announced". */
const firstOfSeveral = /^first (?:phase|stage|edition|iteration|round|part|day|week|leg|half)s?\b/i;
const wholeCount = new RegExp(`^${countPattern}$`, 'i');
const years = /\b(?:19|20)\d\d\b/g;
const quoted = /"([^"]{3,})"|“([^”]{3,})”/g;
const capitalised = /(?<![.?!]\s)(?<=\s)\p{Lu}[\p{L}\p{N}'-]*(?:\s+(?:\p{Lu}[\p{L}\p{N}'-]*|\d+))*/gu;

/** "Mosi II": the articles on an edition seldom repeat its number, but one that no sentence has is an edition that the documents do not tell of. */
const editionNumber = /^\s[ivxl]+\b/i;

/** What the question names, in order, none overlapping: dates and ordinals, then phrases and names, then the single words left. */
function unitsOf(text: string, frame: ReadonlySet<string>, asked: AskedNoun | null, names: readonly NamedExercise[]): Unit[] {
	const units: Unit[] = [];
	const who = /^(?:and |so )?who (?:(?:is|was|are|were|has|have|had|will|would|did|also|first) )*(?=\p{L})/iu.exec(text);
	const predicateAt = who ? who[0].length : -1;
	const add = (kind: Unit['kind'], { start, end }: Span, ids: readonly string[] = [], exercise: NamedExercise | null = null) => {
		if (units.some((unit) => unit.start < end && start < unit.end)) return;
		const printed = text.slice(start, end);
		const terms = termsOfUnit(printed);
		if (terms.length > 0)
			units.push({
				kind,
				start,
				end,
				text: printed,
				ids,
				terms,
				exercise,
				head: asked !== null && end === asked.end,
				light: kind === 'edition' || (kind === 'word' && isLight(printed)),
				predicate: kind === 'word' && start === predicateAt,
			});
	};
	for (const name of names) {
		add('exercise', name, [], name);
		const number = editionNumber.exec(text.slice(name.end));
		if (number) add('edition', { start: name.end + 1, end: name.end + number[0].length });
	}
	for (const date of findDates(text, { start: 0, end: text.length })) {
		const ofEdition =
			date.precision === 'year' && names.some(({ year }) => year !== null && text.slice(date.start, date.end).includes(String(year)));
		if (date.precision !== 'duration' && date.precision !== 'unknown' && !ofEdition) add('date', date);
	}
	for (const match of text.matchAll(years)) if (!names.some(({ year }) => year === Number(match[0]))) add('date', spanOf(match));
	for (const match of text.matchAll(ordinals)) {
		const { end } = spanOf(match);
		const ofExercise = names.some(({ start }) => start === end + 1);
		if (!/^first$/i.test(match[0]) || ofExercise || firstOfSeveral.test(text.slice(match.index))) add('ordinal', spanOf(match));
	}
	for (const match of text.matchAll(quoted)) add('phrase', { start: match.index + 1, end: match.index + match[0].length - 1 });
	const places = findPlaces(text, undefined, { anyCase: true });
	const actors = findActors(text, undefined, { anyCase: true });
	if (/\p{Ll}/u.test(text)) {
		for (const match of text.matchAll(capitalised)) {
			const run = spanOf(match);
			const inside = [...places, ...actors].some((mention) => mention.start < run.end && run.start < mention.end);
			const whole = [...places, ...actors].some((mention) => mention.start <= run.start && run.end <= mention.end);
			if (!inside || (!whole && match[0].split(/\s+/).length > 1 && !startsWithNation(places, run))) add('name', run);
		}
	}
	for (const mention of actors) if (isActorByName(text, mention, places)) add('actor', mention, [mention.actor.id]);
	for (const { start, end, place } of places) add(place.kind === 'country' ? 'country' : 'place', { start, end }, [place.id]);
	for (const { start, end, place } of findPlaces(capitalisedWords(text)))
		if (place.kind === 'country') add('country', { start, end }, [place.id]);
	for (const token of analyse(text)) {
		if (asked && token.start >= asked.start && token.end < asked.end && isCount(text.slice(token.start, token.end))) continue;
		const printed = text.slice(token.start, token.end);
		// "… in 2023" tells which edition, and is looked for with its name.
		if (names.some(({ year }) => year !== null && String(year) === printed)) continue;
		if (!frame.has(printed.toLowerCase())) add('word', token);
	}
	return units.sort((a, b) => a.start - b.start);
}

/** Terms of a unit; a designator's parts are left to its joined form ("C-130s" is `c130` alone). */
function termsOfUnit(printed: string): string[] {
	const terms = [...new Set(analyse(printed).map(({ term }) => term))];
	const joined = terms.filter((term) => /^\p{L}+\d+$/u.test(term));
	if (joined.length === 0) return terms;
	return terms.filter((term) => joined.includes(term) || (term.length > 2 && !/^\d+$/.test(term)));
}

/** "the Russian navy" is a country and a word, met in other words too; "plan" in lower case is no navy. */
function isActorByName(text: string, { start, end, actor }: ActorMention, places: readonly PlaceMention[]): boolean {
	const printed = text.slice(start, end);
	if (printed === printed.toLowerCase() && analyse(printed).some(({ term }) => paraphrasesOf(term).size > 0)) return false;
	return actor.kind !== 'service' || !places.some((place) => start <= place.start && place.end <= end);
}

/** "four" in "which four capitals": how many there are, nothing that evidence has to repeat. */
function isCount(word: string): boolean {
	return wholeCount.test(word);
}

/** Every word with a capital, so that "china" is taken for the country. */
function capitalisedWords(text: string): string {
	return text.replace(/(?<![\p{L}\p{N}'])\p{Ll}/gu, (letter) => (letter.toUpperCase().length === 1 ? letter.toUpperCase() : letter));
}

/** "Russian Pacific Fleet", "US Marines": a nation's word does not begin a name. */
function startsWithNation(places: readonly PlaceMention[], run: Span): boolean {
	return places.some((mention) => mention.start === run.start && mention.how === 'demonym');
}

function spanOf(match: RegExpExecArray): Span {
	return { start: match.index, end: match.index + match[0].replace(/'s$/, '').length };
}
