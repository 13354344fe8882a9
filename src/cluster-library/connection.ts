import { setTimeout as pause } from 'node:timers/promises';
import { Client, errors } from '@opensearch-project/opensearch';
import { z } from 'zod';
import { LibraryUnreachable } from '../library.js';
import type { ClusterAddress } from './address.js';

/** A request as the cluster's HTTP interface has it. */
export interface Request {
	readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE' | 'HEAD';
	/** Below the node's address. */
	readonly path: string;
	readonly query?: Readonly<Record<string, string | number | boolean>>;
	readonly body?: Readonly<Record<string, unknown>>;
	/** A line each, for `_bulk` and `_msearch`. */
	readonly lines?: readonly Readonly<Record<string, unknown>>[];
	/** Statuses that are answers and no failures. */
	readonly expected?: readonly number[];
	/** Milliseconds until it has failed; a few seconds by default, since somebody waits. */
	readonly patience?: number;
}

/** An index takes nothing more just now: the message says why. */
export class NotWritable extends Error {}

export function readOnlySentence(reason: string): string {
	return `The search cluster is read-only, as on a disk that is nearly full (${reason})`;
}

/**
 * A way to a cluster that gives up soon, asks once more where that may help, and lets a cluster rest that does not
 * answer.
 */
export interface Connection {
	readonly address: ClusterAddress;
	/** For reads alone: a node that fails in the middle of it costs one more attempt. @throws LibraryUnreachable */
	read<Schema extends z.ZodType>(request: Request, schema: Schema): Promise<z.output<Schema>>;
	/** For what is to be done once. @throws LibraryUnreachable */
	write<Schema extends z.ZodType>(request: Request, schema: Schema): Promise<z.output<Schema>>;
	/** Why the cluster does not answer just now, in words for people; null while it does. */
	trouble(): string | null;
	close(): Promise<void>;
}

const patience = 5_000;
/** Attempts of the client on other nodes, where one is not reached in time. */
const otherNodes = 2;
/** So long nobody asks a cluster that did not answer: a queue of those who wait for it helps nobody. */
const restMs = 2_000;
/** Another copy of a shard is known by then. */
const againAfterMs = 100;

/** @param hear is told once when the cluster is lost, and once, with null, when it answers again */
export function connect(address: ClusterAddress, hear: (trouble: string | null) => void): Connection {
	const { nodes, auth } = address;
	const client = new Client({
		nodes: [...nodes],
		...(auth ? { auth } : {}),
		requestTimeout: patience,
		maxRetries: otherNodes,
	});
	let trouble: string | null = null;
	let restsUntil = 0;

	async function once({ method, path, query, body, lines, expected, patience: requestTimeout = patience }: Request): Promise<unknown> {
		const sent = { ...(lines ? { bulkBody: [...lines] } : body ? { body } : {}), ...(query ? { querystring: { ...query } } : {}) };
		const answer = await client.transport.request({ method, path, ...sent }, { requestTimeout, ignore: [...(expected ?? [])] });
		const failed = failedSearch(answer.body);
		if (failed) throw new errors.ResponseError({ ...answer, body: failed, statusCode: failed.status });
		return method === 'HEAD' ? { status: answer.statusCode } : answer.body;
	}

	async function asked<Schema extends z.ZodType>(request: Request, schema: Schema, attempts: number): Promise<z.output<Schema>> {
		if (trouble !== null && performance.now() < restsUntil) throw new LibraryUnreachable(trouble);
		const answer = await severalTimes(() => once(request), attempts).catch((error: unknown) => {
			const failure = failureOf(error, address, request);
			if (failure instanceof LibraryUnreachable) lose(failure.message);
			throw failure;
		});
		if (trouble !== null) hear(null);
		trouble = null;
		return schema.parse(answer);
	}

	function lose(why: string): void {
		if (trouble === null) hear(why);
		trouble = why;
		restsUntil = performance.now() + restMs;
	}

	return {
		address,
		read: (request, schema) => asked(request, schema, 2),
		write: (request, schema) => asked(request, schema, 1),
		trouble: () => trouble,
		close: () => client.close(),
	};
}

const searchesSchema = z.object({ responses: z.array(z.looseObject({ status: z.number(), error: z.unknown() })) });

/** Of several searches in one request, one that failed: it fails them all. */
function failedSearch(body: unknown) {
	return searchesSchema.safeParse(body).data?.responses.find(({ error }) => error !== undefined);
}

async function severalTimes(work: () => Promise<unknown>, attempts: number): Promise<unknown> {
	try {
		return await work();
	} catch (error) {
		// A shard whose node has just ended fails with 500 though another copy is there; the client itself asks again on
		// 502 to 504.
		if (attempts === 1 || statusOf(error) < 500) throw error;
		await pause(againAfterMs);
		return severalTimes(work, attempts - 1);
	}
}

/** What it means for the whole library that a request failed; null where it is this request's own fault. */
function lossOf(error: unknown, { nodes }: ClusterAddress): string | null {
	const where = `The search cluster at ${nodes.map((node) => new URL(node).host).join(', ')}`;
	const status = statusOf(error);
	if (status === 401) return `${where} refuses the user name or password`;
	if (status === 403) return `${where} does not let this user do that`;
	if (status === 429) return `${where} has too much to do`;
	if (status >= 500) return `${where} has too few nodes to answer (${error instanceof errors.ResponseError ? reasonOf(error) : status})`;
	if (error instanceof errors.TimeoutError) return `${where} does not answer in time`;
	if (error instanceof errors.ConnectionError || error instanceof errors.NoLivingConnectionsError) {
		const isDistrusted = /certificate|self.signed|CERT_|altnames/i.test(error.message);
		if (isDistrusted)
			return `${where} has a certificate that is not trusted: name its authority's in NODE_EXTRA_CA_CERTS (${error.message})`;
		return `${where} is not reached (${error.message})`;
	}
	return null;
}

function statusOf(error: unknown): number {
	return error instanceof errors.ResponseError ? (error.statusCode ?? 0) : 0;
}

const failureSchema = z.object({ error: z.object({ type: z.string(), reason: z.string() }) });

/** The cluster's own word for what went wrong. */
function reasonOf({ body, statusCode }: errors.ResponseError): string {
	const failure = failureSchema.safeParse(body).data?.error;
	return failure ? `${failure.type}: ${failure.reason}` : `status ${statusCode}`;
}

/**
 * A failed request as whoever asked is to hear of it: the whole cluster is lost, it takes nothing, or it is this
 * request's own fault.
 */
function failureOf(error: unknown, address: ClusterAddress, { method, path }: Request): Error {
	if (error instanceof errors.ResponseError && isReadOnly(error)) return new NotWritable(readOnlySentence(reasonOf(error)));
	const lost = lossOf(error, address);
	if (lost !== null) return new LibraryUnreachable(lost, { cause: error });
	if (error instanceof errors.ResponseError) {
		return new Error(`The search cluster did not take ${method} ${path} (${reasonOf(error)})`, { cause: error });
	}
	return error instanceof Error ? error : new Error(String(error));
}

/** Without enough nodes it is blocked too, with another status. */
function isReadOnly({ body, statusCode }: errors.ResponseError): boolean {
	return (statusCode ?? 0) < 500 && failureSchema.safeParse(body).data?.error.type === 'cluster_block_exception';
}
