import {
	type APIApplicationCommandOptionChoice,
	type APIModalInteractionResponseCallbackData,
	type APIUser,
	InteractionResponseType,
} from 'discord-api-types/v10';
import type { Deadlines, Interaction } from './interactions.js';
import { type MemberActions, visibleMessages } from './member-actions.js';
import { choicesFor } from './page-api.js';
import type { OptionValues, PageMessage, StartInteraction } from './page-contract.js';
import { messageJson } from './present.js';
import type { World } from './world.js';

const PATIENCE_MS = 5_000;

/** How the bot acknowledged an interaction. */
export type Acknowledgement = 'message' | 'deferred' | 'update' | 'deferredUpdate' | 'modal';

interface Where {
	/** The channel; by default the first one of the server that has the bot. */
	channelId?: string;
	/** The member's language: de, zh-CN …; en-US by default. */
	locale?: string;
}

/** What came of an interaction, from its acknowledgement on. */
export class Reply {
	constructor(
		private readonly world: World,
		private readonly interaction: Interaction,
		readonly acknowledgedAs: Acknowledgement,
		/** The original reply (or the updated message) as it was when acknowledged; of a deferred one the "thinking" message. None for a modal. */
		readonly first: PageMessage | undefined,
	) {}

	get interactionId(): string {
		return this.interaction.id;
	}

	get modal(): APIModalInteractionResponseCallbackData | undefined {
		return this.interaction.modal;
	}

	/** The original reply as it is now; undefined when there is none, or it was deleted. */
	get message(): PageMessage | undefined {
		const { original } = this.interaction;
		return original && !original.deleted ? messageJson(this.world, original) : undefined;
	}

	get followUps(): PageMessage[] {
		return this.interaction.followUps.filter(({ deleted }) => !deleted).map((message) => messageJson(this.world, message));
	}

	/** The original reply as soon as it is no longer "thinking". @throws Error when it still is after `withinMs`. */
	settled(withinMs = PATIENCE_MS): Promise<PageMessage> {
		return this.world.until(
			() => (this.interaction.settled ? this.message : undefined),
			withinMs,
			`The deferred reply was not filled in within ${withinMs} ms`,
		);
	}

	/** The original reply as soon as it is as wanted: for later edits. @throws Error when it is not after `withinMs`. */
	until(wanted: (message: PageMessage) => boolean, withinMs = PATIENCE_MS): Promise<PageMessage> {
		const look = () => (this.message && wanted(this.message) ? this.message : undefined);
		return this.world.until(look, withinMs, `The reply did not become as wanted within ${withinMs} ms`);
	}

	/** The follow-up of that number, the first being 0. @throws Error when it has not come after `withinMs`. */
	followUp(number = 0, withinMs = PATIENCE_MS): Promise<PageMessage> {
		return this.world.until(() => this.followUps[number], withinMs, `No follow-up ${number} came within ${withinMs} ms`);
	}
}

/** Acts as a member, as Discord's own client would let them: everything it would not send throws NotPossible. */
export class Actor {
	private readonly user: APIUser;

	/** @throws Error when no member has this name. */
	constructor(
		private readonly world: World,
		private readonly actions: MemberActions,
		private readonly deadlines: Deadlines,
		name?: string,
	) {
		const user = name === undefined ? world.members[0] : world.members.find((member) => member.global_name === name);
		if (!user) throw new Error(`There is no member ${name ?? ''}`);
		this.user = user;
	}

	get id(): string {
		return this.user.id;
	}

	get name(): string {
		return this.user.global_name ?? this.user.username;
	}

	/** The channel of this member's direct messages with the bot. */
	get directMessagesId(): string {
		return this.world.directMessages(this.id)?.id ?? '';
	}

	/** Everything this member sees in a channel, oldest first. */
	messages(channelId: string): PageMessage[] {
		const channel = this.world.channels.get(channelId);
		return channel ? visibleMessages(channel, this.id).map((message) => messageJson(this.world, message)) : [];
	}

	/** Writes a message; "@Name" becomes a mention. `ping: false` makes a reply that does not mention its author. */
	say(channelId: string, content: string, options: { replyTo?: Pick<PageMessage, 'id'>; ping?: boolean } = {}): PageMessage {
		const { replyTo, ...rest } = options;
		return messageJson(this.world, this.actions.say(channelId, { as: this.id, content, ...(replyTo && { replyTo: replyTo.id }), ...rest }));
	}

	typing(channelId: string): void {
		this.actions.typing(channelId, this.id);
	}

