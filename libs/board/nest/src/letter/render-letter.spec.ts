import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cleanLine, type Letter, type LetterSource } from '@consilium/board-core';
import { readPdf } from '@consilium/platform-testing';
import { frozen, letterOf } from './letter.fixture.js';
import { renderHtml } from './render-html.js';
import { renderJson } from './render-json.js';
import { renderLetter } from './render-letter.js';
import { renderPdf } from './render-pdf.js';

type Recommended = NonNullable<LetterSource['recommendation']>;
type Item = Recommended['items'][number];
const first = frozen.recommendation?.items[0];
if (first === undefined) throw new Error('The sample recommends nothing.');
const recommending = (...items: readonly Partial<Item>[]): Letter =>
  letterOf({
    recommendation: {
      items: items.map((given, index) => ({
        ...first,
        ...given,
        id: `i${String(index)}`,
        priority: index + 1,
      })),
      gates: {},
      overrides: {},
      dissents: [],
    },
  });

/** Without white space, since a line may break anywhere; signs that look the same may share one in a font. */
const squashed = (text: string): string => text.normalize('NFKC').replaceAll(/[\s\u200B]/g, '');
const unescaped = (html: string): string =>
  html
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
/** What a PDF says, without the lines that every page repeats at its end. */
const saidBy = async (bytes: Uint8Array): Promise<string> => {
  const { pages } = await readPdf(bytes);
  return pages
    .map(squashed)
    .map((page) => page.slice(0, page.lastIndexOf('PatientP-17·Version1Page')))
    .join('');
};

describe(renderLetter.name, () => {
  it('gives the same bytes for the same letter', async () => {
    const once = await renderLetter(letterOf());
    const again = await renderLetter(letterOf());
    expect(again.map(({ format, sha256 }) => [format, sha256])).toEqual(
      once.map(({ format, sha256 }) => [format, sha256]),
    );
    const other = await renderLetter(recommending({ rationale: 'Other.' }));
    expect(other.map(({ sha256 }) => sha256)).not.toEqual(once.map(({ sha256 }) => sha256));
  });

  it('tells every recommendation and reference in every form', async () => {
    const text = fc.string({
      unit: fc.constantFrom(...Array.from('abcXYZ019<>&"\'/.,:;()[]-+ äßéβ→≥µ')),
      minLength: 1,
      maxLength: 80,
    });
    const item = fc.record({
      drugs: fc.array(text, { minLength: 1, maxLength: 3 }),
      rationale: text,
      references: fc.array(text, { minLength: 1, maxLength: 3 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(item, { minLength: 1, maxLength: 4 }), async (items) => {
        const letter = recommending(...items);
        const forms = [
          squashed(unescaped(renderHtml(letter).replaceAll(/<[^>]*>/g, ' '))),
          await saidBy(await renderPdf(letter, 'a4')),
        ];
        const read = JSON.parse(renderJson(letter)) as Letter;
        expect(read).toEqual(letter);
        for (const { drugs, rationale, references } of items)
          for (const one of [...drugs, rationale, ...references])
            for (const form of forms) expect(form).toContain(squashed(cleanLine(one)));
      }),
      { numRuns: 12 },
    );
  }, 60_000);
});

const hostile: readonly (readonly [string, string])[] = [
  ['script', '<script>alert(1)</script><img src=x onerror=alert(1)>'],
  ['end of the style', '</style><style>*{display:none}</style>'],
  ['quotes and entities', `"><b onclick='x'>&lt;&amp;`],
  ['signs that turn the direction', 'safe \u202Egnihton\u202C \u2066\u200F dose'],
  ['emoji and signs no face has', '👩🏽‍⚕️ 😀 中文 \u{1F9EC}'],
  ['Hebrew and Arabic', 'שלום עולם السلام عليكم'],
  ['controls', 'a\u0000b\u0007c\u001Bd\u007Fe\u0085f\tg'],
  ['lone halves of signs', 'x\uD83Dy\uDE00z'],
  ['ten thousand characters', 'a word after another '.repeat(500)],
  ['one word without end', 'W'.repeat(10_000)],
  ['many lines', 'line\n'.repeat(400)],
  ['nothing but white space', ' \n\t '],
];

describe.each(hostile)('hostile text: %s', (_, text) => {
  const letter = (): Letter =>
    letterOf({
      file: { hospital: text, patient: text, diagnosis: text, diagnosisName: text },
      referral: { reason: text, question: text, diagnoses: [] },
      signer: { id: 'elif', name: text },
      profiles: frozen.profiles.map((profile) => ({
        ...profile,
        laboratory: text,
        reportId: text,
        smallVariants: [{ gene: text, proteinChange: text, codingChange: text, origin: 'somatic' }],
        remarks: [text],
      })),
      recommendation: {
        items: [{ ...first, drugs: [text], biomarkers: [text], rationale: text, references: [text] }],
        gates: {
          one: { outcome: 'avoid', drugs: [text], reasons: [text], at: '2026-11-25T10:00:00Z' },
        },
        overrides: { one: { by: text, reason: text, at: '2026-11-25T10:00:00Z' } },
        dissents: [{ item: 'one', by: text, text }],
      },
    });

  it('neither breaks nor runs as HTML', () => {
    const html = renderHtml(letter());
    const tags = new Set([...html.matchAll(/<\/?([a-z0-9]+)/gi)].map(([, tag]) => tag));
    expect([...tags].filter((tag) => !known.includes(tag ?? ''))).toEqual([]);
    expect(html.match(/<style>/g)).toHaveLength(1);
    expect(html).not.toMatch(/<[^>]* on[a-z]+=/i);
    expect(html).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/);
  });

  it('neither breaks nor leaves the page as PDF', async () => {
    const { pages, isTagged } = await readPdf(await renderPdf(letter(), 'a4'));
    expect(isTagged).toBe(true);
    expect(pages.length).toBeLessThan(120);
    for (const [index, page] of pages.entries())
      expect(page).toContain(`Page ${String(index + 1)} of ${String(pages.length)}`);
  }, 30_000);
});
const known = [
  ...['html', 'head', 'meta', 'title', 'style', 'body', 'div', 'main', 'header', 'section', 'strong'],
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'p', 'dl', 'dt', 'dd', 'ul', 'ol', 'li'],
  ...['table', 'caption', 'thead', 'tbody', 'tr', 'th', 'td'],
];

