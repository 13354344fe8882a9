import {
	type APIApplicationCommand,
	type APIMessageTopLevelComponent,
	type APIUser,
	ApplicationCommandOptionType,
	ApplicationCommandType,
	ApplicationIntegrationType,
	ComponentType,
	InteractionContextType,
	InteractionType,
} from 'discord-api-types/v10';
import { type Interaction, type Interactions, isUserInstalledOnly } from './interactions.js';
import { mediaType } from './media-types.js';
import { deleteMessage, postMessage } from './messages.js';
import { submittedModal } from './modals.js';
import { NotPossible } from './not-possible.js';
import { optionsToSend, optionsWhileTyping, type SentOption } from './options.js';
import type { AskForChoices, SendMessage, StartInteraction } from './page-contract.js';
import { attachmentJson, channelJson, isVisibleTo, memberJson, messageJson, PERMISSIONS, permissionsOf, plainMessage } from './present.js';
import { openThread } from './threads.js';
import type { Channel, StoredFile, StoredMessage, World } from './world.js';

const CONTENT = 2_000;

/** What members can do, checked as Discord's own client checks it. Everything throws NotPossible with a sentence for the member. */
export class MemberActions {
	constructor(
		private readonly world: World,
		private readonly interactions: Interactions,
	) {}

	say(channelId: string, { as, content, replyTo, ping }: SendMessage): StoredMessage {
		const { channel, user } = this.enter(as, channelId);
		const typed = content.trim();
		if (typed === '') throw new NotPossible('A message cannot be empty.');
		const text = withMentions(this.world, typed);
		if (text.length > CONTENT) throw new NotPossible(`A message has at most ${CONTENT} characters.`);
		const extras = { author: user, ...(replyTo && { repliesTo: findMessage(channel, replyTo, as) }) };
		const allowed = ping === false ? { allowed_mentions: { parse: [], users: mentionedIds(text), replied_user: false } } : {};
		return postMessage(this.world, channel, { content: text, ...allowed }, [], extras);
	}

	typing(channelId: string, as: string): void {
		const { channel } = this.enter(as, channelId);
		this.world.tell({ type: 'typing', channelId: channel.id, userId: as });
	}

	/** Opens a thread on a message. */
	openThread(channelId: string, as: string, messageId: string, name: string): Channel {
		const { channel } = this.enter(as, channelId);
		const message = findMessage(channel, messageId, as);
		if (!channel.guild || channel.kind === 'thread' || message.thread) throw new NotPossible('No thread can be opened here.');
		return openThread(this.world, channel, name, as, message);
	}

	/** Holds a file ready that is sent along with a command. */
	attach(filename: string, bytes: Uint8Array): StoredFile {
		const id = this.world.newId();
		const safe = filename.replace(/[^\w.-]+/g, '_');
		const url = `${this.world.address}/attachments/${id}/${id}/${safe}`;
		const file = { id, filename: safe, contentType: mediaType(safe), bytes: Buffer.from(bytes), url };
		this.world.files.set(id, file);
		return file;
	}

	/** Deletes a message of one's own. */
	delete(channelId: string, as: string, messageId: string): void {
		const { channel } = this.enter(as, channelId);
		const message = findMessage(channel, messageId, as);
		if (message.author.id !== as) throw new NotPossible('This message is by somebody else.');
		deleteMessage(this.world, message);
	}

	start(request: StartInteraction): Interaction {
		switch (request.kind) {
			case 'slash':
				return this.slash(request);
			case 'menu':
				return this.menu(request);
			case 'component':
				return this.component(request);
			case 'modal':
				return this.modal(request);
		}
	}

	autocomplete({ as, channelId, name, option, options, locale }: AskForChoices): Interaction {
		const { channel, user } = this.enter(as, channelId);
		const { command, words } = this.chatCommand(channel, name, user);
		const sent = optionsWhileTyping(command, words, option, options);
		const type = InteractionType.ApplicationCommandAutocomplete;
		return this.interactions.open({ type, user, channel, name: command.name, data: commandData(command, { options: sent }), locale });
	}

	private slash({ as, channelId, name, options, locale }: Extract<StartInteraction, { kind: 'slash' }>): Interaction {
		const { channel, user } = this.enter(as, channelId);
		const { command, words } = this.chatCommand(channel, name, user);
		const sent = optionsToSend(command, words, options);
		const data = commandData(command, { options: sent, ...this.resolved(sent) });
		return this.interactions.open({ type: InteractionType.ApplicationCommand, user, channel, name: command.name, data, locale });
	}

