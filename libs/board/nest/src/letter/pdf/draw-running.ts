import type { LetterDocument } from '@consilium/board-core';
import { margins, small, type LetterSheet, type Type } from './letter-sheet.js';

const running: Type = { ...small, size: 7.2 };
const top = 30;

/** Writes on every page what it must say of itself: patient, version, page, knowledge and hash. */
export function drawRunning(
  sheet: LetterSheet,
  { running: lines, draft }: LetterDocument,
  pageText: (page: number, of: number) => string,
): void {
  const { doc } = sheet;
  const { start, count } = doc.bufferedPageRange();
  for (let index = 0; index < count; index += 1) {
    doc.switchToPage(start + index);
    // Else a line below the margin would begin another page.
    doc.page.margins.bottom = 0;
    if (draft !== undefined) drawDraft(sheet, draft);
    doc.markContent('Artifact', { type: 'Pagination' });
    const { width } = sheet;
    const foot = doc.page.height - margins.bottom + 16;
    const line = (text: string, y: number, align: 'left' | 'right' = 'left'): void => {
      const written = sheet.write(text, running);
      doc.text(written, margins.left, y, {
        width,
        align,
        height: sheet.lineOf(running),
        ellipsis: true,
        lineGap: running.gap,
      });
    };
    const marked = draft === undefined ? '' : `${draft} · `;
    line(`${marked}${lines.patient} · ${lines.version}`, top);
    line(pageText(index + 1, count), top, 'right');
    rule(sheet, top + 13);
    rule(sheet, foot - 5);
    line(lines.knowledge, foot);
    line(lines.hash, foot + 11);
    doc.endMarkedContent();
    doc.page.margins.bottom = margins.bottom;
  }
}

function rule({ doc, width }: LetterSheet, y: number): void {
  doc
    .moveTo(margins.left, y)
    .lineTo(margins.left + width, y)
    .lineWidth(0.3)
    .stroke('black');
}

/** Across the page, in letters too large to be overlooked and too light to hide what is written. */
function drawDraft(sheet: LetterSheet, text: string): void {
  const { doc } = sheet;
  const { width, height } = doc.page;
  sheet.aside(() => {
    doc.save();
    doc.rotate(-52, { origin: [width / 2, height / 2] });
    sheet.set({ face: 'bold', size: 130, gap: 0 });
    doc
      .fillColor('black', 0.12)
      .text(sheet.write(text, { face: 'bold', size: 130, gap: 0 }), -100, height / 2 - 80, {
        width: width + 200,
        align: 'center',
        lineBreak: false,
      });
    doc.restore();
    doc.fillColor('black', 1);
  });
}
