import { type BaseMessageOptions, MessageFlags } from 'discord.js';
import type { Picture } from '../pictures/pictures.js';
import { cutEnd } from '../replies/cut.js';
import { ATTACHMENT_DESCRIPTION } from '../replies/limits.js';
import type { Reply } from '../replies/reply.js';

/** Nobody is ever pinged, whatever a document or a question says. */
export const NO_MENTIONS = { parse: [], repliedUser: false } as const;

const PICTURE = 'picture.png';

/** A reply as discord.js sends it; flags apart, which only a first answer can set. */
export function payloadOf({ embeds, components, files = [] }: Reply): BaseMessageOptions {
	return {
		embeds: [...embeds],
		components: [...components],
		files: files.map(({ name, data }) => ({ attachment: Buffer.from(data), name })),
		allowedMentions: NO_MENTIONS,
	};
}

/** The same reply with its picture under the first embed. */
export function withPicture(reply: Reply, { png, alt }: Picture): BaseMessageOptions {
	const [first, ...rest] = reply.embeds;
	return {
		...payloadOf({ ...reply, embeds: [{ ...first, image: { url: `attachment://${PICTURE}` } }, ...rest] }),
		files: [{ attachment: Buffer.from(png), name: PICTURE, description: cutEnd(alt, ATTACHMENT_DESCRIPTION) }],
	};
}

export function privacy(isPrivate: boolean): { flags?: MessageFlags.Ephemeral } {
	return isPrivate ? { flags: MessageFlags.Ephemeral } : {};
}
