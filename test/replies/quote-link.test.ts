import { expect, it } from 'vitest';
import { readDocument } from '../../src/corpus/read.js';
import { quoteLink } from '../../src/replies/quote-link.js';

const opening = 'The fleet sailed on Monday, the ministry said.';
const told = [
	opening,
	'The fleet sailed on Tuesday too: “Search-and-rescue & (live) fire, first of all”, it said, went on for five days off the coast.',
	'Флот вышел в море, сообщило министерство, и учения продлятся до конца недели у берегов.',
];
const documentAt = (url: string) => readDocument('a.txt', new TextEncoder().encode(`URL: ${url}\nTitle: Fleets\n\n${told.join('\n\n')}\n`));

/** The link to a sentence, and the words that a browser looks for. */
function linkTo(words: string, url = 'https://news.example/a', longest = 480) {
	const document = documentAt(url);
	const start = document.text.indexOf(words);
	const link = quoteLink(document, { start, end: start + words.length }, longest) ?? '';
	const sought = (link.split(':~:text=')[1] ?? '').split(',').map(decodeURIComponent);
	return { document, link, sought };
}

it('opens a page at the quote: all of a short one, the ends of a long one, told from words that stand before it', () => {
	expect(linkTo('the ministry said.').link).toBe('https://news.example/a#:~:text=the%20ministry%20said.');
	const { document, sought, link } = linkTo(told[1] ?? '');
	expect(sought).toHaveLength(2);
	const [begin = '', end = ''] = sought;
	expect(document.text.indexOf(begin)).toBe(document.text.indexOf(told[1] ?? ''));
	expect(told[1]?.endsWith(end)).toBe(true);
	expect(link.split('text=')[1]?.replace(',', '')).not.toMatch(/[-&,()*!'~_\s]/);
	expect(linkTo('“Search-and-rescue & (live) fire').link).toContain('%E2%80%9CSearch%2Dand%2Drescue%20%26%20%28live%29%20fire');
});

it('keeps what an address has of its own, and grows no longer than it may', () => {
	expect(linkTo(opening, 'https://news.example/a?b=1#part').link).toMatch(/^https:\/\/news\.example\/a\?b=1#part:~:text=The%20fleet/);
	expect(linkTo(told[2] ?? '', 'https://news.example/a', 60).link).toBe('https://news.example/a');
	const russian = linkTo(told[2] ?? '', 'https://news.example/a', 480);
	expect(russian.link.length).toBeLessThanOrEqual(480);
	expect(russian.sought[0]).toMatch(/^Флот вышел в/);
	for (const url of ['ftp://news.example/a', 'javascript:alert(1)', 'none']) expect(linkTo(opening, url).link).toBe('');
});
