import {
	ActionRowBuilder,
	ButtonBuilder,
	ButtonStyle,
	MessageFlags,
	ModalBuilder,
	StringSelectMenuBuilder,
	TextInputBuilder,
	TextInputStyle,
} from 'discord.js';
import { expect, test } from 'vitest';
import { connect } from './drill-bot.js';

const NEXT = new ActionRowBuilder<ButtonBuilder>().addComponents(
	new ButtonBuilder().setCustomId('next').setLabel('Next').setStyle(ButtonStyle.Primary),
	new ButtonBuilder().setCustomId('last').setLabel('Last').setStyle(ButtonStyle.Primary).setDisabled(true),
);
const PICK = new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(
	new StringSelectMenuBuilder()
		.setCustomId('pick')
		.setMaxValues(2)
		.addOptions({ label: 'A', value: 'a' }, { label: 'B', value: 'b' }, { label: 'C', value: 'c' }),
);

test('a button updates its message at once or later, a select carries what was chosen', async () => {
	const { discord, ana, bo } = await connect(async (interaction) => {
		if (interaction.isChatInputCommand()) await interaction.reply({ content: 'page 1', components: [NEXT, PICK] });
		if (interaction.isButton()) {
			if (interaction.message.content === 'page 1') await interaction.update('page 2');
			else {
				await interaction.deferUpdate();
				await interaction.editReply('page 3');
			}
		}
		if (interaction.isStringSelectMenu()) await interaction.reply({ content: interaction.values.join('+'), flags: MessageFlags.Ephemeral });
	});
	const { first } = await ana.slash('drill', { name: 'x' });
	if (!first) throw new Error('no reply');
	const second = await bo.press(first, 'next');
	expect([second.acknowledgedAs, second.message?.content, second.message?.id]).toEqual(['update', 'page 2', first.id]);
	const third = await bo.press(first, 'next');
	expect(third.acknowledgedAs).toBe('deferredUpdate');
	expect((await third.settled()).content).toBe('page 3');
	const chosen = await bo.select(first, 'pick', ['a', 'c']);
	expect(chosen.first).toMatchObject({ content: 'a+c', message_reference: { message_id: first.id } });
	await expect(bo.select(first, 'pick', ['a', 'b', 'c'])).rejects.toThrow('Choose between 1 and 2');
	await expect(bo.select(first, 'pick', ['z'])).rejects.toThrow('not among the options');
	await expect(bo.press(first, 'last')).rejects.toThrow('cannot be used');
	await expect(bo.press(first, 'unknown')).rejects.toThrow('no button or menu');
	expect(discord.refused).toEqual([]);
});

test('a button on a private reply works for its member only', async () => {
	const { ana, bo } = await connect(async (interaction) => {
		if (interaction.isChatInputCommand()) await interaction.reply({ content: '1', components: [NEXT], flags: MessageFlags.Ephemeral });
		if (interaction.isButton()) await interaction.update('2');
	});
	const { first } = await ana.slash('drill', { name: 'x' });
	if (!first) throw new Error('no reply');
	await expect(bo.press(first, 'next')).rejects.toThrow('no longer there');
	expect((await ana.press(first, 'next')).message?.content).toBe('2');
});

test('a modal opens, is checked as it is filled in, and is answered', async () => {
	const input = new TextInputBuilder()
		.setCustomId('question')
		.setLabel('Question')
		.setStyle(TextInputStyle.Short)
		.setMinLength(3)
		.setMaxLength(10);
	const modal = new ModalBuilder()
		.setCustomId('ask')
		.setTitle('Ask')
		.addComponents(new ActionRowBuilder<TextInputBuilder>().addComponents(input));
	const { ana, bo, discord } = await connect(async (interaction) => {
		if (interaction.isChatInputCommand()) await interaction.showModal(modal);
		if (interaction.isModalSubmit())
			await interaction.reply(`${interaction.customId}: ${interaction.fields.getTextInputValue('question')}`);
	});
	const opened = await ana.slash('drill', { name: 'x' });
	expect([opened.acknowledgedAs, opened.modal?.title, opened.first]).toEqual(['modal', 'Ask', undefined]);
	await expect(ana.submit(opened, {})).rejects.toThrow('"Question" is required');
	await expect(ana.submit(opened, { question: 'ab' })).rejects.toThrow('at least 3');
	await expect(ana.submit(opened, { question: 'x'.repeat(11) })).rejects.toThrow('at most 10');
	await expect(bo.submit(opened, { question: 'when?' })).rejects.toThrow('no longer open');
	expect((await ana.submit(opened, { question: 'when?' })).first?.content).toBe('ask: when?');
	expect(discord.refused).toEqual([]);
});
