import type { LetterTable } from '@consilium/board-core';
import { small, smallStrong, strong, type LetterSheet, type Tag, type Type } from './letter-sheet.js';

const pad = 2.6;
const between = 7;
/** After signs were written as numbers a text may have grown: no row is to be as high as a page. */
const cellAtMost = 500;

interface Frame {
  readonly left: number;
  readonly width: number;
}
interface Column {
  readonly x: number;
  readonly width: number;
}

/** A table whose rows stay whole and whose head stands again on each page. */
export function drawTable(sheet: LetterSheet, table: LetterTable, parent: Tag, frame: Frame): void {
  const { doc } = sheet;
  const columns = columnsOf(table, frame);
  sheet.need(startOfTable(sheet, table, frame.width));
  doc.y += 3;
  sheet.group(parent, 'Table', (tag) => {
    sheet.tag(tag, 'Caption', () => {
      doc.text(sheet.write(table.caption, strong), frame.left, doc.y, { width: frame.width, lineGap: 1 });
    });
    doc.y += 1.5;
    sheet.group(tag, 'THead', (head) => {
      sheet.group(head, 'TR', (row) => {
        drawRow(sheet, titlesOf(table), columns, (_, draw) => {
          sheet.tag(row, 'TH', draw, { scope: 'Column' });
        });
      });
    });
    drawRule(sheet, frame, 0.9);
    sheet.group(tag, 'TBody', (rows) => {
      for (const row of table.rows) drawBodyRow(sheet, table, rows, { row, columns, frame });
    });
  });
  doc.x = frame.left;
  doc.y += 5;
}

/** Caption, head and first row stand together. */
export function startOfTable(sheet: LetterSheet, table: LetterTable, width: number): number {
  const columns = columnsOf(table, { left: 0, width });
  const [first = []] = table.rows;
  return (
    6 +
    sheet.heightOf(table.caption, strong, width) +
    heightOfRow(sheet, titlesOf(table), columns) +
    heightOfRow(sheet, first, columns, typeOfBody)
  );
}

const titlesOf = ({ columns }: LetterTable): readonly string[] => columns.map(({ title }) => title);

function drawBodyRow(
  sheet: LetterSheet,
  table: LetterTable,
  rows: Tag,
  {
    row,
    columns,
    frame,
  }: { readonly row: readonly string[]; readonly columns: readonly Column[]; readonly frame: Frame },
): void {
  if (sheet.room < heightOfRow(sheet, row, columns, typeOfBody)) {
    sheet.doc.addPage();
    // Read aloud once is enough: the head that stands again is no part of the tree.
    sheet.aside(() => {
      drawRow(sheet, titlesOf(table), columns, (_, draw) => {
        draw();
      });
    });
    drawRule(sheet, frame, 0.9);
  }
  sheet.group(rows, 'TR', (tag) => {
    drawRow(
      sheet,
      row,
      columns,
      (index, draw) => {
        if (index === 0) sheet.tag(tag, 'TH', draw, { scope: 'Row' });
        else sheet.tag(tag, 'TD', draw);
      },
      typeOfBody,
    );
  });
  drawRule(sheet, frame, 0.3);
}

function columnsOf(table: LetterTable, { left, width }: Frame): readonly Column[] {
  const whole = table.columns.reduce((sum, { share }) => sum + share, 0);
  let x = left;
  return table.columns.map(({ share }) => {
    const column = { x, width: (width * share) / whole - between };
    x += column.width + between;
    return column;
  });
}

const typeOfHead = (): Type => smallStrong;
const typeOfBody = (index: number): Type => (index === 0 ? smallStrong : small);

function heightOfRow(
  sheet: LetterSheet,
  row: readonly string[],
  columns: readonly Column[],
  typeOf: (index: number) => Type = typeOfHead,
): number {
  const heights = row.map((text, index) =>
    sheet.heightOf(fitted(sheet, text), typeOf(index), columns[index]?.width ?? 0),
  );
  return Math.max(sheet.lineOf(small), ...heights) + 2 * pad;
}

const fitted = (sheet: LetterSheet, text: string): string => {
  const written = sheet.write(text, small);
  return written.length > cellAtMost ? `${written.slice(0, cellAtMost)}…` : text;
};

/** Writes the cells of a row beside each other; `put` says what each is. */
function drawRow(
  sheet: LetterSheet,
  row: readonly string[],
  columns: readonly Column[],
  put: (index: number, draw: () => void) => void,
  typeOf: (index: number) => Type = typeOfHead,
): void {
  const { doc } = sheet;
  const height = heightOfRow(sheet, row, columns, typeOf);
  const { y } = doc;
  for (const [index, text] of row.entries()) {
    const column = columns[index];
    if (column === undefined) continue;
    const type = typeOf(index);
    put(index, () => {
      doc.text(sheet.write(fitted(sheet, text), type) || ' ', column.x, y + pad, {
        width: column.width,
        lineGap: type.gap,
      });
    });
  }
  doc.y = y + height;
}

function drawRule(sheet: LetterSheet, { left, width }: Frame, weight: number): void {
  const { doc } = sheet;
  sheet.aside(() => {
    doc
      .moveTo(left, doc.y)
      .lineTo(left + width, doc.y)
      .lineWidth(weight)
      .stroke(weight < 0.5 ? '#888888' : 'black');
  });
}
