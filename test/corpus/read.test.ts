import { describe, expect, it } from 'vitest';
import { type Document, sectionAt } from '../../src/corpus/document.js';
import { Quote } from '../../src/corpus/quote.js';
import { readDocument, readWithProblems } from '../../src/corpus/read.js';
import type { Span } from '../../src/text/span.js';

const bytes = (text: string) => new TextEncoder().encode(text);
const read = (text: string, file = 'article.txt'): Document => readDocument(file, bytes(text));
const printed = (document: Document, span: Span) => document.text.slice(span.start, span.end);
const sentences = (document: Document, kind?: string) =>
	document.paragraphs
		.flatMap((paragraph) => paragraph.sentences)
		.filter((sentence) => kind === undefined || sentence.kind === kind)
		.map((sentence) => printed(document, sentence));

describe('a document', () => {
	it('keeps every offset inside the text, in order, and loses no word of it', () => {
		const document = read('Headline of the day\n\nOne thing happened. Another did, too.\n\n  And a third  \n');
		let at = 0;
		for (const paragraph of document.paragraphs) {
			expect(paragraph.start).toBeGreaterThanOrEqual(at);
			for (const sentence of paragraph.sentences) {
				expect(sentence.start).toBeGreaterThanOrEqual(at);
				at = sentence.end;
			}
			expect(at).toBeLessThanOrEqual(paragraph.end);
		}
		expect(sentences(document).join(' ').split(/\s+/)).toEqual(document.text.trim().split(/\s+/));
	});

	it('has an id of its name alone and a version of its text alone', () => {
		expect(read('One.', 'a.txt').id).toBe(read('Two.', 'a.txt').id);
		expect(read('One.', 'a.txt').id).not.toBe(read('One.', 'b.txt').id);
		expect(read('One.', 'a.txt').version).toBe(read('One.', 'b.txt').version);
		expect(read('One.', 'a.txt').version).not.toBe(read('Two.', 'a.txt').version);
	});

	it('has no byte order mark, Windows line ends, hard spaces or invisible characters in its text', () => {
		const document = read('\uFEFFThe\u00A0fl\u00ADeet “sai\u200Bled” on.\r\n\r\nIt came&nbsp;back &ndash; late.\r\n');
		expect(document.text).toBe('The fleet “sailed” on.\n\nIt came back – late.\n');
		expect(sentences(document)).toEqual(['The fleet “sailed” on.', 'It came back – late.']);
	});

	it.each([
		['exer\u00AD\ncise', 'exercise\n'],
		['the multi-\nnational force', 'the multi-national\nforce'],
		['the manoeu-\nvres of', 'the manoeuvres\nof'],
		['14-\n21 September', '14-21 September'],
		['a Russian-\nled force', 'a Russian-led\nforce'],
	])('joins a word cut at a line’s end: %j', (text, joined) => {
		expect(read(text).text).toBe(joined);
	});

	it('keeps what an unmarked text says with stars and signs', () => {
		const text = 'It has 5 * 3 * 2 rooms.*\n\n> 2,000 came.\n\nAT&T; a_b_c @_name_ &unknown;';
		expect(read(text).text).toBe(text);
	});

	it('reads Markdown as its reader sees it', () => {
		const marked =
			'# **Fleet** sails\n\n<!-- more -->\n> It [sailed](https://example.org/a_b) *on*.\n\n![A ship](ship.jpg)\n\n| When | Where |\n|---|---|\n| 2024 | Kiel |\n\nIt came \\*back\\*.';
		expect(sentences(read(marked, 'a.md'))).toEqual([
			'Fleet sails',
			'It sailed on.',
			'| When | Where |',
			'| 2024 | Kiel |',
			'It came *back*.',
		]);
	});

	it('keeps the lines of a box whole, each a sentence of its own', () => {
		const box = read('Fleet sails\n\nDate: 14 to 21 Sept. 2024\nLocation: Constanta, Romania\nParticipants: U.S., U.K.\n\nIt sailed on.');
		expect(sentences(box, 'prose')).toEqual([
			'Date: 14 to 21 Sept. 2024',
			'Location: Constanta, Romania',
			'Participants: U.S., U.K.',
			'It sailed on.',
		]);
	});

	it('takes a hard-wrapped block for one paragraph and a line each for paragraphs', () => {
		const wrapped = read(
			'The two navies sailed together through the strait on\nTuesday, the ministry said in a statement, and then went\ntheir own ways again without saying where they would\ngo next.\n\nThe end of it.',
		);
		expect(wrapped.paragraphs).toHaveLength(2);
		expect(sentences(wrapped)).toHaveLength(2);
		expect(read('The first paragraph stands here.\nThe second one stands here.\nThe third one.').paragraphs).toHaveLength(3);
	});

	it.each([
		['nothing at all', '', 'is empty'],
		['white space only', ' \n\t\u00A0\n', 'is empty'],
		['a NUL', 'a\0b', 'is not text'],
	])('refuses %s', (_, text, problem) => {
		expect(() => read(text)).toThrow(problem);
	});

	it('refuses bytes that are not UTF-8', () => {
		expect(() => readDocument('latin.txt', Uint8Array.of(0x63, 0x61, 0x66, 0xe9))).toThrow('is not UTF-8 text');
	});

	it('reads a line of a megabyte', () => {
		const document = read('word '.repeat(210_000));
		expect(document.paragraphs).toHaveLength(1);
		expect(document.title.length).toBeLessThanOrEqual(91);
	});
});

