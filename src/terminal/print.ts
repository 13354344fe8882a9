import { styleText } from 'node:util';
import type { Answer, Evidence, Reason } from '../answers/answer.js';
import type { PlaceFinding } from '../answers/from-catalogue/exercises-at.js';
import { quotesAt } from '../answers/from-catalogue/place-quotes.js';
import type { TimelineEntry } from '../answers/from-catalogue/timeline.js';
import { reasonText } from '../answers/unanswered/reason-text.js';
import type { Quote } from '../corpus/quote.js';
import { saidByOf } from '../exercises/catalogue/attribution.js';
import { forcesAndScale, type MergedClaims, mergedClaims, spelling } from '../exercises/catalogue/merged-claims.js';
import { monthOfEdition } from '../exercises/catalogue/short-names.js';
import type { Claim, DateClaim, Exercise, RelatedClaim, Resolution } from '../exercises/exercise.js';
import type { Place } from '../gazetteer/gazetteer.js';
import type { DocumentSummary } from '../library.js';
import type { Span } from '../text/span.js';

type Format = Parameters<typeof styleText>[0];

/** Lines for people; `colour` is true on a terminal only. */
export interface Printer {
	answer(answer: Answer): string;
	passages(quotes: readonly Quote[]): string;
	resolution(typed: string, resolution: Resolution): string;
	catalogue(exercises: readonly Exercise[]): string;
	place(typed: string, finding: PlaceFinding | undefined, near: readonly Place[]): string;
	/** With their texts, where those are given. */
	sources(documents: readonly DocumentSummary[], texts: readonly (string | undefined)[]): string;
	timeline(entries: readonly TimelineEntry[]): string;
}

/** Those whose values are shown with whose word they are. */
const sourcedFields: readonly string[] = ['observers', 'forces', 'activities', 'scale'];

const width = 96;
/** Places offered for one that is not known. */
const mostNear = 8;
const fields = [
	['names', 'Names'],
	['status', 'Status'],
	['dates', 'When'],
	['locations', 'Where'],
	['participants', 'Takes part'],
	['observers', 'Watches'],
	['forces', 'Forces'],
	['organiser', 'Organiser'],
	['aims', 'Aim'],
	['activities', 'Activities'],
	['scale', 'Scale'],
	['ordinal', 'In its series'],
	['reactions', 'Reactions'],
	['related', 'Related'],
	['disagreements', 'Documents disagree'],
] as const satisfies readonly (readonly [keyof Exercise, string])[];

