import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Nameable } from '../../../src/exercises/resolving/families.js';
import { createResolver } from '../../../src/exercises/resolving/resolve.js';
import { seriesList } from '../../../src/gazetteer/series.js';

const exercise = (id: string, name: string, series: string | null, year: number | null, ...others: string[]): Nameable => ({
	id,
	name,
	names: [name, ...others].map((text) => ({ text })),
	series,
	year,
});

const catalogue = [
	exercise('ni-2023', 'North/Interaction-2023', 'northern-interaction', 2023, 'North. Interaction-2023', 'Northern/Interaction-2023'),
	exercise('ni-2024', 'North-Joint 2024', 'northern-interaction', 2024, 'Northern/Interaction-2024'),
	exercise('ocean-2024', 'Ocean-2024', 'ocean', 2024, 'OCEAN-2024'),
	exercise('vostok-2022', 'Vostok 2022', 'vostok', 2022),
	exercise('belt', 'Naval Security Belt Combined War Game 202', 'maritime-security-belt', null),
	exercise(
		'zhanjiang',
		'Joint naval and air exercises around Zhanjiang',
		null,
		2024,
		'joint exercises in the waters and airspace around Zhanjiang',
	),
	exercise('sword-a', 'Joint Sword-2024A', 'joint-sword', 2024),
	exercise('sword-b', 'Joint Sword-2024B', 'joint-sword', 2024),
	exercise('silver-fox', 'Silver Fox 2021', null, 2021),
];
const { resolve, suggest } = createResolver(catalogue);

describe('a typed name', () => {
	it.each([
		['North/Interaction-2023', 'exact', 'ni-2023'],
		['North-Interaction-2023', 'exact', 'ni-2023'],
		['north interaction 2023', 'exact', 'ni-2023'],
		['the Northern/Interaction-2023 exercise', 'alias', 'ni-2023'],
		['North. Interaction-2023', 'exact', 'ni-2023'],
		['northjoint 24', 'exact', 'ni-2024'],
		['NORTHERN INTERACTION 24', 'alias', 'ni-2024'],
		['Северное/Взаимодействие-2023', 'alias', 'ni-2023'],
		['северное взаимодействие 2024', 'alias', 'ni-2024'],
		['severnoye vzaimodeystviye 2024', 'alias', 'ni-2024'],
		['北部·联合-2024', 'alias', 'ni-2024'],
		['interaction 2023', 'fuzzy', 'ni-2023'],
		['ni23', 'fuzzy', 'ni-2023'],
		['ni 24', 'fuzzy', 'ni-2024'],
		['nrothern interaction 2023', 'fuzzy', 'ni-2023'],
		['okean 2024', 'alias', 'ocean-2024'],
		['OCEAN-24', 'exact', 'ocean-2024'],
		['Восток-2022', 'alias', 'vostok-2022'],
		['Vostok2022', 'exact', 'vostok-2022'],
		["vostok '22", 'exact', 'vostok-2022'],
		['vostok', 'alias', 'vostok-2022'],
		['who hosted vostok 2022', 'fuzzy', 'vostok-2022'],
		['Naval Security Belt Combined War Game 202', 'exact', 'belt'],
		['maritime security belt', 'alias', 'belt'],
		['zhanjiang', 'fuzzy', 'zhanjiang'],
		['zhanjiang drills 2024', 'fuzzy', 'zhanjiang'],
		['Joint Sword 2024B', 'exact', 'sword-b'],
		['silverfox', 'alias', 'silver-fox'],
	])('%s is %s: %s', (typed, match, id) => {
		expect(resolve(typed)).toMatchObject({ match, exercise: { id }, absentYear: null });
	});

	it('without its year offers the editions, the latest first', () => {
		expect(resolve('northern interaction')).toMatchObject({
			match: 'ambiguous',
			exercise: null,
			suggestions: [{ id: 'ni-2024' }, { id: 'ni-2023' }],
		});
		expect(resolve('joint sword 2024')).toMatchObject({ match: 'ambiguous', exercise: null });
	});

	it.each([
		['vostok 2018', 2018, 'vostok-2022'],
		['vostk 18', 2018, 'vostok-2022'],
		['Восток-2018', 2018, 'vostok-2022'],
		['ocean 2023', 2023, 'ocean-2024'],
		['north interaction 2025', 2025, 'ni-2024'],
		['interaction 2022', 2022, 'ni-2024'],
		['maritime security belt 2023', 2023, 'belt'],
	])('%s is in no document: says so and offers the editions there are', (typed, absentYear, id) => {
		const resolved = resolve(typed);
		expect(resolved).toMatchObject({ match: 'none', exercise: null, absentYear });
		expect(resolved.suggestions.map((suggestion) => suggestion.id)).toContain(id);
	});

	it.each(['vostok 1812', 'vostok 20222', 'vostok 2018 2022', 'vostok 201', 'Joint Sword 2024C'])('%s answers with no edition', (typed) => {
		expect(resolve(typed)).toMatchObject({ match: 'none', exercise: null });
		expect(resolve(typed).suggestions.length).toBeGreaterThan(0);
	});

	it.each([
		'Zapad/Interaction 2021',
		'Joint Sea 2023',
		'joint exercise',
		'Freedom Shield',
		'Sea Breeze 2021',
	])('%s is another series', (typed) => {
		expect(resolve(typed)).toMatchObject({ match: 'none', exercise: null });
	});

	it.each(['', ' ', '2019', 'capital of France', '…', '🛳', 'x'.repeat(5000)])('%j is nothing', (typed) => {
		expect(resolve(typed)).toEqual({ match: 'none', exercise: null, suggestions: [], absentYear: null });
	});
});

