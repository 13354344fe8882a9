/** BM25+ (Lv & Zhai 2011) with the constants of MiniSearch, so that every library scores alike. */
const k = 1.2;
const b = 0.7;
const d = 0.5;

/** What a term counts that so many of all passages hold in a field. */
export function rarityOf(holding: number, passages: number): number {
	return Math.log(1 + (passages - holding + 0.5) / (holding + 0.5));
}

/** What the length of a field does to the count of a term in it; lengths in different terms. */
export function lengthFactor(length: number, average: number): number {
	return k * (1 - b + (b * length) / average);
}

/** What a term is worth in a field that holds it so often, before its rarity is counted. */
export function worthOf(times: number, factor: number): number {
	return d + (times * (k + 1)) / (times + factor);
}

/** What is added up in another order differs in the last digits, and is the same score all the same. */
export function rounded(score: number): number {
	return Number(score.toPrecision(9));
}
