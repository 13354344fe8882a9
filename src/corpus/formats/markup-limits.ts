import { Parser } from 'htmlparser2';
import { UnreadableFile } from '../decode.js';

/** Pages and feeds of the web stay far below both; beyond them the tree of a page takes more than it can tell. */
const deepest = 400;
const mostOfPage = 200_000;

/**
 * Reads through markup without building anything of it.
 * @throws UnreadableFile when it is nested too deeply or has too many elements
 */
export function checkMarkup(source: string, { isXml = false, mostElements = mostOfPage } = {}): void {
	let depth = 0;
	let elements = 0;
	const parser = new Parser(
		{
			onopentag() {
				depth++;
				elements++;
				if (depth > deepest) throw new UnreadableFile(`is nested more than ${deepest} elements deep`);
				if (elements > mostElements) throw new UnreadableFile(`has more than ${mostElements.toLocaleString('en')} elements`);
			},
			onclosetag() {
				depth--;
			},
		},
		{ xmlMode: isXml },
	);
	parser.end(source);
}
