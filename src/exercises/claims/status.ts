import type { Span } from '../../text/span.js';
import { fateOf } from '../../values/fates.js';
import { tenseOf } from '../sentences/tense.js';
import { verbPattern } from '../sentences/verbs.js';

export type Status = 'announced' | 'possible' | 'ongoing' | 'held' | 'postponed' | 'cancelled' | 'series' | 'reported';

const ongoing =
	/\b(?:under\s?way|ongoing|is\scurrently|are\scurrently|(?:is|are)\s(?:\w+\s)?(?:taking\splace|conducting|holding|carrying\sout|participating|taking\spart)|kicked\soff|has\sbegun|have\sbegun|has\sstarted|have\sstarted|continues?\s(?:until|through)|began\b[^.;]{0,60}\band\swill|start\sof|(?:was|were)\soperating)\b/i;
/** The present of today's news, and of a timetable. */
const begins = /\b(?:commences|kicks\soff|gets?\sunder\s?way)\b/i;
const secondHand = /\b(?:reported|claimed|reports?|claims?|alleged|rumou?red|speculat\w+)\s(?:that\b)/i;
const tells = new RegExp(`\\b(?:${verbPattern('hold', 'happen', 'act')})\\b`, 'i');

/** The words of a sentence that point at an exercise, and where they stand in what is told of it. */
export interface Telling extends Span {
	readonly pointers: readonly Span[];
}

/** What a stretch of text about an exercise says of its state (a headline's present is of today); undefined when it tells of no event. */
export function statusOf(text: string, telling: Telling, inHeadline: boolean): Status | undefined {
	const fate = fateOf(text, telling, telling.pointers);
	if (fate) return fate;
	const slice = text.slice(telling.start, telling.end);
	if (!tells.test(slice)) return undefined;
	if (secondHand.test(slice)) return 'reported';
	if (ongoing.test(slice)) return 'ongoing';
	const tense = tenseOf(text, telling, inHeadline);
	if (tense !== 'future' && begins.test(slice)) return 'ongoing';
	if (tense === 'present') return inHeadline ? 'ongoing' : undefined;
	return tense === 'future' ? 'announced' : 'held';
}
