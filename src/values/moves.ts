import type { Span } from '../text/span.js';
import type { DateToken } from './date-tokens.js';

const moveVerb =
	/^(?:postpon\w+|mov(?:e[ds]?|ing)|re-?schedul\w+|shift\w*|delay\w*|push\w*|pull\w*|brought|bring\w*|puts?|putting|advanc\w+|defer\w*|chang\w+|adjourn\w*|slip\w*|switch\w*|transferr?\w*|re-?dat\w+)$/i;
const heldVerb = /^(?:ran|runs?|running|held|took|takes?|taking|lasted|lasts?|conducted|staged|trained|sailed|exercised|drilled)$/i;
const clauseWord = /^(?:but|because|after|when|while|who|which)$/i;
/** Tokens between a word of moving and its "from"; and after that to the old date; and from there to the new one. */
const reach = { verb: 9, old: 7, new: 14 };

/** In "moved from 14 to 21 May" the word "to" leads to the new date and makes no range: it becomes T, and what stands before it is old. */
export function withMoves(tokens: readonly DateToken[]): { readonly tokens: readonly DateToken[]; readonly old: readonly Span[] } {
	const read = [...tokens];
	const old: Span[] = [];
	for (const [index, token] of tokens.entries()) {
		if (token.sort === 't' && isToMonth(tokens, index)) read[index] = { ...token, sort: 'T' };
		if (token.sort !== 'f' || !isMove(tokens, index) || !leadsToDate(tokens, index)) continue;
		const at = newDateAt(tokens, index);
		const to = tokens[at];
		if (to) read[at] = { ...to, sort: 'T' };
		old.push({ start: token.start, end: to?.start ?? clauseEnd(tokens, index) });
	}
	return { tokens: read, old };
}

/** "moved the exercise to November": a month alone is a date there. */
function isToMonth(tokens: readonly DateToken[], index: number): boolean {
	const [month, behind] = tokens.slice(index + 1);
	return /^to$/i.test(tokens[index]?.text ?? '') && month?.sort === 'M' && behind?.sort !== 'D' && isMove(tokens, index);
}

function isMove(tokens: readonly DateToken[], index: number): boolean {
	for (const { sort, text } of tokens.slice(Math.max(0, index - reach.verb), index).reverse()) {
		if (sort === '.' || sort === 'f' || heldVerb.test(text)) return false;
		if (moveVerb.test(text)) return true;
	}
	return false;
}

function leadsToDate(tokens: readonly DateToken[], index: number): boolean {
	const next = tokens.slice(index + 1, index + 1 + reach.old);
	const date = next.findIndex(({ sort }) => /[DMmWPpCRsqzQ]/.test(sort));
	return date >= 0 && !next.slice(0, date).some(({ sort, text }) => /[.ft]/.test(sort) || (sort === 'x' && /^\p{Lu}/u.test(text)));
}

/** Of several words "to", the one after a month, else the first. */
function newDateAt(tokens: readonly DateToken[], from: number): number {
	const candidates: number[] = [];
	for (const [offset, { sort, text }] of tokens.slice(from + 1, from + 1 + reach.new).entries()) {
		if (sort === '.' || clauseWord.test(text)) break;
		if (sort === 't' && /^(?:to|until|till|bis|до|au|al)$/i.test(text)) candidates.push(from + 1 + offset);
	}
	const afterMonth = candidates.find((at) => {
		const before = tokens.slice(from, at).findLast(({ sort }) => !/[Yg,(]/.test(sort));
		return before !== undefined && /[Mmu]/.test(before.sort);
	});
	return (candidates.length > 1 ? afterMonth : undefined) ?? candidates[0] ?? -1;
}

function clauseEnd(tokens: readonly DateToken[], from: number): number {
	const rest = tokens.slice(from + 1);
	const end = rest.findIndex(({ sort, text }, index) => sort === '.' || clauseWord.test(text) || (index > reach.old && sort === ','));
	return (end < 0 ? rest.at(-1)?.end : rest[end]?.start) ?? 0;
}

const gap = '(?:(?!\\b(?:but|now|and|will|was|is|has|to)\\b|\\d)[^.;]){0,40}$';
const oldDateLeads = [
	new RegExp(
		`\\b(?:originally|initially|previously|first|earlier|formerly|at\\sfirst|once)[,\\s]+(?:been\\s)?(?:\\w+\\s){0,2}?(?:planned|scheduled|set|due|slated|expected|meant|intended|supposed|announced|fixed|billed|foreseen|to\\sbe\\sheld|to\\stake\\splace)\\b(?:\\sto\\s\\w+(?:\\s\\w+)?)?${gap}`,
		'i',
	),
	new RegExp(
		`\\b(?:original|initial|initially\\splanned|earlier|previous|previously\\sannounced|old)\\s(?:planned\\s)?(?:dates?|start|slot|window|schedule|period)\\b${gap}`,
		'i',
	),
	new RegExp(
		`\\bhad\\s(?:originally\\s|first\\s|initially\\s)?been\\s(?:due|planned|scheduled|set|slated|meant|expected)\\b(?:\\sto\\s\\w+(?:\\s\\w+)?)?${gap}`,
		'i',
	),
	/\b(?:instead\sof|rather\sthan|but\snot|not|no\slonger|in\splace\sof)\s(?:(?:on|from|in|the|between|its|until|scheduled|planned|for)\s)*$/i,
	/\bfrom\s(?:the|its|their)\s(?:original(?:ly)?|initial(?:ly)?|earlier|previous(?:ly)?)\s(?:\w+\s){0,3}$/i,
];

const planned =
	/\b(?:planned|scheduled|due|set|slated|expected|meant|billed|foreseen|announced)\b(?:(?!\b(?:but|now|and|moved|postponed)\b|\d)[^.;]){0,40}$/i;
const movedBehind =
	/^[^.;,]{0,20},?\s(?:has|have|had|was|were|is|are|will|must)\s(?:(?:now|since|again|had)\s)?(?:to\s)?(?:be(?:en)?\s)?(?:moved|postponed|re-?scheduled|pushed|delayed|deferred|shifted|put\s(?:off|back)|brought\sforward|advanced)\b/i;

/**
 * "originally planned for", "instead of", "planned for 5 October, has been moved": the date that stands there is not, or
 * no longer, that of the event.
 */
export function leadsToOldDate(before: string, after = ''): boolean {
	const near = before.slice(-110);
	return oldDateLeads.some((lead) => lead.test(near)) || (movedBehind.test(after) && planned.test(near));
}
