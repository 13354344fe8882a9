import type { IncomingMessage, ServerResponse } from 'node:http';
import type { z } from 'zod';
import { readBody } from './body.js';
import type { Deadlines } from './interactions.js';
import { canEnter, type MemberActions, visibleMessages } from './member-actions.js';
import { NotPossible } from './not-possible.js';
import {
	AskForChoices,
	type ChoicesOutcome,
	type InteractionOutcome,
	OpenThread,
	type Outcome,
	type PageEvent,
	type PageState,
	SendMessage,
	StartInteraction,
	Typing,
} from './page-contract.js';
import { messageJson, pageChannel } from './present.js';
import { Refusal } from './refusal.js';
import { type Answer, type Call, createRouter, ok } from './routes.js';
import type { World } from './world.js';

/** Waits for the choices of an autocomplete, as the page and the tests' members do. @throws NotPossible when none come in time. */
export async function choicesFor(world: World, actions: MemberActions, { acknowledgeWithinMs }: Deadlines, request: AskForChoices) {
	const interaction = actions.autocomplete(request);
	return world.until(
		() => {
			if (interaction.state === 'failed') throw new NotPossible('Loading options failed');
			return interaction.choices;
		},
		acknowledgeWithinMs * 2,
		'Loading options failed',
	);
}

/** Answers what the page asks under `/page`, by page-contract.ts. */
export function createPageApi(world: World, actions: MemberActions, deadlines: Deadlines) {
	const router = createRouter({
		'GET /state': () => ok(stateOf(world)),
		'GET /channels/:channel/messages': ({ query }, id = '') => {
			const channel = world.channels.get(id);
			const messages = channel ? visibleMessages(channel, query.get('as') ?? '') : [];
			return ok({ messages: messages.map((message) => messageJson(world, message)) });
		},
		'POST /channels/:channel/messages': (call, id = '') =>
			outcome(call, SendMessage, (request): Outcome => {
				actions.say(id, request);
				return { ok: true };
			}),
		'POST /channels/:channel/typing': (call, id = '') =>
			outcome(call, Typing, ({ as }): Outcome => {
				actions.typing(id, as);
				return { ok: true };
			}),
		'POST /channels/:channel/threads': (call, id = '') =>
			outcome(call, OpenThread, ({ as, messageId, name }): Outcome => {
				actions.openThread(id, as, messageId, name);
				return { ok: true };
			}),
		'POST /interactions': (call) =>
			outcome(call, StartInteraction, (request): InteractionOutcome => ({ ok: true, interactionId: actions.start(request).id })),
		'POST /autocomplete': (call) =>
			outcome(
				call,
				AskForChoices,
				async (request): Promise<ChoicesOutcome> => ({ ok: true, choices: await choicesFor(world, actions, deadlines, request) }),
			),
	});

	return async (request: IncomingMessage, response: ServerResponse, path: string, query: URLSearchParams): Promise<void> => {
		if (path === '/events' && request.method === 'GET') {
			streamEvents(world, response, query.get('as') ?? '');
			return;
		}
		const found = router.find(request.method ?? '', path);
		const given = found
			? await readCall(request, query, (call) => found.handler(call, ...found.parts))
			: { status: 404, json: failure('There is nothing here.') };
		response.writeHead(given.status, { 'content-type': 'application/json' }).end(JSON.stringify(given.json));
	};
}

async function readCall(
	request: IncomingMessage,
	query: URLSearchParams,
	handle: (call: Call) => Answer | Promise<Answer>,
): Promise<Answer> {
	try {
		return await handle({ query, body: await readBody(request) });
	} catch (error) {
		if (!(error instanceof Refusal)) throw error;
		return { status: 400, json: failure(error.message) };
	}
}

function failure(error: string): { ok: false; error: string } {
	return { ok: false, error };
}

async function outcome<T, O>({ body }: Call, schema: z.ZodType<T>, act: (request: T) => O | Promise<O>): Promise<Answer> {
	const parsed = schema.safeParse(body.json);
	if (!parsed.success) return { status: 400, json: failure('The page sent something that cannot be understood. Load it again.') };
	try {
		return ok(await act(parsed.data));
	} catch (error) {
		if (!(error instanceof NotPossible)) throw error;
		return ok(failure(error.message));
	}
}

function stateOf(world: World): PageState {
	return {
		applicationId: world.applicationId,
		bot: world.bot,
		online: world.online,
		guilds: world.guilds,
		channels: [...world.channels.values()].map(pageChannel),
		members: world.members.map((user) => ({ id: user.id, name: user.global_name ?? user.username })),
		commands: world.allCommands(),
	};
}

function streamEvents(world: World, response: ServerResponse, memberId: string): void {
	response.writeHead(200, { 'content-type': 'text/event-stream' });
	response.write(': the channel is open\n\n');
	const unlisten = world.listen((event, only) => {
		if (only !== undefined && only !== memberId) return;
		const channel = world.channels.get(channelOf(event) ?? '');
		if (channel && !canEnter(channel, memberId)) return;
		response.write(`data: ${JSON.stringify(event)}\n\n`);
	});
	response.on('close', unlisten);
}

function channelOf(event: PageEvent): string | undefined {
	if ('message' in event) return event.message.channel_id;
	if ('channel' in event) return event.channel.id;
	return 'channelId' in event ? event.channelId : undefined;
}
