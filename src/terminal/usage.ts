import { parseArgs } from 'node:util';
import { z } from 'zod';
import { addressSchema } from '../cluster-library/address.js';

export const usage = `drillbook: questions about military exercises, answered in quotes from a folder of documents

  ask    [QUESTION]   the quotes that answer it, or why there are none
  search [QUERY]      passages, best first                      --top N
  drill  [NAME]       one exercise, every value with its quote
  drills              every exercise in the documents
  where  [PLACE]      the exercises at a place
  sources             the documents                             --text
  timeline            the exercises by date
  index               build the search index and keep it; with --library, make a
                      cluster hold what the folder holds        --watch
  import ADDRESS|FILE …
                      take pages, feeds and files into the documents

  --documents DIR     the folder of documents (default: DOCUMENTS_DIR, else seeds)
  --library URL       an OpenSearch cluster that holds the library (default: LIBRARY_URL, else none)
  --json              one JSON value on standard output
  --watch             index with --library: go on, take up changes and FEEDS (one of several at a time)
  --batch             ask, search, drill, where: an input a line on standard input, a JSON line out for each
  -h, --help          this page`;

/** The words on the command line are off: the message says how. */
export class BadUsage extends Error {}

const oneInput = ['ask', 'search', 'drill', 'where'] as const;
const manyInputs = ['import'] as const;
const noInput = ['drills', 'sources', 'timeline', 'index'] as const;

const requestSchema = z.object({
	command: z.enum([...oneInput, ...manyInputs, ...noInput]),
	documents: z.string().min(1).optional(),
	library: addressSchema.optional(),
	json: z.boolean().default(false),
	batch: z.boolean().default(false),
	text: z.boolean().default(false),
	watch: z.boolean().default(false),
	top: z.coerce.number().int().min(1).max(1_000).default(10),
});

/** The one command that an option is for, as the help lists it. */
const optionOf = { top: 'search', text: 'sources', watch: 'index' } as const;

export type Request = z.output<typeof requestSchema> & {
	/** The question, query, name or place; empty with `--batch` and for commands that take none. */
	readonly input: string;
	/** Addresses and files, of `import`. */
	readonly inputs: readonly string[];
};

/**
 * What a command line asks for, or `help`.
 * @throws BadUsage saying what is wrong
 */
export function readRequest(args: readonly string[]): Request | 'help' {
	const { values, positionals } = parsed(args);
	const [command, ...words] = positionals;
	if (values.help || (command === undefined && args.length === 0)) return 'help';
	if (command === undefined) throw new BadUsage('Say what to do: ask, search, drill, drills, where, sources, timeline, index or import.');
	const request = requestSchema.safeParse({ ...values, command });
	if (!request.success) throw badRequest(command, request.error.issues[0]);
	refuseElsewhere(values, request.data.command);
	if (request.data.command === 'import') return importRequest(request.data, words);
	const takesInput = oneInput.some((name) => name === request.data.command);
	if (!takesInput && words.length > 0) throw new BadUsage(`"${command}" takes no input: "${words.join(' ')}" is too much.`);
	if (!takesInput && request.data.batch) throw new BadUsage(`"${command}" takes no --batch.`);
	if (request.data.batch && words.length > 0) throw new BadUsage('With --batch the input comes from standard input.');
	if (takesInput && !request.data.batch && words.length === 0) throw new BadUsage(`"${command}" needs an input, or --batch.`);
	return { ...request.data, input: words.join(' '), inputs: [] };
}

function badRequest(command: string, issue: z.core.$ZodIssue | undefined): BadUsage {
	const field = issue?.path[0];
	if (field === 'top') return new BadUsage('--top takes a whole number from 1 to 1000.');
	if (field === 'library') return new BadUsage(`--library ${issue?.message}.`);
	if (field === 'documents') return new BadUsage('--documents takes a folder.');
	return new BadUsage(`There is no command "${command}".`);
}

function importRequest(options: z.output<typeof requestSchema>, inputs: readonly string[]): Request {
	if (inputs.length === 0 || options.batch) throw new BadUsage('"import" needs addresses or files, and takes no --batch.');
	return { ...options, input: '', inputs };
}

/** @throws BadUsage for an option that the command does not have */
function refuseElsewhere(values: Readonly<Record<string, unknown>>, command: Request['command']): void {
	for (const [option, owner] of Object.entries(optionOf)) {
		if (values[option] !== undefined && command !== owner) throw new BadUsage(`"${command}" takes no --${option}: it is for ${owner}.`);
	}
}

function parsed(args: readonly string[]) {
	try {
		return parseArgs({
			args: [...args],
			allowPositionals: true,
			options: {
				documents: { type: 'string' },
				library: { type: 'string' },
				json: { type: 'boolean' },
				batch: { type: 'boolean' },
				text: { type: 'boolean' },
				watch: { type: 'boolean' },
				top: { type: 'string' },
				help: { type: 'boolean', short: 'h' },
			},
		});
	} catch (error) {
		throw new BadUsage(error instanceof Error ? error.message : String(error));
	}
}
