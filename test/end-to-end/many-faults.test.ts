import { expect, it } from 'vitest';
import { askAmongFaults } from './many-faults.js';
import { raiseStage } from './stage.js';

/** `npm run bench -- faults` asks ten thousand. */
const ASKED = 500;

it('of five hundred interactions with one fault in twenty none is lost without a word', { timeout: 400_000 }, async () => {
	const stage = await raiseStage({ allowance: { member: 0, server: 0 } });
	try {
		const fates = await askAmongFaults(stage, ASKED);
		expect(fates.inLog).toBe(ASKED);
		expect(fates.unanswered).toBe(fates.unansweredInLog);
		expect(stage.bot.isConnected()).toBe(true);
		expect((await stage.discord.actor().slash('help')).acknowledgedAs).toBe('message');
	} finally {
		await stage.strike();
	}
});
