import { readFile, writeFile } from 'node:fs/promises';
import { z } from 'zod';
import { loadCorpus } from '../../src/corpus/load.js';
import { type ProposedField, proposalsOf, proposedFieldNames } from '../../src/exercises/evidence/proposals.js';
import { readRecords } from '../../src/exercises/evidence/record-reading.js';
import { evidenceNames, inquiriesOf, weighField } from '../../src/exercises/evidence/weighing.js';
import { extract } from '../../src/exercises/extract.js';
import { rememberNames } from '../../src/exercises/names/find-names.js';
import { namesConfirmed, readNames } from '../../src/exercises/names/reader-names.js';
import { openReader } from '../../src/reader/reader.js';
import { keepWorkIn } from '../../src/store.js';
import { isGold, isSameExercise } from './exercises.js';
import { type Gold, goldSchema } from './gold-exercises.js';
import { dot, fitLogistic } from './logistic.js';

keepWorkIn('.drillbook/kept', console.error);

/**
 * npm run fit:records -- DOCUMENTS EXERCISES [DOCUMENTS EXERCISES …]
 * Fits how likely a claim is, by what speaks for it, for each field, over the named exercises of development sets, and writes the weights to
 * src/exercises/data/evidence-weights.json. The probability from which claims are kept is the best by F1 where each set in turn was left out of the
 * fit.
 */
interface Row {
	readonly field: ProposedField;
	readonly fold: number;
	readonly wanted: number;
	readonly claims: readonly { readonly x: readonly number[]; readonly right: boolean }[];
}

/** Where the sets have nothing right to learn from. */
const asTheRulesSay = { ...Object.fromEntries(evidenceNames.map((name) => [name, 0])), bias: 0, kept: 0, added: 1 };

const sets = process.argv.slice(2);
const rows: Row[] = [];
for (let at = 0; at + 1 < sets.length; at += 2) rows.push(...(await rowsOf(sets[at] ?? '', sets[at + 1] ?? '', at / 2)));
const table = Object.fromEntries(proposedFieldNames.map((field) => [field, fittedFor(field)]));
await writeFile(new URL('../../src/exercises/data/evidence-weights.json', import.meta.url), `${JSON.stringify(table, null, '\t')}\n`);

async function rowsOf(folder: string, file: string, fold: number): Promise<Row[]> {
	const reader = await openReader();
	const { documents } = await loadCorpus(folder);
	const gold = z.array(goldSchema).parse(JSON.parse(await readFile(file, 'utf8')));
	const made: Row[] = [];
	for (const document of documents) {
		rememberNames(document, namesConfirmed(document, await readNames(reader, document)));
		const { drafts } = extract(document);
		const readings = await readRecords(reader, document, drafts);
		for (const inquiry of inquiriesOf(document, drafts, readings)) {
			const { draft, reading } = inquiry;
			const fitting = gold.filter((one) => one.docs.includes(document.file) && isSameExercise(one, draft));
			const same = fitting.find(({ year }) => year === draft.year) ?? fitting[0];
			if (!same) continue;
			const proposals = proposalsOf(document, draft, reading.marks);
			for (const field of proposedFieldNames) {
				const claims = weighField<ProposedField>(inquiry, field, proposals).map(({ claim, evidence }) => ({
					x: evidenceNames.map((name) => evidence[name]),
					right: isGold(same, field, claim),
				}));
				made.push({ field, fold, claims, wanted: wantedOf(same, field) });
			}
		}
	}
	return made;
}

function wantedOf(gold: Gold, field: ProposedField): number {
	return field === 'organiser' ? Number(gold.organiser !== null) : gold[field].length;
}

function fittedFor(field: ProposedField) {
	const own = rows.filter((row) => row.field === field);
	if (!own.some(({ claims }) => claims.some(({ right }) => right))) return asTheRulesSay;
	const regressed = (some: readonly Row[]) =>
		fitLogistic(some.flatMap(({ claims }) => claims.map(({ x, right }) => ({ x, y: Number(right) }))));
	const held = Array.from({ length: sets.length / 2 }, (_, fold) => regressed(own.filter((row) => row.fold !== fold)));
	const chance = ({ fold }: Row, x: readonly number[]): number => {
		const { bias, weights } = held[fold] ?? { bias: 0, weights: [] };
		return 1 / (1 + Math.exp(-bias - dot(weights, x)));
	};
	const f1At = (kept: (row: Row, x: readonly number[]) => boolean): number => {
		let [right, wrong, missed] = [0, 0, 0];
		for (const row of own) {
			const shown = row.claims.filter(({ x }) => kept(row, x));
			const good = shown.filter((claim) => claim.right).length;
			right += Math.min(good, row.wanted);
			wrong += shown.length - good;
			missed += Math.max(0, row.wanted - good);
		}
		return (2 * right) / Math.max(1, 2 * right + wrong + missed);
	};
	const byRule = (x: readonly number[]): boolean => x[evidenceNames.indexOf('rule')] === 1;
	// The rules have the benefit of the doubt, and the reader alone has none: what was right must not be lost for a guess.
	const pairs = [0.05, 0.1, 0.15, 0.2].flatMap((kept) => [0.9, 0.8, 0.7, 0.6, 0.55, 0.5, 0.45, 0.4].map((added) => ({ kept, added })));
	const [best] = pairs
		.map(({ kept, added }) => ({ kept, added, f1: f1At((row, x) => chance(row, x) >= (byRule(x) ? kept : added)) }))
		.sort((one, other) => other.f1 - one.f1);
	if (!best) throw new RangeError('Nothing was tried');
	const rules = f1At((_, x) => byRule(x));
	console.log(
		`${field.padEnd(13)} F1 of the rules alone ${rules.toFixed(3)}, with the reader ${best.f1.toFixed(3)}, kept from ${best.kept}, added from ${best.added}`,
	);
	const { bias, weights } = regressed(own);
	const rounded = (value: number) => Number(value.toFixed(2));
	return {
		...Object.fromEntries(evidenceNames.map((name, at) => [name, rounded(weights[at] ?? 0)])),
		bias: rounded(bias),
		kept: best.kept,
		added: best.added,
	};
}
