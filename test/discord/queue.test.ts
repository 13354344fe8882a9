import { describe, expect, it } from 'vitest';
import { createLimits } from '../../src/discord/limits.js';
import { createQueue } from '../../src/discord/queue.js';

describe('the queue', () => {
	it('works on some at a time, first come first served, and takes no more than may wait', async () => {
		const queue = createQueue(2, 3);
		const begun: number[] = [];
		const finish = new Map<number, () => void>();
		const add = (number: number) =>
			queue.add(async () => {
				begun.push(number);
				await new Promise<void>((resolve) => finish.set(number, resolve));
				return number;
			});
		const first = [add(1), add(2)];
		await expect.poll(() => begun).toEqual([1, 2]);
		const waiting = [add(3), add(4), add(5)];
		expect(add(6)).toBeUndefined();
		expect([queue.running, queue.waiting]).toEqual([2, 3]);
		finish.get(2)?.();
		await expect.poll(() => begun).toEqual([1, 2, 3]);
		for (const number of [1, 3]) finish.get(number)?.();
		await expect.poll(() => begun).toEqual([1, 2, 3, 4, 5]);
		for (const number of [4, 5]) finish.get(number)?.();
		expect(await Promise.all([...first, ...waiting])).toEqual([1, 2, 3, 4, 5]);
		expect([queue.running, queue.waiting]).toEqual([0, 0]);
	});

	it('goes on after a task that fails', async () => {
		const queue = createQueue(1, 3);
		const failing = queue.add(() => Promise.reject(new Error('no')));
		const next = queue.add(async () => 'yes');
		await expect(failing).rejects.toThrow('no');
		expect(await next).toBe('yes');
	});

	it('lets the event loop turn between tasks', async () => {
		const queue = createQueue(8, 100);
		const order: string[] = [];
		setImmediate(() => setImmediate(() => setImmediate(() => order.push('something else'))));
		await Promise.all(Array.from({ length: 6 }, () => queue.add(async () => void order.push('task'))));
		expect(order.indexOf('something else')).toBeGreaterThan(0);
		expect(order.indexOf('something else')).toBeLessThan(6);
	});
});

describe('limits', () => {
	it('let half a minute of questions through at once, then as many as come back', () => {
		let now = 1_000;
		const limits = createLimits({ member: 6, server: 0 }, () => now);
		const ask = () => limits.take('ana', 'watch');
		expect([ask(), ask(), ask()]).toEqual([undefined, undefined, undefined]);
		expect(ask()).toEqual({ by: 'member', seconds: 10, isFirst: true });
		now += 4_000;
		expect(ask()).toEqual({ by: 'member', seconds: 6, isFirst: false });
		expect(limits.take('bo', 'watch')).toBeUndefined();
		now += 6_000;
		expect(ask()).toBeUndefined();
		expect(ask()).toMatchObject({ isFirst: true });
		now += 3_600_000;
		expect([ask(), ask(), ask(), ask()].map((refused) => refused?.by)).toEqual([undefined, undefined, undefined, 'member']);
	});

	it('hold for a server too, and for nobody when there are none', () => {
		const limits = createLimits({ member: 100, server: 4 }, () => 0);
		expect(['a', 'b', 'c'].map((member) => limits.take(member, 'watch')?.by)).toEqual([undefined, undefined, 'server']);
		expect(limits.take('c', null)).toBeUndefined();
		const none = createLimits({ member: 0, server: 0 }, () => 0);
		for (let index = 0; index < 1_000; index++) expect(none.take('a', 'watch')).toBeUndefined();
	});
});
