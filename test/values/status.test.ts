import { expect, test } from 'vitest';
import { readDocument } from '../../src/corpus/read.js';
import { mergeExtracts } from '../../src/exercises/catalogue/catalogue.js';
import { extract } from '../../src/exercises/extract.js';

/** `{x}` is the exercise's name as printed, `{p}` a place; what is told of it has the status. */
const frames: Readonly<Record<string, readonly string[]>> = {
	cancelled: [
		'{x} never took place in {p}, the ministry said.',
		'{x} did not go ahead in {p}.',
		'{x} will no longer take place.',
		'{x} has been called off.',
		'The defence ministry called {x} off on Monday.',
		'The ministry decided to cancel {x} because of the cost.',
		'{x}, planned for July in {p}, was scrapped.',
		'{x} was not held this year.',
		"{x} won't be held in {p}.",
		'The cancellation of {x} was announced on Monday.',
		'{x} was first put off and then cancelled.',
		'The two countries did not hold {x} in {p}.',
		'{x} was to be held in {p}, but was called off.',
		'{x} would have been held in {p} in July.',
		'{x} failed to take place.',
		'No {x} was held this year.',
		'There will be no {x} in {p} this year.',
		'There will be no {x} this year, the ministry confirmed.',
		'There will be no {x}.',
		'The ministry decided against holding {x}.',
		'The government ruled out hosting {x} in {p}.',
		'{x} was to be held in {p} in July. It was cancelled in June.',
	],
	postponed: [
		'{x} was put off until May 2025.',
		'{x} has been postponed indefinitely.',
		'The navy pushed {x} back to the spring.',
		'{x} has been delayed until next year, the ministry said.',
		'The two countries agreed to postpone {x}.',
		'{x} in {p} was deferred because of storms.',
		'The postponement of {x} was confirmed on Friday.',
		'{x} was put on hold.',
		'The start of {x} was rescheduled for March 2025.',
	],
	possible: [
		'{x} may be held in {p} in November.',
		'{x} might take place in {p}.',
		'{x} could go ahead in {p}, the admiral said.',
		'{x} was to be held in {p} in July.',
		'{x} was supposed to take place in {p}.',
		'The ministry is considering holding {x} in {p}.',
		'It is unclear whether {x} will be held.',
		'{x} is in doubt.',
		'If {x} is held in {p}, Poland will send tanks.',
		'Provided that {x} goes ahead, Poland will send tanks.',
		'{x} may be cancelled.',
		'{x} can possibly be held in {p} next year.',
		'The two countries are considering a new drill, {x}, for 2026.',
		'The ministry is mulling {x} in {p}.',
		'Had it been held, {x} would have been the largest since 1990.',
	],
	announced: [
		'{x} will be held in {p} in November.',
		'{x} kicks off on Saturday in {p}.',
		'{x} starts on 12 October in {p}.',
		'{x} is expected to begin in {p} next week.',
		'{x} has not yet been held.',
		'{x} is to take place in {p} from 5 to 9 November 2024.',
		'The two countries plan to hold {x} in {p}.',
		'{x} kicks off on 12 October in {p}.',
	],
	held: [
		'{x} was held in {p} in May.',
		'{x} took place in {p}.',
		'{x} was postponed in May and held in September.',
		'{x} was held in {p} despite calls to cancel it.',
		'{x} in {p} was cut short after an accident.',
		'{x} was not cancelled and ended on 5 July 2024.',
		'{x} was not held in the north but in the south of {p}.',
		'{x}, delayed by a storm, began in {p} on 5 September.',
		'Canada cancelled its participation in {x}, which was held in {p}.',
		'{x} ended on Friday after two weeks.',
		'{x} resumed in {p} in September after a pause.',
	],
	ongoing: ['{x} is under way in {p}.', '{x} is currently taking place in {p}.', '{x} kicked off in {p} on Monday.'],
};
const names = [
	'Exercise Sea Breeze 2024',
	'Exercise Iron Lantern 2024',
	'the exercise “Red Heron 2024”',
	'BALTOPS 2024',
	'Exercise Vigilant Tern',
];
const places = ['the Black Sea', 'Poland', 'the Gulf of Oman'];

