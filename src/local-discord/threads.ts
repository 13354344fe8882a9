import { messageJson, pageChannel } from './present.js';
import { Refusal } from './refusal.js';
import type { Channel, StoredMessage, World } from './world.js';

/**
 * Opens a thread and tells of it; one on a message has that message's id.
 * @throws Refusal 50024 where there are no threads, 160004 when the message has one.
 */
export function openThread(world: World, channel: Channel, name: string, ownerId: string, message?: StoredMessage): Channel {
	const { guild } = channel;
	if (!guild || channel.kind === 'thread') throw new Refusal('wrongChannelType');
	if (message?.thread) throw new Refusal('threadExists');
	const thread = world.addChannel({ kind: 'thread', name, guild, parentId: channel.id, ownerId, ...(message && { id: message.id }) });
	world.tell({ type: 'channelCreated', channel: pageChannel(thread) });
	if (message) {
		message.thread = thread;
		world.tell({ type: 'messageUpdated', message: messageJson(world, message) });
	}
	return thread;
}
