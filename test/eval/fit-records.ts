import { readFile, writeFile } from 'node:fs/promises';
import { z } from 'zod';
import { loadCorpus } from '../../src/corpus/load.js';
import { extract } from '../../src/exercises/extract.js';
import { type ProposedField, proposalsOf, proposedFieldNames } from '../../src/exercises/proposals.js';
import { readRecords, unread } from '../../src/exercises/record-reading.js';
import { evidenceNames, weighField } from '../../src/exercises/weighing.js';
import { openReader } from '../../src/reader/reader.js';
import { isGold, isSameExercise } from './exercises.js';
import { type Gold, goldSchema } from './gold-exercises.js';

/**
 * tsx test/eval/fit-records.ts OUT DOCUMENTS EXERCISES [DOCUMENTS EXERCISES …]
 * Writes the evidence for every claim that the rules or the reader propose for an exercise of the gold, with whether it is right.
 */
const [out = 'evidence.json', ...sets] = process.argv.slice(2);
const reader = await openReader();
const rows = [];
for (let at = 0; at + 1 < sets.length; at += 2) {
	const { documents } = await loadCorpus(sets[at] ?? '');
	const gold = z.array(goldSchema).parse(JSON.parse(await readFile(sets[at + 1] ?? '', 'utf8')));
	for (const document of documents) {
		const own = gold.filter(({ docs }) => docs.includes(document.file));
		const { drafts } = extract(document);
		const readings = await readRecords(reader, document, drafts);
		for (const [index, draft] of drafts.entries()) {
			const same = own.find((one) => isSameExercise(one, draft));
			const reading = readings[index] ?? unread;
			const others = readings.filter((_, other) => other !== index);
			const proposals = proposalsOf(document, draft, reading.marks);
			for (const field of proposedFieldNames) {
				const weighed = weighField<ProposedField>({ document, draft, reading, others }, field, proposals);
				const claims = weighed.map(({ claim, evidence }) => ({
					text: claim.value,
					evidence: evidenceNames.map((name) => evidence[name]),
					right: same !== undefined && isGold(same, field, claim),
				}));
				rows.push({
					set: sets[at],
					document: document.file,
					exercise: draft.claims.names[0]?.value,
					known: same !== undefined,
					field,
					claims,
					wanted: same ? wantedOf(same, field) : 0,
				});
			}
		}
	}
}
await writeFile(out, JSON.stringify({ names: evidenceNames, rows }));

function wantedOf(gold: Gold, field: ProposedField): number {
	if (field === 'organiser') return gold.organiser ? 1 : 0;
	return gold[field].length;
}
