import { matchesOf } from '../../text/matches.js';
import type { Span } from '../../text/span.js';
import type { ExerciseMention } from '../sentences/exercise-mentions.js';
import type { Referent } from './referents.js';

/** A mention and the exercise that it refers to. */
export interface Resolved {
	readonly mention: ExerciseMention;
	readonly referent: Referent;
}

/** A stretch of a sentence with all its mentions of one exercise. */
export interface Segment extends Span {
	readonly referent: Referent;
	readonly mentions: readonly ExerciseMention[];
}

/** Words after which another exercise is named in passing. */
export const subordinate =
	/\b(?:such\sas|including|like|since|unlike|compared\s(?:to|with)|builds?\son|built\son|following|followed\sby|after|before|ahead\sof|in\saddition\sto|alongside|as\swell\sas|prior\sto|while|whereas|coincid(?:es?|ed)\swith)\s+(?:(?!(?:will|would|is|are|was|were|has|have|had)\s)[\w’'-]+\s+){0,5}[“"‘]?$/i;
/** "the Vostok-2018 and Tsentr-2019 exercises": what is said is said of both. */
const coordinated = /^[\s,”"’'“‘]*(?:and|as\swell\sas)?\s?(?:the\s)?[“"‘']?$/;
const opening = /^[“"‘]?(?:after|following|before|ahead\sof|prior\sto|since|unlike)\s/i;
const boundary =
	/[,;:–—]\s|\s(?=(?:while|whereas|followed\sby|such\sas|during|after|before|as\spart\sof|ahead\sof|alongside|including)\b)/g;

/** Cuts a sentence that speaks of several exercises so that each gets its own clause. */
export function segmentsOf(text: string, sentence: Span, resolved: readonly Resolved[]): Segment[] {
	const segments: Segment[] = [];
	const [first] = resolved;
	const led = first && resolved.length === 1 ? subordinate.exec(text.slice(sentence.start, first.mention.start)) : null;
	let start = sentence.start + (led?.index ?? 0);
	const sentenceEnd =
		first && led && opening.test(text.slice(sentence.start, first.mention.start)) ? introEnd(text, sentence, first.mention) : sentence.end;
	let run: ExerciseMention[] = [];
	let sharing: Segment[] = [];
	for (const [index, { mention, referent }] of resolved.entries()) {
		run.push(mention);
		const next = resolved[index + 1];
		if (next?.referent === referent) continue;
		const segment = { start, end: next ? cutBetween(text, mention, next.mention) : sentenceEnd, referent, mentions: run };
		sharing.push(segment);
		run = [];
		if (next && coordinated.test(text.slice(mention.end, next.mention.start))) continue;
		segments.push(...sharing.map((one) => ({ ...one, end: segment.end })));
		sharing = [];
		start = segment.end;
	}
	return segments;
}

/** "After the exercise, the ships sailed on": what follows the comma is no longer of it. */
function introEnd(text: string, sentence: Span, mention: Span): number {
	const comma = text.slice(mention.end, sentence.end).search(/,\s|\s(?:the|a|an|they|it|both)\s/);
	return comma < 0 ? sentence.end : mention.end + comma;
}

function cutBetween(text: string, one: Span, next: Span): number {
	const gap = text.slice(one.end, next.start);
	const cut = matchesOf(gap, boundary).at(-1);
	return cut ? one.end + cut.index + cut[0].length : next.start;
}
