import { describe, expect, it } from 'vitest';
import { decode, UnreadableFile } from '../../src/corpus/decode.js';

/** Bytes of a text in an encoding of one byte or two a character, by what its decoder makes of each pair. */
function encoded(text: string, label: string): Uint8Array {
	const decoder = new TextDecoder(label);
	const codes = new Map<string, number[]>();
	for (let first = 0x80; first <= 0xff; first++) {
		codes.set(decoder.decode(Uint8Array.of(first)), [first]);
		for (let second = 0x40; second <= 0xfe; second++) {
			const pair = decoder.decode(Uint8Array.of(first, second));
			if ([...pair].length === 1 && !codes.has(pair)) codes.set(pair, [first, second]);
		}
	}
	return Uint8Array.from(
		[...text].flatMap((character) => (character < '\u0080' ? [character.charCodeAt(0)] : (codes.get(character) ?? []))),
	);
}

const texts = {
	japanese: '海上自衛隊は月曜日、リガ湾で多国間の訓練を開始したと発表した。訓練は九月十二日まで続く。',
	korean: '해군은 월요일 리가만에서 다국적 훈련을 시작했다고 밝혔다. 훈련은 9월 12일까지 계속된다.',
	chinese: '海军星期一表示，多国联合演习已经在里加湾开始。这次演习将进行到九月十二日，共有十一艘舰艇参加。',
	russian: 'Военно-морские учения начались в понедельник в Рижском заливе, сообщил штаб флота. В них участвуют одиннадцать кораблей.',
	french: 'L’exercice a commencé lundi dans le golfe, a déclaré l’état-major. Onze navires y participent jusqu’au 12 septembre à Riga.',
	german: 'Die Übung begann am Montag, erklärte der Stab. „Wir haben darauf gewartet“, sagte der Führer der Flotte über die Größe.',
	english: 'The navy’s exercise began on Monday – “a long time coming,” its head said…',
	czech: 'Cvičení začalo v pondělí v Rižském zálivu, oznámil štáb. Účastní se ho jedenáct lodí a potrvá do září příštího roku.',
	polish: 'Ćwiczenie rozpoczęło się w poniedziałek w Zatoce Ryskiej, przekazał sztab. Bierze w nim udział jedenaście okrętów.',
	greek: 'Η άσκηση άρχισε τη Δευτέρα στον κόλπο της Ρίγας, ανακοίνωσε το επιτελείο. Συμμετέχουν έντεκα πλοία.',
};

/** Node's decoder of Windows-1252 reads Latin-1: what the two print apart. */
const signs: Readonly<Record<string, number>> = { '…': 0x85, '‘': 0x91, '’': 0x92, '“': 0x93, '”': 0x94, '„': 0x84, '–': 0x96 };
const western = (text: string) => Uint8Array.from([...text].map((character) => signs[character] ?? character.charCodeAt(0)));

describe('a text in an older encoding', () => {
	it.each([
		['Shift-JIS', texts.japanese, encoded(texts.japanese, 'shift_jis')],
		['EUC-KR', texts.korean, encoded(texts.korean, 'euc-kr')],
		['GB18030', texts.chinese, encoded(texts.chinese, 'gb18030')],
		['Windows-1251', texts.russian, encoded(texts.russian, 'windows-1251')],
		['Windows-1252, French', texts.french, western(texts.french)],
		['Windows-1252, German', texts.german, western(texts.german)],
		['Windows-1252, English', texts.english, western(texts.english)],
		['UTF-16, little end first', texts.korean, Buffer.from(`\uFEFF${texts.korean}`, 'utf16le')],
		['UTF-16, big end first', texts.russian, Buffer.from(`\uFEFF${texts.russian}`, 'utf16le').swap16()],
	])('is read as %s', (_, text, bytes) => {
		expect(decode(bytes)).toBe(text);
	});

	it.each([
		['KOI8-R', encoded(texts.russian, 'koi8-r')],
		['Windows-1250, Czech', encoded(texts.czech, 'windows-1250')],
		['Windows-1250, Polish', encoded(texts.polish, 'windows-1250')],
		['Windows-1253', encoded(texts.greek, 'windows-1253')],
		['Mac Roman', encoded(texts.french, 'macintosh')],
		['Mac Cyrillic', encoded(texts.russian, 'x-mac-cyrillic')],
		['Big5', encoded('海軍星期一表示，多國聯合演習已經在里加灣開始。這次演習將進行到九月十二日，共有十一艘艦艇參加。', 'big5')],
		['EUC-JP', encoded(texts.japanese, 'euc-jp')],
		['bytes of chance', Uint8Array.from({ length: 2_000 }, (_, index) => 1 + ((index * index * 31 + index * 7) % 255))],
	])('is refused in one sentence where it is not sure: %s', (_, bytes) => {
		expect(() => decode(bytes)).toThrow(new UnreadableFile('is not UTF-8 text: save it as UTF-8'));
	});
});