describe(renderPdf.name, () => {
  it('writes a sign that its faces do not have as its number', async () => {
    const said = await saidBy(await renderPdf(recommending({ rationale: 'Dose 中 \u{1F9EC}.' }), 'a4'));
    expect(said).toContain('Dose[U+4E2D][U+1F9EC].');
  });

  it('repeats the head of a table on each page, and keeps the front of a usual case to two pages', async () => {
    const usual = await readPdf(await renderPdf(letterOf(), 'letter'));
    expect(usual.pages.findIndex((page) => page.includes('Appendix'))).toBeLessThanOrEqual(2);
    const [profile] = frozen.profiles;
    if (profile === undefined) throw new Error('The sample has no report.');
    const smallVariants = Array.from({ length: 140 }, (_, index) => ({
      gene: `G${String(index)}`,
      proteinChange: `V${String(index)}E`,
      origin: 'somatic' as const,
    }));
    const { pages } = await readPdf(
      await renderPdf(letterOf({ profiles: [{ ...profile, smallVariants }] }), 'a4'),
    );
    const withRows = pages.filter((page) => /G\d+ V\d+E/.test(page));
    expect(withRows.length).toBeGreaterThan(3);
    for (const page of withRows) expect(page).toContain('Finding Detail VAF Origin Bears on');
  });

  it('marks a draft on every page, in words', async () => {
    const { pages } = await readPdf(await renderPdf({ ...letterOf(), draft: true }, 'a4'));
    for (const page of pages) expect(page.match(/DRAFT/g)?.length).toBeGreaterThanOrEqual(2);
    expect(renderHtml({ ...letterOf(), draft: true })).toContain('class="draft"');
  });
});
