import { readFile, writeFile } from 'node:fs/promises';
import { z } from 'zod';
import { loadCorpus } from '../../src/corpus/load.js';
import { extract } from '../../src/exercises/extract.js';
import { namesOf } from '../../src/exercises/name-mentions.js';
import { readNames } from '../../src/exercises/names-read.js';
import { openReader } from '../../src/reader/reader.js';
import { isSameExercise } from './exercises.js';
import { goldSchema } from './gold-exercises.js';

const [out = 'names.json', ...sets] = process.argv.slice(2);
const reader = await openReader();
const rows = [];
for (let at = 0; at + 1 < sets.length; at += 2) {
	const { documents } = await loadCorpus(sets[at] ?? '');
	const gold = z.array(goldSchema).parse(JSON.parse(await readFile(sets[at + 1] ?? '', 'utf8')));
	for (const document of documents) {
		const own = gold.filter(({ docs }) => docs.includes(document.file));
		const read = await readNames(reader, document);
		const { drafts } = extract(document);
		const mentions = namesOf(document);
		for (const draft of drafts) {
			if (draft.seriesKey === null) continue;
			const near = read.filter((mark) => draft.mentions.some(({ start, end }) => start < mark.end && mark.start < end));
			const forms = mentions.filter(({ start }) => draft.mentions.some((one) => one.start === start)).map(({ form }) => form);
			rows.push({
				set: sets[at],
				name: draft.claims.names[0]?.value,
				right: own.some((one) => isSameExercise(one, draft)),
				listed: draft.series !== null,
				year: draft.year !== null,
				kind: draft.kind,
				forms,
				mentions: draft.mentions.length,
				sure: Math.max(0, ...near.map(({ sureness }) => sureness)),
			});
		}
		for (const mark of read) {
			if (mentions.some(({ start, end }) => start < mark.end && mark.start < end)) continue;
			const text = document.text.slice(mark.start, mark.end);
			rows.push({
				set: sets[at],
				name: text,
				context: document.text.slice(mark.start - 30, mark.end + 20),
				right: own.some(({ names }) => names.some((name) => name.text.includes(text) || text.includes(name.text))),
				added: true,
				sure: mark.sureness,
			});
		}
	}
}
await writeFile(out, JSON.stringify(rows));
