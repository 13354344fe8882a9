/** What befalls a request of the bot in place of its answer. */
export type Fault =
	/** It is answered so and nothing is done: 503, or 403 with Discord's code 50013. */
	| { readonly status: number; readonly code?: number }
	/** It is answered 429: for the whole bot, for this route, or for the channel whoever asks. */
	| { readonly retryAfter: number; readonly scope: 'global' | 'user' | 'shared' }
	/** The connection is cut: before anything is done, or after everything is done, so that the answer is lost. */
	| { readonly cut: 'before' | 'after' };

/** What befalls an event for the bot. */
export type EventFault =
	/** It is delivered a second time. */
	| 'twice'
	/** It arrives otherwise than it was sent. */
	| ((data: Readonly<Record<string, unknown>>) => object);

/** Things that go wrong when they are told to, to try a bot with. */
export interface Faults {
	/** The next requests that match meet this. @param request matches `METHOD /path`, the path as after `/api/v10` */
	nextRequest(request: RegExp, fault: Fault, times?: number): void;
	/** The next event of that name, such as INTERACTION_CREATE, meets this. */
	nextEvent(name: string, fault: EventFault): void;
	/** Closes the bot's gateway connections with a code. */
	closeGateway(code: number): void;
	/** Forgets what is still planned. */
	clear(): void;
	/** How many requests have matched; those that met a fault count too. */
	count(request: RegExp): number;
}

interface Planned<T> {
	readonly fault: T;
	readonly fits: (what: string) => boolean;
	left: number;
}

const KEPT_REQUESTS = 10_000;

/** The faults that are planned, and the requests that were made. */
export class PlannedFaults {
	private readonly requests: Planned<Fault>[] = [];
	private readonly events: Planned<EventFault>[] = [];
	private readonly made: string[] = [];

	planRequest(request: RegExp, fault: Fault, times: number): void {
		this.requests.push({ fault, fits: (line) => request.test(line), left: times });
	}

	planEvent(name: string, fault: EventFault): void {
		this.events.push({ fault, fits: (other) => other === name, left: 1 });
	}

	clear(): void {
		this.requests.length = 0;
		this.events.length = 0;
	}

	count(request: RegExp): number {
		return this.made.filter((line) => request.test(line)).length;
	}

	/** The fault of a request that has come. */
	ofRequest(line: string): Fault | undefined {
		this.made.push(line);
		if (this.made.length > KEPT_REQUESTS) this.made.splice(0, KEPT_REQUESTS / 2);
		return take(this.requests, line);
	}

	/** What is delivered of an event: once, twice, or otherwise. */
	ofEvent(name: string, data: object): readonly object[] {
		const fault = take(this.events, name);
		if (fault === undefined) return [data];
		return fault === 'twice' ? [data, data] : [fault({ ...data })];
	}
}

function take<T>(planned: Planned<T>[], what: string): T | undefined {
	const found = planned.find(({ fits, left }) => left > 0 && fits(what));
	if (!found) return undefined;
	found.left -= 1;
	return found.fault;
}

/** The status, headers and body of a fault that answers. */
export function answerOf(fault: Exclude<Fault, { cut: unknown }>): { status: number; headers: Record<string, string>; json: object } {
	if ('status' in fault) return { status: fault.status, headers: {}, json: { message: `Fault ${fault.status}`, code: fault.code ?? 0 } };
	const { retryAfter, scope } = fault;
	const global = scope === 'global';
	return {
		status: 429,
		headers: {
			'retry-after': String(retryAfter),
			'x-ratelimit-scope': scope,
			...(global && { 'x-ratelimit-global': 'true' }),
		},
		json: { message: 'You are being rate limited.', retry_after: retryAfter, global },
	};
}
