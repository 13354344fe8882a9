import { matchesOf } from '../../text/matches.js';
import type { Span } from '../../text/span.js';
import type { LinkReading } from './link-reading.js';

/** Somebody's comment on an exercise: the statement as printed, and who made it. */
export interface ReactionMention extends Span {
	readonly value: string;
}

const speaker =
	/(?<who>\b(?:(?:[Dd]efen[cs]e|[Mm]ilitary|[Ss]ecurity|[Rr]egional)\s)?(?:experts?|analysts?|observers|critics|commentators|(?:\p{Lu}\w+\s)?officials)\b|\b\p{Lu}[\p{L}.'’-]+(?:\s\p{Lu}[\p{L}.'’-]+){1,4})(?:,\s[^,;.“"]{3,110},)?\s(?:has\s|have\s|had\s|also\s)?(?:said|told|argued|warned|critici[sz]ed|condemned|protested|denounced|commented|called|described|expressed|urged|lodged)\b/gu;
const says =
	/\b(?:said|told|argued|warned|critici[sz]ed|condemned|protested|denounced|commented|called|described|expressed|urged|lodged)\b/;
const announcer = /\b(?:Ministry|Ministries|Command|Staff|Navy|Army|Force|Fleet|Office|Department|Pentagon|Kremlin|Agency|News)\b/;

/** Comments of people, experts and critics in a stretch of text about an exercise; those who announce it do not comment. */
export function findReactions(text: string, { link }: LinkReading): ReactionMention[] {
	if (link.mention === null) return [];
	const { start, end } = link.reading.sentence;
	if (!says.test(text.slice(start, end))) return [];
	return matchesOf(text.slice(start, end), speaker).flatMap((match) => {
		const who = match.groups?.['who'] ?? '';
		const before = text.slice(Math.max(start, start + match.index - 30), start + match.index);
		return who === '' || announcer.test(`${before} ${who}`) ? [] : [{ start, end, value: who.replace(/\s+/g, ' ') }];
	});
}
