import { contains, gazetteer } from '../../gazetteer/gazetteer.js';
import type { Claim, ClaimsByField, DateClaim, Disagreement, PlaceClaim } from '../exercise.js';

type Compared = Pick<ClaimsByField, 'status' | 'dates' | 'locations' | 'organiser' | 'ordinal' | 'participants'>;

/**
 * Where documents say different things of one exercise: each side with its quotes, nothing resolved.
 * @param toldOn the day of a document, by its id, where it states one
 */
export function disagreementsOf(claims: Compared, toldOn: ReadonlyMap<string, string>): Disagreement[] {
	return [
		...sides('status', claims.status, (one, other) => one.value === other.value || hasPassed(one, other, toldOn)),
		...sides(
			'dates',
			claims.dates.filter(({ from }) => from !== null),
			overlap,
		),
		...sides(
			'locations',
			claims.locations.filter(({ placeId }) => placeId !== null),
			reach,
		),
		...sides('organiser', claims.organiser, (one, other) => one.value === other.value),
		...sides('ordinal', claims.ordinal, (one, other) => one.value === other.value),
	];
}

/** The first document's claim against the claims of other documents with which nothing of it agrees. */
function sides<Made extends Claim>(field: string, claims: readonly Made[], agree: (one: Made, other: Made) => boolean): Disagreement[] {
	const documents = [...new Set(claims.map(({ quote }) => quote.documentId))];
	const [first, ...rest] = documents.map((id) => claims.filter(({ quote }) => quote.documentId === id));
	const [one] = first ?? [];
	const against = rest
		.filter((side) => !side.some((claim) => first?.some((mine) => agree(mine, claim))))
		.flatMap((side) => side.slice(0, 1));
	return one && against.length > 0 ? [{ ...one, field, against }] : [];
}

/** What was open when an earlier document was printed, and what a later one says came of it: time has passed between them. */
function hasPassed(one: Claim, other: Claim, toldOn: ReadonlyMap<string, string>): boolean {
	const [a, b] = [toldOn.get(one.quote.documentId), toldOn.get(other.quote.documentId)];
	if (a === undefined || b === undefined || a === b) return false;
	const [earlier, later] = a < b ? [one, other] : [other, one];
	return stage(earlier) < stage(later);
}

const stages = [['possible'], ['announced', 'postponed', 'reported'], ['ongoing'], ['held', 'cancelled']];
const stage = ({ value }: Claim): number => stages.findIndex((values) => values.includes(value));

function overlap(one: DateClaim, other: DateClaim): boolean {
	return (one.from ?? '') <= (other.to ?? one.from ?? '') && (other.from ?? '') <= (one.to ?? other.from ?? '');
}

function reach(one: PlaceClaim, other: PlaceClaim): boolean {
	const [a, b] = [gazetteer.place(one.placeId ?? ''), gazetteer.place(other.placeId ?? '')];
	return a !== undefined && b !== undefined && (a.id === b.id || contains(a, b) || contains(b, a));
}
