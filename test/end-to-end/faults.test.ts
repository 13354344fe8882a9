import { MessageFlags } from 'discord.js';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { PageMessage } from '../../src/local-discord/server.js';
import { buttonsOf, raiseStage, textOf } from './stage.js';

type Raised = Awaited<ReturnType<typeof raiseStage>>;

const WARN = 40;
/** The first picture reads fonts and maps. */
const PATIENCE_MS = 30_000;
const lineShape = z.looseObject({ level: z.number(), msg: z.string() });

const CALLBACK = /^POST \/interactions\/.*\/callback$/;
const MESSAGE = /^POST \/channels\/\d+\/messages$/;
const EDIT = /^PATCH \/webhooks\//;

let stage: Raised;
let told = 0;
beforeAll(async () => {
	// One member asks more here than a member may.
	stage = await raiseStage({ allowance: { member: 0, server: 0 } });
});
afterAll(() => stage.strike());
beforeEach(() => {
	told = stage.logged.length;
});
afterEach(async () => {
	stage.discord.faults.clear();
	await stage.bot.idle();
});

/** Every line since the test began that speaks of a fault. */
function faultLines(): z.output<typeof lineShape>[] {
	return allLines().filter(({ level }) => level >= WARN);
}

/** Every line since the test began on the connection to Discord. */
function connectionLines(): z.output<typeof lineShape>[] {
	return allLines().filter((line) => 'shard' in line);
}

function allLines(): z.output<typeof lineShape>[] {
	return stage.logged.slice(told).map((line) => lineShape.parse(JSON.parse(line)));
}

const ana = () => stage.discord.actor('Ana');
const drill = (name = 'Vostok 2022') => ana().slash('drill', { name });
const hasPicture = (message: PageMessage) => message.attachments.length > 0 || message.embeds.some(({ image }) => image !== undefined);
const answersTo = (asked: PageMessage, as = 'Ana') =>
	stage.discord
		.actor(as)
		.messages(asked.channel_id)
		.filter(({ message_reference: reference }) => reference?.message_id === asked.id);

function mention(channelId: string, text = '@Drillbook who hosted vostok 2022?'): PageMessage {
	return ana().say(channelId, text);
}

async function answered(asked: PageMessage): Promise<PageMessage> {
	return ana().waitForMessage(({ message_reference: reference }) => reference?.message_id === asked.id);
}

describe('requests that fail on the way', () => {
	it('are made again when Discord has a fault of its own, or the connection is cut', async () => {
		const { faults } = stage.discord;
		faults.nextRequest(CALLBACK, { status: 503 }, 2);
		expect(textOf((await ana().slash('help')).message)).toContain('/drill');
		await expect.poll(faultLines).toMatchObject([{ request: 'POST /api/v10/interactions/:id/:token/callback', faults: [503, 503] }]);
		faults.nextRequest(CALLBACK, { cut: 'before' });
		expect(textOf((await ana().slash('help')).message)).toContain('/drill');
		await expect.poll(faultLines).toHaveLength(2);
	});

	it('are given up in time, with one line and without a second reply', async () => {
		const before = stage.discord.faults.count(CALLBACK);
		stage.discord.faults.nextRequest(CALLBACK, { status: 502 }, 20);
		const start = performance.now();
		await expect(ana().slash('help')).rejects.toThrow('No acknowledgement');
		expect(performance.now() - start).toBeLessThan(4_000);
		await expect.poll(faultLines, { timeout: 5_000 }).toMatchObject([{ outcome: 'failed', isTold: false }]);
		expect(stage.discord.faults.count(CALLBACK) - before).toBeGreaterThan(5);
	});

	it('wait as long as Discord wants them to', async () => {
		const { faults, channelIds } = stage.discord;
		faults.nextRequest(CALLBACK, { retryAfter: 0.2, scope: 'user' });
		expect(textOf((await ana().slash('help')).message)).toContain('/drill');
		faults.nextRequest(MESSAGE, { retryAfter: 0.2, scope: 'global' });
		expect(textOf(await answered(mention(channelIds.general)))).toContain('Vostok 2022');
		expect(faultLines()).toMatchObject([
			{ request: 'POST /api/v10/interactions/:id/:token/callback', scope: 'user', seconds: 0.2 },
			{ request: 'POST /api/v10/channels/:id/messages', scope: 'global', seconds: 0.2 },
		]);
	});
});

