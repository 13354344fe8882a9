import { z } from 'zod';
import type { Connection } from './connection.js';

/** What the cluster is, is not what the library was tried on: the message says what to do. */
export class UnsupportedCluster extends Error {}

/**
 * The last of the second line: nothing older was tried, and an index setting that is taken in another way would rank
 * passages otherwise without a word. A later one than the tests run is let in.
 */
const oldest = { major: 2, minor: 19 };

const aboutSchema = z.object({ version: z.object({ number: z.string(), distribution: z.string().optional() }) });
/** Some users may read and write, and not ask what they read from. */
const forbiddenSchema = z.object({ status: z.literal(403) });

/** @throws UnsupportedCluster where it is no OpenSearch, or an older one than was tried; LibraryUnreachable */
export async function requireSupported(connection: Connection): Promise<void> {
	const answer = await connection.read({ method: 'GET', path: '/', expected: [403] }, z.unknown());
	if (forbiddenSchema.safeParse(answer).success) return;
	const { data } = aboutSchema.safeParse(answer);
	if (data && isSupported(data.version)) return;
	const where = connection.address.nodes.map((node) => new URL(node).host).join(', ');
	const needed = `Drillbook needs OpenSearch ${oldest.major}.${oldest.minor} or later`;
	throw new UnsupportedCluster(
		data?.version.distribution === 'opensearch'
			? `The search cluster at ${where} runs OpenSearch ${data.version.number}, and ${needed}: upgrade its nodes, or name another cluster`
			: `What answers at ${where} is no OpenSearch${data ? ` (version ${data.version.number})` : ''}, and ${needed}: name such a cluster`,
	);
}

function isSupported({ number, distribution }: { readonly number: string; readonly distribution?: string | undefined }): boolean {
	const [major = 0, minor = 0] = number.split('.').map(Number);
	return distribution === 'opensearch' && (major > oldest.major || (major === oldest.major && minor >= oldest.minor));
}
