import { addedFolder, type Offer } from '../src/import/shelf.js';
import { matching } from '../src/replies/choices.js';
import { citedDocuments } from '../src/replies/citations.js';
import type { Attachment, Command } from '../src/replies/command.js';
import { removedReply, shelfStateReply, takenReply } from '../src/replies/documents.js';
import { notice } from '../src/replies/reply.js';

const definition = {
	name: 'documents',
	description: 'Adds and removes documents, and says how far they are read',
	isForManagers: true,
	needs: 'shelf',
	subcommands: [
		{
			name: 'add',
			description: 'A file, an address or a text',
			options: [
				{ type: 'attachment', name: 'file', description: 'A file of yours' },
				{ type: 'text', name: 'address', description: 'The address of the page of an article' },
				{ type: 'text', name: 'text', description: 'A text to paste', maxLength: 6_000 },
				{ type: 'text', name: 'title', description: 'The title of the pasted text', maxLength: 200 },
			],
		},
		{
			name: 'remove',
			description: 'A document that was added here',
			options: [{ type: 'text', name: 'document', description: 'A title or a file name', required: true, autocomplete: true }],
		},
		{ name: 'status', description: 'How far the documents are read, and what is not read' },
	],
} as const;

export default {
	definition,

	async suggest({ library, typed }) {
		const added = (await library.documents()).filter(({ file }) => file.startsWith(`${addedFolder}/`));
		const files = new Map<string, string>();
		for (const { file, title } of added) files.set(`${title} · ${file}`, file);
		return matching(typed, [...files.keys()]).map((name) => ({ name, value: files.get(name) ?? name }));
	},

	asks({ shelf, server, subcommand, options }) {
		const isAsked = subcommand === 'add' && offersIn(options).length === 0 && shelf?.isOpenTo(server ?? '');
		return isAsked ? { form: { to: 'documents.form', subcommand }, options: ['text', 'title'] } : undefined;
	},

	async answer({ library, words, shelf, server, subcommand, options }) {
		if (!shelf || !server || !shelf.isOpenTo(server)) return notice(words.manage.managersOnly);
		if (subcommand === 'status') return shelfStateReply(await shelf.state(), words);
		if (subcommand === 'remove') {
			const file = (await library.document(options.document ?? ''))?.file ?? options.document ?? '';
			return removedReply(file, await shelf.remove(file), words);
		}
		const [offer, another] = offersIn(options);
		if (!offer || another) return notice(words.manage.giveOne);
		const taken = await shelf.add(offer);
		if ('refused' in taken) return takenReply(taken, new Map(), words, nameOf(offer));
		const now = shelf.library();
		const claims = taken.disputed.flatMap(({ disagreements }) => disagreements.flatMap((one) => [one, ...one.against]));
		const documents = await citedDocuments(
			now,
			claims.map(({ quote }) => quote),
		);
		return takenReply(taken, documents, words);
	},
} satisfies Command<typeof definition, 'documents'>;

interface Given {
	readonly file?: Attachment | undefined;
	readonly address?: string | undefined;
	readonly text?: string | undefined;
	readonly title?: string | undefined;
}

function nameOf(offer: Offer): string {
	if (offer.kind === 'text') return offer.title || offer.kind;
	return offer.kind === 'file' ? offer.name : offer.kind;
}

function offersIn({ file, address, text, title }: Given): Offer[] {
	return [
		...(file ? [{ kind: 'file' as const, ...file }] : []),
		...(address ? [{ kind: 'address' as const, address }] : []),
		...(text ? [{ kind: 'text' as const, text, title }] : []),
	];
}
