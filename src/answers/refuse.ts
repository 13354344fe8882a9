import type { Evidence } from './evidence.js';
import type { Question } from './question.js';
import { tuning } from './tuning.js';

/** Why a sentence does not answer: what it lacks, or null when it may answer. */
export function lacks(question: Question, evidence: Evidence): string | null {
	for (const { unit, share } of evidence.units) {
		const entity = unit.kind !== 'word';
		if (entity && share < 0.35) return `unit ${unit.text}`;
		if (!entity && unit.unheard) return `unheard ${unit.text}`;
	}
	if (evidence.answers !== null && evidence.answers.length === 0) return 'answer';
	const least = tuning.coverage[question.kind] ?? tuning.coverage['default'] ?? 0;
	if ((evidence.features['coverage'] ?? 0) < least) return `coverage ${evidence.features['coverage']?.toFixed(2)}`;
	return null;
}
