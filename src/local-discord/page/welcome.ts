import { channelName } from './channels.js';
import type { ChatCommand } from './commands.js';
import { commandsHere } from './composer.js';
import { byId, make } from './dom.js';
import { asksTheBot } from './draft.js';
import { currentChannel, type Memory } from './memory.js';

const requiredOf = (command: ChatCommand) => command.options.filter((option) => option.required);

interface Step {
	typed: string;
	words: string;
	detail: string;
}

/** First steps, taken from what the bot has registered: see what there is, look something up, ask; by a mention where it hears one. */
export function firstSteps(commands: readonly ChatCommand[], botName: string, listens: boolean): Step[] {
	const overview = commands.find((command) => command.name === 'help') ?? commands.find((command) => requiredOf(command).length === 0);
	const lookUp = commands.find((command) => requiredOf(command).length === 1 && requiredOf(command).every(asksTheBot));
	const ask = commands.find((command) => requiredOf(command).length === 1 && !requiredOf(command).some(asksTheBot));
	const step = (words: string, command: ChatCommand | undefined): Step[] =>
		command ? [{ typed: `/${command.label} `, words, detail: command.description }] : [];
	return [
		...step('See what it knows', overview),
		...step('Look something up', lookUp),
		...(listens
			? [{ typed: `@${botName} `, words: 'Ask in your own words', detail: 'Mention it with a question, and reply to its answer to ask on' }]
			: step('Ask in your own words', ask)),
	];
}

/** The beginning of a channel: what can be done here. */
export function mountWelcome(write: (text: string) => void): (memory: Memory) => void {
	const place = byId('welcome', HTMLDivElement);
	let shown = '';
	return (memory) => {
		const channel = currentChannel(memory);
		if (!channel) return;
		const commands = commandsHere(memory);
		const { bot } = memory.server;
		const key = JSON.stringify([channel.id, memory.locale, commands.map(({ label, description }) => [label, description])]);
		if (key === shown) return;
		shown = key;
		const name = channelName(channel, memory);
		const listens = memory.server.guilds.find(({ id }) => id === channel.guildId)?.hasBot ?? true;
		const steps = firstSteps(commands, bot.username, listens).map(({ typed, words, detail }) =>
			make(
				'button',
				{ type: 'button', class: 'step', click: () => write(typed) },
				make('strong', {}, words),
				make('code', {}, typed.trim()),
				make('span', {}, detail),
			),
		);
		const all = commands.map(({ label, description }) =>
			make('button', { type: 'button', class: 'chip', title: description, click: () => write(`/${label} `) }, `/${label}`),
		);
		place.replaceChildren(
			make('h2', {}, channel.kind === 'dm' ? `${name} and you` : `Welcome to #${name}`),
			make(
				'p',
				{},
				listens
					? `${bot.username} listens here. Things to try:`
					: `${bot.username} is your own app here: its commands work, mentions do not.`,
			),
			make('div', { class: 'steps' }, ...steps),
			...(all.length > 0 ? [make('p', { class: 'all' }, 'Everything it can do: ', ...all)] : []),
			make(
				'p',
				{ class: 'hint' },
				'Answers carry buttons to read on, look closer and take along. Press ⋯ on a message, or right-click it, for more.',
			),
		);
	};
}
