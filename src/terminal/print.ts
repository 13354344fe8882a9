import { styleText } from 'node:util';
import type { Answer, Evidence } from '../answers/answer.js';
import type { PlaceFinding } from '../answers/exercises-at.js';
import { reasonText } from '../answers/reason-text.js';
import type { TimelineEntry } from '../answers/timeline.js';
import type { Quote } from '../corpus/quote.js';
import type { Claim, DateClaim, Exercise, RelatedClaim, Resolution } from '../exercises/exercise.js';
import { type MergedClaims, mergedClaims, spelling, tellingForces } from '../exercises/merged-claims.js';
import type { DocumentSummary } from '../library.js';
import type { Span } from '../text/span.js';

type Format = Parameters<typeof styleText>[0];

/** Lines for people; `colour` is true on a terminal only. */
export interface Printer {
	answer(answer: Answer): string;
	passages(quotes: readonly Quote[]): string;
	resolution(typed: string, resolution: Resolution): string;
	catalogue(exercises: readonly Exercise[]): string;
	place(typed: string, finding: PlaceFinding | undefined): string;
	sources(documents: readonly DocumentSummary[]): string;
	timeline(entries: readonly TimelineEntry[]): string;
}

const width = 96;
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
	function claimed(claims: MergedClaims<Claim>): string {
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
			const claims: readonly Claim[] = field === 'forces' ? tellingForces(exercise) : exercise[field];
			for (const [index, merged] of mergedClaims(claims, keyOf).entries())
				lines.push(`  ${(index === 0 ? label : '').padEnd(20)}${claimed(merged)}`);
		}
		return lines.join('\n');
	}

	return {
		answer({ answered, evidence, reason }) {
			const quotes = evidence.map((shown) => quoted(shown.quote, shown.highlights) + alsoIn(shown)).join('\n\n');
			if (answered) return quotes;
			const why = `${style('bold', 'Not in the documents.')} ${reason ? reasonText(reason) : ''}`;
			return quotes ? `${why}\n\nNearest passages, which do not answer it:\n\n${quotes}` : why;
		},
		passages: (quotes) => quotes.map((quote) => quoted(quote)).join('\n\n') || 'No passage has these words.',
		resolution(typed, { match, exercise, suggestions, absentYear }) {
			if (exercise) return card(exercise);
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
		place(typed, finding) {
			if (!finding) return `"${typed}" is not a place that is known here.`;
			const parts = finding.exercises.map(
				({ exercise, claims }) => `${style('bold', exercise.name)}\n${claims.map((claim) => quoted(claim.quote)).join('\n')}`,
			);
			if (parts.length === 0) parts.push(`The documents place no exercise at ${finding.place.name}.`);
			if (finding.passages.length > 0)
				parts.push(`Passages that name it:\n\n${finding.passages.map((quote) => quoted(quote)).join('\n\n')}`);
			return `${style('bold', finding.place.name)}\n\n${parts.join('\n\n')}`;
		},
		sources: (documents) =>
			documents
				.map(({ file, title, publishedOn, passages, exercises }) => {
					const facts = `${publishedOn?.on ?? 'undated'}, ${passages} passages, ${exercises} exercises`;
					return `${style('bold', title)}\n    ${style('dim', `${file} · ${facts}`)}`;
				})
				.join('\n') || 'There are no documents.',
		timeline: (entries) =>
			entries
				.map(
					({ exercise, from, to }) => `${(from === null ? 'undated' : from === to ? from : `${from} – ${to}`).padEnd(25)}${exercise.name}`,
				)
				.join('\n') || 'The documents name no exercise.',
	};
}

/** A relation or a date is more than its value. */
function keyOf(claim: Claim | DateClaim | RelatedClaim): string {
	if ('relation' in claim) return `${claim.relation} ${claim.id}`;
	return 'from' in claim && claim.from !== null ? `${claim.from} ${claim.to}` : spelling(claim.value);
}

function cited({ document, paragraph }: Quote): string {
	return `${document} ¶ ${paragraph}`;
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
