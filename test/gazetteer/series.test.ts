import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { gazetteer } from '../../src/gazetteer/gazetteer.js';
import { createSeriesList, extendSeriesList, seriesList } from '../../src/gazetteer/series.js';

describe('the series list', () => {
	it.each([
		['Severnoye Vzaimodeystviye-2023', 'northern-interaction'],
		['北部·联合-2023', 'northern-interaction'],
		['North. Interaction-2023', 'northern-interaction'],
		['Морское взаимодействие', 'joint-sea'],
		['海上联合-2025', 'joint-sea'],
		['Naval Security Belt Combined War Game 202', 'maritime-security-belt'],
		['کمربند امنیت دریایی', 'maritime-security-belt'],
		['Sibu/Interaction-2021', 'zapad-interaction'],
		['Talisman Saber', 'talisman-sabre'],
		['युद्ध अभ्यास', 'yudh-abhyas'],
		['을지 자유의 방패', 'ulchi-freedom-shield'],
		['キーン・ソード', 'keen-sword'],
		['Oktoberfest 2024', undefined],
	])('%s is %s', (name, id) => {
		expect(seriesList.seriesOf(name)?.id).toBe(id);
	});

	it('says who usually holds a series in ids of the gazetteer', () => {
		const ids = new Set([...gazetteer.places, ...gazetteer.actors].map(({ id }) => id));
		const unknown = seriesList.all.flatMap(({ id, usually }) =>
			usually.filter((holder) => !ids.has(holder)).map((holder) => `${id}: ${holder}`),
		);
		expect(unknown).toEqual([]);
	});

	it('refuses one name for two series', () => {
		const [series] = seriesList.all;
		if (!series) throw new Error('the list is empty');
		expect(() => createSeriesList([series, { ...series, id: 'another' }])).toThrow(
			/^"another": ".+" is a name of "northern-interaction" already$/,
		);
	});
});

describe('a file of the user’s own', () => {
	const folder = mkdtempSync(join(tmpdir(), 'series-'));
	afterAll(() => rmSync(folder, { recursive: true }));
	const fileWith = (text: string) => {
		const file = join(folder, 'own.json');
		writeFileSync(file, text);
		return file;
	};

	it('adds series and replaces those of the same id', () => {
		const list = extendSeriesList(
			fileWith('[{"id": "quiet-fjord", "name": "Quiet Fjord"}, {"id": "vostok", "name": "Vostok", "aliases": ["Morgenland"]}]'),
		);
		expect(list.seriesOf('Quiet Fjord 2025')?.id).toBe('quiet-fjord');
		expect(list.seriesOf('Morgenland-2022')?.id).toBe('vostok');
		expect(list.seriesOf('Восток-2022')).toBeNull();
		expect(list.seriesOf('Zapad 2025')?.id).toBe('zapad');
	});

	it.each([
		['[{"id": "quiet-fjord"}]', /own\.json: "quiet-fjord": name: /],
		['[{"id": "Quiet Fjord", "name": "Quiet Fjord"}]', /own\.json: "Quiet Fjord": id: /],
		['[{"name": "Quiet Fjord"}]', /own\.json: entry 1: id: /],
		['[{"id": "a", "name": "A", "alias": ["B"]}]', /own\.json: "a": /],
		['[{"id": "east-wind", "name": "Zapad"}]', /own\.json: "east-wind": "Zapad" is a name of "zapad" already/],
		['{"id": "a"}', /own\.json: the list/],
		['[', /own\.json: is no valid JSON$/],
	])('%s is refused in one line', (text, message) => {
		const file = fileWith(text);
		expect(() => extendSeriesList(file)).toThrow(message);
		expect(() => extendSeriesList(file)).not.toThrow(/\n/);
	});

	it('that is not there is refused', () => {
		expect(() => extendSeriesList(join(folder, 'none.json'))).toThrow(/none\.json: cannot be read$/);
	});
});
