import type { z } from 'zod';
import {
	type AskForChoices,
	ChoicesOutcome,
	InteractionOutcome,
	type OpenThread,
	Outcome,
	PageEvent,
	PageMessages,
	PageState,
	type SendMessage,
	type StartInteraction,
} from '../page-contract.js';

const UNREACHABLE = 'The local Discord does not answer. Is it still running?';

async function get<T>(address: string, shape: z.ZodType<T>): Promise<T> {
	const response = await fetch(address);
	return shape.parse(await response.json());
}

/** A request that cannot be made is an outcome with a sentence, like one that was refused. */
async function post<T>(address: string, body: unknown, shape: z.ZodType<T>): Promise<T | { ok: false; error: string }> {
	try {
		const response = await fetch(address, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
		return shape.parse(await response.json());
	} catch {
		return { ok: false, error: UNREACHABLE };
	}
}

export const readState = () => get('/page/state', PageState);

export const readMessages = async (channelId: string, as: string) =>
	(await get(`/page/channels/${channelId}/messages?as=${as}`, PageMessages)).messages;

export const sendMessage = (channelId: string, message: SendMessage) => post(`/page/channels/${channelId}/messages`, message, Outcome);

export const tellTyping = (channelId: string, as: string) => post(`/page/channels/${channelId}/typing`, { as }, Outcome);

export const openThread = (channelId: string, thread: OpenThread) => post(`/page/channels/${channelId}/threads`, thread, Outcome);

export const startInteraction = (interaction: StartInteraction) => post('/page/interactions', interaction, InteractionOutcome);

export const askForChoices = (question: AskForChoices) => post('/page/autocomplete', question, ChoicesOutcome);

/**
 * Listens to what happens, as one member sees it.
 * @param onOpen called at the first connection and after each interruption, when events may have been missed
 * @returns what ends the listening
 */
export function listen(as: string, onEvent: (event: PageEvent) => void, onOpen: () => void, onLost: () => void): () => void {
	const source = new EventSource(`/page/events?as=${as}`);
	source.onopen = onOpen;
	source.onerror = onLost;
	source.onmessage = (event: MessageEvent<string>) => onEvent(PageEvent.parse(JSON.parse(event.data)));
	return () => source.close();
}
