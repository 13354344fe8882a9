import { expect, test } from 'vitest';
import { tell } from '../../corpus/generate.js';
import { catalogueOf, values } from '../corpus.js';

const article = (text: string) => `Notes on two navies\n\nPublished 3 October 2024\n\n${text}\n`;
/** Who holds it as printed, who then takes part, and the body that leads. */
const holders: readonly (readonly [printed: string, countries: readonly string[], body: string | null])[] = [
	['Norway', ['Norway'], null],
	['Norway and Sweden', ['Norway', 'Sweden'], null],
	['Iran, Russia and China', ['China', 'Iran', 'Russia'], null],
	['the Polish army', ['Poland'], null],
	['the navies of Peru and Chile', ['Chile', 'Peru'], null],
	['the Indian Navy', ['India'], 'Indian Navy'],
	['Japan’s coast guard', ['Japan'], null],
	['Brazil together with Argentina', ['Argentina', 'Brazil'], null],
	['Romania', ['Romania'], null],
	['Greece and Cyprus', ['Cyprus', 'Greece'], null],
];
const frames = [
	'Exercise Blue Wave will be held by {h} in May 2025.',
	'Exercise Blue Wave was held by {h} in September 2024.',
	'Exercise Blue Wave is being held by {h} this week.',
	'In May 2024 Exercise Blue Wave was held by {h}.',
	'Exercise Blue Wave, held by {h}, ended on 27 September 2024.',
	'Exercise Blue Wave, which was held by {h}, drew nine ships.',
	'Exercise Blue Wave has been held by {h} since Monday.',
	'The naval exercise Blue Wave, held by {h} in May 2024, drew nine ships.',
	'Exercise Blue Wave was conducted by {h} with nine ships.',
	'Exercise Blue Wave was staged jointly by {h} in May 2024.',
	'Exercise Blue Wave is to be held by {h} next year.',
	'A naval exercise, Blue Wave, was held by {h} in May 2024.',
];
const names = [
	['Blue Wave', 'Blue Wave'],
	['Blue Wave', 'Granite Tern 2024'],
] as const;

test('whoever an exercise is held by takes part in it', () => {
	const cases = frames.flatMap((frame) =>
		holders.flatMap(([printed, countries, body]) =>
			names.map(([word, name]) => ({ countries, body, sentence: frame.replace(word, name).replace('{h}', printed) })),
		),
	);
	const misses = cases.flatMap(({ countries, body, sentence }) => {
		const found = catalogueOf(article(sentence));
		const told = values(found.flatMap(({ participants, organiser }) => [...participants, ...organiser]));
		const isRight = found.length === 1 && countries.every((country) => told.includes(country));
		return isRight && told.every((who) => countries.includes(who) || who === body)
			? []
			: [`${sentence} gave ${told.join(', ') || 'nobody'}`];
	});
	expect(cases.length).toBeGreaterThanOrEqual(200);
	expect(tell('held by', cases.length, misses)).toBeGreaterThanOrEqual(0.95);
});
