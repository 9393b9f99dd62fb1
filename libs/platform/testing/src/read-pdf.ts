/** What a reader gets out of a PDF. */
export interface ReadPdf {
  /** The text of each page, with one space where there is any. */
  readonly pages: readonly string[];
  /** Whether it says that its contents are tagged. */
  readonly isTagged: boolean;
  /** The tags of each page, the outermost first. */
  readonly tags: readonly (readonly string[])[];
  readonly title: string | undefined;
  readonly language: string | undefined;
  /** Height and width of the first page, in points. */
  readonly paper: readonly [number, number];
}

interface TagNode {
  readonly role?: string;
  readonly children?: readonly TagNode[];
}

/** Reads a PDF back: its text, its tags, and what it says of itself. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const loading = getDocument({
    data: new Uint8Array(bytes),
    verbosity: VerbosityLevel.ERRORS,
    useSystemFonts: false,
    disableFontFace: true,
  });
  const document = await loading.promise;
  try {
    const pages: string[] = [];
    const tags: string[][] = [];
    let paper: readonly [number, number] = [0, 0];
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent();
      pages.push(
        items
          .map((item) => ('str' in item ? `${item.str}${item.hasEOL ? ' ' : ''}` : ''))
          .join('')
          .replaceAll(/\s+/g, ' '),
      );
      tags.push(rolesIn((await page.getStructTree()) as TagNode | null));
      const { width, height } = page.getViewport({ scale: 1 });
      if (number === 1) paper = [width, height];
    }
    const mark = (await document.getMarkInfo()) as { readonly Marked?: boolean } | null;
    const { info } = (await document.getMetadata()) as {
      readonly info: { readonly Title?: string; readonly Language?: string };
    };
    return {
      pages,
      tags,
      isTagged: mark?.Marked === true,
      title: info.Title,
      language: info.Language,
      paper,
    };
  } finally {
    await loading.destroy();
  }
}

const rolesIn = (node: TagNode | null): string[] =>
  node === null
    ? []
    : [...(node.role === undefined ? [] : [node.role]), ...(node.children ?? []).flatMap(rolesIn)];
