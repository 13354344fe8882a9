import type { Span } from '../text/span.js';
import { speechCue } from './cues.js';
import { overlapsAny } from './overlap.js';
import type { SentenceView } from './sentence-view.js';
import { matches } from './spans.js';

const furthest = 90;
const speakerFollows = /^(?:according to|said|added|noted)$/i;

/** Words of saying in a sentence whose speaker is one of these spans: the nearest actor before them, or directly after "according to". */
export function saidBy(view: SentenceView, speakers: readonly Span[]): Span[] {
	const actors: readonly Span[] = [...view.actors, ...view.places, ...speakers];
	return matches(view, speechCue).filter((cue) => {
		const before = actors.filter(({ end }) => end <= cue.start && cue.start - end < furthest).sort((a, b) => b.end - a.end)[0];
		if (before && overlapsAny(before, speakers)) return true;
		const after = speakers.find(({ start }) => start >= cue.end && start - cue.end < 30);
		return after !== undefined && speakerFollows.test(view.document.text.slice(cue.start, cue.end));
	});
}
