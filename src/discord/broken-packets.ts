import { type Client, InteractionResponseType, InteractionType, MessageFlags, Routes } from 'discord.js';
import type { Logger } from 'pino';
import { z } from 'zod';
import { COLOURS, notice } from '../replies/reply.js';
import { wordsFor } from '../replies/words.js';
import { factsOf } from './failures.js';

const packetShape = z.object({ t: z.string() });
const interactionShape = z.object({
	t: z.literal('INTERACTION_CREATE'),
	d: z.object({
		id: z.string().regex(/^\d{1,20}$/),
		token: z.string().regex(/^[\w.~-]+$/),
		type: z.union([
			z.literal(InteractionType.ApplicationCommand),
			z.literal(InteractionType.MessageComponent),
			z.literal(InteractionType.ModalSubmit),
		]),
		locale: z.string().default('en'),
	}),
});

/**
 * Keeps a packet that discord.js cannot read from ending the process: a line tells of it, and the member hears a word where it was theirs.
 * discord.js has no setting for this; what it throws while it reads a packet becomes a rejection that nobody can catch.
 */
export function surviveBrokenPackets(client: Client, log: Logger): void {
	const read: unknown = Reflect.get(client.ws, 'handlePacket');
	if (typeof read !== 'function') throw new Error('This version of discord.js reads packets in another way: see broken-packets.ts');
	Reflect.set(client.ws, 'handlePacket', (packet: unknown, shard: unknown): unknown => {
		try {
			return Reflect.apply(read, client.ws, [packet, shard]);
		} catch (error) {
			const event = packetShape.safeParse(packet).data?.t;
			void apologise(client, packet).then((isTold) => log.error({ event, isTold, ...factsOf(error) }, 'a packet could not be read'));
			return true;
		}
	});
}

/** @returns whether there was a member to be told, and they were */
async function apologise(client: Client, packet: unknown): Promise<boolean> {
	const interaction = interactionShape.safeParse(packet).data?.d;
	if (!interaction) return false;
	const { embeds } = notice(wordsFor(interaction.locale).miss.failed, COLOURS.failure);
	const body = { type: InteractionResponseType.ChannelMessageWithSource, data: { embeds, flags: MessageFlags.Ephemeral } };
	return client.rest.post(Routes.interactionCallback(interaction.id, interaction.token), { body, auth: false }).then(
		() => true,
		() => false,
	);
}
