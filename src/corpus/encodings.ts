import { z } from 'zod';
import { readData } from '../data.js';
import { windows1252 } from './entities.js';

const word = z.string().min(1);
const data = readData(
	'corpus/data/encodings.json',
	z.strictObject({
		/** The characters that make up most of a text of the language. */
		chinese: word,
		korean: word,
		cyrillic: word,
		/** The letters beyond ASCII of each language that Windows-1252 is for. */
		latin: z.array(word),
		punctuation: word,
		'inside words': word,
	}),
);
const chinese = new Set(data.chinese);
const korean = new Set(data.korean);
const cyrillic = new Set(data.cyrillic);
const languages = data.latin.map((letters) => new Set(letters));
const punctuation = new Set(data.punctuation);
const insideWords = new Set(data['inside words']);

/** Of a long file a part tells as much. */
const looksAt = 200_000;
/** Below this count of characters beyond ASCII chance may speak. */
const fewest = { wide: 12, cyrillic: 20, latin: 3 };

interface Encoding {
	readonly name: string;
	decode(bytes: Uint8Array): string | undefined;
	/** Whether the text, decoded so, is surely of a language that is written so. */
	isSure(text: string): boolean;
}

const encodings: readonly Encoding[] = [
	{ name: 'Shift-JIS', decode: (bytes) => strictly('shift_jis', bytes), isSure: isJapanese },
	{ name: 'EUC-KR', decode: (bytes) => strictly('euc-kr', bytes), isSure: isKorean },
	{ name: 'GB18030', decode: (bytes) => strictly('gb18030', bytes), isSure: isChinese },
	{ name: 'Windows-1251', decode: (bytes) => strictly('windows-1251', bytes), isSure: isCyrillic },
	{ name: 'Windows-1252', decode: asWindows1252, isSure: isWestern },
];

/** Text in an older encoding, where just one fits its bytes and its language surely; undefined else. */
export function decodeLegacy(bytes: Uint8Array): string | undefined {
	const sure = encodings.flatMap(({ decode, isSure }) => {
		const text = decode(bytes);
		return text !== undefined && isSure(text.slice(0, looksAt)) ? [text] : [];
	});
	return sure.length === 1 ? sure[0] : undefined;
}

/** Text in the encoding that the file itself names ("iso-8859-1"), faults and all; undefined where there is none of the name. */
export function decodeAs(label: string, bytes: Uint8Array): string | undefined {
	try {
		const decoder = new TextDecoder(label.trim());
		return decoder.encoding === 'windows-1252' ? asWindows1252(bytes) : decoder.decode(bytes);
	} catch {
		return undefined;
	}
}

function strictly(label: string, bytes: Uint8Array): string | undefined {
	try {
		return new TextDecoder(label, { fatal: true }).decode(bytes);
	} catch {
		return undefined;
	}
}

/** Node's own decoder of this name reads Latin-1. */
function asWindows1252(bytes: Uint8Array): string {
	const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
	return text.replace(/[\u0080-\u009f]/g, (control) => windows1252.charAt(control.charCodeAt(0) - 0x80));
}

/** The characters beyond ASCII. */
function beyondAscii(text: string): string[] {
	return text.match(/[^\p{ASCII}]/gu) ?? [];
}

function share(characters: readonly string[], fits: (character: string) => boolean): number {
	return characters.filter(fits).length / Math.max(1, characters.length);
}

function isJapanese(text: string): boolean {
	const wide = beyondAscii(text);
	if (wide.length < fewest.wide) return false;
	const known = share(wide, (character) => /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}、。「」・ー（）！？　]/u.test(character));
	const halfWidth = share(wide, (character) => /[\uff61-\uff9f]/.test(character));
	return known > 0.95 && halfWidth < 0.03 && share(wide, (character) => /\p{Script=Hiragana}/u.test(character)) > 0.2;
}

function isKorean(text: string): boolean {
	const wide = beyondAscii(text);
	if (wide.length < fewest.wide) return false;
	const hangul = wide.filter((character) => /\p{Script=Hangul}/u.test(character));
	return hangul.length > wide.length * 0.85 && share(hangul, (character) => korean.has(character)) > 0.4;
}

function isChinese(text: string): boolean {
	const wide = beyondAscii(text);
	if (wide.length < fewest.wide) return false;
	const han = wide.filter((character) => /\p{Script=Han}/u.test(character));
	return han.length > wide.length * 0.7 && share(han, (character) => chinese.has(character)) > 0.3;
}

function isCyrillic(text: string): boolean {
	const wide = beyondAscii(text);
	const letters = wide.filter((character) => /\p{Script=Cyrillic}/u.test(character));
	if (letters.length < fewest.cyrillic || letters.length < wide.length * 0.85) return false;
	const mixed = text.match(/[а-яіїєґё][А-ЯІЇЄҐЁ]/g)?.length ?? 0;
	return share(letters, (character) => cyrillic.has(character)) > 0.5 && mixed < letters.length * 0.002;
}

/** English with typeset punctuation, or letters of one language; nothing strange inside words. */
function isWestern(text: string): boolean {
	const beyond = beyondAscii(text);
	const letters = beyond.filter((character) => !punctuation.has(character));
	const strange = [...text.matchAll(/(?<=[A-Za-z])[^\p{ASCII}\p{L}](?=[a-z])/gu)].filter(([sign]) => !insideWords.has(sign));
	if (strange.length > 0 || beyond.length > text.length * 0.2) return false;
	if (letters.length === 0) return beyond.length > 0;
	return letters.length >= fewest.latin && languages.some((own) => letters.every((letter) => own.has(letter)));
}
