import PDFDocument from 'pdfkit';
import { fontFiles, writable, type Face } from './letter-fonts.js';

/** Sizes of paper, in points. */
export const paperSizes = { a4: [595.28, 841.89], letter: [612, 792] } as const;
export type PaperSize = keyof typeof paperSizes;

export const margins = { top: 64, bottom: 66, left: 52, right: 52 } as const;

/** Sizes and faces of what is written. */
export interface Type {
  readonly face: Face;
  readonly size: number;
  readonly gap: number;
}
export const body: Type = { face: 'body', size: 8.8, gap: 1.6 };
export const strong: Type = { ...body, face: 'bold' };
export const small: Type = { face: 'body', size: 7.8, gap: 1 };
export const smallStrong: Type = { ...small, face: 'bold' };

/** A part of the tree of tags. */
export type Tag = PDFKit.PDFStructureElement;

/** What a head cell is the head of. */
export interface TagOptions {
  readonly scope?: 'Column' | 'Row';
}

export interface SheetOptions {
  readonly size: PaperSize;
  readonly title: string;
  readonly language: string;
  readonly keywords: string;
  readonly madeAt: Date;
}

/** Pages to write on, with the tags that tell a reader by ear what is what. */
export class LetterSheet {
  readonly doc: PDFKit.PDFDocument;
  readonly root: Tag;

  constructor({ size, title, language, keywords, madeAt }: SheetOptions) {
    this.doc = new PDFDocument({
      size: [...paperSizes[size]],
      margins,
      pdfVersion: '1.7',
      tagged: true,
      lang: language,
      displayTitle: true,
      bufferPages: true,
      // The standard fonts are not embedded: none is to be loaded.
      font: '',
      info: {
        Title: title,
        Keywords: keywords,
        CreationDate: madeAt,
        Producer: 'Consilium',
        Creator: 'Consilium',
      },
    });
    for (const [face, file] of Object.entries(fontFiles())) this.doc.registerFont(face, file);
    this.root = this.doc.struct('Document');
    this.doc.addStructure(this.root);
  }

  get width(): number {
    return this.doc.page.width - margins.left - margins.right;
  }

  get bottom(): number {
    return this.doc.page.height - margins.bottom;
  }

  /** What is left of the page, in points. */
  get room(): number {
    return this.bottom - this.doc.y;
  }

  set(type: Type): void {
    this.doc.font(type.face).fontSize(type.size).fillColor('black');
  }

  /** A text as a face can write it. */
  write(text: string, type: Type): string {
    this.set(type);
    const { _font } = this.doc as unknown as FontOfDocument;
    return writable(text, (codePoint) => _font.font.hasGlyphForCodePoint(codePoint));
  }

  heightOf(text: string, type: Type, width: number): number {
    return this.doc.heightOfString(this.write(text, type) || ' ', { width, lineGap: type.gap });
  }

  lineOf(type: Type): number {
    this.set(type);
    return this.doc.currentLineHeight(true) + type.gap;
  }

  /** Goes to a new page unless there is so much room. */
  need(height: number): void {
    if (this.room < height && this.doc.y > margins.top) this.doc.addPage();
  }

  /** Adds a part to the tree of tags; what `draw` writes is its content. */
  tag(parent: Tag, type: string, draw: () => void, options: TagOptions = {}): void {
    parent.add(this.doc.struct(type, options as object, [draw]));
  }

  /** Adds a part that has parts itself. */
  group(parent: Tag, type: string, fill: (group: Tag) => void): void {
    const group = this.doc.struct(type);
    parent.add(group);
    fill(group);
    group.end();
  }

  /** Draws what has no meaning of its own: rules, running lines. */
  aside(draw: () => void): void {
    this.doc.markContent('Artifact', { type: 'Layout' });
    draw();
    this.doc.endMarkedContent();
  }

  async bytes(): Promise<Buffer> {
    this.root.end();
    this.doc.end();
    const parts: Buffer[] = [];
    for await (const part of this.doc) parts.push(part as Buffer);
    return Buffer.concat(parts);
  }
}

/** The font in use, as the library holds it: which signs it has is told nowhere else. */
interface FontOfDocument {
  readonly _font: { readonly font: { hasGlyphForCodePoint(codePoint: number): boolean } };
}
