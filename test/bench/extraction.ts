import type { Document } from '../../src/corpus/document.js';
import { readDocument } from '../../src/corpus/read.js';
import { mergeExtracts } from '../../src/exercises/catalogue/catalogue.js';
import { extract } from '../../src/exercises/extract.js';

export interface ExtractionTiming {
	readonly articles: number;
	/** Median over the runs, in milliseconds: extraction of every article and the catalogue. */
	readonly extraction: number;
	readonly catalogue: number;
	readonly articlesPerSecond: number;
	readonly exercises: number;
}

const names = [
	'Iron Falcon',
	'Silver Tide',
	'Northern Shield',
	'Coral Dawn',
	'Desert Lynx',
	'Amber Wave',
	'Polar Fox',
	'Red Anchor',
	'Blue Harvest',
	'Stone Bridge',
];
const pairs = [
	['China', 'Russia'],
	['India', 'France'],
	['Japan', 'Australia'],
	['Brazil', 'Argentina'],
	['Turkey', 'Italy'],
	['Norway', 'Sweden'],
] as const;
const places = [
	'the Sea of Japan',
	'the Bay of Bengal',
	'the Baltic Sea',
	'the South Atlantic',
	'the Aegean Sea',
	'the Gulf of Oman',
	'the waters off Guam',
];
const months = ['January', 'March', 'May', 'July', 'September', 'November'];
const background = [
	'The two countries have increased their cooperation in recent years, although trade between them has hardly grown and both face sanctions.',
	'Analysts said on Monday that the balance of power in the region was shifting, and that neighbouring governments were watching closely.',
	'Naval and air forces from both countries will take part, with at least 12 warships, 3,500 troops and more than 40 aircraft expected.',
	'A spokesman for the Defence Ministry declined to comment on reports that observers from Vietnam and Indonesia had been invited.',
	'The drills are designed to improve interoperability and to strengthen the ability of both sides to respond to emergencies at sea.',
	'In the past decade regular exercises of this kind have become routine, and experts expect more joint drills in the years to come.',
	'The government has repeatedly urged its neighbours to resolve disputes over fishing rights and undersea cables by negotiation.',
	'In {month} {year}, the two countries conducted a joint naval patrol in {place}, their third such patrol since 2015.',
	'Activities will include anti-submarine warfare, live-fire exercises, search and rescue, and replenishment at sea over five days.',
];

const wordsPerArticle = 600;

/** An article of about 600 words, made from its number alone: a named exercise, its circumstances and much background. */
export function madeArticle(number: number): Document {
	const pick = <Item>(list: readonly Item[], step: number): Item => {
		const item = list[Math.floor(number / step) % list.length];
		if (item === undefined) throw new RangeError('Nothing to pick from');
		return item;
	};
	const [one, other] = pick(pairs, 1);
	const year = 2000 + (Math.floor(number / 7) % 40);
	const name = `${pick(names, 3)} ${year}`;
	const sentences = [
		`${one} and ${other} will hold the joint exercise ${name} in ${pick(places, 2)} from ${(number % 20) + 1} to ${(number % 20) + 8} ${pick(months, 5)} ${year}, the ministry announced on Saturday.`,
	];
	for (let index = number; sentences.join(' ').split(' ').length < wordsPerArticle; index++) {
		const sentence = background[index % background.length] ?? '';
		sentences.push(
			sentence
				.replace('{month}', pick(months, 4))
				.replace('{year}', String(year - 1))
				.replace('{place}', pick(places, 6)),
		);
	}
	const paragraphs = sentences.map((sentence, index) => (index % 3 === 2 ? `${sentence}\n\n` : `${sentence} `)).join('');
	return readDocument(`made-${number}.txt`, new TextEncoder().encode(`${one} and ${other} to hold ${name}\n\n${paragraphs}`));
}

/** Times the extraction of so many made articles, `runs` times over, on one core. */
function benchExtraction(articles: number, runs = 3): ExtractionTiming {
	const documents = Array.from({ length: articles }, (_, number) => madeArticle(number));
	const timings = Array.from({ length: runs }, () => {
		const start = performance.now();
		const extracts = documents.map(extract);
		const extracted = performance.now();
		const exercises = mergeExtracts(extracts);
		return { extraction: extracted - start, catalogue: performance.now() - extracted, exercises: exercises.length };
	});
	const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
	const extraction = median(timings.map((timing) => timing.extraction));
	return {
		articles,
		extraction,
		catalogue: median(timings.map((timing) => timing.catalogue)),
		articlesPerSecond: (articles / extraction) * 1000,
		exercises: timings[0]?.exercises ?? 0,
	};
}

/** 100, 1,000 and 10,000 articles, as lines for people. */
export function describeExtraction(sizes: readonly number[] = [100, 1000, 10_000]): string[] {
	return sizes.map((size) => {
		const timing = benchExtraction(size, size > 1000 ? 1 : 3);
		return `extraction of ${size} articles: ${Math.round(timing.extraction)} ms, ${Math.round(timing.articlesPerSecond)} articles/s; catalogue ${Math.round(timing.catalogue)} ms, ${timing.exercises} exercises`;
	});
}
