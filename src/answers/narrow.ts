import { wideNouns } from './counted.js';
import type { Question } from './question.js';

/** True when the asked noun itself has to be told of: "which carrier" wants a carrier, where "which ship" takes a frigate too. */
export function isNarrow({ sort, head }: Question): boolean {
	return (sort === 'ship' || sort === 'aircraft') && !head.some((term) => wideNouns.has(term));
}
