import type { APIActionRowComponent, APIComponentInMessageActionRow, APIEmbed } from 'discord.js';
import type { Picture } from '../pictures/pictures.js';

export interface ReplyFile {
	readonly name: string;
	readonly data: Uint8Array;
}

/**
 * One message of the bot, ready to be sent. Made by the functions of this room alone; `respond` in the room of the client is the only one
 * that sends it.
 */
export interface Reply {
	readonly embeds: readonly APIEmbed[];
	readonly components: readonly APIActionRowComponent<APIComponentInMessageActionRow>[];
	readonly files?: readonly ReplyFile[];
	/** For the asker alone, where Discord allows: a miss, a choice, what a button opens. */
	readonly isPrivate?: boolean;
	/** Draws the picture of the first embed, or gives the one drawn before; the text never waits for it. Null: there is nothing to draw. */
	readonly picture?: () => Promise<Picture | null>;
}

/** A colour per kind of reply and, for an exercise, per status: readable on dark and on light. */
export const COLOURS = {
	announced: 0x3b82f6,
	possible: 0x94a3b8,
	ongoing: 0xf59e0b,
	held: 0x10b981,
	postponed: 0xf97316,
	cancelled: 0xef4444,
	/** Documents that say different things of its status. */
	mixed: 0x8b5cf6,
	plain: 0x64748b,
	answer: 0x10b981,
	miss: 0x94a3b8,
	failure: 0xef4444,
} as const;

/** A few words for the asker alone. `text` is Markdown with document text escaped. */
export function notice(text: string, colour: number = COLOURS.miss): Reply {
	return { embeds: [{ description: text, color: colour }], components: [], isPrivate: true };
}
