import type { DateToken } from './date-tokens.js';

const longestAside = 7;

/** Without what stands in brackets inside a date and is none itself: "3 (Gdynia) to 7 June (Hel) 2024". */
export function withoutAsides(tokens: readonly DateToken[]): DateToken[] {
	const kept: DateToken[] = [];
	for (let at = 0; at < tokens.length; at++) {
		const token = tokens[at];
		const inside = tokens.slice(at + 1, at + longestAside);
		const length = token?.text === '(' ? inside.findIndex(({ text }) => text === ')') : -1;
		const behind = tokens[at + length + 2]?.sort ?? '';
		const isAside = length > 0 && inside.slice(0, length).every(({ sort, text }) => /[xno&,]/.test(sort) && !/\d/.test(text));
		if (isAside && /[DMmYWPp]/.test(kept.at(-1)?.sort ?? '') && /[-tMmY]/.test(behind)) at += length + 1;
		else if (token) kept.push(token);
	}
	return kept;
}

/** Tokens whose sort depends on those beside them. */
export function inContext(tokens: readonly DateToken[]): DateToken[] {
	const read = tokens.map((token) => ({ ...token }));
	for (const [index, token] of read.entries()) Object.assign(token, readBeside(read, index, token));
	return read;
}

function readBeside(tokens: readonly DateToken[], index: number, token: DateToken): Partial<DateToken> {
	switch (token.sort) {
		case 'A':
			return inOrderOf(token, tokens);
		case 'K':
			return /weekend/i.test(token.text) && isRangeOfDays(tokens, index + 1) ? { sort: 'o' } : {};
		case 'r':
			return { sort: isRomanMonth(tokens, index) ? 'm' : 'x' };
		case 'k':
			return { sort: isMonthInLowerCase(tokens, index) ? 'M' : 'x' };
		case 'D':
			return dayBeside(tokens, index, token);
		default:
			return {};
	}
}

function dayBeside(tokens: readonly DateToken[], index: number, { text }: DateToken): Partial<DateToken> {
	if (isNumberOfPart(tokens, index)) return { sort: 'x' };
	if (isShortYear(tokens, index)) return { sort: 'Y', value: 2000 + Number(text) };
	const endsSentence = text.endsWith('.') && /[Mm]/.test(tokens[index + 1]?.sort ?? '') && !isOrdinalPoint(tokens, index);
	return endsSentence ? { sort: 'x' } : {};
}

const slashed = /^(\d{1,2})([./-])(\d{1,2})\2((?:19|20)\d\d)$/;

/** "06/05/2024 - 17/05/2024": the other date beside it tells which number is the month. */
function inOrderOf(token: DateToken, tokens: readonly DateToken[]): Partial<DateToken> {
	const [, first = '', sign, second = '', year = ''] = slashed.exec(token.text) ?? [];
	const sure = tokens
		.map(({ sort, text }) => (sort === 'P' ? slashed.exec(text) : null))
		.find((other) => other !== null && other[2] === sign && Math.max(Number(other[1]), Number(other[3])) > 12);
	if (!sign || !sure) return {};
	const [day, month] = Number(sure[1]) > 12 ? [first, second] : [second, first];
	return { sort: 'P', point: { year: Number(year), month: Number(month), day: Number(day) } };
}

/** "Phase 1: 3–9 May" */
function isNumberOfPart(tokens: readonly DateToken[], index: number): boolean {
	const [before, after] = [tokens[index - 1]?.text ?? '', tokens[index + 1]?.sort ?? ''];
	return partOfExercise.test(before) && /^\d+$/.test(tokens[index]?.text ?? '') && !/[-tMmA]/.test(after);
}

const partOfExercise = /^(?:phase|stage|part|leg|round|block|serial|week|day|group)$/i;

/** "14 VI 2023", "14 VI–3 VII 2023"; never "3 V Corps soldiers". */
function isRomanMonth(tokens: readonly DateToken[], index: number): boolean {
	const before = sortsOf(tokens.slice(Math.max(0, index - 2), index));
	return /D-?$/.test(before) && /^(?:[-t]Dr)?-?Y/.test(sortsOf(tokens.slice(index + 1, index + 6)));
}

/** "the weekend of 11-12 May": the days are told. */
function isRangeOfDays(tokens: readonly DateToken[], from: number): boolean {
	return /^D[-t&]D$/.test(sortsOf(tokens.slice(from, from + 3)));
}

const sortsOf = (tokens: readonly DateToken[]): string => tokens.map(({ sort }) => sort).join('');

const goesOn = /^(?:[,.(\-&tf]|i)$/;
const preposition = /^(?:in|at|off|near|on|with|under|for|as|from|of)$/i;

/** "14 may 2024", "in may 2024", "march 14, 2024"; never "they may", "the 14 may stay". */
function isMonthInLowerCase(tokens: readonly DateToken[], index: number): boolean {
	const before = tokens[index - 1];
	const after = tokens[index + 1];
	const leads = before === undefined || /^[DonNt,q&.-]$/.test(before.sort);
	if (after?.sort === 'Y') return leads;
	if (after?.sort === 'D') return leads && /^[,Y\-t&]$/.test(tokens[index + 2]?.sort ?? '') && before?.sort !== 'D';
	const dated = before?.sort === 'D' || (before?.sort === 'o' && tokens[index - 2]?.sort === 'D');
	return dated && (after === undefined || goesOn.test(after.sort) || preposition.test(after.text));
}

/** "14 SEP 24", "14-Sep-24": two digits after a month in the military form are its year. */
function isShortYear(tokens: readonly DateToken[], index: number): boolean {
	const token = tokens[index];
	const after = tokens[index + 1]?.sort ?? '';
	if (token?.sort !== 'D' || !/^[1-9]\d$/.test(token.text) || /[MmY]/.test(after)) return false;
	const hyphened = tokens[index - 1]?.sort === '-' && tokens[index - 1]?.end === token.start;
	const at = hyphened ? index - 2 : index - 1;
	const month = tokens[at];
	const day = tokens[at - 1]?.sort === '-' && hyphened ? tokens[at - 2] : tokens[at - 1];
	if (month?.sort !== 'M' || day?.sort !== 'D') return false;
	return hyphened || month.end === token.start || /^\p{Lu}{3,4}\.?$/u.test(month.text);
}

/** "am 14. September", "vom 14. bis 21. September 2024"; in English a full stop ends a sentence. */
function isOrdinalPoint(tokens: readonly DateToken[], index: number): boolean {
	const before = tokens[index - 1];
	const after = tokens[index + 1];
	return (
		after?.sort === 'm' ||
		tokens[index + 2]?.sort === 'Y' ||
		(before !== undefined && /^[tf\-1]$/.test(before.sort)) ||
		before?.text === 'am'
	);
}
