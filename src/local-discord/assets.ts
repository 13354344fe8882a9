import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { join, normalize, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { mediaType } from './media-types.js';
import type { World } from './world.js';

const SHOWN_IN_PLACE = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp']);
const AVATAR_COLOURS = ['#5865f2', '#3ba55c', '#b8860b', '#c04f4f', '#8e6bbf', '#2f8f9d'];
const BUILD_FIRST = 'The page has not been built. Run "npm run build:page" and load it again.\n';

/** Where the build puts the page: `dist/page` of the package, both from the sources and from the build itself. */
export function builtPage(): string {
	let root = fileURLToPath(new URL('..', import.meta.url));
	while (!existsSync(join(root, 'package.json')) && join(root, '..') !== root) root = join(root, '..');
	return join(root, 'dist', 'page');
}

/** Sends a file of the page; nothing outside its folder can be asked for. */
export async function sendPageFile(response: ServerResponse, folder: string, path: string): Promise<void> {
	const file = normalize(join(folder, path === '/' ? 'index.html' : path));
	const bytes = file.startsWith(folder + sep) ? await readFile(file).catch(() => undefined) : undefined;
	if (bytes) send(response, 200, mediaType(file), bytes);
	else if (path === '/') send(response, 503, 'text/plain; charset=utf-8', BUILD_FIRST);
	else send(response, 404, 'text/plain; charset=utf-8', 'Not found\n');
}

/** Sends a file of a message. What a browser could run is only offered for download. */
export function sendAttachment(world: World, response: ServerResponse, channelId: string, fileId: string): void {
	const file = world.files.get(fileId);
	if (!file?.url.includes(`/${channelId}/${fileId}/`)) {
		send(response, 404, 'text/plain; charset=utf-8', 'Not found\n');
		return;
	}
	const place = SHOWN_IN_PLACE.has(file.contentType) ? 'inline' : 'attachment';
	response.setHeader('content-disposition', `${place}; filename="${file.filename}"`);
	send(response, 200, file.contentType, file.bytes);
}

/** Sends a picture for a user: their initials on a colour of their own. */
export function sendAvatar(world: World, response: ServerResponse, userId: string): void {
	const user = world.users.get(userId);
	if (!user) {
		send(response, 404, 'text/plain; charset=utf-8', 'Not found\n');
		return;
	}
	const name = user.global_name ?? user.username;
	const initials = name.split(/\s+/).map((word) => [...word][0] ?? '');
	const colour = AVATAR_COLOURS[[...world.users.keys()].indexOf(userId) % AVATAR_COLOURS.length];
	const letters = escapeXml(initials.slice(0, 2).join('').toUpperCase());
	send(
		response,
		200,
		'image/svg+xml',
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect width="64" height="64" fill="${colour}"/>` +
			`<text x="32" y="33" fill="#fff" font-family="sans-serif" font-size="28" text-anchor="middle" dominant-baseline="central">${letters}</text></svg>`,
	);
}

function escapeXml(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function send(response: ServerResponse, status: number, type: string, body: string | Buffer): void {
	response.writeHead(status, { 'content-type': type }).end(body);
}
