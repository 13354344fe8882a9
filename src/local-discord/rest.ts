import type { IncomingMessage, ServerResponse } from 'node:http';
import { readBody } from './body.js';
import { answerOf, type PlannedFaults } from './faults.js';
import type { Interactions } from './interactions.js';
import { RateLimiter, type RateLimits } from './rate-limits.js';
import { Refusal } from './refusal.js';
import { applicationRoutes } from './rest-application.js';
import { channelRoutes } from './rest-channels.js';
import { interactionRoutes } from './rest-interactions.js';
import { type Answer, createRouter } from './routes.js';
import type { World } from './world.js';

/** A request of the bot that was refused. */
export interface RefusedRequest {
	status: number;
	/** Discord's JSON error code; 0 where it gives none. */
	code: number;
	message: string;
	method: string;
	/** The path after `/api/v10`, decoded, without the query. */
	path: string;
	/** Where in the form it was wrong: `data.embeds.0.title`. */
	fields: string[];
}

export interface RestSettings {
	token: string;
	rateLimits: RateLimits | undefined;
	faults: PlannedFaults;
}

const MESSAGE_ROUTE = 'POST /channels/:channel/messages';

/** Answers the requests under `/api`; every refusal but a rate limit is kept in `refused`. */
export function createRest(world: World, interactions: Interactions, settings: RestSettings, refused: RefusedRequest[]) {
	const open = createRouter(interactionRoutes(world, interactions));
	const authorised = createRouter({ ...applicationRoutes(world), ...channelRoutes(world) });
	const limiter = new RateLimiter(settings.rateLimits, world.now);

	/** What a request is answered; the body is read first in any case, so that the client can read the refusal. */
	const answer = async (
		request: IncomingMessage,
		path: string,
		query: URLSearchParams,
	): Promise<{ answer: Answer; headers: Record<string, string> }> => {
		const method = request.method ?? '';
		const body = await readBody(request);
		const [, version = '10', place = ''] = /^(?:\/v(\d+))?(\/.*)$/.exec(path) ?? [];
		if (version !== '10') throw new Refusal('invalidVersion');
		const free = open.find(method, place);
		if (free) return { answer: await free.handler({ query, body }, ...free.parts), headers: {} };
		if (request.headers.authorization !== `Bot ${settings.token}`) throw new Refusal('unauthorized');
		const found = authorised.find(method, place);
		if (!found) throw new Refusal(authorised.knows(place) || open.knows(place) ? 'methodNotAllowed' : 'notFound');
		const headers = limiter.count(found.pattern === MESSAGE_ROUTE ? found.parts[0] : undefined);
		return { answer: await found.handler({ query, body }, ...found.parts), headers };
	};

	return async (request: IncomingMessage, response: ServerResponse, path: string, query: URLSearchParams): Promise<void> => {
		const fault = settings.faults.ofRequest(`${request.method} ${path.replace(/^\/v10/, '')}`);
		if (fault && 'cut' in fault) {
			if (fault.cut === 'after') await answer(request, path, query).catch(ignoreRefusal);
			request.socket.destroy();
			return;
		}
		if (fault) {
			await readBody(request);
			const { status, headers, json } = answerOf(fault);
			return reply(response, status, json, headers);
		}
		try {
			const { answer: given, headers } = await answer(request, path, query);
			reply(response, given.status, given.json, headers);
		} catch (error) {
			if (!(error instanceof Refusal)) throw error;
			const { status, code, message, problems, headers } = error;
			if (status !== 429) {
				const fields = problems.map((problem) => problem.path.join('.'));
				refused.push({ status, code, message, method: request.method ?? '', path: path.replace(/^\/v10/, ''), fields });
			}
			reply(response, status, error.toBody(), headers);
		}
	};
}

/** What was refused of a request whose answer is lost, nobody hears. */
function ignoreRefusal(error: unknown): void {
	if (!(error instanceof Refusal)) throw error;
}

function reply(response: ServerResponse, status: number, json: unknown, headers: Readonly<Record<string, string>>): void {
	if (json === undefined) {
		response.writeHead(status, headers).end();
		return;
	}
	response.writeHead(status, { ...headers, 'content-type': 'application/json' }).end(JSON.stringify(json));
}