describe('an answer of Discord that is lost', () => {
	it('leaves one reply, and its picture still comes', async () => {
		stage.discord.faults.nextRequest(CALLBACK, { cut: 'after' });
		const reply = await drill();
		expect(hasPicture(await reply.until(hasPicture, PATIENCE_MS))).toBe(true);
		expect(faultLines()).toMatchObject([{ faults: [expect.any(String)] }, { msg: expect.stringContaining('acknowledged before') }]);
		expect(stage.discord.refused.map(({ code }) => code)).toEqual([40060]);
		expect(reply.followUps).toEqual([]);
	});

	it('leaves one answer in a channel', async () => {
		stage.discord.faults.nextRequest(MESSAGE, { cut: 'after' });
		const asked = mention(stage.discord.channelIds.general);
		await answered(asked);
		await expect.poll(allLines).toContainEqual(expect.objectContaining({ id: asked.id, outcome: 'answered' }));
		expect(answersTo(asked)).toHaveLength(1);
		expect(faultLines()).toHaveLength(1);
	});
});

describe('what is delivered twice', () => {
	it('is answered once, with its picture', async () => {
		stage.discord.faults.nextEvent('INTERACTION_CREATE', 'twice');
		const reply = await drill();
		await reply.until(hasPicture, PATIENCE_MS);
		expect(faultLines()).toMatchObject([{ kind: 'slash', command: 'drill', outcome: 'repeated' }]);
		stage.discord.faults.nextEvent('MESSAGE_CREATE', 'twice');
		const asked = mention(stage.discord.channelIds.general);
		await answered(asked);
		await stage.bot.idle();
		expect(answersTo(asked)).toHaveLength(1);
		expect(faultLines()).toHaveLength(1);
	});
});

describe('an interaction that is given up', () => {
	it('gets one line and no second try', async () => {
		const before = stage.discord.faults.count(CALLBACK);
		stage.discord.faults.nextRequest(CALLBACK, { status: 404, code: 10062 });
		ana()
			.slash('help')
			.catch(() => undefined);
		await expect.poll(faultLines).toMatchObject([{ command: 'help', outcome: 'too late', code: 10062 }]);
		expect(stage.discord.faults.count(CALLBACK) - before).toBe(1);
	});

	it('whose message is deleted before its picture comes is no error', async () => {
		stage.discord.faults.nextRequest(EDIT, { status: 404, code: 10008 });
		// A picture that was drawn before comes with the text.
		await drill('North-Interaction-2023');
		await expect
			.poll(allLines, { timeout: PATIENCE_MS })
			.toContainEqual(expect.objectContaining({ msg: expect.stringContaining('gone before its picture') }));
		expect(faultLines()).toEqual([]);
	});
});

describe('a channel that the bot may not write in', () => {
	it.each([
		['50013', 403, 50013, () => stage.discord.channelIds.exercises],
		['50001', 403, 50001, () => ana().directMessagesId],
		['10003', 404, 10003, () => ana().openThread(ana().say(stage.discord.channelIds.general, 'On exercises'), 'A thread')],
	])('is left alone after one warning: %s', async (_, status, code, channel) => {
		const channelId = channel();
		const calls = new RegExp(`/channels/${channelId}/`);
		stage.discord.faults.nextRequest(calls, { status, code }, 100);
		mention(channelId);
		await expect.poll(faultLines).toMatchObject([{ channel: channelId, code }]);
		const before = stage.discord.faults.count(calls);
		mention(channelId);
		await answered(mention(stage.discord.channelIds.general));
		expect(stage.discord.faults.count(calls)).toBe(before);
		expect(faultLines()).toHaveLength(1);
	});
});

describe('a packet that discord.js cannot read', () => {
	it.each([
		['an interaction without data', ({ data: _, ...rest }) => rest],
		[
			'a menu without what it was opened on',
			(event) => ({ ...event, data: { ...z.object({}).loose().parse(event['data']), resolved: undefined } }),
		],
	] as [string, (event: Readonly<Record<string, unknown>>) => object][])('%s', async (_, spoil) => {
		stage.discord.faults.nextEvent('INTERACTION_CREATE', spoil);
		const said = ana().say(stage.discord.channelIds.general, 'I wonder who hosted Vostok 2022');
		const reply = await ana().menu('Look this up', said);
		expect(textOf(reply.message)).toContain('Something went wrong');
		expect(reply.message?.flags).toBe(MessageFlags.Ephemeral);
		await expect.poll(faultLines).toMatchObject([{ event: 'INTERACTION_CREATE', isTold: true }]);
		expect(textOf((await ana().slash('help')).message)).toContain('/drill');
	});
});

