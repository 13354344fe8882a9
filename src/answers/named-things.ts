import type { Span } from '../corpus/document.js';
import { type Asked, matches, newOnes, overlapsAny } from './answer-spans.js';
import { namingCue, nounsOf } from './cues.js';

const shipPrefix =
	'(?:USS|USNS|USCGC|HMS|HMAS|HMCS|HMNZS|INS|JS|JDS|ROKS|CNS|PLANS|RFS|RFA|BRP|KRI|KD|RSS|HTMS|FS|ESPS|ITS|HNLMS|HDMS|HNoMS|HSwMS|FGS|TCG|BAP|ARA|ARC|ARM|SLNS|PNS|BNS|IRIS|SAS|ORP|NRP|HS|UMS)';
const capitals = "\\p{Lu}[\\p{L}'’-]+(?:\\s\\p{Lu}[\\p{L}'’-]+)*";
const prefixedShip = new RegExp(`\\b${shipPrefix}\\s(?:\\p{Lu}[\\p{L}.'’-]*)(?:\\s\\p{Lu}[\\p{L}.'’-]*)*`, 'gu');
const designator =
	/\b(?:Type\s\d{2,3}\w?|(?:F|FA|F\/A|A|B|C|E|P|KA|KC|KF|CH|UH|AH|MH|SH|EA|EP|RC|RQ|MQ|MC|MV|CV|V|Su|MiG|Tu|Il|An|Ka|Mi|Yak|Be|H|J|JH|JF|Y|YJ|KJ|Q|Z|WZ|GJ|SU|TU|IL|MIG)-?\d{1,3}[A-Z]{0,3})\b/gu;

/** Ships by name, aircraft and weapons by designation: a bare "two frigates" tells how many, not which. */
export function shipOrAircraftNames(asked: Asked): Span[] {
	const { question, view } = asked;
	const nouns = nounsOf(question.sort ?? '').join('|');
	const afterNoun = new RegExp(`\\b(?:${nouns})s?(?:\\s\\(|,?\\s(?:the\\s)?)(?:${capitals})`, 'giu');
	const found: Span[] = question.sort === 'ship' ? matches(view, prefixedShip) : [];
	if (question.sort !== 'ship' || question.kind === 'kind') found.push(...matches(view, designator));
	if (question.sort === 'ship') {
		for (const span of matches(view, new RegExp(afterNoun.source, 'gu'))) {
			const printed = view.document.text.slice(span.start, span.end);
			const at = span.start + printed.search(new RegExp(`${capitals}$`, 'u'));
			if (!isKnown({ start: at, end: span.end }, asked)) found.push({ start: at, end: span.end });
		}
	}
	if (question.sort === 'weapon')
		found.push(...matches(view, new RegExp(`\\b(?:[\\w-]+\\s){0,2}(?:${nouns.replace('weapon|', '')})s?\\b`, 'giu')));
	if (question.kind === 'kind') found.push(...matches(view, /\b(?:\w+[- ])?(?:class|type)\b[^,.;]*/giu));
	return newOnes(asked, found);
}

/** Persons: two capitalised words or more that nothing else is known by, and one after a rank or beside a word of saying. */
export function personNames(asked: Asked): Span[] {
	const { view } = asked;
	const several = /(?<![\p{L}])\p{Lu}[\p{Ll}'’-]+(?:\s\p{Lu}\.)?(?:\s(?:\p{Lu}[\p{L}'’-]+|of|al|bin|de|van|von|Yi))+/gu;
	const speaker =
		/(?<=[”"'’,]\s)\p{Lu}\p{Ll}+(?=\ssaid\b)|(?<=\b(?:said|says|added)\s)\p{Lu}\p{Ll}+|(?<=\b(?:Captain|Mr|Ms|Mrs|Dr|General|Admiral)\.?\s)\p{Lu}\p{Ll}+/gu;
	return newOnes(asked, [...matches(view, several), ...matches(view, speaker)]).filter(
		(span) => !isKnown(span, asked) && !isHeadline(view.document.text.slice(span.start, span.end)),
	);
}

function isHeadline(printed: string): boolean {
	return /\b(?:Ministry|Department|Exercise|Operation|Navy|Army|Force|Forces|Fleet|Sea|Ocean|Strait|Command|Center|Centre|Institute|Council|University|January|February|March|April|June|July|August|September|October|November|December|The|In|On|According)\b/.test(
		printed,
	);
}

/** Names given to something: what stands after "called" or "dubbed", or in quotation marks with a capital, and names of exercises. */
export function namedThings(asked: Asked): Span[] {
	const { view } = asked;
	const cued = matches(
		view,
		new RegExp(`${namingCue.source},?\\s(?:the\\s)?(?:["“‘'][^"”’']+["”’']|${capitals}[\\w/-]*(?:\\s\\d+)?)`, 'giu'),
	).filter(({ start, end }) => /\p{Lu}/u.test(view.document.text.slice(start, end)));
	const quoted = matches(view, /["“‘'](?=\p{Lu})[^"”’']{3,60}["”’']/gu).filter(
		({ start, end }) => (view.document.text.slice(start, end).match(/\s/g) ?? []).length < 7,
	);
	const also = matches(view, /(?<=,\s+or\s)\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’-]+)*/gu);
	const dated = matches(view, /\b\p{Lu}[\p{L}/.]+(?:[\s/-]\p{Lu}[\p{L}/.]+)*[-\s](?:19|20)\d\d\b/gu);
	const exercise = matches(view, /(?<=\bExercise\s)\p{Lu}[\p{L}-]+(?:\s\p{Lu}[\p{L}-]+)*/gu);
	return newOnes(asked, [...also, ...cued, ...dated, ...exercise, ...quoted]).filter(
		(span) =>
			!overlapsAny(
				span,
				view.dates.filter(({ says }) => says.kind !== 'calendar'),
			),
	);
}

function isKnown(span: Span, { view }: Asked): boolean {
	return overlapsAny(span, [...view.places, ...view.actors]) || overlapsAny(span, view.dates);
}
