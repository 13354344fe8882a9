import { clauseEnd } from '../../text/clauses.js';
import { matchesOf } from '../../text/matches.js';
import type { Span } from '../../text/span.js';
import { oneOf } from '../../text/word-pattern.js';

/** A stated aim: the whole clause as printed. */
export interface AimMention extends Span {
	/** Where the thing that has the aim must end, when it stands before; null for "in an effort to …". */
	readonly subjectEnd: number | null;
}

const purposes = '(?:aims?|objectives?|purposes?|goals?)';
const adverbs =
	'(?:\\s(?:will|would|is|are|was|were|has|have|had|been|be|also|further|mainly|primarily|chiefly|therefore|once|again|to|both|all|jointly|specifically|intended|expected))*';
/** The thing itself has the aim: "The exercises aim to …", "drills intended to …", "is aimed at …", "would help them …", "will focus on improving …". */
const verbal = new RegExp(
	`(?<before>${adverbs})[\\s,]+(?<verb>(?:aim(?:s|ed|ing)?|intend(?:s|ed|ing)?|designed|meant|seek(?:s|ing)?|sought|hopes?|serves?)\\s(?:also\\s)?[“"‘]?(?:to|at|for)|focus(?:es|ed|ing)?\\son(?=\\s[“"‘]?\\w+ing\\b)|(?<=\\b(?:will|would|should)\\s)(?:help|allow|enable)|(?:provid|offer|giv)(?:e?s?|ed|ing)\\s(?:\\S+\\s){0,4}(?:opportunity|chance)\\sto)\\s`,
	'gi',
);
/** Its aim is named: "The primary aim of this exercise is to …", "with the aim of …". */
const nominal = new RegExp(
	`\\b(?:the|its|their|a)\\s(?:(?:primary|main|stated|overall|overarching|principal|key|declared|chief)\\s)?${purposes}\\s(?:of|for|behind)\\s[^.;:]{3,60}?\\s(?:is|are|was|were|will\\sbe)\\s(?=[“"‘]?to\\b|[“"‘]?\\w+ing\\b)`,
	'gi',
);
const nominalOwn = new RegExp(
	`\\b(?:its|their|the)\\s(?:(?:primary|main|stated|overall|principal|key)\\s)?${purposes}\\s(?:is|are|was|were|will\\sbe)\\s(?=[“"‘]?to\\b|[“"‘]?\\w+ing\\b)`,
	'gi',
);
const adverbial = new RegExp(
	`\\b(?:in\\s(?:an\\s)?efforts?\\sto|(?:with|for)\\s(?:the|an)\\s${purposes}\\s(?:of|to)|so\\sas\\sto|in\\s(?:a\\s)?bid\\sto|with\\sa\\sview\\sto|in\\sorder\\sto)\\s`,
	'gi',
);

/** Without one of these nothing is aimed at. */
const anyAim = new RegExp(
	`\\b(?:${oneOf('aim objective purpose goal intend design meant seek sought hope serve focus help allow enable opportunity chance effort bid view'.split(' '))}|so\\sas|in\\sorder)`,
	'i',
);

const shortest = 12;

/** The end of a clause with the quotation mark that closes what is quoted in it. */
function closed(text: string, from: number, to: number, end: number): number {
	const marks = text.slice(from, to).match(/[“”"]/g)?.length ?? 0;
	const closing = marks % 2 === 1 ? /^[.,]?[”"]/.exec(text.slice(to, end)) : null;
	return to + (closing?.[0].length ?? 0);
}

/** Stated aims of a span of text ("meant for Dushanbe" is none); whose they are is for the linking to say. */
export function findAims(text: string, { start, end }: Span): AimMention[] {
	const slice = text.slice(start, end);
	if (!anyAim.test(slice)) return [];
	const found: AimMention[] = [];
	const add = (from: number, complement: number, subjectEnd: number | null) => {
		const to = closed(text, from, clauseEnd(text, complement, end), end);
		if (to - complement >= shortest && !found.some((other) => from < other.end && other.start < to))
			found.push({ start: from, end: to, subjectEnd });
	};
	for (const pattern of [nominal, nominalOwn]) {
		for (const match of matchesOf(slice, pattern)) add(start + match.index, start + match.index + match[0].length, null);
	}
	for (const match of matchesOf(slice, verbal)) {
		const complement = slice.slice(match.index + match[0].length);
		if (/\b(?:not|never)$/.test(slice.slice(0, match.index).trimEnd())) continue;
		if (/\bfor\s$/.test(match[0]) && /^(?:the\s)?\p{Lu}/u.test(complement)) continue;
		const verb = start + match.index + match[0].indexOf(match.groups?.['verb'] ?? '');
		add(verb, start + match.index + match[0].length, start + match.index);
	}
	for (const match of matchesOf(slice, adverbial)) {
		if (match.index > 0) add(start + match.index, start + match.index + match[0].length, null);
	}
	return found.sort((a, b) => a.start - b.start);
}
