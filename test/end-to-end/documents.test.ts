import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ComponentType, MessageFlags } from 'discord.js';
import { expect, it } from 'vitest';
import { setStage, textOf } from './stage.js';

const told = `Amber Lantern begins

4 June 2022

Exercise Amber Lantern 2022 began on June 6 in the Barents Sea. Norway and Sweden take part in Amber Lantern 2022.
`;
const elsewhere = `Amber Lantern begins in the south

5 June 2022

Exercise Amber Lantern 2022 began on June 20 in the Black Sea.
`;

it('/documents adds, tells what came of it in private, and removes only what was added', async () => {
	const { discord, documents } = await setStage({}, { openedCommands: ['documents'] });
	const ana = discord.actor('Ana');
	const bo = discord.actor('Bo');
	const run = async (name: string, options = {}) => {
		const reply = await ana.slash(`documents ${name}`, options);
		const message = await reply.settled(60_000);
		expect(message.flags).toBe(MessageFlags.Ephemeral);
		return textOf(message);
	};
	expect(textOf((await bo.slash('documents status')).message)).toContain('Only members with Manage Server');
	expect(await readdir(documents)).not.toContain('added');

	const added = await run('add', { file: ana.attach('../..//Amber Lantern.TXT', Buffer.from(told)) });
	expect(added).toContain('Read: Amber Lantern begins');
	expect(added).toMatch(/New exercises\n.*Amber Lantern 2022/);
	const [file = ''] = await readdir(join(documents, 'added'));
	expect(file).toMatch(/^amber-lantern-[0-9a-f]{8}\.txt$/);
	expect(await readFile(join(documents, 'added', file), 'utf8')).toBe(told);
	const card = await ana.slash('drill', { name: 'Amber Lantern 2022' });
	expect(textOf(card.message)).toContain('Barents Sea');

	const disputed = await run('add', { text: elsewhere, title: '<@1> "Amber"\n---\nin the south' });
	expect(disputed).toMatch(/Speaks also of\n.*Amber Lantern 2022/);
	expect(disputed).toContain('Disagrees with what was known');
	expect(disputed).toContain('Black Sea');
	expect(disputed).toContain('Barents Sea');

	// What cannot be read is not kept, and says why in one sentence.
	for (const [options, why] of [
		[{ file: ana.attach('tool.exe', Buffer.from('MZ')) }, /Nothing was kept: tool\.exe is of a kind that is not read/],
		[{ file: ana.attach('broken.txt', Buffer.from([0xff, 0xfe, 0x00, 0xd8])) }, /Nothing was kept: broken\.txt is /],
		[{ address: `http://127.0.0.1:${discord.port}/` }, /Nothing was kept: address lies in a private network/],
		[{ address: 'file:///etc/passwd' }, /Nothing was kept: address is no http or https address/],
		[{ text: 'a', address: 'https://example.com/' }, /Give one of these/],
	] as const) {
		expect(await run('add', options)).toMatch(why);
	}
	expect(await readdir(join(documents, 'added'))).toHaveLength(2);

	expect(await run('status')).toContain('Documents: 7');
	const [choice] = await ana.autocomplete('documents remove', 'document', 'amber');
	for (const kept of ['000_3ad459c8633aca44.txt', 'added/../000_3ad459c8633aca44.txt', '../x']) {
		expect(await run('remove', { document: kept })).toContain('only those can be removed');
	}
	expect(await run('remove', { document: String(choice?.value) })).toContain('is removed');
	expect(await readdir(join(documents, 'added'))).toHaveLength(1);
	expect(await readdir(documents)).toContain('000_3ad459c8633aca44.txt');
});

it('/documents add without a document opens a form for a text, whose lines stay as they were typed', async () => {
	const { discord, documents } = await setStage({}, { openedCommands: ['documents'] });
	const [ana, bo] = [discord.actor('Ana'), discord.actor('Bo')];
	expect(textOf((await bo.slash('documents add')).message)).toContain('Only members with Manage Server');

	const opened = await ana.slash('documents add', { title: 'Amber Lantern begins' });
	expect([opened.acknowledgedAs, opened.modal?.title]).toEqual(['modal', '/documents add']);
	expect(opened.modal?.components.map((part) => (part.type === ComponentType.Label ? part.label : ''))).toEqual([
		'A text to paste',
		'The title of the pasted text',
	]);
	await expect(ana.submit(opened, { title: 'Amber Lantern begins' })).rejects.toThrow('"A text to paste" is required');
	const reply = await (await ana.submit(opened, { text: told, title: 'Amber Lantern begins' })).settled(60_000);
	expect(reply.flags).toBe(MessageFlags.Ephemeral);
	expect(textOf(reply)).toMatch(/Read: Amber Lantern begins[\s\S]*New exercises\n.*Amber Lantern 2022/);
	const [file = ''] = await readdir(join(documents, 'added'));
	expect(await readFile(join(documents, 'added', file), 'utf8')).toContain(told.trim());
});
