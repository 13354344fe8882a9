import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { customId, exerciseKey, readCustomId, type State } from '../../src/replies/custom-id.js';

const long = 'joint-exercises-in-the-waters-and-airspace-around-a-port-of-a-province-258f9b';

describe('a custom id', () => {
	it.each<State>([
		{ to: 'drill.card', how: 'turn', exercise: 'vostok-2022', page: 3 },
		{ to: 'timeline.page', how: 'open', page: 0, country: '', place: 'sea-of-japan', from: null, until: 2024 },
		{ to: 'source.quote', document: 'a_b-c123', version: 'x-_12345', start: 10, end: 99_999_999 },
		{ to: 'sources.export' },
	])('comes back as the state that it was written from: %j', (state) => {
		const written = customId(state);
		expect(readCustomId(written ?? '')).toEqual(state);
	});

	it('has room for two exercises, however long their ids', () => {
		const written = customId({ to: 'compare.page', how: 'turn', exercise: long, other: `${long}-2`, page: 12 });
		expect(written?.length).toBeLessThanOrEqual(100);
		expect(readCustomId(written ?? '')).toMatchObject({ exercise: exerciseKey(long), other: exerciseKey(`${long}-2`) });
		expect(exerciseKey(long)).not.toBe(exerciseKey(`${long}-2`));
	});

	it('is none of ours when it is anything else', () => {
		for (const other of [
			'',
			'drill.card',
			'drill.card|turn|vostok-2022|-1',
			'drill.card|steal|vostok-2022|1',
			'drill.card|turn||1',
			'other|1|2|3',
		]) {
			expect(readCustomId(other), other).toBeNull();
		}
		fc.assert(fc.property(fc.string(), (text) => void readCustomId(text)));
	});

	it('never holds a name that cannot be read back', () => {
		fc.assert(
			fc.property(fc.string({ minLength: 1 }), fc.nat(1_000), (exercise, page) => {
				const written = customId({ to: 'drill.card', how: 'turn', exercise, page });
				expect(written && readCustomId(written)).toEqual({ to: 'drill.card', how: 'turn', exercise: exerciseKey(exercise), page });
			}),
		);
	});
});
