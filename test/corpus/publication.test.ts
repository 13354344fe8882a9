import { expect, it } from 'vitest';
import { readDocument } from '../../src/corpus/read.js';
import { type Day, days, drawing, englishForms, localForm, tell } from './generate.js';

const body = 'The two navies sailed together on Monday, and the ministry said so in a statement.\n\nThey came back to port two days later.';
const published = (text: string, file: string) => readDocument(file, new TextEncoder().encode(text)).publishedOn?.on ?? null;

const marks: readonly ((line: string) => string)[] = [
	(line) => line,
	(line) => line,
	(line) => `**${line}**`,
	(line) => `*${line}*`,
	(line) => `_${line}_`,
	(line) => `> ${line}`,
	(line) => `(${line})`,
	(line) => `<time>${line}</time>`,
	(line) => `${line}.`,
	(line) => `#### ${line}`,
];
const words = [
	...[
		'Published',
		'Published on',
		'Published:',
		'First published',
		'First published on',
		'Originally published',
		'Posted',
		'Posted on',
		'Posted:',
		'Updated',
		'Updated on',
		'Last updated:',
	],
	...[
		'Last updated on',
		'Publication date:',
		'Date published:',
		'Release date:',
		'Released',
		'Issued',
		'This article was first published on',
		'This post was last updated on',
		'Last modified:',
		'published',
		'UPDATED:',
	],
	...[
		'Article published',
		'By Jane Doe | Published',
		'Jane Doe · Updated',
		'News | Posted on',
		'Press release –',
		'Published by Naval Weekly on',
		'Published in The Example,',
		'Date:',
		'Web posted at',
		'posted by sea_fan on',
		'Created:',
		'Item first appeared in the print edition of',
	],
];
const bare = [
	'',
	'',
	'By Jane Doe, ',
	'By Jane Doe | ',
	'Naval Weekly | ',
	'BERLIN, ',
	'Jane Doe • ',
	'Staff Report — ',
	'Centre for Sea Studies — Policy Brief No. 41 — ',
	'Press service of the Fleet. ',
	'Source: Naval Weekly Editor: jane ',
	'Vol. 44 | Number 11 | ',
];
const behind = [
	'',
	'',
	'',
	' 11:29',
	', 11:29 AM EDT',
	' at 3:05 pm',
	' 08:15 GMT',
	' 11.29 BST',
	' | Naval Weekly',
	' · 4 min read',
	' 10:00 UTC+2',
	' by Jane Doe',
	', page 11',
	' · 41 comments',
	' — Nation',
	' | Ref NW-2024-311',
	'. Explained by our defence desk',
];
const local: readonly (readonly [string, string])[] = [
	...['', 'Veröffentlicht am ', 'Aktualisiert: '].map((word) => ['de', word] as const),
	...['', 'Publié le ', 'Mis à jour le '].map((word) => ['fr', word] as const),
	...['', 'Publicado el ', 'Actualizado: '].map((word) => ['es', word] as const),
	...['', 'Pubblicato il ', 'Aggiornato il '].map((word) => ['it', word] as const),
	...['', 'Publicado em ', 'Atualizado em '].map((word) => ['pt', word] as const),
	...['', 'Gepubliceerd op ', 'Laatst bijgewerkt: '].map((word) => ['nl', word] as const),
	...['', 'Opublikowano: ', 'Data publikacji: '].map((word) => ['pl', word] as const),
	...['', 'Опубликовано ', 'Обновлено: '].map((word) => ['ru', word] as const),
	...['', 'Опубліковано ', 'Оновлено: '].map((word) => ['uk', word] as const),
	...['', 'Publicerad ', 'Uppdaterad: '].map((word) => ['sv', word] as const),
	...['', 'Julkaistu ', 'Päivitetty '].map((word) => ['fi', word] as const),
	...['', 'Yayınlanma: ', 'Güncelleme: '].map((word) => ['tr', word] as const),
	...['', 'Publikováno: ', 'Aktualizováno '].map((word) => ['cs', word] as const),
	...['', '发布时间：', '更新于'].map((word) => ['zh', word] as const),
	...['', '公開日：', '更新日: '].map((word) => ['ja', word] as const),
	...['', '입력 ', '게시일: '].map((word) => ['ko', word] as const),
	...['', 'Δημοσιεύτηκε: '].map((word) => ['el', word] as const),
	...['', 'Publicat: '].map((word) => ['ro', word] as const),
	...['', 'Közzétéve: '].map((word) => ['hu', word] as const),
];
const places: readonly ((line: string) => string)[] = [
	(line) => `Two fleets sail together\n\n${line}\n\n${body}`,
	(line) => `Two fleets sail together\n${line}\n\n${body}`,
	(line) => `# Two fleets sail together\r\n\r\nBy Jane Doe\r\n\r\n${line}\r\n\r\n${body}`,
	(line) => `Two fleets sail together\n\nThe ships of two countries met off the cape this week.\n\n${line}\n\n${body}`,
	(line) => `${line}\n\n${body}`,
];
const lastPlace = (line: string) => `Two fleets sail together\n\n${body}\n\n${line}`;

