import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createResolver } from '../src/exercises/resolving/resolve.js';
import { createSeriesList } from '../src/gazetteer/series.js';
import { optionsSchema } from '../src/replies/command-json.js';
import { customId, readCustomId } from '../src/replies/custom-id.js';
import { analyse } from '../src/text/analyse.js';
import { sentencesIn } from '../src/text/sentences.js';
import { findDates } from '../src/values/date-mentions.js';
import { resolveDate } from '../src/values/dates.js';
import { hostileText } from './replies/generate.js';
import { FUZZ_PATIENCE_MS, runs } from './runs.js';

const dateWords = fc.constantFrom(
	...['1', '12', '31', '2023', '2024', '99', "'24", 'May', 'September', 'Sept.', 'Monday', 'last', 'next', 'this', 'week', 'month'],
	...[
		'to',
		'and',
		'-',
		'–',
		'/',
		'.',
		',',
		'of',
		'the',
		'early',
		'mid-',
		'late',
		'since',
		'3rd',
		'days',
		'from',
		'between',
		'in',
		'2024-02-30',
	],
);
const dateText = fc.array(dateWords, { minLength: 1, maxLength: 14 }).map((words) => words.join(' '));
const anyText = fc.oneof(hostileText, fc.string({ unit: 'binary', maxLength: 200 }), dateText);
const isoDay = /^\d{4}-\d{2}-\d{2}$/;

