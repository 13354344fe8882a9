import type { DateMention } from '../exercises/date-mentions.js';
import { type AnswerSpan, type Asked, matches, newOnes, printedAt } from './spans.js';

const tellingVerb = /^(?:announc|said|say|stat|report|declar|confirm|publish|post|tweet|tell|told|reveal|releas|warn)/i;
const toldBefore = /\b(?:said|announced|stated|reported|told|declared|added|confirmed|noted|statement|posted|published)\b[^.;,]{0,12}$/i;

/** Days, months and years, as fine as they are asked for. */
export function datesAsked(asked: Asked): AnswerSpan[] {
	const { question, view } = asked;
	switch (question.kind) {
		case 'weekday':
			return newOnes(
				asked,
				view.dates.filter(({ says }) => says.kind === 'weekday'),
			);
		case 'month':
			return newOnes(
				asked,
				view.dates.filter(
					({ says }) => (says.kind === 'calendar' && says.from.month !== null) || (says.kind === 'relative' && says.unit === 'month'),
				),
			);
		case 'year':
			return newOnes(asked, [...matches(view, /\b(?:19|20)\d\d\b/g), ...view.names.filter(({ year }) => year !== null)]);
		default:
			return newOnes(
				asked,
				view.dates.filter(({ says }) => says.kind !== 'duration' && says.kind !== 'vague'),
			)
				.map((span) => ({ ...span, strength: isTelling(asked, span) ? 0 : 1 }))
				.filter(({ strength }) => strength > 0);
	}
}

/** The day of an announcement ("announced on Saturday") is told only to those who ask when something was announced. */
function isTelling({ question, view }: Asked, { start }: { readonly start: number }): boolean {
	return (
		toldBefore.test(view.document.text.slice(Math.max(view.start, start - 24), start)) &&
		!question.units.some(({ text }) => tellingVerb.test(text))
	);
}

/** Lengths of time, and ranges of days that give one. */
export function durationsIn(asked: Asked): AnswerSpan[] {
	const { view } = asked;
	const isRange = (date: DateMention) =>
		date.says.kind === 'calendar' && /\d\s?(?:-|–|—|to|and)\s?\d|\b(?:to|until|through)\b/.test(printedAt(view, date));
	return [
		...newOnes(
			asked,
			view.dates.filter(({ says }) => says.kind === 'duration'),
		),
		...newOnes(asked, view.dates.filter(isRange), 0.6),
	];
}