describe('an interaction made by hand', () => {
	/** A card that only Ana sees, and a button on it that can be pressed. */
	async function privateCard() {
		const { message } = await ana().slash('drill', { name: 'Vostok 2022', hide: true });
		const button = buttonsOf(message).find(({ disabled }) => !disabled);
		if (!message || !button) throw new Error('There is no card with a button');
		return { message, customId: button.customId };
	}
	const shape = z.looseObject({ data: z.looseObject({}), member: z.looseObject({ user: z.looseObject({}) }) });

	it('with a custom id that nobody wrote gets a plain word, and no fault comes of it', async () => {
		const forged = [
			...['drill.card|turn|__proto__|0', 'drill.card|turn|vostok-2022|99999999', 'drill.export|constructor', 'x'.repeat(100), '|||'],
			...['source.quote|../../etc/passwd|x|0|5', 'source.paragraph|open|__proto__|y|0', 'where.page|open|toString|there|0'],
			...['timeline.page|open|0|__proto__|constructor|1|9999', 'compare.page|open|__proto__|~|3', 'report.wrong|__proto__|../..|0|9'],
		];
		for (const custom_id of forged) {
			const { message, customId } = await privateCard();
			stage.discord.faults.nextEvent('INTERACTION_CREATE', (event) => {
				const { data } = shape.parse(event);
				return { ...event, data: { ...data, custom_id } };
			});
			const pressed = await ana()
				.press(message, customId)
				.catch((error: unknown) => {
					throw new Error(`${custom_id}: ${String(error)} ${stage.logged.slice(-3).join('')}`);
				});
			expect(textOf(pressed.message), custom_id).not.toBe('');
			expect(textOf(pressed.message), custom_id).not.toContain('Something went wrong');
		}
		expect(faultLines()).toEqual([]);
	});

	it('with options of other types than the command has is refused in a plain word', async () => {
		stage.discord.faults.nextEvent('INTERACTION_CREATE', (event) => {
			const { data } = shape.parse(event);
			return { ...event, data: { ...data, options: [{ name: 'name', type: 3, value: { $ne: 1 } }] } };
		});
		expect(textOf((await drill()).message)).toContain('Something went wrong');
		await expect.poll(faultLines).toMatchObject([{ command: 'drill', outcome: 'failed', isTold: true }]);
	});

	it('by somebody else than the one who sees a private reply is turned away', async () => {
		const { message, customId } = await privateCard();
		stage.discord.faults.nextEvent('INTERACTION_CREATE', (event) => {
			const { member } = shape.parse(event);
			return { ...event, member: { ...member, user: { ...member.user, id: stage.discord.actor('Bo').id } } };
		});
		expect(textOf((await ana().press(message, customId)).message)).toContain('Only the member who asked');
	});
});

describe('the connection', () => {
	it('that is cut is told of, and so is that it goes on, or begins anew', async () => {
		stage.discord.cutConnections();
		await expect
			.poll(connectionLines, { timeout: 10_000 })
			.toMatchObject([{ code: 1006, msg: expect.stringContaining('reconnecting') }, { msg: expect.stringContaining('goes on') }]);
		stage.discord.faults.closeGateway(4007);
		await expect.poll(connectionLines, { timeout: 15_000 }).toHaveLength(4);
		expect(connectionLines().slice(2)).toMatchObject([{ code: 4007 }, { msg: 'connected to Discord anew' }]);
		expect(stage.bot.isConnected()).toBe(true);
		expect(textOf((await ana().slash('help')).message)).toContain('/drill');
	});
});

it('the bot asks for no intent beyond what it answers to', () => {
	expect(stage.bot.client.options.intents.toArray()).toEqual(['Guilds', 'GuildMessages', 'DirectMessages']);
});

it('the log holds no token and no text, and one line for every interaction', async () => {
	expect(stage.logged.join('')).not.toContain(stage.discord.token);
	expect(stage.logged.join('')).not.toContain('who hosted');
	await ana().slash('ask', { question: 'who hosted vostok 2022' });
	await expect.poll(allLines).toMatchObject([{ kind: 'slash', command: 'ask', outcome: 'answered', ms: expect.any(Number) }]);
	expect(await stage.bot.metrics.registry.metrics()).toMatch(
		/drillbook_interactions_total\{kind="slash",command="ask",outcome="answered"\} [1-9]/,
	);
});