function stating(draw: ReturnType<typeof drawing>): { line: string; day: Day; anywhere: boolean } {
	const day = draw(days);
	const mark = draw(marks);
	if (draw([true, false, false])) {
		const [language, word] = draw(local);
		return { line: mark(`${word}${localForm(language)(day)}${draw(['', '', ' 11:29'])}`), day, anywhere: false };
	}
	const form = draw(englishForms)(day);
	if (draw([true, false])) return { line: mark(`${draw(words)} ${form}${draw(behind)}`), day, anywhere: true };
	return { line: mark(`${draw(bare)}${form}${draw(behind)}`), day, anywhere: false };
}

it('reads the day of publication of lines that state it', () => {
	const draw = drawing(11);
	const misses: string[] = [];
	for (let index = 0; index < 600; index++) {
		const { line, day, anywhere } = stating(draw);
		const place = draw(anywhere && !/^\W*Date:/.test(line) ? [...places, lastPlace] : places);
		const found = published(place(line), draw(['a.md', 'a.txt']));
		if (found !== day.iso) misses.push(`${JSON.stringify(place(line).replace(body, '…'))} gave ${found}`);
	}
	expect(tell('publication lines that state it', 600, misses)).toBeGreaterThanOrEqual(0.95);
}, 60_000);

const otherWords = [
	...[
		'Founded',
		'Founded in Kiel on',
		'Accepted',
		'Accepted:',
		'Retrieved',
		'Retrieved on',
		'Archived',
		'Archived from the original on',
		'Deadline',
		'Deadline:',
		'Deadline –',
		'Received',
		'Submitted on',
		'Accessed',
		'Last accessed:',
	],
	...[
		'Born',
		'Died',
		'Signed',
		'Ratified',
		'Valid until',
		'Expires',
		'Expiry date:',
		'Closing date:',
		'Opens',
		'Starts',
		'Ends',
		'Event date:',
		'Next update:',
		'Next meeting:',
		'To be published',
		'Will be updated on',
		'Not published before',
		'Copyright',
	],
	...[
		'Commissioned',
		'Laid down',
		'Launched',
		'Decommissioned',
		'Keel laid',
		'Declassified',
		'Photo taken',
		'Photo: Jane Doe,',
		'Recorded',
		'Date of birth:',
		'Date of the exercise:',
		'Start date:',
		'Registration closes',
		'Applications due',
		'As of',
		'Since',
		'Until',
	],
	...[
		'The decree was published on',
		'Decree published',
		'Exercise begins',
		'Exercise Sea Breeze,',
		'Battle of Chesma,',
		'Treaty of',
		'Ship delivered',
		'Moored',
		'Repaired',
		'Sea trials:',
		'Inspection:',
		'Checked by Jane Doe on',
		'Version of',
		'Effective',
		'Downloaded',
		'Captured:',
		'Screenshot,',
		'Established',
		'Renamed',
		'Incorporated',
		'Opening ceremony:',
		'Port call,',
		'Admission until',
		'Warranty ends',
	],
];
const otherLines: readonly ((form: string, later: string) => string)[] = [
	(form, later) => `${form} – ${later}`,
	(form, later) => `${form} to ${later}`,
	(form, later) => `From ${form} until ${later}`,
	(form) => `${form}, 10:00–12:00`,
	(form) => `${form}: deadline for applications`,
	(form) => `${form} – the fleet sails from Kiel`,
	(form) => `Sailing date ${form}`,
	(form) => `| Deadline | ${form} |`,
	(form) => `The fleet sails on ${form}`,
];