export function printer(colour: boolean): Printer {
	const style = (format: Format, text: string) => (colour ? styleText(format, text, { validateStream: false }) : text);

	function quoted(quote: Quote, highlights: readonly Span[] = []): string {
		const marked = colour ? withHighlights(quote, highlights) : quote.text;
		return `${indented(`“${folded(marked)}”`)}\n    ${style('dim', cited(quote))}`;
	}

	function alsoIn({ alsoIn: others = [] }: Evidence): string {
		const names = others.map(({ publisher, file }) => (publisher ? `${publisher} (${file})` : file));
		return others.length > 0 ? `\n    ${style('dim', `also in ${names.join(', ')}`)}` : '';
	}

	function withHighlights(quote: Quote, highlights: readonly Span[]): string {
		let text = '';
		let at = quote.start;
		for (const { start, end } of highlights) {
			text +=
				quote.text.slice(at - quote.start, start - quote.start) + style('bold', quote.text.slice(start - quote.start, end - quote.start));
			at = end;
		}
		return text + quote.text.slice(at - quote.start);
	}

	/** One value, as its claims print it, and every place that it was read from. */
	function claimed(claims: MergedClaims<Claim | DateClaim>): string {
		const [{ value, basis }] = claims;
		const forms = new Map(claims.map(({ text }) => [spelling(text), folded(text)]));
		forms.delete(spelling(value));
		const printed = [...forms.values()].map((form) => ` “${form}”`).join(',');
		const sources = new Set(claims.map(({ quote }) => cited(quote)));
		return `${value}${printed}${basis === 'stated' ? '' : ` (${basis})`} ${style('dim', [...sources].join(', '))}`;
	}

	function card(exercise: Exercise): string {
		const lines = [style('bold', exercise.name) + (exercise.named ? '' : ' (described, not named, in the documents)')];
		for (const [field, label] of fields) {
			for (const [index, merged] of mergedClaims(claimsIn(exercise, field), keyOf).entries())
				lines.push(`  ${(index === 0 ? label : '').padEnd(20)}${claimed(merged)}${besides(exercise, field, merged)}`);
		}
		return lines.join('\n');
	}

	return {
		answer({ answered, evidence, reason }) {
			const quotes = evidence.map((shown) => quoted(shown.quote, shown.highlights) + alsoIn(shown)).join('\n\n');
			const why = reason ? reasonText(reason) : '';
			if (answered) return why ? `${quotes}\n\n${why}` : quotes;
			const said = isAbsent(reason) ? `${style('bold', 'Not in the documents.')} ${why}` : why;
			return quotes ? `${said} Nearest:\n\n${quotes}` : said;
		},
		passages: (quotes) => quotes.map((quote) => quoted(quote)).join('\n\n') || 'No passage has these words.',
		resolution(typed, { match, exercise, suggestions, absentYear }) {
			if (exercise)
				return match === 'fuzzy' ? `No exercise called "${typed}" is in the documents. Nearest:\n${card(exercise)}` : card(exercise);
			const names = suggestions.map(({ name }) => `  ${name}`).join('\n');
			const what = match === 'ambiguous' ? `"${typed}" may be any of these:` : `No exercise called "${typed}" is in the documents.`;
			const year = absentYear === null ? '' : ` The year ${absentYear} of that series is not in them.`;
			return names ? `${what}${year}${match === 'ambiguous' ? '' : ' Nearest:'}\n${names}` : what + year;
		},
		catalogue: (exercises) =>
			exercises
				.map(
					(exercise) =>
						`${style('bold', exercise.name)}  ${style('dim', `${exercise.kind}, ${exercise.documents.length} document(s), ${exercise.id}`)}`,
				)
				.join('\n') || 'The documents name no exercise.',
		place(typed, finding, near) {
			const known = near.slice(0, mostNear).map(({ name }) => name);
			const offered = known.length > 0 ? ` Places with exercises: ${known.join(', ')}.` : '';
			if (!finding) return `"${typed}" is not a place that is known here.${offered}`;
			const parts = finding.exercises.length > 0 ? [] : [`The documents place no exercise at ${finding.place.name}.`];
			for (const { exercises, areThere, quotes } of quotesAt(finding)) {
				const names = exercises.map(({ name }) => name).join('; ');
				const head = areThere ? '' : `Passages that name it${names ? ', on ' : ':'}`;
				parts.push(`${head}${style('bold', names)}\n${quotes.map((quote) => quoted(quote)).join('\n')}`);
			}
			return `${style('bold', finding.place.name)}\n\n${parts.join('\n\n')}`;
		},
		sources: (documents, texts) =>
			documents
				.map(({ file, title, publishedOn, passages, exercises }, index) => {
					const facts = `${publishedOn?.on ?? 'undated'}, ${passages} passages, ${exercises} exercises`;
					const text = texts[index];
					return `${style('bold', title)}\n    ${style('dim', `${file} · ${facts}`)}${text ? `\n\n${text}\n` : ''}`;
				})
				.join('\n') || 'There are no documents.',
		timeline: (entries) =>
			entries.map((entry) => `${whenOf(entry).padEnd(25)}${entry.exercise.name}`).join('\n') || 'The documents name no exercise.',
	};
}

/** As precisely as it is known: a year is not its first day to its last. */
function whenOf({ from, to, precision }: TimelineEntry): string {
	if (from === null) return 'undated';
	if (precision === 'year' && from.slice(0, 4) === to?.slice(0, 4)) return from.slice(0, 4);
	if (precision === 'month' && from.slice(0, 7) === to?.slice(0, 7)) return from.slice(0, 7);
	return from === to ? from : `${from} – ${to}`;
}

/** Whether the documents do not have it, as far as was seen; what only is not sure is not said to be absent. */
function isAbsent(reason: Reason | null): boolean {
	return reason === null || ['nothing', 'unknown exercise', 'absent year'].includes(reason.why);
}

/** Whose word a value is, or the month that it comes to. */
function besides(exercise: Exercise, field: (typeof fields)[number][0], claims: MergedClaims<Claim | DateClaim>): string {
	const [first] = claims;
	const who = sourcedFields.includes(field) ? saidByOf(claims) : null;
	if (who !== null) return ` (according to ${who})`;
	const month = 'precision' in first ? monthOfEdition(first, exercise) : null;
	return month === null ? '' : ` = ${month} (from the name)`;
}

function claimsIn(exercise: Exercise, field: (typeof fields)[number][0]): readonly (Claim | DateClaim)[] {
	return field === 'forces' || field === 'scale' ? forcesAndScale(exercise)[field] : exercise[field];
}

/** A relation or a date is more than its value. */
function keyOf(claim: Claim | DateClaim | RelatedClaim): string {
	if ('relation' in claim) return `${claim.relation} ${claim.id}`;
	return 'from' in claim && claim.from !== null ? `${claim.from} ${claim.to}` : spelling(claim.value);
}

function cited({ document, page, paragraph }: Quote): string {
	return page === undefined ? `${document} ¶ ${paragraph}` : `${document}, page ${page}, ¶ ${paragraph}`;
}

function folded(text: string): string {
	return text.replace(/\s+/g, ' ').trim();
}

/** Wrapped at spaces, every line behind a margin. */
function indented(text: string): string {
	const lines: string[] = [];
	let line = '';
	for (const word of text.split(' ')) {
		if (line && line.length + word.length >= width) {
			lines.push(line);
			line = '';
		}
		line = line ? `${line} ${word}` : word;
	}
	return [...lines, line].map((part) => `  ${part}`).join('\n');
}