	private menu({ as, channelId, name, targetId, locale }: Extract<StartInteraction, { kind: 'menu' }>): Interaction {
		const { channel, user } = this.enter(as, channelId);
		const command = commandsIn(this.world, channel).find((each) => each.name === name && each.type !== ApplicationCommandType.ChatInput);
		if (!command) throw new NotPossible(`There is no menu entry "${name}" here.`);
		const data = commandData(command, { target_id: targetId, resolved: this.target(command, channel, targetId, as) });
		return this.interactions.open({ type: InteractionType.ApplicationCommand, user, channel, name, data, locale });
	}

	private target(command: APIApplicationCommand, channel: Channel, targetId: string, as: string): object {
		if (command.type === ApplicationCommandType.User) return this.resolvedUsers([targetId]);
		const message = findMessage(channel, targetId, as);
		return { messages: { [message.id]: plainMessage(messageJson(this.world, message)) } };
	}

	private component({ as, channelId, messageId, customId, values, locale }: Extract<StartInteraction, { kind: 'component' }>): Interaction {
		const { channel, user } = this.enter(as, channelId);
		const source = findMessage(channel, messageId, as);
		const component = findComponent(source.components, customId);
		if (!component) throw new NotPossible(`The message has no button or menu "${customId}".`);
		if (component.disabled) throw new NotPossible('This button or menu cannot be used now.');
		checkChosen(component, values ?? []);
		const chosen = component.type === ComponentType.Button ? {} : { values: values ?? [] };
		const data = { custom_id: customId, component_type: component.type, ...chosen };
		return this.interactions.open({ type: InteractionType.MessageComponent, user, channel, source, data, locale });
	}

	private modal({ as, interactionId, fields, locale }: Extract<StartInteraction, { kind: 'modal' }>): Interaction {
		const opener = this.interactions.get(interactionId);
		if (!opener?.modal || opener.user.id !== as) throw new NotPossible('This form is no longer open.');
		const data = submittedModal(opener.modal, fields);
		const { user, channel, source } = opener;
		return this.interactions.open({ type: InteractionType.ModalSubmit, user, channel, opener, ...(source && { source }), data, locale });
	}

	private enter(as: string, channelId: string): { channel: Channel; user: APIUser } {
		const user = this.world.members.find(({ id }) => id === as);
		const channel = this.world.channels.get(channelId);
		if (!user) throw new NotPossible('There is no such member.');
		if (!channel || !canEnter(channel, as)) throw new NotPossible('There is no such channel.');
		return { channel, user };
	}

	private chatCommand(channel: Channel, name: string, user: APIUser): { command: APIApplicationCommand; words: string[] } {
		const [first = '', ...words] = name.split(' ');
		const command = commandsIn(this.world, channel).find((each) => each.name === first && each.type === ApplicationCommandType.ChatInput);
		if (!command || !mayUse(this.world, command, user)) throw new NotPossible(`There is no command /${first} here.`);
		return { command, words };
	}

	/** The users, channels and files that options name by id. */
	private resolved(options: readonly SentOption[]): { resolved?: object } {
		const leaves = options.flatMap(function leavesOf(option): SentOption[] {
			return option.options ? option.options.flatMap(leavesOf) : [option];
		});
		const idsOf = (type: ApplicationCommandOptionType) => leaves.filter((option) => option.type === type).map(({ value }) => String(value));
		const users = [...idsOf(ApplicationCommandOptionType.User), ...idsOf(ApplicationCommandOptionType.Mentionable)];
		const channels = idsOf(ApplicationCommandOptionType.Channel).flatMap((id) => this.world.channels.get(id) ?? []);
		const files = idsOf(ApplicationCommandOptionType.Attachment).flatMap((id) => this.world.files.get(id) ?? []);
		if (users.length + channels.length + files.length === 0) return {};
		const entries = channels.map((channel) => [channel.id, { ...channelJson(this.world, channel), permissions: PERMISSIONS }]);
		const attachments = Object.fromEntries(files.map((file) => [file.id, attachmentJson(file)]));
		return { resolved: { ...this.resolvedUsers(users), channels: Object.fromEntries(entries), attachments } };
	}

