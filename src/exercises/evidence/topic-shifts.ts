import { type Document, type Sentence, sectionAt, titleOf } from '../../corpus/document.js';
import type { Span } from '../../text/span.js';
import type { Draft } from '../drafts/draft.js';

const ofDrills = /exercis|drill|war ?game|manoeuv|maneuv|patrol|train(?:s|ing|ed)?\b/i;
/** What ties a sentence to the exercise before it: a word for one, a pronoun at its head, who takes part. */
const tied =
	/exercis|drill|war ?game|manoeuv|maneuv|\btraining\b|\b(?:participa\w+|tak(?:e|es|en|ing)\spart|took\spart|observers?)\b|^\W*(?:(?:All|Both|Some|Most|Many)\s(?:of\s)?)?(?:it|its|they|their|these|this|those|both|the\s(?:two|three|four|five))\b/i;
/** "Elsewhere, …", "In other news, …": what follows is another matter, whatever the text is about. */
const turns =
	/^\W*(?:elsewhere|in\s(?:other|unrelated)\s(?:news|developments|matters|events)|in\sbrief|on\sanother\s(?:front|note|matter)|also\sin\sthe\snews)\b/i;
/** "Meanwhile, …": in a text that is about the exercise more of it, in any other another matter. */
const turnsAway =
	/^\W*(?:meanwhile|separately|also\sthis\sweek|in\sa\sseparate\s\w+|further\safield|at\sthe\ssame\stime)\b/i;
const anaphor =
	/\b(?:the|this|these|that|its|said)\s(?:(?!(?:will|would|to|may|is|are)\s)[\w-]+\s){0,3}(?:exercises?|drills?|war\s?games?|man(?:o|oe)uv(?:re|er)s?)\b/i;

/** How a sentence stands to an exercise, by the form of the text alone. */
type Topicality = 'on topic' | 'unconnected' | 'off topic';

/**
 * Whether a sentence may speak of an exercise. A digest's paragraphs are of different matters: where neither the
 * headline nor the heading over it speaks of drills, a paragraph without any tie to the exercise is hardly of it.
 */
export function topicalityOf(
	document: Document,
	{ mentions }: Pick<Draft, 'mentions'>,
	sentence: Sentence,
): Topicality {
	const { text } = document;
	const paragraph = document.paragraphs[sentence.paragraph - 1];
	const own = paragraph?.sentences ?? [sentence];
	const names = (span: Span) => mentions.some(({ start, end }) => start >= span.start && end <= span.end);
	if (names(sentence)) return 'on topic';
	const said = ({ start, end }: Span) => text.slice(start, end);
	const before = own.filter(({ start }) => start <= sentence.start);
	const about = isAboutDrills(document, sentence, names);
	const turn = before.findLastIndex((one) => turns.test(said(one)) || (!about && turnsAway.test(said(one))));
	if (turn < 0 && !about && isItem(document, own, names)) return 'off topic';
	if (turn >= 0)
		return before.slice(turn).some((one) => names(one) || anaphor.test(said(one))) ? 'on topic' : 'off topic';
	if (about || own.some(names) || before.some((one) => tied.test(said(one)))) return 'on topic';
	return 'unconnected';
}

/** "Sport: …", "Weather: …": the label that an item of a digest begins with. */
const label =
	/^\W*(?!(?:Update|Note|Background|Context|Analysis|Comment|Correction)\b)\p{Lu}[\p{L}’'-]+(?:\s[\p{L}’'-]+){0,3}:\s/u;

/** One of several labelled items of a digest, and nothing in it is tied to the exercise. */
function isItem({ text, paragraphs }: Document, own: readonly Span[], names: (span: Span) => boolean): boolean {
	const [first] = own;
	const said = ({ start, end }: Span) => text.slice(start, end);
	if (!first || !label.test(said(first)) || own.some((one) => names(one) || tied.test(said(one)))) return false;
	return paragraphs.filter(({ sentences: [one] }) => one && label.test(said(one))).length > 1;
}

/** The headline, or the heading over a sentence, speaks of drills or names the exercise. */
function isAboutDrills(document: Document, { start }: Span, names: (span: Span) => boolean): boolean {
	const { text, paragraphs } = document;
	const section = sectionAt(document, start);
	const heading = paragraphs.findLast((paragraph) => paragraph.kind === 'heading' && paragraph.start <= start);
	return (
		ofDrills.test(titleOf(document, section)) ||
		[section?.title, heading].some((head) => head && (names(head) || ofDrills.test(text.slice(head.start, head.end))))
	);
}
