import { beforeAll, describe, expect, it } from 'vitest';
import { exercisesAt } from '../../../src/answers/from-catalogue/exercises-at.js';
import { quotesAt } from '../../../src/answers/from-catalogue/place-quotes.js';
import { speaksOf } from '../../../src/answers/guards/exercise.js';
import type { Library } from '../../../src/library.js';
import { openLibrary } from '../../../src/memory-library.js';
import { placeReply } from '../../../src/replies/place.js';
import { ENGLISH } from '../../../src/replies/words.js';
import { atOnce } from '../../../src/taking-turns.js';

let library: Library;
beforeAll(async () => {
	({ library } = await openLibrary({ documents: 'seeds' }));
});

const keyOf = ({ documentId, start }: { documentId: string; start: number }): string => `${documentId}:${start}`;

describe('what is quoted of a place', () => {
	it('stands once, whatever the place, and under the exercises that the catalogue knows it to be of', async () => {
		let bound = 0;
		for (const { place } of await library.places('', 100)) {
			const found = await exercisesAt(library, place.id);
			if (!found) throw new Error(`${place.name} is not found`);
			const groups = quotesAt(found);
			const keys = groups.flatMap(({ quotes }) => quotes.map(keyOf));
			expect(new Set(keys).size, place.name).toBe(keys.length);
			const wanted = [
				...found.exercises.flatMap(({ claims }) => claims.map(({ quote }) => quote)),
				...found.passages.map(({ quote }) => quote),
			];
			expect(new Set(keys), place.name).toEqual(new Set(wanted.map(keyOf)));
			for (const { quotes, exercises } of groups) {
				for (const quote of quotes) {
					const isOf = exercises.every((exercise) => speaksOf(exercise, quote));
					expect(isOf, `${place.name}: ${quote.text}`).toBe(true);
				}
			}
			bound += found.passages.filter(({ exercises }) => exercises.length > 0).length;
		}
		expect(bound).toBeGreaterThan(0);
	});

	it('names all the exercises that one sentence puts there, and those that are elsewhere as such', async () => {
		const [vostok, ocean, joint] = await Promise.all(
			['vostok-2022', 'ocean-2024', 'northern-interaction-2024'].map((id) => library.exercise(id)),
		);
		const place = await library.place('Sea of Japan');
		const [claim] = vostok?.locations ?? [];
		const [other] = joint?.locations ?? [];
		if (!vostok || !ocean || !joint || !place || !claim || !other) throw new Error('The seeds have changed');
		const found = {
			place,
			widely: false,
			exercises: [vostok, ocean].map((exercise) => ({ exercise, claims: [claim] })),
			passages: [{ quote: other.quote, exercises: [joint] }],
		};
		expect(quotesAt(found).map(({ exercises, areThere }) => [exercises.map(({ id }) => id), areThere])).toEqual([
			[['vostok-2022', 'ocean-2024'], true],
			[['northern-interaction-2024'], false],
		]);
		const documents = new Map(
			(await Promise.all([claim, other].map(({ quote }) => library.document(quote.documentId)))).flatMap((one) =>
				one ? [[one.id, one]] : [],
			),
		);
		const [embed] = atOnce(placeReply({ found, places: new Map(), documents }, ENGLISH)).embeds;
		expect(embed?.fields?.map(({ name }) => name)).toEqual([
			'Vostok 2022; Ocean-2024',
			'Passages that name it · North-Joint 2024',
			'Sources',
		]);
	});
});
