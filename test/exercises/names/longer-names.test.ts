import { expect, test } from 'vitest';
import { seriesList } from '../../../src/gazetteer/series.js';
import { tell } from '../../corpus/generate.js';
import { catalogueOf } from '../corpus.js';

const seconds = ['Kestrel', 'Harbor', 'Anvil'];
const frames = ['Some 2,000 troops took part in Exercise {x} in Poland.', 'Exercise {x} was not called off, and ended on 20 September.'];

test('a name that begins with the word of a listed series is not that series', () => {
	const words = seriesList.all
		.filter(({ name, ordinary, kind }) => ordinary && kind === 'exercise' && /^\p{Lu}\p{Ll}{3,}$/u.test(name))
		.map(({ name }) => name)
		.slice(0, 40);
	const misses: string[] = [];
	let tried = 0;
	for (const word of words)
		for (const second of seconds) {
			const name = `${word} ${second}`;
			if (seriesList.seriesOf(name)) continue;
			for (const frame of frames) {
				tried++;
				const sentence = frame.replace('{x}', name);
				const found = catalogueOf(`Notes on two navies\n\nPublished 3 October 2024\n\n${sentence}\n`);
				const right = found.length === 1 && found[0]?.name.startsWith(name) && found[0].series === null;
				if (!right) misses.push(`${sentence} gave ${found.map((one) => `${one.name} (${one.series})`).join('; ') || 'nothing'}`);
			}
		}
	expect(tried).toBeGreaterThanOrEqual(200);
	expect(tell('names longer than a listed one', tried, misses)).toBeGreaterThanOrEqual(0.95);
});
