import type { Answer, Evidence, Reason } from '../answers/answer.js';
import { speaksOf } from '../answers/guards/exercise.js';
import type { SmallTalk } from '../answers/question/small-talk.js';
import type { Document } from '../corpus/document.js';
import type { Quote } from '../corpus/quote.js';
import { sideTakenBy } from '../exercises/catalogue/attribution.js';
import type { Exercise } from '../exercises/exercise.js';
import { type Citation, Citations, cutEscaped, type Documents } from './citations.js';
import { value } from './claims.js';
import { localName } from './command-json.js';
import { button, buttonRow, contextMenu, exerciseMenu, type Row, reportButton } from './controls.js';
import { type Block, type Item, layOut, marked, sourceFields } from './layout.js';
import { ALSO_IN, ALSO_IN_LINE, EMBED_TITLE, ROW_BUTTONS, SOURCE_CREDIT } from './limits.js';
import { isolate } from './markdown.js';
import { quoteItem } from './quotation.js';
import { linkTarget } from './quote-link.js';
import { COLOURS, notice, type Reply } from './reply.js';
import { fill, type Words, wordsFor } from './words.js';

/** Names written out; the menu has them all. */
const NAMES_OFFERED = 10;

/** An answer with what stands beside it. */
export interface AnswerContent {
	readonly answer: Answer;
	readonly documents: Documents;
	/** The exercise the question is about, if the answer names one. */
	readonly exercise: Exercise | undefined;
	/** Exercises that the reason speaks of: editions present, nearest names. */
	readonly offered: readonly Exercise[];
}

/** One to three quotes, best first, the answering words in bold, sources below; or why there is none, with the nearest passages named as such. */
export function answerReply(content: AnswerContent, words: Words): Reply {
	const { answer } = content;
	if (answer.reason?.why === 'small talk') return smallTalkReply(answer.reason, words);
	return answer.answered && answer.evidence.length > 0 ? answered(content, words) : unanswered(content, words);
}

/** One friendly line with the commands; small talk in another language is answered in that one. */
function smallTalkReply({ language, kind }: SmallTalk, asker: Words): Reply {
	const words = language === 'en' ? asker : wordsFor(language);
	const { locale } = words;
	const commands = ['ask', 'drill', 'where', 'timeline', 'sources', 'help'].map((name) => `\`/${localName(name, locale)}\``);
	return notice(`${talkLine(kind, words)}\n${commands.join(' · ')}`, COLOURS.plain);
}

function talkLine(kind: SmallTalk['kind'], { talk, button: { report } }: Words): string {
	return fill(talk[kind], { report });
}

function answered({ answer, documents, exercise }: AnswerContent, words: Words): Reply {
	const citations = new Citations(documents, words);
	const quotes = evidenceItems(answer.evidence, documents, words).map((item) => marked(item, citations));
	const cited = answer.evidence.flatMap(({ quote }) => citations.of([quote]));
	const shown = quotes.map((quote, index) => sideLine(answer.evidence[index], words) + quote);
	const rest = answer.reason ? [reasonText(answer.reason, exercise, words)] : [];
	// A name over quotes says that all of them are about it.
	const isAbout = exercise !== undefined && answer.evidence.every(({ quote }) => speaksOf(exercise, quote));
	return {
		embeds: [
			{
				...(isAbout ? { title: cutEscaped(exercise.name, EMBED_TITLE) } : {}),
				description: [...shown, ...rest].join('\n\n'),
				color: COLOURS.answer,
				fields: sourceFields(words.say.sources, citations.list(cited)),
			},
		],
		components: controls(cited, documents, exercise, words, answer.evidence[0]?.quote),
	};
}

function unanswered({ answer, documents, exercise, offered }: AnswerContent, words: Words): Reply {
	const items = evidenceItems(answer.evidence, documents, words);
	const block: Block = { label: words.miss.nearest, style: 'lines', items };
	const [page] = layOut([block], new Citations(documents, words), words);
	const said = answer.reason ? reasonText(answer.reason, exercise, words) : words.miss.nothing;
	return {
		embeds: [
			{
				...(answer.reason && isNearMiss(answer.reason) ? {} : { title: words.miss.title }),
				description: [said, ...namesOffered(answer.reason, offered, words)].filter(Boolean).join(' '),
				color: COLOURS.miss,
				fields: [...(page?.fields ?? [])],
			},
		],
		components: [
			...controls(page?.citations ?? [], documents, exercise, words, answer.evidence[0]?.quote),
			...exerciseMenu('offered', words.button.chooseExercise, offered),
		],
		isPrivate: true,
	};
}

/** "In the documents: …", and the command that shows more of them. */
function namesOffered(reason: Reason | null, offered: readonly Exercise[], { miss, locale }: Words): string[] {
	const command = reason?.why === 'a list' ? 'timeline' : reason?.why === 'a comparison' ? 'compare' : null;
	if (offered.length === 0 || (command === null && reason?.why !== 'another language')) return [];
	const names = offered.slice(0, NAMES_OFFERED).map(({ name }) => value(name));
	// Names have commas of their own.
	const all = names.join(' · ') + (offered.length > names.length ? ' · …' : '');
	return [fill(miss.editions, { names: all }), ...(command === null ? [] : [`\`/${localName(command, locale)}\``])];
}

