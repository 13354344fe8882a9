import type { Span } from '../text/span.js';
import { tenseOf } from './tense.js';
import { verbPattern } from './verbs.js';

export type Status = 'announced' | 'ongoing' | 'held' | 'cancelled' | 'series' | 'reported';

const cancelled = /\b(?:cancel(?:l?ed|s|ling)|called\soff|call\soff|postponed|suspended|scrapped)\b/i;
const ongoing =
	/\b(?:under\s?way|ongoing|is\scurrently|are\scurrently|(?:is|are)\s(?:\w+\s)?(?:taking\splace|conducting|holding|carrying\sout|participating|taking\spart)|kicked\soff|has\sbegun|have\sbegun|has\sstarted|have\sstarted|continues?\s(?:until|through)|began\b[^.;]{0,60}\band\swill|commences|kicks\soff|gets?\sunder\s?way|start\sof|(?:was|were)\soperating)\b/i;
const secondHand = /\b(?:reported|claimed|reports?|claims?|alleged|rumou?red|speculat\w+)\s(?:that\b)/i;
const tells = new RegExp(`\\b(?:${verbPattern('hold', 'happen', 'act')})\\b`, 'i');

/** What a stretch of text about an exercise says of its state (a headline's present is of today); undefined when it tells of no event. */
export function statusOf(text: string, span: Span, inHeadline: boolean): Status | undefined {
	const slice = text.slice(span.start, span.end);
	if (cancelled.test(slice)) return 'cancelled';
	if (!tells.test(slice)) return undefined;
	if (secondHand.test(slice)) return 'reported';
	if (ongoing.test(slice)) return 'ongoing';
	const tense = tenseOf(text, span, inHeadline);
	if (tense === 'present') return inHeadline ? 'ongoing' : undefined;
	return tense === 'future' ? 'announced' : 'held';
}