test('what became of an exercise is what its clause says of it', () => {
	const wrong: string[] = [];
	let tried = 0;
	for (const [status, sentences] of Object.entries(frames)) {
		for (const [at, frame] of sentences.entries()) {
			for (const [index, name] of names.entries()) {
				const filled = frame.replace('{x}', name).replaceAll('{p}', places[(at + index) % places.length] ?? '');
				const sentence = filled.charAt(0).toUpperCase() + filled.slice(1);
				const text = `Notes on two navies\n\nPublished 3 October 2024\n\n${sentence}\n`;
				const [draft] = extract(readDocument('a.txt', new TextEncoder().encode(text))).drafts;
				const read = draft?.claims.status.map(({ value }) => value).join() ?? 'no exercise';
				tried++;
				if (read !== status) wrong.push(`${status}, not ${read || 'nothing'}: ${sentence}`);
			}
		}
	}
	const right = tried - wrong.length;
	console.log(`status: ${right} of ${tried} (${((100 * right) / tried).toFixed(1)} %)\n${wrong.join('\n')}`);
	expect(tried).toBeGreaterThanOrEqual(200);
	expect(right / tried).toBeGreaterThanOrEqual(0.95);
	expect(wrong.filter((line) => /^(?:cancelled|postponed|possible), not held/.test(line))).toEqual([]);
});

test.each([
	['Учения «Морской бриз» отменены.', 'cancelled'],
	['Учения «Морской бриз» перенесены на октябрь.', 'postponed'],
	['Учения «Морской бриз» могут быть отменены.', 'possible'],
	['Учения «Морской бриз» не отменены.', undefined],
	['Die Übung „Grauer Reiher“ wurde abgesagt.', 'cancelled'],
	['Die Übung „Grauer Reiher“ wurde auf den Herbst verschoben.', 'postponed'],
	['Die Übung „Grauer Reiher“ könnte abgesagt werden.', 'possible'],
	['Die Übung „Grauer Reiher“ wurde nicht abgesagt.', undefined],
	['L’exercice « Vent Bleu » a été annulé.', 'cancelled'],
	['L’exercice « Vent Bleu » n’a pas été reporté.', undefined],
	['El ejercicio «Viento Sur» ha sido aplazado.', 'postponed'],
	['El ejercicio «Viento Sur» no ha sido cancelado.', undefined],
])('%s is %s', (sentence, status) => {
	const [draft] = extract(readDocument('a.txt', new TextEncoder().encode(`Notes\n\n${sentence}\n`))).drafts;
	expect(draft).toBeDefined();
	expect(draft?.claims.status[0]?.value).toBe(status);
});

test('what was announced and is held later is no disagreement; what an earlier document has held is', () => {
	const tellAll = (...told: readonly (readonly [day: string, says: string])[]) =>
		mergeExtracts(
			told.map(([day, says], at) => {
				const text = `Notes on two navies\n\nPublished ${day} October 2024\n\nExercise Sea Breeze 2024 ${says} in the Black Sea.\n`;
				return extract(readDocument(`${at}.txt`, new TextEncoder().encode(text)));
			}),
		).flatMap(({ disagreements }) => disagreements.map(({ field }) => field));
	expect(tellAll(['3', 'will be held'], ['30', 'was held'])).toEqual([]);
	expect(tellAll(['30', 'was held'], ['3', 'may be held'])).toEqual([]);
	expect(tellAll(['3', 'was held'], ['30', 'will be held'])).toEqual(['status']);
	expect(tellAll(['3', 'was held'], ['30', 'never took place'])).toEqual(['status']);
	expect(tellAll(['3', 'was held'], ['3', 'was called off'])).toEqual(['status']);
});
