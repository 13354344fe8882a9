import type { Document, Paragraph } from '../../corpus/document.js';
import { cellsOf, isTableRow } from '../../corpus/fields.js';
import type { Span } from '../../text/span.js';
import { type BoxField, boxLineOf, type ColumnField, columnOf } from './box-labels.js';

/** A value in a table or in a line of a box, and what it is of. */
export interface Field extends Span {
	readonly field: BoxField;
	/** The words that say what it is, where they stand. */
	readonly label: Span;
	/** Where the name of its exercise stands; null where the text around it tells which it is. */
	readonly name: Span | null;
}

/** What the tables and boxes of a document say. */
export interface Fields {
	/** By where the sentence of the row or the line begins. */
	readonly bySentence: ReadonlyMap<number, readonly Field[]>;
	/**
	 * The names of exercises in each row of such a table, by where the row begins: nothing but its cells says anything.
	 */
	readonly rows: ReadonlyMap<number, readonly Span[]>;
}

/** Those of a text without any. */
export const noFields: Fields = { bySentence: new Map(), rows: new Map() };

interface Row extends Span {
	readonly cells: readonly Span[];
}

/** Most of a column's cells say of themselves that they name drills. */
const namesDrills = (cells: readonly string[]): boolean =>
	cells.filter((cell) => ofDrills.test(cell)).length * 2 > cells.length;

const ofDrills = /exercis|drill|war ?game|manoeuv|maneuv/i;
const shortestTable = 2;
const known = new WeakMap<Document, Fields>();

/** The names in the cells of a document's tables, in order. */
export function namesInCells(document: Document): Span[] {
	return [...fieldsOf(document).rows.values()].flat();
}

/** The tables of a document whose columns or rows are fields of exercises, and the lines of its boxes. */
export function fieldsOf(document: Document): Fields {
	const already = known.get(document);
	if (already) return already;
	const bySentence = new Map<number, readonly Field[]>();
	const rows = new Map<number, readonly Span[]>();
	for (const table of tablesIn(document)) {
		const read = readTable(document, table);
		if (!read) continue;
		for (const { row, fields } of read.rows) bySentence.set(row.start, fields);
		let next = 0;
		for (const row of table) {
			const from = next;
			while ((read.names[next]?.start ?? row.end) < row.end) next++;
			rows.set(row.start, read.names.slice(from, next));
		}
	}
	for (const [start, line] of boxLinesOf(document)) if (!bySentence.has(start)) bySentence.set(start, [line]);
	const fields = { bySentence, rows };
	known.set(document, fields);
	return fields;
}

/** The lines of boxes, by where their sentence begins. */
function boxLinesOf({ text, paragraphs }: Document): [number, Field][] {
	return paragraphs.flatMap(({ sentences }) =>
		sentences.flatMap((sentence): [number, Field][] => {
			const isRow = isTableRow(text.slice(sentence.start, sentence.end));
			const line = isRow && cellsOf(text, sentence).length > 2 ? undefined : boxLineOf(text, sentence);
			return line ? [[sentence.start, { ...line, label: { start: sentence.start, end: line.start }, name: null }]] : [];
		}),
	);
}

/** Rows that follow each other with as many cells each. */
function tablesIn({ text, paragraphs }: Document): Row[][] {
	const tables: Row[][] = [];
	let before: Paragraph | undefined;
	for (const paragraph of paragraphs) {
		const isRow = isTableRow(text.slice(paragraph.start, paragraph.end));
		if (isRow) {
			const row = { start: paragraph.start, end: paragraph.end, cells: cellsOf(text, paragraph) };
			const table = before ? tables.at(-1) : undefined;
			if (table?.[0]?.cells.length === row.cells.length) table.push(row);
			else tables.push([row]);
		}
		before = isRow ? paragraph : undefined;
	}
	return tables.filter((rows) => rows.length >= shortestTable);
}

interface TableRead {
	readonly names: readonly Span[];
	readonly rows: readonly { readonly row: Row; readonly fields: readonly Field[] }[];
}

