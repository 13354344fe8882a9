/** Why a form was refused at one place: the path in it, Discord's inner code and its sentence. */
export interface Problem {
	path: readonly (string | number)[];
	code: string;
	message: string;
}

/** Discord's JSON error codes that this server uses, each with its HTTP status and message. */
const REFUSALS = {
	unauthorized: [401, 0, '401: Unauthorized'],
	notFound: [404, 0, '404: Not Found'],
	methodNotAllowed: [405, 0, '405: Method Not Allowed'],
	rateLimited: [429, 0, 'You are being rate limited.'],
	unknownChannel: [404, 10003, 'Unknown Channel'],
	unknownGuild: [404, 10004, 'Unknown Guild'],
	unknownMember: [404, 10007, 'Unknown Member'],
	unknownMessage: [404, 10008, 'Unknown Message'],
	unknownUser: [404, 10013, 'Unknown User'],
	unknownWebhook: [404, 10015, 'Unknown Webhook'],
	unknownInteraction: [404, 10062, 'Unknown interaction'],
	unknownCommand: [404, 10063, 'Unknown application command'],
	tooManyCommands: [400, 30032, 'Maximum number of application commands reached (100)'],
	tooLarge: [413, 40005, 'Request entity too large'],
	alreadyAcknowledged: [400, 40060, 'Interaction has already been acknowledged.'],
	tooManyFollowUps: [400, 40094, 'This interaction has reached the maximum number of follow-up messages.'],
	missingAccess: [403, 50001, 'Missing Access'],
	notTheAuthor: [403, 50005, 'Cannot edit a message authored by another user'],
	emptyMessage: [400, 50006, 'Cannot send an empty message'],
	cannotSendToUser: [403, 50007, 'Cannot send messages to this user'],
	missingPermissions: [403, 50013, 'Missing Permissions'],
	wrongChannelType: [400, 50024, 'Cannot execute action on this channel type'],
	invalidWebhookToken: [401, 50027, 'Invalid Webhook Token'],
	invalidForm: [400, 50035, 'Invalid Form Body'],
	invalidVersion: [400, 50041, 'Invalid API version specified'],
	notJson: [400, 50109, 'The request body contains invalid JSON.'],
	threadExists: [400, 160004, 'A thread has already been created for this message'],
} as const satisfies Record<string, readonly [status: number, code: number, message: string]>;

export type RefusalName = keyof typeof REFUSALS;

/** A request that Discord would refuse; it becomes an answer with Discord's status, code and, for forms, the tree of problems. */
export class Refusal extends Error {
	readonly status: number;
	readonly code: number;

	constructor(
		private readonly kind: RefusalName,
		readonly problems: readonly Problem[] = [],
		readonly headers: Readonly<Record<string, string>> = {},
		readonly extra: Readonly<Record<string, unknown>> = {},
	) {
		const [status, code, message] = REFUSALS[kind];
		super(message);
		this.status = status;
		this.code = code;
	}

	/** The same refusal of a form that stands inside another one. */
	under(key: string): Refusal {
		const problems = this.problems.map((problem) => ({ ...problem, path: [key, ...problem.path] }));
		return new Refusal(this.kind, problems, this.headers, this.extra);
	}

	/** The JSON body as Discord writes it: problems as a tree along their paths, each leaf under `_errors`. */
	toBody(): Record<string, unknown> {
		const errors = errorTree(this.problems);
		return { message: this.message, code: this.code, ...(this.problems.length > 0 && { errors }), ...this.extra };
	}
}

interface ErrorTree {
	[key: string]: ErrorTree | { code: string; message: string }[];
}

function errorTree(problems: readonly Problem[]): ErrorTree {
	const root: ErrorTree = {};
	for (const { path, code, message } of problems) {
		let node = root;
		for (const key of path) {
			const next = node[key];
			if (next === undefined || Array.isArray(next)) {
				const made: ErrorTree = {};
				node[key] = made;
				node = made;
			} else node = next;
		}
		const leaves = node['_errors'];
		if (Array.isArray(leaves)) leaves.push({ code, message });
		else node['_errors'] = [{ code, message }];
	}
	return root;
}

/** @throws Refusal 50035 when there are problems. */
export function refuseOn(problems: readonly Problem[]): void {
	if (problems.length > 0) throw new Refusal('invalidForm', problems);
}
