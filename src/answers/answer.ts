import type { Document, TextKind } from '../corpus/document.js';
import type { Quote } from '../corpus/quote.js';
import type { Span } from '../text/span.js';
import type { SmallTalk } from './question/small-talk.js';

/** A quote with the answering words marked, as spans of the document. */
export interface Evidence {
	readonly quote: Quote;
	readonly highlights: readonly Span[];
	/** What the quoted text is, so that a link line or a post is labelled as one. */
	readonly kind: TextKind;
	/** Other documents that print the same sentence in the same story. */
	readonly alsoIn?: readonly Document[];
	/** Set when sides of a dispute are shown: 1, 2, … */
	readonly side?: number;
}

export interface Answer {
	readonly question: string;
	readonly answered: boolean;
	/** 0 to 1, calibrated: of answers given at 0.8 about 80 % are right. */
	readonly confidence: number;
	/** The answering words as printed, or null. */
	readonly answer: string | null;
	/** Best first, one to three; when unanswered, the nearest passages, offered as such. */
	readonly evidence: readonly Evidence[];
	/** The exercise the question is about, by id. */
	readonly exercise: string | null;
	/** Why there is no answer: a fixed phrase with the names it speaks of. */
	readonly reason: Reason | null;
}

/** Why the documents do not answer; `replies/` and the terminal put it into words. */
export type Reason =
	| { readonly why: 'empty' }
	| { readonly why: 'nothing' }
	| { readonly why: 'unknown exercise'; readonly name: string }
	| { readonly why: 'absent year'; readonly name: string; readonly year: number; readonly editions: readonly string[] }
	/** Something near was found and nothing sure; `about` is the exercise that was asked about. */
	| { readonly why: 'no sure answer'; readonly about: string | null }
	/** Whether something is so was asked, and no sentence says it or denies it. */
	| { readonly why: 'neither said' }
	/** The question is in a language that the documents are not in; `exercises` are those that it names, by id. */
	| { readonly why: 'another language'; readonly exercises: readonly string[] }
	/** A greeting, thanks or the like. */
	| ({ readonly why: 'small talk' } & SmallTalk)
	/** It leans on an exercise that nobody has named. */
	| { readonly why: 'which exercise' }
	/** A list of exercises was asked for: those of the catalogue that fit, by id and by name. */
	| { readonly why: 'a list'; readonly exercises: readonly string[]; readonly names: readonly string[] }
	/** Two exercises are to be compared, by id and by name. */
	| { readonly why: 'a comparison'; readonly exercises: readonly string[]; readonly names: readonly string[] }
	/** Two names were asked about that are one exercise, whose name is given; by the series list alone where no document says so. */
	| { readonly why: 'one exercise'; readonly name: string; readonly isByTheSeriesList: boolean }
	/** Of two questions in one this one is not answered; the evidence is of the other. */
	| { readonly why: 'in part'; readonly asked: string };
