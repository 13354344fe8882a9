import { describe, expect, test } from 'vitest';
import { findForces } from '../../src/exercises/sentences/force-mentions.js';
import { gazetteer } from '../../src/gazetteer/gazetteer.js';
import { findPlaces } from '../../src/gazetteer/place-mentions.js';
import { prefixedShips } from '../../src/gazetteer/ship-nations.js';
import { SHIP_PREFIXES } from '../../src/gazetteer/ship-prefixes.js';

const ships = (text: string) =>
	prefixedShips(text, { start: 0, end: text.length }).map(({ start, end, country }) => `${text.slice(start, end)} = ${country.id}`);

describe('the navy of a ship by its prefix', () => {
	test('every prefix names countries of the gazetteer', () => {
		for (const id of [...SHIP_PREFIXES.values()].flat()) expect(gazetteer.place(id)?.kind, id).toBe('country');
	});

	test.each<[string, string[]]>([
		['USS Dace, KRI Parang and HMNZS Kea', ['USS Dace = united-states', 'KRI Parang = indonesia', 'HMNZS Kea = new-zealand']],
		['the tanker HNoMS *Skagen*', ['HNoMS *Skagen = norway']],
		['BNS Meghna sailed.', ['BNS Meghna = bangladesh']],
		['The Belgian frigate BNS Lys sailed.', ['BNS Lys = belgium']],
		['Israeli officers came aboard INS Gal.', ['INS Gal = israel']],
		['MV Aurora and its Baltic crew', []],
	])('%s', (text, expected) => {
		expect(ships(text)).toEqual(expected);
	});
});

test('a ship’s name is no place, and "its" is no prefix of one', () => {
	const text = 'FGS *Hamburg* joined USS Norfolk and its Baltic partners in Kiel.';
	expect(findPlaces(text).map(({ place }) => place.id)).toEqual(['baltic-sea', 'kiel']);
	expect(findForces(text, { start: 0, end: text.length }).map(({ start, end }) => text.slice(start, end))).toContain('FGS *Hamburg');
});
