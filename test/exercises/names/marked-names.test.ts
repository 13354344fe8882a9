import { expect, it } from 'vitest';
import { readDocument } from '../../../src/corpus/read.js';
import { mergeExtracts } from '../../../src/exercises/catalogue/catalogue.js';
import { extract } from '../../../src/exercises/extract.js';
import { tell } from '../../corpus/generate.js';

const names: readonly (readonly [string, string])[] = [
	['Steadfast', 'Defender 2024'],
	['Sea', 'Breeze 2024'],
	['Cobra', 'Gold 2023'],
	['Pacific', 'Vanguard 2022'],
	['Northern/Interaction', '2023'],
	['Joint', 'Sea-2021'],
];

/** Marks and characters that a reader does not see, or not as a part of the name; those of Markdown stand in .md files. */
const ways: readonly { readonly files: readonly string[]; readonly write: (first: string, rest: string) => string }[] = [
	...[
		(a: string, b: string) => `${a}_${b.replace(' ', '_')}`,
		(a: string, b: string) => `${a} *${b}*`,
		(a: string, b: string) => `*${a}* ${b}`,
		(a: string, b: string) => `**${a}** **${b}**`,
		(a: string, b: string) => `**${a}** ${b}`,
		(a: string, b: string) => `***${a} ${b}***`,
		(a: string, b: string) => `_${a}_ ${b}`,
		(a: string, b: string) => `__${a} ${b}__`,
		(a: string, b: string) => `${a} _${b}_`,
		(a: string, b: string) => `**${a} *${b}***`,
		(a: string, b: string) => `${a}&nbsp;${b}`,
		(a: string, b: string) => `${a}&#160;${b}`,
		(a: string, b: string) => `${a}&#xA0;${b}`,
		(a: string, b: string) => `${a}\u00A0${b}`,
		(a: string, b: string) => `${a}\u202F${b}`,
		(a: string, b: string) => `${a}\u200B ${b}`,
		(a: string, b: string) => `${a} \u200B${b}`,
		(a: string, b: string) => `${a.slice(0, 2)}\u200B${a.slice(2)} ${b}`,
		(a: string, b: string) => `${a.slice(0, 2)}\u00AD${a.slice(2)} ${b}`,
		(a: string, b: string) => `${a.slice(0, 2)}&shy;${a.slice(2)} ${b}`,
		(a: string, b: string) => `${a}\uFEFF ${b}`,
		(a: string, b: string) => `${a} \u200E${b}\u200E`,
		(a: string, b: string) => `\u2066${a} ${b}\u2069`,
		(a: string, b: string) => `${a}\u2060 ${b}`,
		(a: string, b: string) => `<b>${a}</b> ${b}`,
		(a: string, b: string) => `<em>${a} ${b}</em>`,
		(a: string, b: string) => `<span class="x">${a}</span> <i>${b}</i>`,
		(a: string, b: string) => `${a}<!-- x --> ${b}`,
		(a: string, b: string) => `[${a} ${b}](https://example.org/a_b)`,
	].map((write) => ({ files: ['a.md', 'a.txt'], write })),
	...[
		(a: string, b: string) => `[${a}](https://example.org/a) ${b}`,
		(a: string, b: string) => `[[${a} ${b}]]`,
		(a: string, b: string) => `[[drills|${a} ${b}]]`,
		(a: string, b: string) => `[${a} ${b}][1]`,
		(a: string, b: string) => `\`${a}\` ${b}`,
		(a: string, b: string) => `==${a}== ${b}`,
		(a: string, b: string) => `${a} ${b}[^1]`,
		(a: string, b: string) => `${a.slice(0, 2)}*${a.slice(2)}* ${b}`,
	].map((write) => ({ files: ['a.md'], write })),
];

function exercisesOf(file: string, name: string): string[] {
	const text = `Notes\n\nThe ministry spoke on Monday.\n\nExercise ${name} was held in Poland in the spring of that year, the ministry said.\n\nAll went home again.\n`;
	return mergeExtracts([extract(readDocument(file, new TextEncoder().encode(text)))]).map(
		(exercise) => `${exercise.name} ${exercise.year}`,
	);
}

/** A paragraph wrapped at a column, the words before the name so long that the name comes to every place of a line. */
function wrapped(name: string, width: number, padding: number, mark: string, lineEnd: string): string {
	const before = 'The ministry said in its statement that many ships and aircraft of the two countries had come to this one and that'.slice(
		0,
		60 + padding,
	);
	const words =
		`${before} exercise ${name} was held in Poland in the spring of that year with all of the ships and aircraft that had been sent for it.`.split(
			' ',
		);
	const lines: string[] = [];
	for (const word of words) {
		const last = lines.at(-1);
		if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
		else lines.push(word);
	}
	return `Notes\n\n${lines.map((line) => `${mark}${line}`).join(lineEnd)}${lineEnd}\nAll went home again.\n`;
}

it('reads the name over the ends of lines', () => {
	const misses: string[] = [];
	let tried = 0;
	const listed = (file: string, text: string) =>
		JSON.stringify(
			mergeExtracts([extract(readDocument(file, new TextEncoder().encode(text)))]).map(
				(exercise) => `${exercise.name.replace(/\s+/g, ' ')} ${exercise.year}`,
			),
		);
	for (const [first, rest] of names) {
		for (const width of [40, 52, 64, 72, 78]) {
			for (const [index, lineEnd] of ['\n', '\r\n', ' \r\n', '\n', '\n', '\n', '\n'].entries()) {
				tried++;
				const padding = index * 5;
				const mark = index === 6 ? '> ' : '';
				const wanted = listed('a.txt', wrapped(`${first} ${rest}`, 1000, padding, '', '\n'));
				const found = listed('a.txt', wrapped(`${first} ${rest}`, width, padding, mark, lineEnd));
				if (found !== wanted)
					misses.push(`${JSON.stringify(wrapped(`${first} ${rest}`, width, padding, mark, lineEnd))} gave ${found}, not ${wanted}`);
			}
		}
	}
	expect(tell('names over the ends of lines', tried, misses)).toBeGreaterThanOrEqual(0.95);
}, 60_000);

it('reads the name that a reader sees, whatever marks and invisible characters stand in it', () => {
	const misses: string[] = [];
	let tried = 0;
	for (const [first, rest] of names) {
		for (const { files, write } of ways) {
			for (const file of files) {
				tried++;
				const marked = write(first, rest);
				const wanted = exercisesOf(file, `${first} ${rest}`);
				const found = exercisesOf(file, marked);
				expect(wanted).toHaveLength(1);
				if (JSON.stringify(found) !== JSON.stringify(wanted)) misses.push(`${file} ${JSON.stringify(marked)} gave ${found.join(', ')}`);
			}
		}
	}
	expect(tell('names with marks in them', tried, misses)).toBeGreaterThanOrEqual(0.95);
}, 60_000);
