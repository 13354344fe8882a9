import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, it, onTestFinished, vi } from 'vitest';
import { type Alerts, createAlerts } from '../../src/alerts/alerts.js';
import { connect } from '../../src/cluster-library/connection.js';
import { takeLease } from '../../src/cluster-library/lease.js';
import { writeState } from '../../src/cluster-library/state.js';
import { type LivingLibrary, openLivingLibrary } from '../../src/open-library.js';
import { openWatching } from '../../src/open-watching.js';
import { clusterAddress, indexed } from './library.js';

const fail = (error: unknown) => {
	throw error;
};

/** A bot's part that looks for news, without its Discord: what it would post is collected. */
async function startLooking(name: string, posted: string[]) {
	let alerts: Alerts | undefined;
	const look = () => void alerts?.look().catch(fail);
	const place = { library: clusterAddress(name), documents: 'nowhere' };
	const hearers = { onLoad: () => {}, onProgress: look, onTrouble: () => {}, onError: fail };
	const library: LivingLibrary = await openLivingLibrary(place, hearers);
	const watching = await openWatching({ watchesFile: 'nowhere', watchesPerServer: 100 }, library.cluster, { onDuty: look, onError: fail });
	// Like the bot, which looks in the channel for what another may have posted in the moment before it ended.
	const post = async ({ quote }: { quote: string }, _: unknown, mayStandThere: boolean) => {
		if (!mayStandThere || !posted.includes(quote)) posted.push(quote);
		return 'posted' as const;
	};
	alerts = createAlerts(watching.watches, () => library.current().library, post, fail, watching.isOnDuty);
	look();
	const close = async () => {
		alerts?.close();
		await watching.close();
		await library.close();
	};
	return { watches: watching.watches, isOnDuty: watching.isOnDuty, close };
}

it('tells of a new document once in a fleet, and goes on when the process that told ends', async () => {
	const folder = await mkdtemp(join(tmpdir(), 'fleet-'));
	onTestFinished(() => rm(folder, { recursive: true }));
	await cp('seeds', folder, { recursive: true });
	await indexed('fleet', folder);
	const posted: string[] = [];
	const fleet = await Promise.all([startLooking('fleet', posted), startLooking('fleet', posted), startLooking('fleet', posted)]);
	await vi.waitFor(() => expect(fleet.filter(({ isOnDuty }) => isOnDuty())).toHaveLength(1), { timeout: 10_000 });
	const topic = (number: number) => ({ kind: 'exercise' as const, id: `other ${number}`, name: `Other ${number}` });
	const added = fleet.flatMap(({ watches }, at) =>
		[0, 1, 2].map((number) => watches.add({ server: 's', channel: 'c', topic: topic(3 * at + number) })),
	);
	expect(await Promise.all(added)).toEqual(Array.from({ length: 9 }, () => 'added'));
	await fleet[0]?.watches.add({ server: 's', channel: 'c', topic: { kind: 'exercise', id: 'x', name: 'Amber Heron 2031' } });
	await vi.waitFor(() => expect(fleet.map(({ watches }) => watches.ofServer('s').length)).toEqual([10, 10, 10]), { timeout: 10_000 });
	await vi.waitFor(() => expect(fleet[0]?.watches.current().seen).toHaveLength(5), { timeout: 10_000 });
	await writeFile(join(folder, 'new.txt'), 'Exercise Amber Heron 2031 will be held by Norway in May 2031.\n');
	await indexed('fleet', folder);
	await vi.waitFor(() => expect(posted).toHaveLength(1), { timeout: 20_000 });
	const [onDuty] = fleet.filter(({ isOnDuty }) => isOnDuty());
	await onDuty?.close();
	const others = fleet.filter((one) => one !== onDuty);
	await vi.waitFor(() => expect(others.filter(({ isOnDuty }) => isOnDuty())).toHaveLength(1), { timeout: 30_000 });
	await writeFile(join(folder, 'newer.txt'), 'Sweden joins exercise Amber Heron 2031, the ministry said in its second report.\n');
	await indexed('fleet', folder);
	await vi.waitFor(() => expect(posted).toHaveLength(2), { timeout: 20_000 });
	await pause(3_000);
	expect(new Set(posted).size).toBe(posted.length);
	await Promise.all(others.map(({ close }) => close()));
});

it('leaves a lease to one, until it is given back or has run out', async () => {
	const connection = connect(clusterAddress('fleet'), () => {});
	onTestFinished(() => connection.close());
	const leases = await Promise.all([1, 2, 3].map(() => takeLease(connection, 'one', 30_000)));
	const held = leases.filter((lease) => lease !== null);
	expect(held).toHaveLength(1);
	expect(await takeLease(connection, 'one', 30_000)).toBeNull();
	await held[0]?.release();
	expect(held[0]?.isHeld()).toBe(false);
	const next = await takeLease(connection, 'one', 30_000);
	expect(next?.isHeld()).toBe(true);
	await next?.release();
	await writeState(connection, 'lease ended', { holder: 'a process that is no more', until: Date.now() - 10_000 }, undefined);
	const taken = await takeLease(connection, 'ended', 30_000);
	expect(taken?.isHeld()).toBe(true);
	await taken?.release();
});
