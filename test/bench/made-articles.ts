import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { drawing } from '../corpus/generate.js';

const syllables = [
	'ba',
	'ce',
	'dor',
	'fi',
	'gan',
	'hul',
	'ji',
	'kor',
	'lem',
	'mi',
	'nar',
	'os',
	'pel',
	'qui',
	'ras',
	'so',
	'tin',
	'ul',
	'ver',
	'zan',
];
const plain = 'the of and to in a for that on with as by is at from it was its has are be were an this which'.split(' ');
const firsts = ['Amber', 'Basalt', 'Cedar', 'Drift', 'Ember', 'Fjord', 'Granite', 'Harbour', 'Iron', 'Jasper', 'Kelp', 'Larch'];
const seconds = ['Shield', 'Lantern', 'Anchor', 'Heron', 'Otter', 'Compass', 'Beacon', 'Furrow', 'Thistle', 'Keel'];
const pairs = [
	['Norway', 'Sweden'],
	['India', 'France'],
	['Japan', 'Australia'],
	['Brazil', 'Argentina'],
	['Turkey', 'Italy'],
] as const;
const places = ['the Sea of Japan', 'the Bay of Bengal', 'the Baltic Sea', 'the Aegean Sea', 'the Gulf of Oman', 'the Barents Sea'];
const months = ['January', 'March', 'May', 'July', 'September', 'November'];

const wordsPerArticle = 600;
const wordsPerParagraph = 50;
/** Words that are made up: as many as some thousand articles use. */
const madeWords = 40_000;

/** An article of 600 words, made of its number alone: an exercise, and much else in made-up words, some often and most seldom. */
export function madeArticle(number: number): { readonly file: string; readonly text: string; readonly exercise: string } {
	const draw = drawing(number + 1);
	const exercise = exerciseOf(number);
	const year = 2000 + (number % 24);
	const [one, other] = draw(pairs);
	const day = 1 + (number % 20);
	const told = `Exercise ${exercise} began in ${draw(places)} on ${day} ${draw(months)} ${year}. ${one} and ${other} take part in ${exercise} with ${100 + (number % 900)} sailors.`;
	const paragraphs = [told];
	for (let words = 30; words < wordsPerArticle; words += wordsPerParagraph) paragraphs.push(madeParagraph(draw));
	const title = `${one} and ${other} open ${exercise}`;
	return {
		file: `${String(Math.floor(number / 1_000)).padStart(2, '0')}/${number}.txt`,
		text: `${title}\n\n${day} ${draw(months)} ${year}\n\n${paragraphs.join('\n\n')}\n`,
		exercise,
	};
}

/** Five articles in a row tell of one exercise. */
function exerciseOf(number: number): string {
	const story = Math.floor(number / 5);
	const name = `${firsts[story % firsts.length]} ${seconds[Math.floor(story / firsts.length) % seconds.length]}`;
	return `${name} ${2000 + (Math.floor(story / (firsts.length * seconds.length)) % 24)}`;
}

function madeParagraph(draw: ReturnType<typeof drawing>): string {
	const words: string[] = [];
	for (let at = 0; at < wordsPerParagraph; at++) {
		const word = at % 3 === 1 ? draw(plain) : madeWord(draw);
		words.push(at % 17 === 0 ? `${word.charAt(0).toUpperCase()}${word.slice(1)}` : word);
		if (at % 17 === 16) words[at] = `${word}.`;
	}
	return `${words.join(' ')}.`;
}

const ranks = Array.from({ length: 1_000 }, (_, at) => at);

/** Often a common one, as words are in print (Zipf). */
function madeWord(draw: ReturnType<typeof drawing>): string {
	const share = (draw(ranks) + draw(ranks) / 1_000) / 1_000;
	let rest = Math.floor(madeWords ** share);
	let word = '';
	for (let at = 0; at < 3 || rest > 0; at++) {
		word += syllables[(rest + at * 7) % syllables.length];
		rest = Math.floor(rest / syllables.length);
	}
	return word;
}

/** Writes so many made articles into a folder. */
export async function writeArticles(folder: string, count: number): Promise<void> {
	for (let first = 0; first < count; first += 1_000) {
		const numbers = Array.from({ length: Math.min(1_000, count - first) }, (_, at) => first + at);
		const articles = numbers.map(madeArticle);
		await mkdir(join(folder, articles[0]?.file.split('/')[0] ?? ''), { recursive: true });
		for (const { file, text } of articles) await writeFile(join(folder, file), text);
	}
}