function readTable(document: Document, [head, ...rows]: readonly Row[]): TableRead | undefined {
	if (!head) return undefined;
	const { text } = document;
	const printed = ({ start, end }: Span): string => text.slice(start, end);
	const columns = head.cells.map((cell) => columnOf(printed(cell)));
	const filled = columns.filter((column) => column && isField(column)).length;
	const nameAt = columns.findIndex(
		(column, at) =>
			column === 'name' ||
			(column === 'generalName' &&
				(isOfDrills(document, head) || namesDrills(rows.flatMap(({ cells }) => cells[at] ?? []).map(printed)))),
	);
	if (filled > 0 && nameAt >= 0) {
		const read = rows.map((row) => {
			const name = nameIn(text, row.cells[nameAt]);
			return { row, name, fields: name ? fieldsIn(row.cells, head.cells, columns, () => name) : [] };
		});
		return { names: read.flatMap(({ name }) => name ?? []), rows: read };
	}
	const labels = rows.map(({ cells: [first] }) => (first ? columnOf(printed(first)) : undefined));
	const sideways = labels.filter((label) => label && isField(label)).length;
	if (sideways < shortestTable || head.cells.length < 3 || filled > 0 || !isOfDrills(document, head)) return undefined;
	const names = head.cells.map((cell, at) => (at === 0 ? undefined : nameIn(text, cell)));
	if (names.filter(Boolean).length < 2) return undefined;
	return {
		names: names.flatMap((name) => name ?? []),
		rows: rows.map((row, at) => {
			const label = labels[at];
			const side = row.cells[0] ?? row;
			return {
				row,
				fields: fieldsIn(
					row.cells.slice(1),
					row.cells.slice(1).map(() => side),
					row.cells.slice(1).map(() => label),
					(cell) => names[cell + 1] ?? null,
				),
			};
		}),
	};
}

function fieldsIn(
	cells: readonly Span[],
	labels: readonly Span[],
	columns: readonly (ColumnField | undefined)[],
	nameOf: (cell: number) => Span | null,
): Field[] {
	return cells.flatMap((cell, at): Field[] => {
		const [field, label, name] = [columns[at], labels[at], nameOf(at)];
		return field && isField(field) && label && name && cell.end > cell.start ? [{ ...cell, field, label, name }] : [];
	});
}

const isField = (column: ColumnField): column is BoxField => column !== 'name' && column !== 'generalName';

const leading = /^(?:(?:the\s)?(?:exercises?|drills?|ex\.?)\s)?[“"'‘«]?/iu;
const nameLike = /^(?=.*\p{Lu}|.*\d)[\p{L}\p{N}][^|.;:!?]{2,70}$/u;
/** A date, a rule, "n/a", "total": no name. */
const noName = /^(?:\d[\d\s.–-]*(?:\p{L}+\s?\d*)?|n\/?a|tba|tbd|tbc|none|total|various|unnamed|unknown|-+|\p{Pd}+)$/iu;

/** The name in a cell of names, without "Exercise" before it and a remark in brackets behind it. */
function nameIn(text: string, cell: Span | undefined): Span | undefined {
	if (!cell) return undefined;
	const printed = text.slice(cell.start, cell.end);
	const from = leading.exec(printed)?.[0].length ?? 0;
	const name = printed.slice(from).replace(/(?:[”"'’»]|\s\([^()]*\)|[\s,*†‡])+$/u, '');
	const start = cell.start + from;
	return nameLike.test(name) && !noName.test(name) ? { start, end: start + name.length } : undefined;
}

/** The title, the headings over a table or the line before it say that it is of drills. */
function isOfDrills({ text, paragraphs, title }: Document, { start }: Span): boolean {
	const before = paragraphs.filter((paragraph) => paragraph.end <= start);
	const over = [
		before.at(-1),
		before.findLast(({ kind }) => kind === 'heading'),
		before.find(({ kind }) => kind === 'title'),
	];
	return (
		ofDrills.test(title) ||
		over.some((paragraph) => paragraph && ofDrills.test(text.slice(paragraph.start, paragraph.end)))
	);
}
