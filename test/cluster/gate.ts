import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** What stands before a node in production and is no part of the bare server: a password, and TLS. */
export interface Gate {
	readonly port: number;
	close(): Promise<void>;
}

/**
 * Lets requests through to a node where they bring the password. With `tls`, under a certificate that nobody knows.
 */
export async function gateTo(
	node: number,
	{ user, password, tls = false }: { user: string; password: string; tls?: boolean },
): Promise<Gate> {
	const wanted = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
	const pass = (incoming: IncomingMessage, response: ServerResponse) => {
		if (incoming.headers.authorization !== wanted) return void response.writeHead(401).end('Unauthorized');
		const { method, url = '/', headers } = incoming;
		const onward = request({ host: '127.0.0.1', port: node, path: url, ...(method ? { method } : {}), headers }, (answer) => {
			response.writeHead(answer.statusCode ?? 502, answer.headers);
			answer.pipe(response);
		});
		onward.on('error', () => response.destroy());
		incoming.pipe(onward);
	};
	const server = tls ? createTlsServer(await unknownCertificate(), pass) : createServer(pass);
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	return {
		port: portOf(server.address()),
		close: () => closed(server),
	};
}

/** What answers every request with the same JSON, and remembers what it was asked. */
export async function answering(json: string) {
	const asked: string[] = [];
	const server = createServer(({ method, url }, response) => {
		asked.push(`${method} ${url}`);
		response.writeHead(200, { 'content-type': 'application/json' }).end(json);
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	return { address: `http://127.0.0.1:${portOf(server.address())}`, asked, close: () => closed(server) };
}

async function closed(server: Server): Promise<void> {
	server.closeAllConnections();
	server.close();
	await once(server, 'close');
}

export function portOf(address: AddressInfo | string | null): number {
	if (address === null || typeof address === 'string') throw new Error('The gate has no port');
	return address.port;
}

async function unknownCertificate(): Promise<{ key: string; cert: string }> {
	const folder = await mkdtemp(join(tmpdir(), 'certificate-'));
	const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
	const options = ['-newkey', 'rsa:2048', '-nodes', '-days', '1', '-subj', '/CN=127.0.0.1', '-keyout', key, '-out', cert];
	await promisify(execFile)('openssl', ['req', '-x509', ...options]);
	const made = { key: await readFile(key, 'utf8'), cert: await readFile(cert, 'utf8') };
	await rm(folder, { recursive: true });
	return made;
}
