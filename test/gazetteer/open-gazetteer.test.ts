import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { gazetteer } from '../../src/gazetteer/gazetteer.js';
import { openGazetteer } from '../../src/gazetteer/open-gazetteer.js';
import { placeNamed } from '../../src/gazetteer/place-search.js';
import { seriesList } from '../../src/gazetteer/series.js';

let folder = '';
const at = (name: string) => join(folder, name);
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'own-'));
	const lake = { id: 'zyxwv-lake', kind: 'lake', name: 'Zyxwv Lake', lat: 1, lon: 2, radiusKm: 3 };
	await writeFile(at('places.json'), JSON.stringify({ places: [lake, { ...lake, id: 'sea-of-japan', name: 'Sea of Zyxwv' }] }));
	await writeFile(at('series.json'), JSON.stringify([{ id: 'zyxwv-parasol', name: 'Zyxwv Parasol' }]));
});
afterEach(() => openGazetteer({}));
afterAll(() => rm(folder, { recursive: true }));

it('takes up places and series of the user’s own beside those of the data files, and replaces an entry by its id', () => {
	expect(placeNamed('Zyxwv Lake')).toBeUndefined();
	expect(seriesList.seriesOf('Zyxwv Parasol 2030')).toBeNull();
	openGazetteer({ placesFile: at('places.json'), seriesFile: at('series.json') });
	expect(placeNamed('Zyxwv Lake')?.id).toBe('zyxwv-lake');
	expect(gazetteer.place('sea-of-japan')?.name).toBe('Sea of Zyxwv');
	expect(gazetteer.place('sea-of-okhotsk')?.name).toBe('Sea of Okhotsk');
	expect(seriesList.seriesOf('Zyxwv Parasol 2030')?.id).toBe('zyxwv-parasol');
	expect(seriesList.seriesOf('Vostok 2022')?.id).toBe('vostok');
});

it('holds the data files alone where no file is named', () => {
	openGazetteer({ placesFile: at('places.json') });
	openGazetteer({});
	expect(placeNamed('Zyxwv Lake')).toBeUndefined();
	expect(gazetteer.place('sea-of-japan')?.name).toBe('Sea of Japan');
});

it('keeps what it held when a file is refused', () => {
	expect(() => openGazetteer({ placesFile: at('nowhere.json') })).toThrow(/nowhere\.json: /);
	expect(gazetteer.place('sea-of-japan')?.name).toBe('Sea of Japan');
});
