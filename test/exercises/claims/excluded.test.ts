import { expect, test } from 'vitest';
import { isExcluded } from '../../../src/exercises/claims/excluded.js';

const sentences: readonly (readonly [sentence: string, excluded: readonly string[], named: readonly string[]])[] = [
	['Sweden, but not Norway, took part.', ['Norway'], ['Sweden']],
	['Unlike Denmark and Finland, Poland sent ships.', ['Denmark', 'Finland'], ['Poland']],
	['It was held without Germany or the Netherlands off Estonia.', ['Germany', 'Netherlands'], []],
	['All allies except for Hungary sent troops; Spain sent two ships.', ['Hungary'], ['Spain']],
	['Ships of Italy rather than France led it.', ['France'], ['Italy']],
	['China and Russia did it instead of Japan and South Korea.', ['Japan', 'South Korea'], ['China', 'Russia']],
	['Not only Chile but Peru took part.', [], ['Peru']],
	['Turkey did not say when Greece would come.', [], ['Greece', 'Turkey']],
];

test.each(sentences)('%s', (sentence, excluded, named) => {
	const spanOf = (word: string) => ({ start: sentence.indexOf(word), end: sentence.indexOf(word) + word.length });
	const whole = { start: 0, end: sentence.length };
	for (const word of excluded) expect(isExcluded(sentence, spanOf(word), whole), word).toBe(true);
	for (const word of named) expect(isExcluded(sentence, spanOf(word), whole), word).toBe(false);
});
