import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import { onTestFinished } from 'vitest';
import { z } from 'zod';

/** A real HTTP server on loopback, which ends with the test. */
export async function serveOnLoopback(answer: RequestListener, at = 0): Promise<{ server: Server; port: number; host: string }> {
	const server = createServer(answer).listen(at, '127.0.0.1');
	await once(server, 'listening');
	onTestFinished(() => {
		server.closeAllConnections();
		server.close();
	});
	const { port } = z.object({ port: z.number() }).parse(server.address());
	return { server, port, host: `127.0.0.1:${port}` };
}
