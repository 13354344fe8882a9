import { describe, expect, it } from 'vitest';
import { recordsOf } from '../corpus.js';

const namesIn = async (text: string): Promise<string[]> => (await recordsOf(text)).flatMap(({ named, name }) => (named ? [name] : []));

describe('names that the rules and the reader find together', () => {
	it.each([
		[
			'in a stretch without a word of drills',
			'Interview with Col. Tamm\n\nWe met the deputy commander on Thursday, the day before the end of Spring Storm. This was the largest Spring Storm to date, with 11,000 soldiers, of whom 3,000 were British and French.',
			['Spring Storm'],
		],
		[
			'of the list that are ordinary words',
			'Tanker stays in dock\n\nThe Navy’s tanker will not sail until April. She had been meant to support Southern Cross off New Caledonia in May, a French-led exercise in disaster relief.',
			['Southern Cross'],
		],
		[
			'and no ordinary words that only look like one of the list',
			'Hikers see the sky\n\nFrom the hut the Southern Cross stood over the ridge, and Orion over the lake. The army closed the path for an exercise on Monday.',
			[],
		],
		[
			'behind their noun, whatever follows',
			'Brigades in the rain\n\nThe multinational exercise Copper Heron has begun in the north, and the mountain exercise Frost Lantern may follow in winter.',
			['Copper Heron', 'Frost Lantern'],
		],
		[
			'of another language, in quotation marks',
			'Lärm am Wochenende\n\nDie Übung „Grauer Reiher“ fand vom 3. bis 9. Mai 2024 statt.',
			['Grauer Reiher'],
		],
		['of French', 'Dans le Morvan\n\nL’exercice Héron Gris rassemble quelque 900 soldats.', ['Héron Gris']],
	])('%s', async (_, text, names) => {
		expect(await namesIn(text)).toEqual(names);
	});
});