describe('whatever is written', () => {
	it('the analyser gives terms in order, each of words that are there', { timeout: FUZZ_PATIENCE_MS }, () => {
		fc.assert(
			fc.property(anyText, (text) => {
				let last = 0;
				for (const { term, start, end } of analyse(text)) {
					expect(term).not.toBe('');
					expect(start).toBeLessThan(end);
					expect(end).toBeLessThanOrEqual(text.length);
					expect(end).toBeGreaterThanOrEqual(last);
					last = end;
				}
			}),
			runs(3_000),
		);
	});

	it('the sentences tile the text: all but white space is in one of them', { timeout: FUZZ_PATIENCE_MS }, () => {
		fc.assert(
			fc.property(anyText, fc.nat(20), (text, from) => {
				const paragraph = { start: Math.min(from, text.length), end: text.length };
				let at = paragraph.start;
				for (const { start, end } of sentencesIn(text, paragraph)) {
					expect(text.slice(at, start).trim()).toBe('');
					expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
					expect(end).toBeGreaterThan(start);
					at = end;
				}
				expect(text.slice(at, paragraph.end).trim()).toBe('');
			}),
			runs(3_000),
		);
	});

	it('dates stand where they are printed, none over another, and come to days that there are', { timeout: FUZZ_PATIENCE_MS }, () => {
		const tenses = fc.constantFrom('past', 'present', 'future');
		const anchor = fc.record({
			publishedOn: fc.option(fc.constantFrom('2024-02-29', '2023-12-31', '2024-01-01').map((day) => publication(day))),
			tense: tenses,
			editionYear: fc.option(fc.constantFrom(2018, 2024)),
			printedYear: fc.option(fc.constantFrom(2019, 2023)),
		});
		fc.assert(
			fc.property(fc.oneof({ weight: 3, arbitrary: dateText }, anyText), anchor, (text, from) => {
				let last = 0;
				for (const { start, end, says } of findDates(text, { start: 0, end: text.length })) {
					expect(start).toBeGreaterThanOrEqual(last);
					expect(end).toBeGreaterThan(start);
					expect(end).toBeLessThanOrEqual(text.length);
					last = end;
					const range = resolveDate(says, from);
					for (const day of [range.from, range.to]) if (day !== null) expect(isDay(day), `${day} of ${text}`).toBe(true);
					if (range.from !== null && range.to !== null)
						expect(range.from <= range.to, `${range.from} to ${range.to} of ${text}`).toBe(true);
				}
			}),
			runs(3_000),
		);
	});

	it('a name means an exercise of the catalogue, and never one of another year than is typed', { timeout: FUZZ_PATIENCE_MS }, () => {
		const catalogue = [
			{ id: 'cedar-2022', name: 'Cedar Shield 2022', year: 2022 },
			{ id: 'cedar-2024', name: 'Cedar Shield 2024', year: 2024 },
			{ id: 'fox', name: 'Silver Fox', year: null },
		].map((one) => ({ ...one, names: [{ text: one.name }], series: null }));
		const resolver = createResolver(catalogue, createSeriesList([]));
		const typed = fc.oneof(
			hostileText,
			fc.tuple(fc.constantFrom('Cedar Shield', 'cedar shild', 'CEDAR', 'Silver Fox', 'Ceder-Shield'), fc.integer({ min: 1990, max: 2030 })),
		);
		fc.assert(
			fc.property(typed, (written) => {
				const [name, year] = typeof written === 'string' ? [written, null] : written;
				const { exercise, suggestions } = resolver.resolve(year === null ? name : `${name} ${year}`);
				if (exercise && year !== null && exercise.year !== null) expect(exercise.year).toBe(year);
				expect(suggestions.length).toBeLessThanOrEqual(25);
				for (const { id } of suggestions) expect(catalogue.map((one) => one.id)).toContain(id);
			}),
			runs(2_000),
		);
	});

	it('a custom id that is read is written back as it was', { timeout: FUZZ_PATIENCE_MS }, () => {
		const part = fc.oneof(
			fc.constantFrom('drill.card', 'source.quote', 'timeline.page', 'report.wrong', 'turn', 'open', '__proto__', '1e3', '0x1', '-1', ''),
			fc.constantFrom('constructor.x', '٣', ' 1', '1 ', 'NaN', '9'.repeat(40), '../../etc/passwd', '👍'.repeat(40)),
			fc.nat(3_000).map(String),
			fc.string({ unit: 'binary', maxLength: 40 }),
		);
		const known = fc.constantFrom(
			'drill.card',
			'where.page',
			'timeline.page',
			'compare.page',
			'sources.page',
			'source.quote',
			'report.wrong',
		);
		const written = fc.tuple(known, fc.array(part, { minLength: 1, maxLength: 7 })).map(([to, parts]) => [to, ...parts].join('|'));
		fc.assert(
			fc.property(fc.oneof(written, fc.string({ unit: 'binary' })), (id) => {
				const state = readCustomId(id);
				if (!state) return;
				const again = customId(state);
				if (again !== null) expect(readCustomId(again)).toEqual(state);
			}),
			runs(15_000),
		);
	});

	it('options hold what their command knows, each of its type, and nothing else', { timeout: FUZZ_PATIENCE_MS }, () => {
		const definition = {
			name: 'drill',
			options: [
				{ type: 'text', name: 'name', description: 'A name', required: true },
				{ type: 'number', name: 'from', description: 'A year' },
				{ type: 'flag', name: 'hide', description: 'Privately' },
			],
		} as const;
		const schema = optionsSchema(definition);
		const value = fc.oneof(fc.string(), fc.double(), fc.boolean(), fc.constant(null), fc.object());
		const given = fc.dictionary(fc.oneof(fc.constantFrom('name', 'from', 'hide', '__proto__', 'constructor'), fc.string()), value);
		fc.assert(
			fc.property(given, (options) => {
				const { success, data } = schema.safeParse(options);
				if (!success || !data) return;
				for (const [key, read] of Object.entries(data)) {
					const type = new Map<string, string>([
						['name', 'string'],
						['from', 'number'],
						['hide', 'boolean'],
					]).get(key);
					if (read !== undefined) expect(typeof read).toBe(type);
				}
				expect(Object.getPrototypeOf(data)).toBe(Object.prototype);
			}),
			runs(10_000),
		);
	});
});

function isDay(day: string): boolean {
	return isoDay.test(day) && new Date(`${day}T00:00:00Z`).toISOString().startsWith(day);
}

function publication(on: string) {
	return { on, precision: 'day' as const, span: null };
}