	private resolvedUsers(ids: readonly string[]): object {
		const users = ids.map((id) => {
			const user = this.world.users.get(id);
			if (!user) throw new NotPossible('There is no such member.');
			return user;
		});
		return {
			users: Object.fromEntries(users.map((user) => [user.id, user])),
			members: Object.fromEntries(users.map((user) => [user.id, { ...memberJson(user), permissions: PERMISSIONS }])),
		};
	}
}

/** Whether a member may be in a channel: every one that is not somebody else's direct messages. */
export function canEnter(channel: Channel, memberId: string): boolean {
	return channel.memberId === undefined || channel.memberId === memberId;
}

/** The messages of a channel that a member sees, oldest first. */
export function visibleMessages(channel: Channel, memberId: string): StoredMessage[] {
	return canEnter(channel, memberId) ? channel.messages.filter((message) => isVisibleTo(message, memberId)) : [];
}

/** Whether a member has the permissions that a command asks for, or administrators have opened it to everyone. */
function mayUse(world: World, command: APIApplicationCommand, { id }: APIUser): boolean {
	if (!command.default_member_permissions || world.openedCommands.has(command.name)) return true;
	const needed = BigInt(command.default_member_permissions);
	return (BigInt(permissionsOf(world, id)) & needed) === needed;
}

/** The commands that Discord would offer in a channel, by scope, contexts and kinds of installation. */
function commandsIn(world: World, channel: Channel): APIApplicationCommand[] {
	const context = channel.guild ? InteractionContextType.Guild : InteractionContextType.BotDM;
	const { GuildInstall, UserInstall } = ApplicationIntegrationType;
	return world.allCommands().filter(({ guild_id: guildId, contexts, integration_types: kinds }) => {
		if (guildId !== undefined) return guildId === channel.guild?.id;
		const installed = kinds ?? [GuildInstall];
		return (contexts?.includes(context) ?? true) && (!isUserInstalledOnly({ channel }) || installed.includes(UserInstall));
	});
}

function commandData({ id, name, type, guild_id: guildId }: APIApplicationCommand, more: object): object {
	return { id, name, type, ...(guildId && { guild_id: guildId }), ...more };
}

function findMessage(channel: Channel, messageId: string, as: string): StoredMessage {
	const message = visibleMessages(channel, as).find(({ id }) => id === messageId);
	if (!message) throw new NotPossible('This message is no longer there.');
	return message;
}

type Usable = Extract<APIMessageTopLevelComponent, { type: ComponentType.ActionRow }>['components'][number];

function findComponent(components: readonly APIMessageTopLevelComponent[], customId: string): Usable | undefined {
	const inside = components.flatMap((component) => (component.type === ComponentType.Container ? component.components : [component]));
	const usable = inside.flatMap((component): Usable[] => {
		if (component.type === ComponentType.ActionRow) return component.components;
		return component.type === ComponentType.Section && component.accessory.type === ComponentType.Button ? [component.accessory] : [];
	});
	return usable.find((component) => 'custom_id' in component && component.custom_id === customId);
}

function checkChosen(component: Usable, values: readonly string[]): void {
	if (component.type === ComponentType.Button) return;
	const { min_values: least = 1, max_values: most = 1 } = component;
	if (values.length < least || values.length > most) {
		throw new NotPossible(least === most ? `Choose ${least}.` : `Choose between ${least} and ${most}.`);
	}
	if (component.type !== ComponentType.StringSelect) return;
	const unknown = values.find((value) => !component.options.some((option) => option.value === value));
	if (unknown !== undefined) throw new NotPossible(`"${unknown}" is not among the options.`);
}

/** "@Name" of a known user, as somebody types it, becomes the mention that Discord's own client sends. */
function withMentions(world: World, text: string): string {
	const named = [...world.users.values()].map((user) => ({ id: user.id, name: `@${user.global_name ?? user.username}` }));
	const longestFirst = named.toSorted((a, b) => b.name.length - a.name.length);
	return longestFirst.reduce((written, { id, name }) => written.replaceAll(name, `<@${id}>`), text);
}

function mentionedIds(text: string): string[] {
	return [...text.matchAll(/<@!?(\d{17,19})>/g)].flatMap(([, id]) => id ?? []);
}
