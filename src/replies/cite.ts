import { type Document, sectionAt } from '../corpus/document.js';
import type { Quote } from '../corpus/quote.js';
import { type Documents, placeOf, titleAt } from './citations.js';
import { cutEnd } from './cut.js';
import { publicationDate } from './dates.js';
import { oneLine } from './markdown.js';
import { LONE_LINK, quoteLink } from './quote-link.js';
import { notice, type Reply } from './reply.js';
import type { Words } from './words.js';

/** A quote in a line that is copied; longer ones are cut at their end. */
const QUOTE = 900;
/** All lines of one message. */
const LINES = 3_600;

/** What a newsroom prints of a source, in that order, as plain text: publisher, author, date, title, paragraph, link. */
export function sourceFacts(document: Document, quote: Quote, words: Words): string {
	const published = sectionAt(document, quote.start)?.publishedOn ?? document.publishedOn;
	const facts = [
		document.publisher ?? '',
		document.author ?? '',
		publicationDate(published, words),
		`“${titleAt(document, quote.start) || document.file}”`,
		placeOf(quote, words),
		quoteLink(document, quote, LONE_LINK) ?? '',
	];
	return facts.map(oneLine).filter(Boolean).join(', ');
}

/** A quote and its source on one line, as plain text. */
function citationLine(document: Document, quote: Quote, words: Words): string {
	return `“${cutEnd(oneLine(quote.text), QUOTE)}” (${sourceFacts(document, quote, words)})`;
}

/** Quotes with their sources, each a block that is copied as one line; for the asker alone. */
export function citeReply(quotes: readonly Quote[], documents: Documents, words: Words): Reply {
	const blocks: string[] = [];
	for (const quote of quotes) {
		const document = documents.get(quote.documentId);
		if (!document) continue;
		const block = codeBlock(citationLine(document, quote, words));
		if ([...blocks, block].join('').length > LINES) break;
		blocks.push(block);
	}
	return blocks.length > 0 ? notice([words.say.toCopy, ...blocks].join('\n')) : notice(words.miss.documentGone);
}

/** What is in it stands there word for word; three backticks in a row, which would end it, are kept apart by a sign that is not seen. */
function codeBlock(line: string): string {
	return `\`\`\`\n${line.replace(/`(?=`)/g, '`\u200b')}\n\`\`\``;
}
