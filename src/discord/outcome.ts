/** What became of an interaction or a message. */
export type Outcome =
	| 'answered'
	/** Acknowledged first, answered then. */
	| 'deferred'
	/** Nobody asked, and the documents do not answer. */
	| 'silent'
	/** Too many questions wait. */
	| 'busy'
	/** This member, or this server, asks too much. */
	| 'limited'
	/** Discord had given it up. */
	| 'too late'
	/** The bot may not write there. */
	| 'muted'
	/** It was delivered before. */
	| 'repeated'
	| 'failed';

export interface Asking {
	readonly id: string;
	readonly kind: 'slash' | 'menu' | 'button' | 'form' | 'typing' | 'message';
	/** The command's name; of a button or a form, the state it leads to. */
	readonly command: string;
}