it('takes no other dated line for the day of publication', () => {
	const draw = drawing(12);
	const misses: string[] = [];
	for (let index = 0; index < 600; index++) {
		const [day, later] = [draw(days), draw(days)];
		const form = draw(englishForms);
		const plain =
			draw([true, true, false]) || day === later ? `${draw(otherWords)} ${form(day)}` : draw(otherLines)(form(day), form(later));
		const place = draw([...places.slice(0, 4), lastPlace]);
		const line = draw(marks)(plain);
		const found = published(place(line), draw(['a.md', 'a.txt']));
		if (found !== null) misses.push(`${JSON.stringify(place(line).replace(body, '…'))} gave ${found}`);
	}
	expect(tell('dated lines of other things', 600, misses)).toBeGreaterThanOrEqual(0.95);
}, 60_000);

it.each([
	['the first of two words', 'Published 3 October 2024 | Updated 5 October 2024', '2024-10-03'],
	['publishing before updating, whatever the order', 'Updated: 5 October 2024\n\nPublished: 3 October 2024', '2024-10-03'],
	['the day online of a paper', 'Received 1 May 2024; accepted 3 June 2024; published online 5 July 2024', '2024-07-05'],
	['no day of a diary', '14 September 2024\n\nThe ships sailed from their port.\n\n16 September 2024', null],
	['no day of a box about an event', 'Date: 14 September 2024\nLocation: Kiel', null],
	['a month', 'Published October 2024', '2024-10'],
	['the day of a dateline in letters', 'Oslo, 14 September 2024. The first ships have come home.', '2024-09-14'],
	['the day of a dateline in capitals', 'KIEL, 14 SEPTEMBER 2024 (NW)—The first ships have come home.', '2024-09-14'],
	['no day of a chronicle of places', 'Oslo, 14 September 2024. Ships came.\n\nThey left.\n\nKiel, 16 September 2024. Ships came.', null],
	['the month first where a service prints it so', 'Date Posted: 09.04.2024', '2024-09-04'],
])('takes %s', (_, lines, on) => {
	expect(published(`Two fleets sail together\n\n${lines}\n\n${body}`, 'a.txt')).toBe(on);
});

it('takes the day that an article is signed with at its end', () => {
	expect(published(lastPlace('Press service of the Fleet, 14 September 2024'), 'a.txt')).toBe('2024-09-14');
});

it('keeps a line that dates a text apart from those that it stands among', () => {
	const head = 'OLD PATROLS DOUBLED AFTER A STORM\nNaval Weekly (Kiel), Monday 5 August 2024\nFrom our correspondent';
	expect(readDocument('a.txt', new TextEncoder().encode(`${head}\n\n${body}`))).toMatchObject({
		title: 'OLD PATROLS DOUBLED AFTER A STORM',
		publishedOn: { on: '2024-08-05' },
	});
});

it.each([
	['Two fleets to meet in the bay on May 6, 2022', null],
	['Two fleets to meet in the bay Friday, May 6, 2022', null],
	['Two fleets to meet in the bay | May 6, 2022', '2022-05-06'],
	['Published May 6, 2022 Two fleets to meet in the bay', '2022-05-06'],
])('keeps the date of a headline: %s', (headline, on) => {
	expect(published(`${headline}\n\n${body}`, 'a.txt')).toBe(on);
});
