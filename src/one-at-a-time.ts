/** Runs a piece of work after all that were handed in before it; one that fails keeps none from its turn. */
export type InTurn = <Result>(work: () => Promise<Result>) => Promise<Result>;

/** For work that must not overlap: each piece sees what the one before it has changed. */
export function oneAtATime(): InTurn {
	let last: Promise<unknown> = Promise.resolve();
	return (work) => {
		const next = last.then(work);
		last = next.catch(() => {});
		return next;
	};
}
