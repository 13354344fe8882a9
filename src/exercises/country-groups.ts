import type { Span } from '../corpus/document.js';
import type { Place } from './gazetteer.js';
import { count, countPattern } from './number-words.js';
import type { SentenceReading } from './read-sentence.js';

/** Countries named in one breath: "China and Russia", "the Iranian, Chinese, and Russian navies", "the two countries". */
export interface CountryGroup extends Span {
	readonly members: readonly CountryMention[];
	/** True for "both countries": the members were named before. */
	readonly back: boolean;
}

export interface CountryMention extends Span {
	readonly country: Place;
	/** `force`: a service or troops of the country; `name`: the country or its government. */
	readonly as: 'name' | 'government' | 'demonym' | 'force';
}

const silent = new Set(['ministry', 'office', 'outlet', 'institute']);
const listed =
	/^(?:\s?[,/–-]\s?|\s?,?\s(?:and|or|&|as\swell\sas|together\swith|along\swith)\s|\s?,\s(?:and|or)\s|['’]s?\s(?:and)\s)(?:the\s|a\s|its\sally\s)?$/;
const backward = new RegExp(
	`\\b(?:both|the\\s(?<count>${countPattern})|all\\s(?<all>${countPattern}))\\s(?:countries|nations|sides|states|militaries|navies|armies|powers|neighbou?rs|allies|partners|democracies|forces)\\b`,
	'gi',
);

/** Countries of a sentence by themselves or by their forces, in order; ministries and newspapers are left out, for they only speak. */
export function countriesOf({ places, actors }: SentenceReading): CountryMention[] {
	const spoken = actors.filter(({ actor }) => silent.has(actor.kind));
	const forces = actors.filter(({ actor }) => !silent.has(actor.kind));
	const within = (inner: Span, outers: readonly Span[]) => outers.some((outer) => inner.start >= outer.start && inner.end <= outer.end);
	const mentions: CountryMention[] = forces.flatMap(({ start, end, countries }) =>
		countries.slice(0, 1).map((country) => ({ start, end, country, as: 'force' as const })),
	);
	for (const { start, end, place, how } of places) {
		if (place.kind !== 'country' || within({ start, end }, [...spoken, ...mentions])) continue;
		mentions.push({ start, end, country: place, as: how });
	}
	return mentions.sort((a, b) => a.start - b.start);
}

/** Groups of countries of a sentence. `known` holds the groups named before it, latest last, for "the two countries". */
export function groupsOf(text: string, reading: SentenceReading, known: readonly CountryGroup[]): CountryGroup[] {
	const groups: CountryGroup[] = [];
	for (const mention of countriesOf(reading)) {
		const group = groups.at(-1);
		if (group && listed.test(text.slice(group.end, mention.start)))
			groups[groups.length - 1] = { ...group, end: mention.end, members: [...group.members, mention] };
		else groups.push({ start: mention.start, end: mention.end, members: [mention], back: false });
	}
	const { start, end } = reading.sentence;
	for (const match of text.slice(start, end).matchAll(backward)) {
		const size = count(match.groups?.['count'] ?? match.groups?.['all'] ?? 'two');
		const span = { start: start + match.index, end: start + match.index + match[0].length };
		const before = [...known, ...groups.filter((group) => group.end <= span.start)].findLast(
			(group) => !group.back && countOf(group) === size,
		);
		if (before) groups.push({ ...span, members: before.members.map(({ country }) => ({ ...span, country, as: 'name' as const })), back: true });
	}
	return groups.sort((a, b) => a.start - b.start);
}

function countOf(group: CountryGroup): number {
	return new Set(group.members.map(({ country }) => country.id)).size;
}
