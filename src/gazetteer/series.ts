import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { readData } from '../data.js';
import { nameWords } from '../text/name-words.js';
import { NameIndex } from './name-index.js';
import { exerciseKey } from './names.js';

export const seriesSchema = z.strictObject({
	/** kebab-case, stable: `northern-interaction`. */
	id: z.string().regex(/^[a-z0-9-]+$/),
	/** The commonest English name, without a year. */
	name: z.string().min(1),
	/** Other English forms: translations, transliterations, abbreviations. Case, marks and separators are folded. */
	aliases: z.array(z.string().min(1)).default([]),
	/** Other forms that are ordinary words though the name is none ("West" for Zapad). */
	ordinaryAliases: z.array(z.string().min(1)).default([]),
	/** Names in their own languages: { "zh": ["海上联合"], "ru": ["Морское взаимодействие"] }. */
	native: z.record(z.string(), z.array(z.string().min(1))).default({}),
	/** True when the name is an ordinary word or a place name too ("Ocean", "West", "Shield"): taken for an exercise only with a year, quotation marks or an exercise word beside it. */
	ordinary: z.boolean().default(false),
	/** True for a series that counts its editions: "Great Prophet 17" is the seventeenth, not of 2017. */
	numbered: z.boolean().default(false),
	/** The year of its first edition, as far as known: no two digits behind its name mean an earlier one. */
	since: z.int().optional(),
	kind: z.enum(['exercise', 'patrol', 'competition']).default('exercise'),
	/** Ids of countries or alliances that usually hold it. One country or two are taken to take part in every edition, by the list. */
	usually: z.array(z.string()).default([]),
});
export type Series = z.output<typeof seriesSchema>;

/** One name of a series, as it stands in an index. */
export interface SeriesName {
	readonly series: Series;
	readonly ordinary: boolean;
}

/** The series with their names looked up. Made by `createSeriesList`. */
export interface SeriesList {
	readonly all: readonly Series[];
	/** For one pass over a text. */
	readonly names: NameIndex<SeriesName>;
	series(id: string): Series | undefined;
	/** The series of a printed name, whatever its year, case and separators: "North. Interaction-2023" → Northern/Interaction. */
	seriesOf(name: string): Series | null;
}

/** Every name of a series, its own first. */
export function namesOfSeries(series: Series): string[] {
	return [...new Set([series.name, ...series.aliases, ...series.ordinaryAliases, ...Object.values(series.native).flat()])];
}

/**
 * Builds the look-up structures.
 * @throws Error in one line naming the entry: an id twice, or a name that belongs to two series.
 */
export function createSeriesList(all: readonly Series[]): SeriesList {
	const byId = new Map<string, Series>();
	const byKey = new Map<string, Series>();
	const names = new NameIndex<SeriesName>();
	for (const series of all) {
		if (byId.has(series.id)) throw new Error(`"${series.id}": this id is given twice`);
		byId.set(series.id, series);
		for (const name of namesOfSeries(series)) {
			const key = exerciseKey(name);
			for (const form of [key, joined(key)]) {
				const other = byKey.get(form);
				if (other && other !== series) throw new Error(`"${series.id}": "${name}" is a name of "${other.id}" already`);
				byKey.set(form, series);
			}
			for (const form of printedForms(name))
				names.add(form, { series, ordinary: series.ordinary || series.ordinaryAliases.includes(name) });
		}
	}
	return {
		all,
		names,
		series: (id) => byId.get(id),
		seriesOf: (name) => {
			const key = exerciseKey(name);
			return byKey.get(key) ?? byKey.get(joined(key)) ?? null;
		},
	};
}

const joined = (key: string): string => key.replaceAll(' ', '');

/** As written, and a short name in capitals as a word too: "RIMPAC", "Rimpac". */
function printedForms(name: string): string[] {
	const [only, second] = nameWords(name);
	if (!only || second || name !== name.toUpperCase() || name.length < 4) return [name];
	return [name, name.charAt(0) + name.slice(1).toLowerCase()];
}

let opened: SeriesList | undefined;

/** Takes up the series of the data file and of a file of the user's own. @throws Error in one line naming the file and the entry. */
export function openSeries(ownFile?: string): void {
	opened = ownFile ? extendSeriesList(ownFile) : createSeriesList(listedSeries());
}

const listedSeries = (): Series[] => readData('gazetteer/data/series.json', z.array(seriesSchema));

const current = (): SeriesList => {
	opened ??= createSeriesList(listedSeries());
	return opened;
};

/** The series that `openSeries` took up last; where nobody did, those of the data file, read when they are first asked for. */
export const seriesList: SeriesList = {
	get all() {
		return current().all;
	},
	get names() {
		return current().names;
	},
	series: (id) => current().series(id),
	seriesOf: (name) => current().seriesOf(name),
};

/**
 * The series of the data file and those of a file of the user's own, in the same form; an id given again replaces the entry.
 * @throws Error in one line naming the file and the entry.
 */
export function extendSeriesList(file: string): SeriesList {
	const own = readSeriesFile(file);
	const replaced = new Set(own.map(({ id }) => id));
	try {
		return createSeriesList([...listedSeries().filter(({ id }) => !replaced.has(id)), ...own]);
	} catch (error) {
		throw new Error(`${file}: ${error instanceof Error ? error.message : error}`);
	}
}

function readSeriesFile(file: string): Series[] {
	let json: unknown;
	try {
		json = JSON.parse(readFileSync(file, 'utf8'));
	} catch (error) {
		throw new Error(`${file}: ${error instanceof SyntaxError ? 'is no valid JSON' : 'cannot be read'}`);
	}
	const parsed = z.array(seriesSchema).safeParse(json);
	if (parsed.success) return parsed.data;
	const [first] = parsed.error.issues;
	const at = first?.path[0];
	const entry = Array.isArray(json) && typeof at === 'number' ? json[at] : undefined;
	const named = z.object({ id: z.string() }).safeParse(entry);
	const which = named.success ? `"${named.data.id}"` : typeof at === 'number' ? `entry ${at + 1}` : 'the list';
	throw new Error(`${file}: ${which}: ${first?.path.slice(1).join('.') || 'entry'}: ${first?.message}`);
}
