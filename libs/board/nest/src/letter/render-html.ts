import {
  layOutLetter,
  type Letter,
  type LetterBlock,
  type LetterDocument,
  type LetterEntry,
  type LetterSection,
  type LetterTable,
} from '@consilium/board-core';
import { letterPolicy, letterStyle } from './letter-style.js';

/** The letter as one page that needs nothing else: no script, no other file, and its own policy even when saved. */
export function renderHtml(letter: Letter): string {
  const document = layOutLetter(letter);
  const { language, title, subtitle, draft, running } = document;
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta http-equiv="Content-Security-Policy" content="${letterPolicy}">
<title>${escapeHtml(`${title}: ${running.version}`)}</title>
<style>${letterStyle}</style>
</head>
<body>
${draft === undefined ? '' : `<div class="draft" aria-hidden="true">${escapeHtml(draft)}</div>\n`}${runningLines(document)}
<main>
<header>
<h1>${escapeHtml(title)}</h1>
<p class="subtitle">${escapeHtml(subtitle)}</p>
</header>
${blocks(document.front, 2)}
<section class="appendix">
<h2>${escapeHtml(document.appendixTitle)}</h2>
${blocks(document.appendix, 3)}
</section>
</main>
</body>
</html>
`;
}

/** Printed, they stand at the top of every page. */
const runningLines = ({ running: { patient, version, knowledge, hash } }: LetterDocument): string =>
  `<div class="running">
<p>${escapeHtml(`${patient} · ${version}`)}</p>
<p>${escapeHtml(knowledge)}</p>
<p>${escapeHtml(hash)}</p>
</div>`;

const blocks = (list: readonly LetterBlock[], level: number): string =>
  list.map((one) => block(one, level)).join('\n');

function block(one: LetterBlock, level: number): string {
  switch (one.kind) {
    case 'section':
      return section(one, level);
    case 'paragraph':
      return `<p>${led(one)}</p>`;
    case 'facts':
      return `<dl>\n${one.entries
        .map(({ term, value }) => `<dt>${escapeHtml(term)}</dt><dd>${escapeHtml(value)}</dd>`)
        .join('\n')}\n</dl>`;
    case 'list': {
      const tag = one.isNumbered === true ? 'ol' : 'ul';
      return `<${tag}>\n${one.items.map((item) => `<li>${led(item)}</li>`).join('\n')}\n</${tag}>`;
    }
    case 'table':
      return table(one);
  }
}

function section({ heading, blocks: within, isSetApart }: LetterSection, level: number): string {
  const tag = `h${String(Math.min(level, 6))}`;
  return `<section${isSetApart === true ? ' class="apart"' : ''}>
<${tag}>${escapeHtml(heading)}</${tag}>
${blocks(within, level + 1)}
</section>`;
}

const table = ({ caption, columns, rows }: LetterTable): string => `<table>
<caption>${escapeHtml(caption)}</caption>
<thead><tr>${columns.map(({ title }) => `<th scope="col">${escapeHtml(title)}</th>`).join('')}</tr></thead>
<tbody>
${rows.map((row) => `<tr>${row.map(tableCell).join('')}</tr>`).join('\n')}
</tbody>
</table>`;

const tableCell = (text: string, column: number): string =>
  column === 0 ? `<th scope="row">${escapeHtml(text)}</th>` : `<td>${escapeHtml(text)}</td>`;

const led = ({ lead, text }: LetterEntry): string =>
  [lead === undefined ? '' : `<strong>${escapeHtml(lead)}</strong>`, escapeHtml(text)]
    .filter((part) => part !== '')
    .join(' ');

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escapeHtml = (text: string): string => text.replaceAll(/[&<>"']/g, (one) => escapes[one] ?? one);
