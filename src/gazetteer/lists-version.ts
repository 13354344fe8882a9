import { createHash } from 'node:crypto';
import { gazetteer } from './gazetteer.js';
import { seriesList } from './series.js';

let known: { readonly of: readonly unknown[]; readonly version: string } | undefined;

/** Changes with the places, actors and series, the user's own among them. */
export function listsVersion(): string {
	const of = [gazetteer.places, gazetteer.actors, seriesList.all];
	if (!known?.of.every((list, at) => list === of[at])) {
		known = { of, version: createHash('sha256').update(JSON.stringify(of)).digest('hex') };
	}
	return known.version;
}
