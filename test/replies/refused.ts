import { MessageFlags } from 'discord.js';
import { replyProblems } from '../../src/local-discord/messages.js';
import type { Reply } from '../../src/replies/reply.js';

/** What Discord would refuse of a reply: by its own description of the request, and by the limits that the description does not state. */
export function refused({ embeds, components, files = [], isPrivate }: Reply): readonly unknown[] {
	const payload = {
		embeds,
		components,
		attachments: files.map(({ name }, id) => ({ id: `${id}`, filename: name })),
		allowed_mentions: { parse: [] },
		flags: isPrivate ? MessageFlags.Ephemeral : 0,
	};
	return replyProblems(JSON.parse(JSON.stringify(payload)), files.length);
}
