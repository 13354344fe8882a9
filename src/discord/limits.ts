import { LRUCache } from 'lru-cache';

/** Questions a minute; 0 for no limit. */
export interface Allowance {
	readonly member: number;
	readonly server: number;
}

export const USUAL_ALLOWANCE: Allowance = { member: 60, server: 600 };

/** Why a question is not taken now. */
export interface Refused {
	readonly by: keyof Allowance;
	/** Until the next one is. */
	readonly seconds: number;
	/** The first one since a question was taken: in a channel, where all can read it, it is said once. */
	readonly isFirst: boolean;
}

export interface Limits {
	/** Counts a question, or says why it is not taken; a question that is not taken costs nothing. */
	take(memberId: string, serverId: string | null): Refused | undefined;
}

interface Bucket {
	left: number;
	at: number;
	hasRefused: boolean;
}

/** Half a minute's questions may come at once; after that, as many as come back in a minute. */
const AT_ONCE_SHARE = 0.5;
const KNOWN = 50_000;

/** @param now milliseconds of a clock that never jumps */
export function createLimits(allowance: Allowance, now: () => number = () => performance.now()): Limits {
	const buckets = new LRUCache<string, Bucket>({ max: KNOWN });

	function filled(by: keyof Allowance, id: string): Bucket {
		const most = Math.max(1, allowance[by] * AT_ONCE_SHARE);
		const key = `${by} ${id}`;
		const { left, at, hasRefused } = buckets.get(key) ?? { left: most, at: now(), hasRefused: false };
		const bucket = { left: Math.min(most, left + ((now() - at) * allowance[by]) / 60_000), at: now(), hasRefused };
		buckets.set(key, bucket);
		return bucket;
	}

	return {
		take(memberId, serverId) {
			const asked = [
				{ by: 'member', id: memberId },
				{ by: 'server', id: serverId },
			] as const;
			const counted = asked.flatMap(({ by, id }) => (id === null || allowance[by] === 0 ? [] : [{ by, bucket: filled(by, id) }]));
			const empty = counted.find(({ bucket }) => bucket.left < 1);
			if (!empty) {
				for (const { bucket } of counted) Object.assign(bucket, { left: bucket.left - 1, hasRefused: false });
				return;
			}
			const { by, bucket } = empty;
			const isFirst = !bucket.hasRefused;
			bucket.hasRefused = true;
			return { by, isFirst, seconds: Math.ceil(((1 - bucket.left) * 60) / allowance[by]) };
		},
	};
}
