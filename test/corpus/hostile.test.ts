import { readFile } from 'node:fs/promises';
import { deflateRawSync, deflateSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import type { Format } from '../../src/corpus/formats/kinds.js';
import { ReadingThread } from '../../src/corpus/formats/reading-thread.js';

const megabyte = 1024 * 1024;
const bytes = (text: string) => Buffer.from(text, 'utf8');

/** A package of parts, each packed; what it says of their unpacked size may be a lie. */
function zipped(parts: Readonly<Record<string, Buffer>>, saidSize?: number): Buffer {
	const bodies: Buffer[] = [];
	const directory: Buffer[] = [];
	let at = 0;
	for (const [name, content] of Object.entries(parts)) {
		const packed = deflateRawSync(content);
		const fields = Buffer.alloc(26);
		fields.writeUInt16LE(20, 0);
		fields.writeUInt16LE(8, 4);
		fields.writeUInt32LE(packed.length, 14);
		fields.writeUInt32LE(saidSize ?? content.length, 18);
		fields.writeUInt16LE(name.length, 22);
		const inDirectory = Buffer.alloc(14);
		inDirectory.writeUInt32LE(at, 10);
		directory.push(bytes('PK\x01\x02\x14\0'), fields, inDirectory, bytes(name));
		const body = Buffer.concat([bytes('PK\x03\x04'), fields, bytes(name), packed]);
		bodies.push(body);
		at += body.length;
	}
	const end = Buffer.alloc(22);
	end.write('PK\x05\x06', 'latin1');
	end.writeUInt16LE(bodies.length, 8);
	end.writeUInt16LE(bodies.length, 10);
	end.writeUInt32LE(Buffer.concat(directory).length, 12);
	end.writeUInt32LE(at, 16);
	return Buffer.concat([...bodies, ...directory, end]);
}

function docx(document: Buffer, saidSize?: number): Buffer {
	const types = '<Types><Override PartName="/word/document.xml" ContentType="x"/></Types>';
	const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument';
	const links = `<Relationships><Relationship Id="r" Type="${office}" Target="word/document.xml"/></Relationships>`;
	return zipped({ '[Content_Types].xml': bytes(types), '_rels/.rels': bytes(links), 'word/document.xml': document }, saidSize);
}

/** A page whose content, of a few hundred bytes, unpacks twice, to 200 MB. */
function pdfBomb(): Buffer {
	const once = deflateSync(Buffer.alloc(200 * megabyte, ' '), { level: 9 });
	const content = deflateSync(once, { level: 9 });
	const objects = [
		'<</Type/Catalog/Pages 2 0 R>>',
		'<</Type/Pages/Kids[3 0 R]/Count 1>>',
		'<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>',
	].map((object, index) => bytes(`${index + 1} 0 obj${object}endobj\n`));
	const head = bytes(`4 0 obj<</Length ${content.length}/Filter[/FlateDecode/FlateDecode]>>stream\n`);
	return Buffer.concat([bytes('%PDF-1.4\n'), ...objects, head, content, bytes('\nendstream endobj\ntrailer<</Root 1 0 R>>\n')]);
}

const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const nested = `<w:document xmlns:w="${word}"><w:body>${'<w:sdt><w:sdtContent>'.repeat(60_000)}`;
const laughs = Array.from({ length: 12 }, (_, index) => `<!ENTITY a${index + 1} "${`&a${index};`.repeat(10)}">`).join('');
const mail = Array.from({ length: 500 }, (_, index) => `Content-Type: multipart/mixed; boundary=b${index}\n\n--b${index}\n`).join('');

describe('a hostile file costs one sentence', () => {
	const thread = new ReadingThread({ seconds: 20, heapMb: 256, growthMb: 100 });
	afterAll(async () => {
		// The thread is whole, or there is a new one.
		const good = await thread.read('docx', await readFile('test/fixtures/formats/pandoc.docx'));
		expect(good.articles[0]?.text).toContain('Copper Heron 2031');
	});

	const cases: readonly (readonly [string, Format, () => Buffer, RegExp])[] = [
		['a page of 60,000 elements in each other', 'html', () => bytes('<div>'.repeat(60_000)), /^is nested more than 400 elements deep$/],
		['a page of too many elements', 'html', () => bytes('<i>a</i>'.repeat(250_000)), /^has more than 200,000 elements$/],
		['a package that unpacks to 150 MB', 'docx', () => docx(Buffer.alloc(150 * megabyte, ' ')), /^unpacks to more than 100 MB$/],
		['a package that lies of its size', 'docx', () => docx(Buffer.alloc(120 * megabyte, ' '), 10), /^unpacks to more than 100 MB$/],
		['60,000 elements in each other in a package', 'docx', () => docx(bytes(nested)), /^is nested more than 400 elements deep$/],
		[
			'a page that unpacks to 200 MB',
			'pdf',
			pdfBomb,
			/^(?:takes more memory to read than a document may|takes longer than 20 seconds|holds no text)/,
		],
		['entities that multiply', 'feed', () => bytes(`<!DOCTYPE r [<!ENTITY a0 "x">${laughs}]><r>&a12;</r>`), /^is XML, but no feed/],
		['a quotation mark that nothing closes', 'csv', () => bytes(`title,text\n"a,b\n${'c,d\n'.repeat(99)}`), /^has a quotation mark/],
		['lists without end', 'jsonl', () => bytes(`${'['.repeat(1_000_000)}\n`), /^has no line that is a JSON object$/],
		['a mail of 500 mails', 'eml', () => bytes(`Subject: x\n${mail}`), /^is (?:damaged|a mail without text)/],
		['a text that calls itself a PDF', 'pdf', () => bytes('%PDF-1.7\nNot one.'), /^is damaged: it is no PDF that can be read$/],
	];
	it.each(cases)('%s', { timeout: 120_000 }, async (_, format, make, sentence) => {
		await expect(thread.read(format, make())).rejects.toThrow(sentence);
	});
});

it('stops reading a file that takes too long', async () => {
	const hasty = new ReadingThread({ seconds: 0.1, heapMb: 256, growthMb: 400 });
	await expect(hasty.read('pdf', await readFile('test/fixtures/formats/chromium.pdf'))).rejects.toThrow('takes longer than 0.1 seconds');
});
