import type { Body } from './body.js';

/** One request, read. */
export interface Call {
	query: URLSearchParams;
	body: Body;
}

/** What a route answers: JSON with a status, or a status alone. */
export interface Answer {
	status: number;
	json?: unknown;
}

/** Answers a request; the parts of the path that the pattern leaves open follow in order. */
export type Handler = (call: Call, ...parts: string[]) => Answer | Promise<Answer>;

/** `'GET /channels/:id'` to its handler. */
export type Routes = Readonly<Record<string, Handler>>;

export interface Router {
	find(method: string, path: string): { pattern: string; parts: string[]; handler: Handler } | undefined;
	/** Whether the path exists with another method. */
	knows(path: string): boolean;
}

export function ok(json: unknown): Answer {
	return { status: 200, json };
}

export const NO_CONTENT: Answer = { status: 204 };

export function createRouter(routes: Routes): Router {
	const compiled = Object.entries(routes).map(([pattern, handler]) => {
		const [method = '', path = ''] = pattern.split(' ');
		return { pattern, method, regexp: new RegExp(`^${path.replaceAll(/:\w+/g, '([^/]+)')}/?$`), handler };
	});
	return {
		find(method, path) {
			for (const route of compiled) {
				const match = route.method === method ? route.regexp.exec(path) : null;
				if (match) return { pattern: route.pattern, parts: match.slice(1), handler: route.handler };
			}
			return undefined;
		},
		knows: (path) => compiled.some(({ regexp }) => regexp.test(path)),
	};
}
