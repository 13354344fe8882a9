import type { z } from 'zod';
import type { ZodMiniType } from 'zod/mini';
import { type Problem, Refusal } from './refusal.js';

type Issue = z.core.$ZodIssue;

/**
 * A body checked against Discord's own description of it, holding only what the description knows.
 * @param at where the value stands in the body, for the paths of the problems
 * @throws Refusal 50035 with a path for each problem.
 */
export function conform<T>(schema: ZodMiniType<T>, body: unknown, at: readonly (string | number)[] = []): T {
	const parsed = schema.safeParse(body);
	if (parsed.success) return parsed.data;
	throw new Refusal(
		'invalidForm',
		parsed.error.issues.flatMap((issue) => problemsOf(issue, at)),
	);
}

function problemsOf(issue: Issue, at: readonly (string | number)[]): Problem[] {
	const path = [...at, ...issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key))];
	if (issue.code === 'invalid_union') {
		const branch = closestBranch(issue.errors);
		if (branch) return branch.flatMap((inner) => problemsOf(inner, path));
	}
	return [{ path, code: codeOf(issue), message: issue.message }];
}

/** Of a union of objects told apart by `type` (components, options) only the branch of the given type says what is wrong. */
function closestBranch(branches: readonly (readonly Issue[])[]): readonly Issue[] | undefined {
	const ofType = branches.filter(
		(issues) => !issues.some((issue) => issue.path.length === 0 || (issue.path.length === 1 && issue.path[0] === 'type')),
	);
	return ofType.toSorted((a, b) => a.length - b.length)[0];
}

function codeOf(issue: Issue): string {
	switch (issue.code) {
		case 'too_big':
			return issue.origin === 'number' ? 'NUMBER_TYPE_MAX' : 'BASE_TYPE_MAX_LENGTH';
		case 'too_small':
			return issue.origin === 'number' ? 'NUMBER_TYPE_MIN' : 'BASE_TYPE_MIN_LENGTH';
		case 'invalid_type':
			return issue.input === undefined ? 'BASE_TYPE_REQUIRED' : 'BASE_TYPE_BAD_TYPE';
		case 'invalid_union':
			return 'UNION_TYPE_CHOICES';
		case 'invalid_value':
			return 'BASE_TYPE_CHOICES';
		default:
			return issue.code === 'invalid_format' && issue.format === 'url' ? 'URL_TYPE_INVALID_URL' : 'BASE_TYPE_INVALID';
	}
}

/** The description of a body allows null almost everywhere, which means absent: the same JSON value without properties that are null. */
export function withoutNulls<T extends object>(value: T): T {
	return JSON.parse(JSON.stringify(value, (_key, inner) => (inner === null ? undefined : inner)));
}
