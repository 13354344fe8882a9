import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import type { z } from 'zod';

const require = createRequire(import.meta.url);

/**
 * Reads a JSON data file that stands in a room (`gazetteer/data/series.json`) and checks it against its schema.
 * The files stay under `src/` in the build too: the package's `imports` map finds them from either place.
 * @throws Error naming the file, when it does not fit its schema.
 */
export function readData<Schema extends z.ZodType>(path: `${string}.json`, schema: Schema): z.output<Schema> {
	const parsed = schema.safeParse(require(`#data/${path}`));
	if (parsed.success) return parsed.data;
	const [first] = parsed.error.issues;
	throw new Error(`The data file ${path} is not valid at ${first?.path.join('.')}: ${first?.message}`);
}

/** The package's `src/`, where the data files stand, whether the program runs from there or from the build. */
export const dataFolder = dirname(require.resolve('#data/data.ts'));
