import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { collectDefaultMetrics, type Registry } from 'prom-client';

/** What those who run the bot may ask of it. */
export interface Operated {
	/** Why questions cannot be answered just now, in words for people; null while all is well. */
	trouble(): string | null;
	readonly registry: Registry;
}

export interface Operations {
	readonly port: number;
	close(): Promise<void>;
}

/**
 * Answers `/healthz` (200, or 503 and why while it cannot answer) and `/metrics` (Prometheus) on 127.0.0.1 alone.
 * @throws Error with one sentence when the port is in use
 */
export async function startOperations(port: number, { trouble, registry }: Operated): Promise<Operations> {
	collectDefaultMetrics({ register: registry });
	const answer = async ({ method, url, headers }: IncomingMessage, response: ServerResponse): Promise<void> => {
		// A page in a browser on this machine must not reach this by a name of its own.
		if (!/^(?:127\.0\.0\.1|localhost)(?::\d+)?$/.test(headers.host ?? '')) return send(response, 403, 'Forbidden\n');
		if (method !== 'GET' && method !== 'HEAD') return send(response, 405, 'Only GET\n');
		if (url === '/healthz') return send(response, trouble() === null ? 200 : 503, `${trouble() ?? 'ok'}\n`);
		if (url === '/metrics') return send(response, 200, await registry.metrics(), registry.contentType);
		return send(response, 404, 'There are /healthz and /metrics\n');
	};
	const server = createServer((request, response) => {
		answer(request, response).catch(() => response.destroy());
	});
	server.listen(port, '127.0.0.1');
	await once(server, 'listening').catch((error: unknown) => {
		const inUse = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
		throw inUse ? new Error(`Port ${port} is in use: set OPERATIONS_PORT to a free one`) : error;
	});
	const address = server.address();
	return {
		port: typeof address === 'object' && address ? address.port : port,
		async close() {
			server.closeAllConnections();
			server.close();
			await once(server, 'close');
		},
	};
}

function send(response: ServerResponse, status: number, text: string, type = 'text/plain; charset=utf-8'): void {
	response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' }).end(text);
}
