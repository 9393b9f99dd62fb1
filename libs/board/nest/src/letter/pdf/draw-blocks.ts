import type { LetterBlock, LetterEntry, LetterSection } from '@consilium/board-core';
import { drawTable, startOfTable } from './draw-table.js';
import { body, margins, strong, type LetterSheet, type Tag, type Type } from './letter-sheet.js';

const indent = 16;
const termWidth = 132;
/** Headings by level: the title is the first. */
const headings: readonly Type[] = [
  { face: 'bold', size: 15, gap: 2 },
  { face: 'bold', size: 11.5, gap: 1 },
  { face: 'bold', size: 9.6, gap: 1 },
  { face: 'bold', size: 8.8, gap: 1 },
];
const ruledLevel = 2;
/** Paragraphs up to so many lines are not parted. */
const unparted = 5;

/** Where blocks are drawn: under which tag, at which level of headings, how far in. */
export interface Place {
  readonly parent: Tag;
  readonly level: number;
  readonly left: number;
}

const headingType = (level: number): Type => headings[Math.min(level, headings.length) - 1] ?? strong;

export function drawBlocks(sheet: LetterSheet, blocks: readonly LetterBlock[], place: Place): void {
  for (const block of blocks) drawBlock(sheet, block, place);
}

function drawBlock(sheet: LetterSheet, block: LetterBlock, place: Place): void {
  const width = widthAt(sheet, place);
  switch (block.kind) {
    case 'section':
      drawSection(sheet, block, place);
      return;
    case 'paragraph':
      keepLines(sheet, block, width);
      drawLed(sheet, block, { ...place, type: 'P' });
      sheet.doc.y += 2.5;
      return;
    case 'facts':
      sheet.group(place.parent, 'L', (list) => {
        for (const { term, value } of block.entries) drawFact(sheet, list, place, { term, value });
      });
      sheet.doc.y += 3;
      return;
    case 'list':
      sheet.group(place.parent, 'L', (list) => {
        const by = block.isNumbered === true ? numbersWidth(block.items.length) : indent;
        for (const [index, item] of block.items.entries())
          drawItem(sheet, { ...place, parent: list }, item, {
            label: block.isNumbered === true ? `${String(index + 1)}.` : '•',
            by,
          });
      });
      sheet.doc.y += 3;
      return;
    case 'table':
      drawTable(sheet, block, place.parent, { left: place.left, width });
  }
}

const widthAt = (sheet: LetterSheet, { left }: Pick<Place, 'left'>): number =>
  sheet.width - (left - margins.left);

export function drawHeading(sheet: LetterSheet, text: string, { parent, level, left }: Place): void {
  const type = headingType(level);
  const { doc } = sheet;
  const width = widthAt(sheet, { left });
  if (doc.y > margins.top) doc.y += level <= ruledLevel ? 9 : 5;
  sheet.tag(parent, `H${String(Math.min(level, 6))}`, () => {
    doc.text(sheet.write(text, type), left, doc.y, { width, lineGap: type.gap });
  });
  if (level === ruledLevel)
    sheet.aside(() => {
      doc
        .moveTo(left, doc.y)
        .lineTo(left + width, doc.y)
        .lineWidth(0.6)
        .stroke('black');
    });
  doc.y += level <= ruledLevel ? 4 : 2;
}

function drawSection(sheet: LetterSheet, section: LetterSection, { parent, level, left }: Place): void {
  const inner = section.isSetApart === true ? left + 10 : left;
  const start = startOf(sheet, section, { level, left });
  const whole = section.isSetApart === true ? heightOf(sheet, section, { level, left }) : 0;
  // What is set apart stays whole where that costs less than half a page.
  sheet.need(whole < (sheet.bottom - margins.top) / 2 ? Math.max(start, whole) : start);
  const from = { page: pageOf(sheet), y: sheet.doc.y + 5 };
  sheet.group(parent, 'Sect', (group) => {
    drawHeading(sheet, section.heading, { parent: group, level, left: inner });
    drawBlocks(sheet, section.blocks, { parent: group, level: level + 1, left: inner });
  });
  if (section.isSetApart === true) drawSideRule(sheet, left + 1.5, from);
}

const pageOf = ({ doc }: LetterSheet): number => {
  const { start, count } = doc.bufferedPageRange();
  return start + count - 1;
};

/** A rule beside what is set apart, on each page it is on. */
function drawSideRule(
  sheet: LetterSheet,
  x: number,
  from: { readonly page: number; readonly y: number },
): void {
  const { doc } = sheet;
  const to = { page: pageOf(sheet), y: doc.y };
  for (let page = from.page; page <= to.page; page += 1) {
    const top = page === from.page ? from.y : margins.top;
    const end = page === to.page ? to.y : sheet.bottom;
    if (end <= top) continue;
    doc.switchToPage(page);
    sheet.aside(() => {
      doc.moveTo(x, top).lineTo(x, end).lineWidth(2).stroke('black');
    });
  }
  doc.switchToPage(to.page);
  doc.y = to.y;
}

