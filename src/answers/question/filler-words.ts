import { z } from 'zod';
import { readData } from '../../data.js';

const words = z.array(z.string().min(1)).min(1);
const data = readData(
	'answers/data/filler-words.json',
	z.strictObject({
		/** What people say before a question and behind it. */
		before: words,
		after: words,
		/** What a single word beside a name asks for: "vostok 2022 dates". */
		keywords: z.array(z.strictObject({ words, question: z.string().includes('{name}') })),
		/** What is said of another message that is replied to, and is no question of its own. */
		pointing: words,
	}),
);

const gap = '[\\s,.:;!?…()–—-]';
const oneOf = (list: readonly string[]): string => list.toSorted((a, b) => b.length - a.length).join('|');
const before = new RegExp(`^${gap}*(?:${oneOf(data.before)})(?:${gap}+|$)(?:(?:but|if|whether)\\s)?`, 'i');
const after = new RegExp(`${gap}+(?:${oneOf(data.after)})${gap}*$`, 'i');

/**
 * A question without filler words: "hey plz who hosted it lol" asks who hosted it. Left alone where nothing else is
 * said.
 */
export function withoutFillers(typed: string): string {
	let question = typed;
	for (;;) {
		const shorter = question.replace(before, '').replace(after, '').trim();
		if (shorter === '' || shorter === question) return question;
		question = shorter;
	}
}

/** Whether a reply only points at the message that it answers: "^", "what about this?". */
export function pointsAtMessage(text: string): boolean {
	const said = withoutFillers(text.toLowerCase().replace(/\s+/g, ' ').trim()).replace(/[?!.,\s]+$/, '');
	return said === '' || data.pointing.includes(said);
}

/**
 * "vostok 2022 dates" put as a question; anything else as it is: "who hosted vostok 2022" asks already.
 * @param isName whether some words are the name of an exercise and nothing else
 */
export function keywordsAsQuestion(question: string, isName: (words: string) => boolean): string {
	const all = question.split(' ');
	for (const [word = '', rest] of [
		[all.at(-1), all.slice(0, -1)],
		[all[0], all.slice(1).filter((one, index) => index > 0 || !/^(?:of|for)$/i.test(one))],
	] as const) {
		const name = rest.join(' ');
		const found = data.keywords.find(({ words: known }) => known.includes(word.toLowerCase()));
		if (found && isName(name)) return found.question.replace('{name}', name).replace(/\?$/, '');
	}
	return question;
}
