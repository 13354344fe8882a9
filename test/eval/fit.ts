import { writeFile } from 'node:fs/promises';
import { explainQuestion } from '../../src/answers/answer-question.js';
import { featureNames } from '../../src/answers/features.js';
import type { Judged } from '../../src/answers/judge.js';
import { loadCorpus } from '../../src/corpus/load.js';
import type { Library } from '../../src/library.js';
import { libraryOf } from '../../src/memory-library.js';
import { type GoldQuestion, meets, readGoldQuestions } from './questions.js';

/**
 * tsx test/eval/fit.ts OUT DOCUMENTS QUESTIONS [DOCUMENTS QUESTIONS …]
 * Writes what the judge sees of every question's likeliest sentences, with whether each is right. A question with a `near_doc` is asked of
 * that document alone.
 */
const sentencesKept = 8;
const [out = 'features.json', ...sets] = process.argv.slice(2);
const rows = [];
for (let at = 0; at + 1 < sets.length; at += 2) {
	const { documents } = await loadCorpus(sets[at] ?? '');
	const whole = await libraryOf(documents);
	const alone = new Map<string, Library>();
	for (const document of documents) alone.set(document.file, await libraryOf([document]));
	for (const gold of await readGoldQuestions(sets[at + 1] ?? '')) {
		const { judged } = await explainQuestion((gold.near_doc && alone.get(gold.near_doc)) || whole, gold.question);
		const sentences = judged.slice(0, sentencesKept).map((one) => ({
			features: featureNames.map((name) => one.features[name]),
			right: isRight(gold, one),
			text: one.document.text.slice(one.sentence.start, one.sentence.end),
		}));
		rows.push({ set: sets[at], id: gold.id, question: gold.question, answerable: gold.doc !== null, sentences });
	}
}
await writeFile(out, JSON.stringify({ features: featureNames, rows }));

function isRight(gold: GoldQuestion, { document, sentence }: Judged): boolean {
	return (gold.doc?.includes(document.file) ?? false) && meets(gold, [document.text.slice(sentence.start, sentence.end)]);
}
