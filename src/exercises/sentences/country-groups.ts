import type { Place } from '../../gazetteer/gazetteer.js';
import { prefixedShips } from '../../gazetteer/ship-nations.js';
import { memoised } from '../../memoised.js';
import type { Span } from '../../text/span.js';
import type { ForceMention } from './force-mentions.js';
import type { SentenceReading } from './sentence-reading.js';

/**
 * Countries named in one breath: "China and Russia", "the Iranian, Chinese, and Russian navies", "the two countries".
 */
export interface CountryGroup extends Span {
	readonly members: readonly CountryMention[];
	/** True for "both countries": the members were named before. */
	readonly anaphoric: boolean;
}

export interface CountryMention extends Span {
	readonly country: Place;
	/**
	 * `force`: a service or troops of the country; `ship`: a ship by its navy's prefix; `name`: the country or its
	 * government.
	 */
	readonly as: 'name' | 'government' | 'demonym' | 'force' | 'ship';
}

const silent = new Set(['ministry', 'office', 'outlet', 'institute']);
const listed =
	/^(?:\s\([^()]{1,60}\))?(?:\s?[,;/–-]\s?|\s?,?\s(?:and|or|&|as\swell\sas|together\swith|along\swith)\s|\s?,\s(?:and|or)\s|['’]s?\s(?:and)\s)(?:the\s|a\s|its\sally\s)?$/;
/**
 * Countries of a sentence by themselves or by their forces, in order; ministries and newspapers are left out, for they
 * only speak.
 */
export const countriesOf = memoised(
	({ text, sentence, places, actors }: SentenceReading): readonly CountryMention[] => {
		const spoken = actors.filter(({ actor }) => silent.has(actor.kind));
		const forces = actors.filter(({ actor }) => !silent.has(actor.kind));
		const within = (inner: Span, outers: readonly Span[]) =>
			outers.some((outer) => inner.start >= outer.start && inner.end <= outer.end);
		const mentions: CountryMention[] = forces.flatMap(({ start, end, countries }) =>
			countries.slice(0, 1).map((country) => ({ start, end, country, as: 'force' as const })),
		);
		for (const { start, end, place, how } of places) {
			if (place.kind !== 'country' || within({ start, end }, [...spoken, ...mentions])) continue;
			mentions.push({ start, end, country: place, as: how });
		}
		mentions.push(
			...prefixedShips(text, sentence).flatMap((ship) =>
				within(ship, mentions) ? [] : [{ ...ship, as: 'ship' as const }],
			),
		);
		return mentions.sort((a, b) => a.start - b.start);
	},
);

/** "Thai Gripens", "German Eurofighters": types of aircraft, ships or troops by name. */
export const ownedByName = /^(?:\s\p{Lu}\w*)?\s\p{Lu}[\w/-]*s\b/u;

/**
 * "Moroccan tanks", "Spain's frigate": but in "came from Germany and Moroccan tanks rolled" the first is no owner of
 * the tanks.
 */
export function ownsForce(text: string, nations: Span, force: ForceMention): boolean {
	if (force.start >= nations.end || nations.start >= force.end) return false;
	return (
		!/^\s(?:and|or)\s/.test(text.slice(nations.end, force.end)) ||
		!/\b(?:from|in|to|of|near|off)\s$/.test(text.slice(0, nations.start).slice(-8))
	);
}

/** The groups that a sentence names outright. */
export const namedGroups = memoised((reading: SentenceReading): readonly CountryGroup[] => {
	const groups: CountryGroup[] = [];
	for (const mention of countriesOf(reading)) {
		const group = groups.at(-1);
		if (group && listed.test(reading.text.slice(group.end, mention.start)) && isOneKind(reading.text, group, mention))
			groups[groups.length - 1] = { ...group, end: mention.end, members: [...group.members, mention] };
		else groups.push({ start: mention.start, end: mention.end, members: [mention], anaphoric: false });
	}
	return groups;
});

/**
 * "flown in from Germany and Moroccan tanks": a country's name and a nation's adjective are no list, unless the name is
 * short ("US and Japanese").
 */
function isOneKind(text: string, group: CountryGroup, next: CountryMention): boolean {
	const last = group.members.at(-1);
	const named = last?.as === 'name' && !/^[\p{Lu}.]+$/u.test(text.slice(last.start, last.end));
	return !(named && next.as === 'demonym' && /^\sand\s/.test(text.slice(group.end, next.start)));
}
