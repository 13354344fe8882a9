import type { Library } from '../library.js';
import type { Pictures } from '../pictures/pictures.js';
import type { StateOf } from './custom-id.js';
import type { Reply } from './reply.js';
import type { Words } from './words.js';

interface OptionBase {
	/** Lower case, letters and hyphens. */
	readonly name: string;
	readonly description: string;
	readonly required?: boolean;
}

export type Option =
	| (OptionBase & { readonly type: 'text'; readonly autocomplete?: boolean; readonly maxLength?: number })
	| (OptionBase & { readonly type: 'number'; readonly min?: number; readonly max?: number })
	| (OptionBase & { readonly type: 'flag' });

/** What Discord is told of a command; its names and descriptions in other languages stand in `data/commands.json`. */
export interface Definition {
	/** Of a slash command in lower case; of an entry in the menu of a message as it is shown there. */
	readonly name: string;
	/** Of a slash command; an entry in the menu of a message has none. */
	readonly description?: string;
	readonly kind?: 'slash' | 'message menu';
	readonly options?: readonly Option[];
}

type ValueOf<O extends Option> = O['type'] extends 'number' ? number : O['type'] extends 'flag' ? boolean : string;

/** The options of a definition as values, by name; those that are not required may be missing. */
export type OptionsOf<D extends Definition> = D extends { readonly options: readonly (infer O extends Option)[] }
	? { readonly [P in O as P extends { required: true } ? P['name'] : never]: ValueOf<P> } & {
			readonly [P in O as P extends { required: true } ? never : P['name']]?: ValueOf<P> | undefined;
		}
	: Record<never, never>;

/** What every part of a command is given. */
export interface Asked {
	readonly library: Library;
	readonly words: Words;
	readonly pictures: Pick<Pictures, 'map' | 'timeline'>;
}

export interface Question<Options> extends Asked {
	readonly options: Options;
	/** The text of the message whose menu was opened. */
	readonly message?: string;
	/** False where the bot hears no mention: it is a member's own app there. */
	readonly listens?: boolean;
	/** The key of the exercise that was spoken of just before. */
	readonly about?: string;
	/** The question before this one. */
	readonly previous?: string;
}

export interface Choice {
	readonly name: string;
	readonly value: string;
}

/** A file under `commands/`: what Discord is told, and the lines that join the library to the replies. */
export interface Command<D extends Definition = Definition, Name extends string = string> {
	readonly definition: D;
	/** Choices for what is being typed into `option`, best first. */
	suggest?(asked: Asked & { readonly option: string; readonly typed: string }): Promise<readonly Choice[]>;
	answer(question: Question<OptionsOf<D>>): Promise<Reply>;
	/** What a button or menu entry does whose state begins with the command's name. */
	press?(asked: Asked & { readonly state: StateOf<Name> }): Promise<Reply>;
}

/** The option that every command has: the reply is for the asker alone. */
export const hide = { type: 'flag', name: 'hide', description: 'Show the answer to you alone' } as const satisfies Option;
