import { addressSchema, type ClusterAddress } from '../../src/cluster-library/address.js';
import { connect } from '../../src/cluster-library/connection.js';
import { type FollowedLibrary, followLibrary } from '../../src/cluster-library/follow.js';
import { type FolderIndexed, type IndexingHearers, indexFolder } from '../../src/cluster-library/index-folder.js';
import { addressOf } from './nodes.js';

/** Where the tests' cluster holds a library of that name. */
export function clusterAddress(name: string, numbers?: readonly number[]): ClusterAddress {
	return addressSchema.parse(addressOf(name, numbers));
}

/** Indexes a folder as the terminal does. */
export async function indexed(name: string, folder: string, hearers: Partial<IndexingHearers> = {}): Promise<FolderIndexed> {
	const connection = connect(clusterAddress(name), () => {});
	try {
		return await indexFolder(connection, folder, { onDocument: () => {}, onTrouble: () => {}, ...hearers });
	} finally {
		await connection.close();
	}
}

/** Follows a library; what bots would write into their log of it is collected. */
export async function followed(name: string, troubles: (string | null)[] = [], numbers?: readonly number[]): Promise<FollowedLibrary> {
	return followLibrary(clusterAddress(name, numbers), { onLoad: () => {}, onTrouble: (trouble) => troubles.push(trouble) });
}
