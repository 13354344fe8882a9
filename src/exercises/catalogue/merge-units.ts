import type { DocumentExtract, Draft } from '../drafts/draft.js';
import { bucketsOf, namedKey } from './merge.js';

/**
 * What an extract's exercises are merged by: drafts that have no unit in common are never of one exercise. A named
 * draft has one, the key that it is filed under; an unnamed one as many as it has months.
 */
export function unitsOf(extract: DocumentExtract): string[] {
	return [...new Set(extract.drafts.flatMap((draft) => draftUnits(draft, extract.drafts)))];
}

/** @param drafts those of its extract */
export function draftUnits(draft: Draft, drafts: readonly Draft[]): string[] {
	if (draft.seriesKey !== null) return [`named ${namedKey(draft)}`];
	return bucketsOf(draft, () => (draft.main === null ? undefined : drafts[draft.main])).map((bucket) => `unnamed ${bucket}`);
}
