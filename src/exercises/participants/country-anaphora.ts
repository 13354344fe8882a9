import { matchesOf } from '../../text/matches.js';
import type { Span } from '../../text/span.js';
import { count, countPattern } from '../../values/number-words.js';
import { type CountryGroup, type CountryMention, namedGroups } from '../sentences/country-groups.js';
import type { SentenceReading } from '../sentences/sentence-reading.js';
import { verbPattern } from '../sentences/verbs.js';

/** How far back "the two countries" may have been named, in sentences. */
const farthestBack = 20;
/** Whom the headline and the first sentences name stays in mind to the end. */
const lead = 4;
const backward = new RegExp(
	`\\b(?:both|the\\s(?<count>${countPattern})|all\\s(?<all>${countPattern}))\\s(?:countries|nations|sides|states|militaries|navies|air\\sforces|armies|powers|neighbou?rs|allies|partners|democracies|forces)\\b`,
	'gi',
);
/** Who only watches is not meant by "the two countries". */
const watching = new RegExp(`^[^.;]{0,80}?\\b(?:${verbPattern('watch')}|observers?|invited)\\b`, 'i');

/**
 * Gives the groups of countries of any of a section's sentences, with those that "both countries" or "the three navies"
 * mean.
 */
export function groupReader(
	readings: readonly SentenceReading[],
): (reading: SentenceReading) => readonly CountryGroup[] {
	const at = new Map(readings.map((reading, index) => [reading, index]));
	return (reading) => {
		const groups = namedGroups(reading);
		const index = at.get(reading) ?? 0;
		const meant = (size: number, start: number): readonly CountryMention[] | undefined => {
			const inSentence = groups.filter(({ end }) => end <= start);
			const inReach = inSentence.findLast((group) => sizeOf(group) === size);
			if (inReach) return inReach.members;
			const recent = readings.slice(Math.max(0, index - farthestBack), index).toReversed();
			for (const earlier of [...recent, ...readings.slice(0, Math.min(index, lead))]) {
				const group = isTold(earlier)
					? namedGroups(earlier).findLast((one) => sizeOf(one) === size && !isWatching(earlier, one))
					: undefined;
				if (group) return group.members;
			}
			return undefined;
		};
		return [...groups, ...anaphoricGroups(reading, meant)].sort((a, b) => a.start - b.start);
	};
}

function isTold({ sentence }: SentenceReading): boolean {
	return sentence.kind === 'prose' || sentence.kind === 'title';
}

function isWatching({ text, sentence }: SentenceReading, { end }: Span): boolean {
	return watching.test(text.slice(end, sentence.end));
}

function anaphoricGroups(
	{ text, sentence: { start, end } }: SentenceReading,
	meant: (size: number, start: number) => readonly CountryMention[] | undefined,
): CountryGroup[] {
	return matchesOf(text.slice(start, end), backward).flatMap((match) => {
		const size = count(match.groups?.['count'] ?? match.groups?.['all'] ?? 'two');
		const span = { start: start + match.index, end: start + match.index + match[0].length };
		const members = size === undefined ? undefined : meant(size, span.start);
		return members
			? [
					{
						...span,
						members: members.map(({ country }) => ({ ...span, country, as: 'name' as const })),
						anaphoric: true,
					},
				]
			: [];
	});
}

function sizeOf(group: CountryGroup): number {
	return new Set(group.members.map(({ country }) => country.id)).size;
}
