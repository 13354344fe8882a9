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

/** The same with lines for people: what could not be read as it is, and what came of it. */
export interface IndexedAndSaid {
	readonly indexed: ClusterIndexed;
	readonly problems: readonly string[];
	readonly summary: string;
}

const tellsEveryMs = 5_000;

/** Makes a cluster hold what a folder holds, telling how it goes: how many a second, and for how long yet. */
export async function indexIntoCluster(address: ClusterAddress, folder: string, tell: (line: string) => void): Promise<IndexedAndSaid> {
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
		const took = Math.round((performance.now() - began) / 1_000);
		return {
			indexed: { library: address.name, documents, read, gone, upToDate: read === 0 && gone === 0 },
			problems: problemLines(problems).map((line) => `${line}.`),
			summary: `The library "${address.name}" holds ${documents} documents; ${read} were read here, ${gone} taken out, in ${took} s.`,
		};
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
