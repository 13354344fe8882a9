import type { Reading } from '../library.js';
import { COLOURS, type Reply } from './reply.js';
import { fill, type Words } from './words.js';

/** A reply that says below how far the documents are read for exercises: what it lacks may still come. A page leaves room for the line. */
export function withProgress(reply: Reply, reading: Reading | null, words: Words): Reply {
	if (!reading) return reply;
	const description = `-# ${fill(words.say.stillReading, { n: reading.read, of: reading.of })}`;
	return { ...reply, embeds: [...reply.embeds, { description, color: COLOURS.plain }] };
}