	/** Opens a thread on a message. @returns the thread's channel id */
	openThread(message: Pick<PageMessage, 'id' | 'channel_id'>, name: string): string {
		return this.actions.openThread(message.channel_id, this.id, message.id, name).id;
	}

	/** Deletes a message of this member. */
	delete(message: Pick<PageMessage, 'id' | 'channel_id'>): void {
		this.actions.delete(message.channel_id, this.id, message.id);
	}

	/** @param name the command, or "command subcommand" @throws Error when it is not acknowledged in time */
	slash(name: string, options: OptionValues = {}, where: Where = {}): Promise<Reply> {
		return this.start({ kind: 'slash', name, options, ...this.place(where) });
	}

	/** Chooses an entry of a message's (or, by its id, a user's) context menu. */
	menu(name: string, target: Pick<PageMessage, 'id' | 'channel_id'>, where: Pick<Where, 'locale'> = {}): Promise<Reply> {
		return this.start({ kind: 'menu', name, targetId: target.id, ...this.place({ ...where, channelId: target.channel_id }) });
	}

	press(message: Pick<PageMessage, 'id' | 'channel_id'>, customId: string, where: Pick<Where, 'locale'> = {}): Promise<Reply> {
		return this.start({ kind: 'component', messageId: message.id, customId, ...this.place({ ...where, channelId: message.channel_id }) });
	}

	select(
		message: Pick<PageMessage, 'id' | 'channel_id'>,
		customId: string,
		values: string[],
		where: Pick<Where, 'locale'> = {},
	): Promise<Reply> {
		return this.start({
			kind: 'component',
			messageId: message.id,
			customId,
			values,
			...this.place({ ...where, channelId: message.channel_id }),
		});
	}

	/** Holds a file ready for an option that takes one. @returns what stands for it there */
	attach(filename: string, bytes: Uint8Array): string {
		return this.actions.attach(filename, bytes).id;
	}

	/** Fills in the modal that a reply opened. @param fields text by the custom id of its input */
	submit(reply: Reply, fields: Record<string, string>): Promise<Reply> {
		return this.start({ kind: 'modal', as: this.id, interactionId: reply.interactionId, fields });
	}

	/** The choices while `typed` stands in `option`. @throws NotPossible when none come in time */
	autocomplete(
		name: string,
		option: string,
		typed: string,
		otherOptions: OptionValues = {},
		where: Where = {},
	): Promise<APIApplicationCommandOptionChoice[]> {
		const request = { name, option, options: { ...otherOptions, [option]: typed }, ...this.place(where) };
		return choicesFor(this.world, this.actions, this.deadlines, request);
	}

	/** The first message this member sees that is as wanted, already there or still to come. @throws Error when there is none after `withinMs` */
	waitForMessage(wanted: (message: PageMessage) => boolean, withinMs = PATIENCE_MS): Promise<PageMessage> {
		const look = () => [...this.world.channels.keys()].flatMap((channelId) => this.messages(channelId)).find(wanted);
		return this.world.until(look, withinMs, `No such message came within ${withinMs} ms`);
	}

	private place({ channelId, locale }: Where): { as: string; channelId: string; locale?: string } {
		const first = [...this.world.channels.values()].find(({ guild }) => guild?.hasBot);
		return { as: this.id, channelId: channelId ?? first?.id ?? '', ...(locale && { locale }) };
	}

	private async start(request: StartInteraction): Promise<Reply> {
		const interaction = this.actions.start(request);
		const { acknowledgeWithinMs } = this.deadlines;
		const tooLate = `No acknowledgement within ${acknowledgeWithinMs} ms`;
		return this.world.until(
			() => {
				if (interaction.state === 'failed') throw new Error(tooLate);
				return interaction.state === 'acknowledged' ? this.reply(interaction) : undefined;
			},
			acknowledgeWithinMs * 2,
			tooLate,
		);
	}

	private reply(interaction: Interaction): Reply {
		const { original } = interaction;
		return new Reply(
			this.world,
			interaction,
			acknowledgementOf(interaction),
			original && !original.deleted ? messageJson(this.world, original) : undefined,
		);
	}
}

function acknowledgementOf({ callback }: Interaction): Acknowledgement {
	switch (callback) {
		case InteractionResponseType.DeferredChannelMessageWithSource:
			return 'deferred';
		case InteractionResponseType.DeferredMessageUpdate:
			return 'deferredUpdate';
		case InteractionResponseType.UpdateMessage:
			return 'update';
		case InteractionResponseType.Modal:
			return 'modal';
		default:
			return 'message';
	}
}
