import fc from 'fast-check';
import type { Document } from '../../src/corpus/document.js';
import { Quote } from '../../src/corpus/quote.js';
import { readDocument } from '../../src/corpus/read.js';
import type { Claim, Exercise } from '../../src/exercises/exercise.js';
import type { Span } from '../../src/text/span.js';
import type { Basis } from '../../src/values/basis.js';

/** Text that tries to be more than text: markup, mentions, links, timestamps, right-to-left, emoji, no spaces at all. */
const hostile = fc.constantFrom(
	'[x](https://evil.example/a)',
	'# Heading',
	'-# small',
	'> quoted',
	'>>> all quoted',
	'- list',
	'* list',
	'1. list',
	'<@123456789012345678>',
	'<@&123456789012345678>',
	'<#123456789012345678>',
	'@everyone',
	'@here',
	'<t:1725840000:R>',
	'</ask:123456789012345678>',
	'<:flag:123456789012345678>',
	'https://discord.gg/abc',
	'discord.gg/abc',
	'**bold**',
	'__under__',
	'_it_',
	'||spoiler||',
	'~~gone~~',
	'`code`',
	'```\nblock\n```',
	'\\',
	'تمرين بحري مشترك',
	'\u202eright to left',
	'👩‍👩‍👧‍👦🇯🇵',
	'海上联合－２０２４',
	'Ｎ̷̢̛o̷r̵t̴h̸',
	'a'.repeat(900),
	'*'.repeat(700),
	'👍'.repeat(300),
	'\n\n',
	'\t',
);
const plain = fc.constantFrom(
	'China and Russia',
	'will hold',
	'joint drills',
	'in the Sea of Japan',
	'in September 2024.',
	'The Navy said',
	'12 ships',
	'Pacific',
);
const words = fc.array(
	fc.oneof({ weight: 3, arbitrary: plain }, { weight: 2, arbitrary: hostile }, fc.string({ unit: 'binary', maxLength: 40 })),
	{
		minLength: 1,
		maxLength: 12,
	},
);
/** A document with NUL characters is refused before anything is read out of it. */
const sentence = words.map((parts) => parts.join(' ').replaceAll('\0', ''));

export const hostileText = sentence.filter((text) => text.length > 0);

export const name = fc.oneof(sentence, fc.constantFrom('Northern/Interaction-2023', 'Vostok 2022', 'x'.repeat(400), 'Ü'.repeat(150)));

export const document = fc
	.record({
		file: fc.stringMatching(/^[a-z0-9_ -]{1,200}$/),
		paragraphs: fc.array(sentence, { minLength: 1, maxLength: 8 }),
		url: fc.option(fc.webUrl()),
	})
	.map(({ file, paragraphs, url }) => {
		const front = url ? `---\nurl: ${JSON.stringify(url)}\npublished: 2024-09-09\n---\n` : '';
		return readDocument(`${file}.txt`, Buffer.from(`${front}A report.\n\n${paragraphs.join('\n\n')}`));
	});

const basis = fc.constantFrom<Basis>('stated', 'from the name', 'from the publication date', 'from the series list', 'inferred');
const day = fc
	.date({ min: new Date('1990-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
	.map((date) => date.toISOString().slice(0, 10));

/** A claim on some words of a paragraph of one of the documents. */
function claimOn(documents: readonly Document[]): fc.Arbitrary<Claim> {
	return fc
		.record({
			document: fc.nat(),
			paragraph: fc.nat(),
			from: fc.double({ min: 0, max: 1, noNaN: true }),
			length: fc.nat(400),
			value: fc.option(name),
			basis,
		})
		.map(({ document, paragraph, from, length, value, basis }) => {
			const where = at(documents, document);
			const { start, end } = at(where.paragraphs, paragraph);
			const span: Span = { start: Math.min(end - 1, start + Math.floor(from * (end - start))), end: 0 };
			const words = { start: span.start, end: Math.min(end, span.start + 1 + length) };
			const text = where.text.slice(words.start, words.end);
			return { value: value ?? text, text, span: words, quote: Quote.of(where, { start, end }), basis };
		});
}

function at<T>(list: readonly T[], index: number): T {
	const item = list[index % list.length];
	if (item === undefined) throw new RangeError('An empty list has no item');
	return item;
}

/** An exercise whose claims stand in the documents; its lists are as long as `most`. */
export function exerciseIn(documents: readonly Document[], most: number): fc.Arbitrary<Exercise> {
	const claims = fc.array(claimOn(documents), { maxLength: most, size: 'max' });
	const dates = fc.array(
		fc.tuple(claimOn(documents), fc.option(day), fc.constantFrom('day', 'month', 'part', 'season', 'year', 'duration', 'unknown')),
		{ maxLength: most, size: 'max' },
	);
	const coordinates = fc.option(fc.record({ lat: fc.integer({ min: -90, max: 90 }), lon: fc.integer({ min: -180, max: 180 }) }), {
		nil: { lat: null, lon: null },
	});
	const locations = fc.array(fc.tuple(claimOn(documents), fc.option(fc.constantFrom('sea-of-japan', 'sea-of-okhotsk')), coordinates), {
		maxLength: most,
		size: 'max',
	});
	const related = fc.array(
		fc.tuple(claimOn(documents), id, fc.constantFrom('part of', 'includes', 'follows', 'precedes', 'beside', 'same series')),
		{
			maxLength: most,
			size: 'max',
		},
	);
	const statuses = fc.array(fc.tuple(claimOn(documents), fc.constantFrom('announced', 'held', 'cancelled', 'ongoing', 'reported', 'odd')), {
		maxLength: most,
		size: 'max',
	});
	const disagreements = fc.array(fc.tuple(claimOn(documents), fc.constantFrom('dates', 'locations', 'elsewhere'), claims), {
		maxLength: 4,
	});
	return fc
		.record({
			id,
			name,
			named: fc.boolean(),
			series: fc.option(fc.constant('northern-interaction')),
			year: fc.option(fc.integer({ min: 1950, max: 2050 })),
			yearBasis: fc.option(basis),
			kind: fc.constantFrom('exercise' as const, 'patrol' as const, 'series' as const),
			names: claims,
			status: statuses.map((all) => all.map(([claim, value]) => ({ ...claim, value }))),
			dates: dates.map((all) => all.map(([claim, from, precision]) => ({ ...claim, from, to: from, precision }))),
			locations: locations.map((all) => all.map(([claim, placeId, point]) => ({ ...claim, placeId, ...point }))),
			participants: claims,
			observers: claims,
			forces: claims,
			organiser: claims,
			aims: claims,
			activities: claims,
			scale: claims,
			ordinal: claims,
			reactions: claims,
			related: related.map((all) => all.map(([claim, other, relation]) => ({ ...claim, id: other, relation }))),
			spokenOf: fc.constant([]),
			disagreements: disagreements.map((all) => all.map(([claim, field, against]) => ({ ...claim, field, against }))),
		})
		.map((record) => ({ ...record, documents: documents.map(({ file }) => file).sort() }));
}

const id = fc.oneof(
	fc.stringMatching(/^[a-z0-9-]{1,30}$/),
	fc.stringMatching(/^[a-z-]{60,120}$/),
	fc.constant('морское-взаимодействие-2024'),
);
