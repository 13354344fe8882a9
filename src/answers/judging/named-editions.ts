import { type Document, type Section, type Sentence, sectionAt } from '../../corpus/document.js';
import { namesOf } from '../../exercises/names/find-names.js';
import { type NameMention, seriesKeyOf } from '../../exercises/names/name-mention.js';
import type { Span } from '../../text/span.js';

/** The names that stand in a sentence. */
export function namesIn(document: Document, { start, end }: Span): readonly NameMention[] {
	return namesOf(document).filter((name) => name.start >= start && name.end <= end);
}

/**
 * The edition that a mention without a year means in its section: that of the year of publication, where the section
 * names it or names the exercise without a year first; else the one that it names most.
 */
export function yearMeant(document: Document, mention: NameMention): number | null {
	if (mention.year !== null) return mention.year;
	const section = sectionAt(document, mention.start);
	const mentions = namesOf(document).filter(
		(other) => seriesKeyOf(other) === seriesKeyOf(mention) && sectionAt(document, other.start) === section,
	);
	const published = section?.publishedOn ? Number(section.publishedOn.on.slice(0, 4)) : null;
	const years = mentions.flatMap(({ year }) => (year === null ? [] : [year]));
	if (published !== null && years.includes(published)) return published;
	if (published !== null && mentions[0]?.year === null) return years.find((year) => year > published) ?? published;
	const times = (year: number) => years.filter((other) => other === year).length;
	return years.toSorted((a, b) => times(b) - times(a))[0] ?? null;
}

/**
 * Whether a sentence names several exercises, or several editions of one: whose a value in it is, the record may have
 * wrong.
 */
export function namesSeveral(document: Document, sentence: Sentence): boolean {
	const editions = namesIn(document, sentence).map((name) => `${seriesKeyOf(name)} ${yearMeant(document, name)}`);
	return new Set(editions).size > 1;
}

/** The line of exercises that an article is about: that of its title, else the one it names most. */
export function mainLine(document: Document, section: Section): string | null {
	const mentions = namesOf(document).filter(({ start }) => start >= section.start && start < section.end);
	const titled = mentions.find(({ end }) => section.title && end <= section.title.end);
	if (titled) return seriesKeyOf(titled);
	const counts = new Map<string, number>();
	for (const mention of mentions) counts.set(seriesKeyOf(mention), (counts.get(seriesKeyOf(mention)) ?? 0) + 1);
	return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}