describe('suggestions while typing', () => {
	const ids = (typed: string) => suggest(typed).map(({ id }) => id);

	it('offer everything when nothing is typed', () => {
		expect(ids('')).toHaveLength(catalogue.length);
	});

	it.each([
		['vo', 'vostok-2022'],
		['n', 'ni-2024'],
		['northern 2', 'ni-2024'],
		['north int', 'ni-2023'],
		['northern int', 'ni-2024'],
		['interaction 2023', 'ni-2023'],
		['сев', 'ni-2024'],
		['北部', 'ni-2024'],
		['zhan', 'zhanjiang'],
		['vostok 201', 'vostok-2022'],
		['2021', 'silver-fox'],
	])('%s begins with %s', (typed, first) => {
		expect(ids(typed)[0]).toBe(first);
	});

	it('have no edition of another year than the one typed', () => {
		expect(ids('vostok 2018')).toEqual([]);
		expect(ids('northern interaction 2023')).toEqual(['ni-2023']);
	});

	it('are at most 25, of at most 100 code units, with no character cut in two', () => {
		const many = Array.from({ length: 60 }, (_, at) => exercise(`e${at}`, `Exercises near a place ${'🛳'.repeat(60)} ${at}`, null, 2020));
		const suggestions = createResolver(many).suggest('exercises', 100);
		expect(suggestions).toHaveLength(25);
		for (const { name } of suggestions) {
			expect(name.length).toBeLessThanOrEqual(100);
			expect(name).not.toMatch(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])/);
		}
	});
});

describe('made-up spellings', () => {
	const unlisted = [
		'Silver Fox',
		'Crimson Dawn',
		'Arctic Lantern',
		'Baltic Hammerfall',
		'Desert Talon',
		'Sokol',
		'Granit',
		'Tigre Azul',
		'Northern Ember',
		'Steel Orchid',
	];
	const years = [2019, 2022, 2023, 2024];
	const names = [
		...seriesList.all.filter(({ kind }) => kind !== 'patrol').map(({ name, id }) => ({ name, id })),
		...unlisted.map((name) => ({ name, id: null })),
	];
	const named = names.slice(-150).map(({ name, id }, at) => ({ name, id, at }));
	const exercises = named.flatMap(({ name, id, at }) =>
		[at % years.length, (at + 1) % years.length].map((index) =>
			exercise(`${name}-${years[index]}`, `${name}${at % 2 ? '-' : ' '}${years[index]}`, id, years[index] ?? null),
		),
	);
	const resolver = createResolver(exercises);

	const separators = [' ', '-', '/', '_', '. ', '–', ''];
	const spelling = fc.record({
		index: fc.nat(exercises.length - 1),
		letterCase: fc.constantFrom('as it is', 'lower', 'upper'),
		separator: fc.option(fc.constantFrom(...separators), { freq: 2 }),
		typo: fc.option(
			fc.record({ at: fc.double({ min: 0, max: 0.999, noNaN: true }), how: fc.constantFrom('left out', 'doubled', 'swapped', 'other') }),
			{ freq: 2 },
		),
		shortYear: fc.boolean(),
	});
	type Spelling = typeof spelling extends fc.Arbitrary<infer Value> ? Value : never;

	function spell({ letterCase, separator, typo, shortYear }: Spelling, name: string, year: number): string {
		const words = name.slice(0, -5);
		const mistyped = typo ? mistype(words, typo) : words;
		const cased = letterCase === 'lower' ? mistyped.toLowerCase() : letterCase === 'upper' ? mistyped.toUpperCase() : mistyped;
		return `${separator === null ? cased : cased.replace(/[\s/.-]+/g, separator)}${separator ?? ' '}${shortYear ? String(year).slice(2) : year}`;
	}

	/** One slip of the finger, inside a word of five letters or more. */
	function mistype(name: string, { at, how }: NonNullable<Spelling['typo']>): string {
		const places = [...name].flatMap((_, place) => (/^\p{L}{2}/u.test(name.slice(place)) ? [place] : []));
		if (name.length < 5) return name;
		const place = places[Math.floor(at * places.length)] ?? 0;
		const [before, letter, after] = [name.slice(0, place), name.charAt(place), name.slice(place + 1)];
		if (how === 'left out') return before + after;
		if (how === 'doubled') return before + letter + letter + after;
		if (how === 'swapped') return before + after.charAt(0) + letter + after.slice(1);
		return `${before}${letter === 'e' ? 'r' : 'e'}${after}`;
	}

	const spellings = fc.sample(spelling, { seed: 2024, numRuns: 3000 });

	it('find their exercise, 97 of 100', () => {
		const wrong: string[] = [];
		for (const made of spellings) {
			const { id, name, year } = exercises[made.index] ?? catalogue[0] ?? exercise('', '', null, null);
			const typed = spell(made, name, year ?? 0);
			const found = resolver.resolve(typed);
			if (found.exercise?.id !== id) wrong.push(`${typed} → ${found.match} ${found.exercise?.name ?? ''} (${name})`);
		}
		expect(wrong.length, wrong.join('\n')).toBeLessThanOrEqual(spellings.length * 0.03);
	});

	it('are never answered with an edition of another year', () => {
		for (const made of spellings) {
			const { name } = exercises[made.index] ?? catalogue[0] ?? exercise('', '', null, null);
			expect(resolver.resolve(spell(made, name, 2017)).exercise).toBeNull();
		}
	});
});
