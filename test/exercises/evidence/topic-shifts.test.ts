import { expect, test } from 'vitest';
import { readDocument } from '../../../src/corpus/read.js';
import { proposalsOf } from '../../../src/exercises/evidence/proposals.js';
import { withReading } from '../../../src/exercises/evidence/weighing.js';
import { claimsIn } from '../../../src/exercises/exercise.js';
import { extract } from '../../../src/exercises/extract.js';
import { tell } from '../../corpus/generate.js';

const exercises: readonly (readonly [sentence: string, own: RegExp])[] = [
	['Exercise Iron Spear 2024 opened in Latvia with 4,000 troops.', /Latvia|4,000/],
	['Ships of Romania gathered in the Black Sea for Exercise Blue Anchor 2024.', /Romania|Black Sea|[Ss]hips/],
	['Exercise Red Heron 2024 was held off Kochi by India and Japan.', /Kochi|India|Japan/],
];
const others = [
	'A court in Madrid fined 55 companies of Peru for price fixing.',
	'Floods in Kentucky killed 12 people, and 600 soldiers of the National Guard were sent there.',
	'Chile bought 24 tanks from Germany; 300 jobs depend on the deal in Kiel.',
	'Sudan: 5,000 troops of the army took a town near Khartoum.',
	'The destroyer USS Example called at Cape Town, South Africa, for repairs.',
	'Vietnam received six ships from South Korea at Da Nang.',
	'Troops of Ethiopia crossed into Somalia with 40 vehicles.',
];
const titles = ['Week in brief', 'Morning briefing, 3 October'];
type Layout = (exercise: string, other: string) => string;
const layouts: Readonly<Record<string, Layout>> = {
	after: (exercise, other) => `${exercise}\n\n${other}`,
	before: (exercise, other) => `${other}\n\n${exercise}`,
	items: (exercise, other) => `* ${exercise}\n* ${other}`,
	'under headings': (exercise, other) => `## Baltic\n\n${exercise}\n\n## Elsewhere in the world\n\n${other}`,
	'in one paragraph': (exercise, other) => `${exercise} Elsewhere, ${other.charAt(0).toLowerCase()}${other.slice(1)}`,
	'in other news': (exercise, other) => `${exercise}\n\nIn other news, ${other}`,
};

/** What a reader that cannot tell matters apart would leave: every sentence speaks of the exercise, as far as it can see. */
const unsure = 0.85;

const cases = titles.flatMap((title) =>
	Object.entries(layouts).flatMap(([layout, print]) =>
		exercises.flatMap(([exercise, own]) =>
			others.map((other) => ({
				layout,
				exercise,
				own,
				other,
				text: `# ${title}\n\nPublished 3 October 2024\n\n${print(exercise, other)}\n`,
			})),
		),
	),
);

/** The words of all claims on a text's exercises that stand in the other matter; undefined where no exercise was found. */
function foreignIn({ exercise, own, other, text }: (typeof cases)[number]): string[] | undefined {
	const document = readDocument('a.md', new TextEncoder().encode(text));
	const about = new Map(document.paragraphs.flatMap(({ sentences }) => sentences.map(({ start }) => [start, unsure] as const)));
	const { drafts } = extract(document);
	if (drafts.length === 0) return undefined;
	const from = document.text.indexOf(other.slice(1));
	const home = document.text.indexOf(exercise);
	return drafts
		.map((draft) => withReading({ document, draft, reading: { about, marks: [] }, others: [] }, proposalsOf(document, draft, [])))
		.flatMap(({ claims }) => claimsIn(claims))
		.filter(({ span, text: words }) => (from < home ? span.end <= home : span.start >= from) && !own.test(words))
		.map(({ text: words }) => words);
}

test('nothing of another matter comes on a card, however likely the reader holds it', { timeout: 180_000 }, () => {
	const misses = cases.flatMap((one) => {
		const foreign = foreignIn(one);
		return foreign?.length === 0 ? [] : [`${one.layout}: ${foreign?.join() ?? 'no exercise'} in ${one.text}`];
	});
	expect(cases.length).toBeGreaterThanOrEqual(200);
	expect(tell('other matters', cases.length, misses)).toBeGreaterThanOrEqual(0.95);
});

test('in a text about the exercise its further paragraphs are of it', () => {
	const text =
		'# Iron Spear opens in Latvia\n\nPublished 3 October 2024\n\nExercise Iron Spear 2024 opened at Adazi.\n\nPoland sent 300 soldiers.\n\nMeanwhile, Estonia sent a field hospital.\n';
	const document = readDocument('a.md', new TextEncoder().encode(text));
	const about = new Map(document.paragraphs.flatMap(({ sentences }) => sentences.map(({ start }) => [start, 0.99] as const)));
	const [draft] = extract(document).drafts;
	if (!draft) throw new Error('The exercise was not found');
	const { claims } = withReading({ document, draft, reading: { about, marks: [] }, others: [] }, proposalsOf(document, draft, []));
	expect(claims.scale.map(({ text: words }) => words)).toContain('300 soldiers');
});
