import type { ClusterAddress } from '../cluster-library/address.js';
import { connect } from '../cluster-library/connection.js';
import { indexFolder } from '../cluster-library/index-folder.js';
import { problemLines } from '../corpus/load.js';

/** What a cluster holds after indexing, and what of it this process has read. */
export interface ClusterIndexed {
	readonly library: string;
	readonly documents: number;
	readonly read: number;
	readonly gone: number;
	readonly upToDate: boolean;
}

const tellsEveryMs = 5_000;

/** Makes a cluster hold what a folder holds, telling how it goes on standard error: how many a second, and for how long yet. */
export async function indexIntoCluster(address: ClusterAddress, folder: string): Promise<ClusterIndexed> {
	const tell = (line: string) => process.stderr.write(`${line}\n`);
	tell(`Reading ${folder} …`);
	const connection = connect(address, () => {});
	const began = performance.now();
	let told = began;
	try {
		const { documents, read, gone, problems } = await indexFolder(connection, folder, {
			onDocument: (readSoFar, share) => {
				if (performance.now() - told < tellsEveryMs) return;
				told = performance.now();
				tell(progressLine(readSoFar, share, (told - began) / 1_000));
			},
			onTrouble: (trouble) => tell(`${trouble}. It is tried again …`),
		});
		for (const line of problemLines(problems)) tell(`${line}.`);
		const took = Math.round((performance.now() - began) / 1_000);
		tell(`The library "${address.name}" holds ${documents} documents; ${read} were read here, ${gone} taken out, in ${took} s.`);
		return { library: address.name, documents, read, gone, upToDate: read === 0 && gone === 0 };
	} finally {
		await connection.close();
	}
}

/** @param share how much of the folder is done */
function progressLine(read: number, share: number, seconds: number): string {
	const left = share > 0 ? Math.round(seconds / share - seconds) : null;
	const rate = (read / seconds).toFixed(1);
	return `${read} documents read, ${rate} a second, ${Math.round(share * 100)} % of the folder${left === null ? '' : `, about ${left} s left`}`;
}
