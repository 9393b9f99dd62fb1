import { layOutLetter, letterWords, type Letter } from '@consilium/board-core';
import { drawBlocks, drawHeading } from './pdf/draw-blocks.js';
import { drawRunning } from './pdf/draw-running.js';
import { body, LetterSheet, margins, type PaperSize } from './pdf/letter-sheet.js';

/** The letter as a tagged PDF. The same letter gives the same bytes: its only instant is that of the signature. */
export function renderPdf(letter: Letter, size: PaperSize): Promise<Buffer> {
  const document = layOutLetter(letter);
  const { title, subtitle, running, language } = document;
  const words = letterWords[language];
  const sheet = new LetterSheet({
    size,
    title: `${title}: ${running.version}`,
    language,
    keywords: letter.stamp.contentHash ?? words.stamp.notSigned,
    madeAt: new Date(letter.header.signed?.at ?? 0),
  });
  const { doc, root } = sheet;
  const place = { parent: root, left: margins.left };
  drawHeading(sheet, title, { ...place, level: 1 });
  sheet.tag(root, 'P', () => {
    doc.text(sheet.write(subtitle, body), margins.left, doc.y, { width: sheet.width, lineGap: body.gap });
  });
  doc.y += 6;
  drawBlocks(sheet, document.front, { ...place, level: 2 });
  doc.addPage();
  drawHeading(sheet, document.appendixTitle, { ...place, level: 2 });
  drawBlocks(sheet, document.appendix, { ...place, level: 3 });
  drawRunning(sheet, document, words.stamp.page);
  return sheet.bytes();
}
