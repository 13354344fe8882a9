import { expect, it } from 'vitest';
import { withProgress } from '../../src/replies/progress.js';
import { notice } from '../../src/replies/reply.js';
import { wordsFor } from '../../src/replies/words.js';

it('says below a reply how far the documents are read, in the language of whoever asks, and nothing when they are', () => {
	const reply = notice('Not found.');
	const early = withProgress(reply, { read: 1240, of: 10_000 }, wordsFor('en-US'));
	expect(early.embeds[0]).toEqual(reply.embeds[0]);
	expect(early.embeds[1]?.description).toMatch(/1.?240 of 10.?000/);
	expect(withProgress(reply, { read: 1, of: 2 }, wordsFor('de')).embeds[1]?.description).toContain('Übungen');
	expect(withProgress(reply, null, wordsFor('en-US'))).toEqual(reply);
});
