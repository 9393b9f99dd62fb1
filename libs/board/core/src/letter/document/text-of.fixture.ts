import type { LetterBlock, LetterDocument } from './letter-document.js';

/** All that a document says, in its order. */
export const textOf = ({ title, subtitle, front, appendix, appendixTitle }: LetterDocument): string =>
  [title, subtitle, ...front.map(textOfBlock), appendixTitle, ...appendix.map(textOfBlock)].join('\n');

function textOfBlock(block: LetterBlock): string {
  switch (block.kind) {
    case 'section':
      return [block.heading, ...block.blocks.map(textOfBlock)].join('\n');
    case 'paragraph':
      return led(block);
    case 'facts':
      return block.entries.map(({ term, value }) => `${term}: ${value}`).join('\n');
    case 'list':
      return block.items.map(led).join('\n');
    case 'table':
      return [block.caption, ...block.rows.map((row) => row.join(' '))].join('\n');
  }
}

const led = ({ lead, text }: { readonly lead?: string; readonly text: string }): string =>
  lead === undefined ? text : `${lead} ${text}`;
