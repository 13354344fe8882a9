import { type APIApplicationCommandBasicOption, ApplicationCommandOptionType } from 'discord-api-types/v10';
import { expect, test } from 'vitest';
import type { ChatCommand } from '../../../src/local-discord/page/commands.js';
import { checkDraft, draftFromText, draftOf, fixedChoices, typedSoFar, withEntry } from '../../../src/local-discord/page/draft.js';

const { String: Text, Integer, Number: Decimal, Boolean: YesNo, User } = ApplicationCommandOptionType;

const around = { members: [{ id: '100000000000000001', name: 'Ana' }], channels: [], locale: 'de' };
const commandWith = (...options: APIApplicationCommandBasicOption[]): ChatCommand => ({ name: 'c', label: 'c', description: '', options });

/** What becomes of one option that holds a text. */
function check(option: APIApplicationCommandBasicOption, text: string) {
	const checked = checkDraft(withEntry(draftOf(commandWith(option)), option.name, { text }), around);
	return 'values' in checked ? checked.values['o'] : checked.problems.get('o');
}
const base = { name: 'o', description: '' };

test('values are checked before they are sent', () => {
	const text: APIApplicationCommandBasicOption = { ...base, type: Text, min_length: 2, max_length: 4 };
	expect(check(text, ' abc ')).toBe('abc');
	expect(check(text, 'a')).toBe('Enter at least 2 characters.');
	expect(check(text, 'abcde')).toBe('Enter at most 4 characters.');
	const whole: APIApplicationCommandBasicOption = { ...base, type: Integer, min_value: 1, max_value: 9 };
	expect(check(whole, '9')).toBe(9);
	expect(check(whole, '1.5')).toBe('Enter a whole number.');
	expect(check(whole, '0')).toBe('The number must be at least 1.');
	expect(check({ ...base, type: Decimal }, '1.5')).toBe(1.5);
	expect(check({ ...base, type: Decimal }, 'two')).toBe('Enter a number.');
	expect(check({ ...base, type: YesNo }, 'false')).toBe(false);
	expect(check({ ...base, type: User }, 'ana')).toBe('100000000000000001');
	expect(check({ ...base, type: User }, 'nobody')).toBe('Choose one of the listed options.');
});

test('a choice is sent as its value and shown in the language', () => {
	const option: APIApplicationCommandBasicOption = {
		...base,
		type: Text,
		choices: [{ name: 'North', name_localizations: { de: 'Norden' }, value: 'n' }],
	};
	expect(fixedChoices(option, around)).toEqual([{ name: 'Norden', value: 'n' }]);
	expect(check(option, 'norden')).toBe('n');
	expect(check(option, 'North')).toBe('Choose one of the listed options.');
});

test('a required option must be there, and an optional one that was laid out must be filled', () => {
	const command = commandWith({ ...base, type: Text, required: true }, { ...base, name: 'p', type: Text });
	expect(checkDraft(draftOf(command), around)).toEqual({ problems: new Map([['o', 'This option is required.']]) });
	const both = withEntry(withEntry(draftOf(command), 'o', { text: 'x' }), 'p', { text: ' ' });
	expect(checkDraft(both, around)).toEqual({ problems: new Map([['p', 'Enter a value, or remove the option.']]) });
	expect(checkDraft(withEntry(draftOf(command), 'o', { text: 'x' }), around)).toEqual({ values: { o: 'x' } });
});

test('a command that was pasted whole is taken apart', () => {
	const command = commandWith(
		{ ...base, type: Text, required: true },
		{ ...base, name: 'hide', name_localizations: { de: 'verbergen' }, type: YesNo },
	);
	const texts = (pasted: string) =>
		Object.fromEntries([...draftFromText(command, pasted, 'de').entries].map(([name, { text }]) => [name, text]));
	expect(texts('Sea of Okhotsk')).toEqual({ o: 'Sea of Okhotsk' });
	expect(texts('o:Sea of Okhotsk hide:True')).toEqual({ o: 'Sea of Okhotsk', hide: 'True' });
	expect(texts('at 12:30 verbergen:True')).toEqual({ o: 'at 12:30', hide: 'True' });
	expect(texts('')).toEqual({ o: '' });
	const onlyOptional = commandWith({ ...base, name: 'hide', type: YesNo });
	expect(draftFromText(onlyOptional, '', 'de').entries.size).toBe(0);
});

test('the bot is asked for choices with what was typed, and with the values of what was chosen', () => {
	const command = commandWith({ ...base, type: Text }, { ...base, name: 'p', type: Text }, { ...base, name: 'q', type: Text });
	const draft = withEntry(withEntry(withEntry(draftOf(command), 'o', { text: 'Nor' }), 'p', { text: 'North', chosen: 'n' }), 'q', {
		text: '',
	});
	expect(typedSoFar(draft)).toEqual({ o: 'Nor', p: 'n' });
});
