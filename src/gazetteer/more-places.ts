import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { createGazetteer, type Gazetteer } from './make-gazetteer.js';
import { actorSchema, placeSchema } from './place-schema.js';

/** A user's own file: places and actors in the form of the data files. An id that is already known replaces that entry. */
const moreSchema = z.strictObject({
	places: z.array(z.unknown()).default([]),
	actors: z.array(z.unknown()).default([]),
});

/**
 * A gazetteer with the places and actors of a user's JSON file: `{"places": […], "actors": […]}`, each in the form of the data files.
 * @throws Error in one line naming the file, and the entry where there is one: no such file, no JSON, an entry that does not fit its schema,
 * an id given twice, an unknown `partOf`.
 */
export function withMorePlaces(file: string, base: Gazetteer): Gazetteer {
	return extendGazetteer(base, read(file), file);
}

function read(file: string): string {
	try {
		return readFileSync(file, 'utf8');
	} catch {
		return refuse(file, 'there is no such file, or it cannot be read');
	}
}

/** The same for a file's text. */
export function extendGazetteer(base: Gazetteer, json: string, file: string): Gazetteer {
	const more = moreSchema.safeParse(parseJson(json, file));
	if (!more.success) return refuse(file, `it must be {"places": […], "actors": […]}: ${more.error.issues[0]?.message}`);
	const places = more.data.places.map((entry, at) => checked(placeSchema, entry, `places, entry ${at + 1}`, file));
	const actors = more.data.actors.map((entry, at) => checked(actorSchema, entry, `actors, entry ${at + 1}`, file));
	try {
		return createGazetteer(replaced(base.places, places), replaced(base.actors, actors));
	} catch (error) {
		return refuse(file, error instanceof Error ? error.message : String(error));
	}
}

function parseJson(json: string, file: string): unknown {
	try {
		return JSON.parse(json);
	} catch (error) {
		return refuse(file, `it is no JSON: ${error instanceof Error ? error.message : String(error)}`);
	}
}

function checked<Schema extends z.ZodType>(schema: Schema, entry: unknown, where: string, file: string): z.output<Schema> {
	const parsed = schema.safeParse(entry);
	if (parsed.success) return parsed.data;
	const [first] = parsed.error.issues;
	const id = z.object({ id: z.string() }).safeParse(entry);
	return refuse(file, `${where}${id.success ? ` ("${id.data.id}")` : ''}: ${[...(first?.path ?? []), first?.message].join(': ')}`);
}

/** The user's entries after the listed ones, in their place where the id is the same. */
function replaced<Item extends { readonly id: string }>(listed: readonly Item[], own: readonly Item[]): Item[] {
	const ids = new Set(own.map((item) => item.id));
	return [...listed.filter((item) => !ids.has(item.id)), ...own];
}

function refuse(file: string, why: string): never {
	throw new Error(`${file}: ${why.replace(/\s+/g, ' ')}`);
}