describe('front matter', () => {
	it('gives title, date, publisher, author and address, and is not part of the text', () => {
		const document = read(
			'---\ntitle: Fleet sails\npublished: 2024-09-09\npublisher: The Paper\nauthor: A. Writer\nurl: https://example.org/a\n---\nIt sailed.\n',
			'a.md',
		);
		expect(document).toMatchObject({ title: 'Fleet sails', publisher: 'The Paper', author: 'A. Writer', url: 'https://example.org/a' });
		expect(document.publishedOn).toEqual({ on: '2024-09-09', precision: 'day', span: null });
		expect(document.text).toBe('It sailed.\n');
	});

	it.each([
		['2024', 'year'],
		['2024-09', 'month'],
	])('takes %s as a date of %s precision', (published, precision) => {
		expect(read(`---\npublished: ${published}\n---\nText.`).publishedOn).toMatchObject({ on: published, precision });
	});

	it.each([
		['---\ntitle: [unclosed\n---\nText.', 'not valid YAML'],
		['---\npublished: next week\n---\nText.', '"published" in its head that is no date that can be read (next week)'],
		['---\nurl: exa mple.org/x\n---\nText.', '"url" in its head that is no web address'],
		['---\ntitle:\n  a: 1\n---\nText.', '"title" in its head that is not a line of text'],
		['---js\ntitle: x\n---\nText.', 'in a form that is not read (js)'],
		['{\n"title": "x\n}\n\nText.', ''],
	])('says what is wrong with %j, and reads the text', (text, problem) => {
		const { document, problems } = readWithProblems('a.md', bytes(text));
		expect(document.text).toContain('Text.');
		expect(problems.join()).toContain(problem);
	});

	it('takes lines between two rules for text where they name nothing', () => {
		expect(sentences(read('---\n- a\n- b\n---\nText.'))).toContain('- a');
	});

	it('refuses a file that holds nothing else', () => {
		expect(() => read('---\ntitle: Alone\n---\n')).toThrow('holds front matter and no text');
	});
});

