import { findPlaces } from '../../gazetteer/place-mentions.js';
import { matchesOf } from '../../text/matches.js';
import type { Span } from '../../text/span.js';
import type { LocationMention } from './location-mention.js';

const deictic =
	/\bhere(?=\s(?:on\s)?(?:today|yesterday|this|last|from|for|with|in|after|as|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b|[,.;])/g;
/** "NAVAL BASE GUAM – ", "UDON THANI, Thailand, Aug. 17 (Xinhua) -- ". */
const dateline = /(?:^|\n)(?<place>\p{Lu}[\p{Lu}\s'’.-]{2,40})(?:,[^\n()–—]{2,40}?)?(?:\s\(|\s?(?:[–—]|--?)\s)/gu;

/** "opened a joint training here on Monday", below the dateline that says where that is. Not in what somebody says. */
export function deicticPlaces(text: string, { start, end }: Span): LocationMention[] {
	const slice = text.slice(start, end);
	return matchesOf(slice, deictic).flatMap((match): LocationMention[] => {
		const quoting = (slice.slice(0, match.index).match(/["“”]/g)?.length ?? 0) % 2 === 1;
		const line = quoting ? undefined : matchesOf(text.slice(0, start), dateline).at(-1);
		const printed = line?.groups?.['place'];
		if (!line || printed === undefined) return [];
		const from = line.index + line[0].indexOf(printed);
		const place = findPlaces(text, { start: from, end: from + printed.length }).find(({ how }) => how === 'name')?.place ?? null;
		const at = start + match.index;
		return place ? [{ start: at, end: at + match[0].length, place, name: place.name }] : [];
	});
}
