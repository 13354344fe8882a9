import { z } from 'zod';

/** Where a cluster is, and what its indices begin with. */
export interface ClusterAddress {
	/** Addresses of nodes, without user, password and path. */
	readonly nodes: readonly string[];
	readonly auth: { readonly username: string; readonly password: string } | undefined;
	/** Several libraries may be on one cluster. */
	readonly name: string;
}

const form = 'http(s) addresses of an OpenSearch cluster, with commas between: https://user:password@node1:9200,https://node2:9200';

/** An address as it is written in the environment, or on a command line. */
export const addressSchema = z.string().transform((written, context) => {
	const address = readAddress(written);
	if (address) return address;
	context.addIssue(`must be ${form}`);
	return z.NEVER;
});

const usualName = 'drillbook';
const asIndexName = /^[a-z][a-z\d]*(?:-[a-z\d]+)*$/;

/**
 * `https://user:pass@node1:9200,https://node2:9200`, with commas or blanks between; a path is the name of the
 * library, `drillbook` without one. What one address says of user, password and name holds for all. Undefined where
 * it is not that.
 */
function readAddress(written: string): ClusterAddress | undefined {
	const parts = written.split(/[\s,]+/).filter((part) => part !== '');
	const urls = parts.flatMap((part) => (/^https?:\/\//i.test(part) && URL.canParse(part) ? [new URL(part)] : []));
	if (urls.length === 0 || urls.length < parts.length) return undefined;
	const name = urls.map(({ pathname }) => pathname.replaceAll('/', '')).find((path) => path !== '') ?? usualName;
	if (!asIndexName.test(name)) return undefined;
	const owner = urls.find(({ username }) => username !== '');
	return {
		nodes: [...new Set(urls.map(({ origin }) => origin))],
		auth: owner && { username: decodeURIComponent(owner.username), password: decodeURIComponent(owner.password) },
		name,
	};
}