function keepLines(sheet: LetterSheet, entry: LetterEntry, width: number): void {
  const line = sheet.lineOf(body);
  const height = sheet.heightOf(textOf(entry), body, width);
  const lines = Math.round(height / line);
  sheet.need(lines <= unparted ? height : line * 2);
}

const textOf = ({ lead, text }: LetterEntry): string => (lead === undefined ? text : `${lead} ${text}`);

/** A text after its lead-in. */
function drawLed(
  sheet: LetterSheet,
  { lead, text }: LetterEntry,
  { parent, left, type }: Pick<Place, 'parent' | 'left'> & { readonly type: string },
): void {
  const { doc } = sheet;
  const options = { width: widthAt(sheet, { left }), lineGap: body.gap };
  sheet.tag(parent, type, () => {
    if (lead === undefined) {
      doc.text(sheet.write(text, body) || ' ', left, doc.y, options);
      return;
    }
    const isAlone = text === '';
    doc.text(`${sheet.write(lead, strong)}${isAlone ? '' : ' '}`, left, doc.y, {
      ...options,
      continued: !isAlone,
    });
    if (!isAlone) doc.text(sheet.write(text, body), options);
  });
}

function drawItem(
  sheet: LetterSheet,
  place: Place,
  item: LetterEntry,
  { label, by }: { readonly label: string; readonly by: number },
): void {
  const { doc } = sheet;
  const left = place.left + by;
  keepLines(sheet, item, widthAt(sheet, { left }));
  sheet.group(place.parent, 'LI', (entry) => {
    const { y } = doc;
    sheet.tag(entry, 'Lbl', () => {
      doc.text(sheet.write(label, body), place.left, y, { lineGap: body.gap, lineBreak: false });
    });
    doc.y = y;
    drawLed(sheet, item, { parent: entry, left, type: 'LBody' });
  });
  doc.y += 1.5;
}

/** How far in the items of a list stand whose numbers run so high. */
const numbersWidth = (count: number): number => indent + (String(count).length - 1) * 5;

/** A term with its value beside it. */
function drawFact(
  sheet: LetterSheet,
  list: Tag,
  { left }: Place,
  { term, value }: { readonly term: string; readonly value: string },
): void {
  const { doc } = sheet;
  const [beside, width] = [left + termWidth, widthAt(sheet, { left }) - termWidth];
  const termHeight = sheet.heightOf(term, strong, termWidth - 8);
  sheet.need(Math.max(termHeight, Math.min(sheet.heightOf(value, body, width), sheet.lineOf(body) * 4)));
  const { y } = doc;
  const page = pageOf(sheet);
  sheet.group(list, 'LI', (entry) => {
    sheet.tag(entry, 'Lbl', () => {
      doc.text(sheet.write(term, strong), left, y, { width: termWidth - 8, lineGap: body.gap });
    });
    doc.y = y;
    sheet.tag(entry, 'LBody', () => {
      doc.text(sheet.write(value, body) || ' ', beside, y, { width, lineGap: body.gap });
    });
  });
  if (pageOf(sheet) === page) doc.y = Math.max(doc.y, y + termHeight);
  doc.y += 0.8;
}

type Measure = Pick<Place, 'level' | 'left'>;

/** How much must stand together at the start of a block, so that no heading stays alone. */
function startOf(sheet: LetterSheet, block: LetterBlock, { level, left }: Measure): number {
  const width = widthAt(sheet, { left });
  switch (block.kind) {
    case 'section': {
      const type = headingType(level);
      const [first] = block.blocks;
      const own = sheet.heightOf(block.heading, type, width) + (level <= ruledLevel ? 14 : 8);
      return own + (first === undefined ? 0 : startOf(sheet, first, { level: level + 1, left }));
    }
    case 'table':
      return startOfTable(sheet, block, width);
    case 'facts':
      return sheet.lineOf(body) * 3;
    case 'list':
    case 'paragraph':
      return sheet.lineOf(body) * 3;
  }
}

/** About how high a section of paragraphs is. */
function heightOf(sheet: LetterSheet, section: LetterSection, { level, left }: Measure): number {
  const width = widthAt(sheet, { left: left + 10 });
  return section.blocks.reduce(
    (sum, block) => sum + (block.kind === 'paragraph' ? sheet.heightOf(textOf(block), body, width) + 2.5 : 0),
    sheet.heightOf(section.heading, headingType(level), width) + 8,
  );
}
