import { expect, test } from 'vitest';
import { recordsOf, values } from '../corpus.js';

const names = ['Cold Response', 'Steel Harrier', 'Amber Heron'];
const others: readonly (readonly [sentence: string, parties: readonly string[]])[] = [
	['The exercise was hosted by Sweden in 2029, when Finland sent a company.', ['Sweden', 'Finland']],
	['In 2026, Italy and Spain took part.', ['Italy', 'Spain']],
	['The 2028 edition drew troops of Greece and Chile to Porsanger.', ['Greece', 'Chile']],
	['Last year the drill was held with forces from Japan and Brazil.', ['Japan', 'Brazil']],
];
const cases = names.flatMap((name) => others.map(([sentence, parties]) => ({ name, sentence, parties })));

test.each(cases)('what is told of another edition is not of $name 2031: $sentence', async ({ name, sentence, parties }) => {
	const exercises = await recordsOf(`Exercise ${name} 2031 opens in Norway

12 April 2031

OSLO — Exercise ${name} 2031 will start on 27 April, the army said on Friday. Troops from Poland and Denmark will train at Bardufoss.

${sentence}`);
	const own = exercises
		.filter(({ year }) => year === 2031)
		.flatMap(({ participants, organiser }) => values([...participants, ...organiser]));
	expect(own).toEqual(expect.arrayContaining(['Poland', 'Denmark']));
	for (const party of parties) expect(own).not.toContain(party);
});