describe('what a line is', () => {
	const article = read(
		[
			'Navies meet off the cape',
			'March 3, 2021',
			'The two navies met off the cape on Monday, the ministry said in a long statement about it.',
			'Read more: Another story altogether',
			'By Jane Doe',
			'A frigate in the harbour on the morning before the two navies sailed out together',
			'They stayed for two days, and then they sailed for home with all of their ships and crews.',
			'What came next',
			'A reader saw it #navy #ships #cape pic.twitter.com/abc123',
			'— Someone (@someone) March 4, 2021',
			'The third long paragraph of the article ends here as the others did, with a full stop.',
		].join('\n\n'),
	);
	const kinds = article.paragraphs.map((paragraph) => paragraph.kind);

	it('is told apart', () => {
		expect(kinds).toEqual(['title', 'dateline', 'prose', 'link', 'byline', 'caption', 'prose', 'heading', 'post', 'post', 'prose']);
	});

	it('gives a post the line that signs it', () => {
		const [post] = article.paragraphs.filter((paragraph) => paragraph.kind === 'post');
		expect(post?.attribution && printed(article, post.attribution)).toBe('— Someone (@someone) March 4, 2021');
	});

	it('gives the article its title, date and author', () => {
		expect(article).toMatchObject({
			title: 'Navies meet off the cape',
			author: 'Jane Doe',
			publishedOn: { on: '2021-03-03', precision: 'day' },
		});
	});

	it('splits a first line that runs date, headline and time together', () => {
		const document = read('date 2022-05-06 Two fleets to meet in the bay Friday, May 6, 2022 10:00:55 AM\n\nThey will meet.');
		expect(document.title).toBe('Two fleets to meet in the bay');
		expect(document.publishedOn?.on).toBe('2022-05-06');
		expect(sentences(document, 'dateline')).toEqual(['date 2022-05-06', 'Friday, May 6, 2022 10:00:55 AM']);
	});

	it('keeps the place and agency before a first sentence out of the sentence', () => {
		const document = read('MOSCOW, September 9, 2024 (TASS) — The fleet sailed.\n\nIt came back.');
		expect(sentences(document, 'prose')).toEqual(['The fleet sailed.', 'It came back.']);
		expect(document.publishedOn?.on).toBe('2024-09-09');
	});

	it.each([
		['VLADIVOSTOK, July 17, 2024. /AGENCY/. The ships sailed.', '2024-07-17'],
		['MOSCOW, August 1, 2025. The ships sailed.', '2025-08-01'],
		['MOSCOW, August 5. /TASS/. The ships sailed.', undefined],
		['SEOUL, Sept. 15 (Yonhap) -- The ships sailed.', undefined],
		['MANILA – The ships sailed.', undefined],
		['TOKYO/MANILA -- The ships sailed.', undefined],
		['RABAT, Morocco (AP) — The ships sailed.', undefined],
		['CAPE TOWN, South Africa, 21 Feb 2023 (Reuters) - The ships sailed.', '2023-02-21'],
		['date 2018-05-08 The ships sailed.', '2018-05-08'],
	])('reads the dateline of “%s”', (line, published) => {
		const document = read(`Ships leave the port\n\n${line} They came back.\n\nThey rested.`);
		expect(sentences(document, 'prose')).toEqual(['The ships sailed.', 'They came back.', 'They rested.']);
		expect(document.publishedOn?.on).toBe(published);
	});

	it('takes no abbreviation at the head of a sentence for a dateline', () => {
		const document = read('Ships leave the port\n\nNATO – the largest alliance – said so. All sailed.');
		expect(sentences(document, 'dateline')).toEqual([]);
	});

	it('makes no date of a day in a sentence', () => {
		expect(read('The fleet sailed on 9 September 2024 from the port.\n\nIt came back.').publishedOn).toBeNull();
	});

	it('makes a news feed of sections with a date each', () => {
		const feed = read(
			'First fleet sails\nJune 3, 2026\n\nThe first one sailed today.\n\nSecond fleet sails\nJuly 5, 2026\n\nThe second one sailed today.\n',
		);
		const dateAt = (words: string) => sectionAt(feed, feed.text.indexOf(words))?.publishedOn?.on;
		expect(dateAt('The first one')).toBe('2026-06-03');
		expect(dateAt('The second one')).toBe('2026-07-05');
		expect(feed.publishedOn).toBeNull();
	});
});

describe('a slashed date', () => {
	it.each([
		['25/12/2020', '', '2020-12-25'],
		['12/25/2020', '', '2020-12-25'],
		['10/07/2017', 'It runs from 10 to 17 July.', '2017-07-10'],
		['10/07/2017', 'It runs from October 7 on.', '2017-10-07'],
		['10/07/2017', 'It runs.', '2017'],
	])('%s beside %j is %s', (date, sentence, on) => {
		expect(read(`Fleet sails\n${date}\n\nThe fleet sailed. ${sentence}`).publishedOn?.on).toBe(on);
	});
});

describe('sentences', () => {
	it.each([
		['Gen. Smith met Lt. Jones. They spoke.', 2],
		['The U.S. Navy sailed. It came back.', 2],
		['Ships of the U.S. They came back.', 2],
		['It began on Sept. 9 and ended in Oct. 2020. Then rest.', 2],
		['It is No. 5 of the series. No. He said so.', 3],
		['John F. Kennedy sailed. She came back.', 2],
		['They joined the ‘North. Wind-2023,’ organised by one. All went well.', 2],
		['“Is it over?” he asked. It was.', 2],
		['He spoke at 10 a.m. Monday. Then he left.', 2],
	])('%s', (text, count) => {
		expect(sentences(read(text))).toHaveLength(count);
	});
});

describe('a quote', () => {
	const document = read('One  thing\tstands here.\n\nAnother.');

	it('is the very slice of the document', () => {
		const quote = Quote.of(document, { start: 0, end: 10 });
		expect(quote.text).toBe('One  thing');
		expect(quote.paragraph).toBe(1);
	});

	it.each([
		{ start: 5, end: 5 },
		{ start: 0, end: 999 },
		{ start: -1, end: 3 },
	])('is refused at $start–$end', (span) => {
		expect(() => Quote.of(document, span)).toThrow(RangeError);
	});
});
