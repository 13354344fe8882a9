import type { Watches } from '../alerts/watches.js';
import type { Shelf } from '../import/shelf.js';
import type { Library } from '../library.js';
import type { Pictures } from '../pictures/pictures.js';
import type { FormOf, StateOf } from './custom-id.js';
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
	| (OptionBase & { readonly type: 'flag' })
	| (OptionBase & { readonly type: 'attachment' });

/** A file that a member sends along with a command; its address is Discord's own. */
export interface Attachment {
	readonly name: string;
	readonly url: string;
	/** Bytes. */
	readonly size: number;
}

export interface Subcommand {
	/** Lower case. */
	readonly name: string;
	readonly description: string;
	readonly options?: readonly Option[];
}

/** What Discord is told of a command; its names and descriptions in other languages stand in `data/commands.json`. */
export interface Definition {
	/** Of a slash command in lower case; of an entry in the menu of a message as it is shown there. */
	readonly name: string;
	/** Of a slash command; an entry in the menu of a message has none. */
	readonly description?: string;
	readonly kind?: 'slash' | 'message menu';
	readonly options?: readonly Option[];
	/** In place of `options`. */
	readonly subcommands?: readonly Subcommand[];
	/** For members with Manage Server alone, in servers alone: told to Discord, and checked again whenever it is used. Its replies are private. */
	readonly isForManagers?: boolean;
	/** What it works with: where the bot was started without that, there is no such command. */
	readonly needs?: keyof Desks;
}

interface ValueByType {
	readonly text: string;
	readonly number: number;
	readonly flag: boolean;
	readonly attachment: Attachment;
}
type ValueOf<O extends Option> = ValueByType[O['type']];

/** The options of all subcommands. */
type OptionIn<S> = S extends { readonly options: readonly (infer O extends Option)[] } ? O : never;

/** The options of a definition as values, by name; those that are not required, or not of every subcommand, may be missing. */
export type OptionsOf<D extends Definition> = D extends { readonly subcommands: readonly (infer S)[] }
	? { readonly [P in OptionIn<S> as P['name']]?: ValueOf<P> | undefined }
	: PlainOptionsOf<D>;

type PlainOptionsOf<D extends Definition> = D extends { readonly options: readonly (infer O extends Option)[] }
	? { readonly [P in O as P extends { required: true } ? P['name'] : never]: ValueOf<P> } & {
			readonly [P in O as P extends { required: true } ? never : P['name']]?: ValueOf<P> | undefined;
		}
	: Record<never, never>;

/** What the bot may be started with beside its library. */
export interface Desks {
	/** What channels want to be told of. */
	readonly watches?: Watches;
	/** Where members may put documents. */
	readonly shelf?: Shelf;
}

/** What every part of a command is given. */
export interface Asked extends Desks {
	readonly library: Library;
	readonly words: Words;
	readonly pictures: Pick<Pictures, 'map' | 'timeline'>;
	/** Ids of the server and the channel that it is asked in; null in direct messages. */
	readonly server?: string | null;
	readonly channel?: string | null;
}

export interface Question<Options> extends Asked {
	readonly options: Options;
	/** Its name, of a command that has them. */
	readonly subcommand?: string | undefined;
	/** The text of the message whose menu was opened. */
	readonly message?: string;
	/** False where the bot hears no mention: it is a member's own app there. */
	readonly listens?: boolean;
	/** The key of the exercise that was spoken of just before. */
	readonly about?: string;
	/** The question before this one. */
	readonly previous?: string;
}

/** What is being typed, and into which option. */
export interface Typing {
	readonly option: string;
	readonly typed: string;
	readonly subcommand?: string | undefined;
}

export interface Choice {
	readonly name: string;
	readonly value: string;
}

/** A file under `commands/`: what Discord is told, and the lines that join the library to the replies. */
export interface Command<D extends Definition = Definition, Name extends string = string> {
	readonly definition: D;
	/** What it says depends on the library, the words and what is asked alone: the same again is not worked out again. */
	readonly isPure?: true;
	/** Choices for what is being typed into `option`, best first. */
	suggest?(asked: Asked & Typing): Promise<readonly Choice[]>;
	answer(question: Question<OptionsOf<D>>): Promise<Reply>;
	/** Where text options are left out that the member may type into a form: which, the one that is needed first, and what it leads to. */
	asks?(question: Question<OptionsOf<D>>): { readonly form: FormOf<Name>; readonly options: readonly string[] } | undefined;
	/** What a button or menu entry does whose state begins with the command's name. */
	press?(asked: Asked & { readonly state: StateOf<Name> }): Promise<Reply>;
}

/** The option that every command has: the reply is for the asker alone. */
export const hide = { type: 'flag', name: 'hide', description: 'Show the answer to you alone' } as const satisfies Option;
