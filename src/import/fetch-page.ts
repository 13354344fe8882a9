import { type LookupAddress, lookup as systemLookup } from 'node:dns';
import { request as httpRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { promisify } from 'node:util';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { isPublicAddress } from './public-addresses.js';

/** Why a page was not fetched, in words for people: "answered with status 404". */
export class Unfetchable extends Error {}

export interface FetchSettings {
	/** Names or addresses, with their port or without, that may lie in a private network. */
	readonly privateHosts?: readonly string[];
	readonly mostBytes?: number;
	readonly withinMs?: number;
	readonly redirects?: number;
	/** Whatever its media type: for a file whose name tells its kind. */
	readonly isAnyType?: boolean;
	/** How whoever runs the bot is reached: stands in the name that it gives itself. */
	readonly contact?: string;
	/** Resolves a name; the system's own by default. */
	readonly resolve?: (host: string) => Promise<readonly LookupAddress[]>;
}

/** What was fetched before, so that an unchanged page is not sent again. */
export interface Validators {
	readonly etag?: string | undefined;
	readonly lastModified?: string | undefined;
}

export interface Fetched extends Validators {
	/** Where it was found, after redirects. */
	readonly address: string;
	/** Media type in lower case, without parameters. */
	readonly type: string;
	/** The encoding that its server names. */
	readonly charset?: string | undefined;
	readonly bytes: Uint8Array;
}

const mostBytes = 5 * 1024 * 1024;
const withinMs = 20_000;
const mostRedirects = 5;
/** What may be an article, a feed or a saved document. */
const types = /^(?:text\/[\w.+-]+|application\/(?:xhtml\+xml|xml|rss\+xml|atom\+xml|rdf\+xml|feed\+json|json|pdf|octet-stream))$/;
const resolveByName = promisify(systemLookup);

/**
 * Fetches a page or a feed. Names are resolved here, all their addresses checked, and the connection made to those
 * very addresses, so that none can change between; every redirect is checked anew.
 * @param known what was fetched before: then `null` means that it is unchanged
 * @throws Unfetchable with the reason in words for people
 */
export async function fetchPage(address: string, settings: FetchSettings = {}, known: Validators = {}): Promise<Fetched | null> {
	const signal = AbortSignal.timeout(settings.withinMs ?? withinMs);
	try {
		return await follow(address, settings, known, signal);
	} catch (error) {
		if (error instanceof Unfetchable) throw error;
		if (signal.aborted) throw new Unfetchable(`took longer than ${Math.round((settings.withinMs ?? withinMs) / 1_000)} s`);
		const code = error instanceof Error && 'code' in error ? String(error.code) : '';
		throw new Unfetchable(code === 'ENOTFOUND' ? 'has a name that is not known' : `cannot be reached (${code || String(error)})`);
	}
}

async function follow(given: string, settings: FetchSettings, known: Validators, signal: AbortSignal): Promise<Fetched | null> {
	let address = given;
	for (let redirects = settings.redirects ?? mostRedirects; ; redirects--) {
		const response = await ask(checkedUrl(address), settings, known, signal);
		const { statusCode: status = 0, headers } = response;
		if (status === 304) {
			response.destroy();
			return null;
		}
		if (status >= 300 && status < 400 && headers.location !== undefined) {
			response.destroy();
			if (redirects === 0) throw new Unfetchable('leads from address to address without end');
			if (!URL.canParse(headers.location, address)) throw new Unfetchable('leads to something that is no address');
			address = new URL(headers.location, address).href;
			continue;
		}
		return contentOf(response, address, settings);
	}
}

function checkedUrl(address: string): URL {
	if (!URL.canParse(address)) throw new Unfetchable('is no address');
	const url = new URL(address);
	if (!/^https?:$/.test(url.protocol)) throw new Unfetchable('is no http or https address');
	if (url.username || url.password) throw new Unfetchable('holds a name or password: it is not asked');
	return url;
}

function ask(url: URL, settings: FetchSettings, known: Validators, signal: AbortSignal): Promise<IncomingMessage> {
	const host = url.hostname.replace(/^\[|\]$/g, '');
	const mayBePrivate = [url.host, url.hostname, host].some((name) => settings.privateHosts?.includes(name));
	const check = (addresses: readonly LookupAddress[]): void => {
		if (!mayBePrivate && !addresses.every((each) => isPublicAddress(each.address))) throw new Unfetchable('lies in a private network');
	};
	if (isIP(host)) check([{ address: host, family: isIP(host) }]);
	const resolve = settings.resolve ?? ((name: string) => resolveByName(name, { all: true }));
	const lookup: LookupFunction = (name, { all }, callback) => {
		resolve(name).then(
			(addresses) => {
				try {
					check(addresses);
				} catch (error) {
					return callback(error instanceof Error ? error : new Error(String(error)), []);
				}
				const [first] = addresses;
				if (!first) return callback(new Unfetchable('has a name that is not known'), []);
				return all ? callback(null, [...addresses]) : callback(null, first.address, first.family);
			},
			(error: Error) => callback(error, []),
		);
	};
	const options: RequestOptions = {
		lookup,
		signal,
		// A connection of its own: none that was made to another address for the same name.
		agent: false,
		headers: {
			'user-agent': userAgent(settings.contact),
			accept: 'text/html, application/rss+xml, application/atom+xml, application/xml;q=0.9, text/*;q=0.8, application/pdf;q=0.7',
			'accept-encoding': 'gzip, deflate, br',
			...(known.etag ? { 'if-none-match': known.etag } : {}),
			...(known.lastModified ? { 'if-modified-since': known.lastModified } : {}),
		},
	};
	return new Promise((resolveWith, reject) => {
		const request = (url.protocol === 'https:' ? httpsRequest : httpRequest)(url, options, resolveWith);
		request.on('error', reject);
		request.end();
	});
}

/** Says what it is and whom to ask. */
function userAgent(contact?: string): string {
	return `Drillbook/0.1 (a bot that quotes articles with their source${contact ? `; ${contact.replace(/[^\x20-\x7e]|[()]/g, '')}` : ''})`;
}

async function contentOf(
	response: IncomingMessage,
	address: string,
	{ mostBytes: most = mostBytes, isAnyType = false }: FetchSettings,
): Promise<Fetched> {
	const { statusCode: status = 0, headers } = response;
	const refuse = (why: string): never => {
		response.destroy();
		throw new Unfetchable(why);
	};
	if (status !== 200) refuse(`answered with status ${status}`);
	const type = (headers['content-type'] ?? 'application/octet-stream').split(';')[0]?.trim().toLowerCase() ?? '';
	if (!isAnyType && !types.test(type)) refuse(`is no article, feed or text (${type.slice(0, 60)})`);
	const tooLarge = `is larger than ${Math.round(most / 1024 / 1024)} MB`;
	if (Number(headers['content-length'] ?? 0) > most) refuse(tooLarge);
	const chunks: Uint8Array[] = [];
	let size = 0;
	// Counted after it is unpacked: a small answer may hold a large page.
	for await (const chunk of unpacked(response)) {
		size += chunk.length;
		if (size > most) refuse(tooLarge);
		chunks.push(chunk);
	}
	const validators = { etag: headers.etag, lastModified: headers['last-modified'] };
	const charset = /;\s*charset\s*=\s*"?([\w-]{2,30})/i.exec(headers['content-type'] ?? '')?.[1];
	return { address, type, charset, bytes: Buffer.concat(chunks), ...validators };
}

function unpacked(response: IncomingMessage): AsyncIterable<Uint8Array> {
	const encoding = response.headers['content-encoding']?.trim().toLowerCase() ?? 'identity';
	if (encoding === 'identity') return response;
	const unpack = { gzip: createGunzip, 'x-gzip': createGunzip, deflate: createInflate, br: createBrotliDecompress };
	if (!Object.hasOwn(unpack, encoding)) throw new Unfetchable(`is packed in a way that is not read (${encoding.slice(0, 20)})`);
	const [, make] = Object.entries(unpack).find(([name]) => name === encoding) ?? [];
	const unpacker = (make ?? createGunzip)();
	response.on('error', (error) => unpacker.destroy(error));
	return response.pipe(unpacker);
}