function evidenceItems(evidence: readonly Evidence[], documents: Documents, words: Words): Item[] {
	return evidence.map(({ quote, highlights, kind, alsoIn = [] }) => {
		const item = quoteItem(quote, highlights, documents.get(quote.documentId), words, kind);
		const notes = [...(item.note ? [item.note] : []), ...(alsoIn.length > 0 ? [alsoInNote(alsoIn, words)] : [])];
		return notes.length > 0 ? { ...item, note: notes.join(' · ') } : item;
	});
}

/** "Also in …": who else prints the story, with links where the addresses are known and leave room for the quotes. */
function alsoInNote(others: readonly Document[], { say }: Words): string {
	const left = others.length > ALSO_IN ? ` +${others.length - ALSO_IN}` : '';
	const names = others.slice(0, ALSO_IN).map(({ publisher, title, file, url }) => {
		const name = isolate(cutEscaped(publisher || title || file, SOURCE_CREDIT));
		return { name, address: linkTarget(url) };
	});
	const linked = names.map(({ name, address }) => (address ? `[${name}](${address})` : name)).join(', ');
	const shown = linked.length <= ALSO_IN_LINE ? linked : names.map(({ name }) => name).join(', ');
	return fill(say.alsoIn, { names: shown + left });
}

/** Over the quote of one side of a dispute: its number, and whose it is where the quote says so. */
function sideLine(evidence: Evidence | undefined, words: Words): string {
	if (evidence?.side === undefined) return '';
	const who = sideTakenBy(evidence.quote, evidence.highlights[0] ?? { start: evidence.quote.end, end: evidence.quote.end });
	return `**${fill(words.say.side, { n: evidence.side })}${who === null ? '' : ` · ${value(who)}`}**\n`;
}

function controls(
	citations: readonly Citation[],
	documents: Documents,
	exercise: Exercise | undefined,
	words: Words,
	best: Quote | undefined,
): Row[] {
	return [
		...(exercise
			? buttonRow([
					...button(words.button.card, { to: 'drill.card', how: 'open', exercise: exercise.id, page: 0 }),
					...button(words.button.sources, { to: 'sources.of', how: 'open', exercise: exercise.id, page: 0 }),
				])
			: []),
		...buttonRow([...citeButtons(citations, documents, words), ...reportButton({ exercise, quote: best, documents }, words)]),
		...contextMenu(citations, documents, words),
	];
}

/** A button a source: it gives the quote with its source as one line. */
function citeButtons(citations: readonly Citation[], documents: Documents, words: Words) {
	return citations.slice(0, ROW_BUTTONS - 1).flatMap(({ number, quote }) => {
		const document = documents.get(quote.documentId);
		if (!document) return [];
		const state = { to: 'source.cite', document: document.id, version: document.version, start: quote.start, end: quote.end } as const;
		return button(fill(words.button.citeOne, { n: number }), state);
	});
}

/** Why the documents do not answer, in fixed words and the names it speaks of. */
export function reasonText(reason: Reason, exercise: Exercise | undefined, words: Words): string {
	const { miss } = words;
	switch (reason.why) {
		case 'empty':
			return miss.empty;
		case 'nothing':
			return miss.nothing;
		case 'unknown exercise':
			return fill(miss.unknownExercise, { name: value(reason.name) });
		case 'absent year':
			return absentYear(reason.name, reason.year, reason.editions, words);
		case 'no sure answer': {
			const about = exercise?.name ?? reason.about;
			return about ? fill(miss.noSureAbout, { about: value(about) }) : miss.noSure;
		}
		case 'neither said':
			return miss.neither;
		case 'another language':
			return miss.otherLanguage;
		case 'small talk':
			return talkLine(reason.kind, words);
		case 'which exercise':
			return miss.whichExercise;
		case 'a list':
		case 'a comparison':
			return '';
		case 'one exercise':
			return fill(miss.sameExercise, { name: value(reason.name) + byTheSeriesList(reason.isByTheSeriesList, words) });
		case 'in part':
			return fill(words.say.partUnanswered, { asked: value(reason.asked) });
	}
}

function byTheSeriesList(isSo: boolean, { basis }: Words): string {
	return isSo ? ` (${basis['from the series list']})` : '';
}

/** The documents may well say it, and it was not found: nothing there says that it is not in them. */
function isNearMiss({ why }: Reason): boolean {
	return why !== 'nothing' && why !== 'unknown exercise' && why !== 'absent year';
}

/** "No document names X in 2018. Editions in the documents: …" */
export function absentYear(name: string, year: number, editions: readonly string[], { miss }: Words): string {
	const present =
		editions.length > 0
			? ` ${fill(miss.editions, {
					names: editions
						.slice(0, 10)
						.map((edition) => value(edition))
						.join(', '),
				})}`
			: '';
	return fill(miss.absentYear, { name: value(name), year }) + present;
}
