import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Ajv } from 'ajv';
import { eventually, readPdf } from '@consilium/platform-testing';
import { caseOnTable } from '../support/case-on-table.js';
import { boardPeople } from '../support/case-steps.js';
import { repository, startPlatform, type Platform } from '../support/consilium.js';

interface Letter {
  readonly format: string;
  readonly state: string;
  readonly url: string;
  readonly sha256: string | null;
  readonly bytes: number | null;
}
interface Signed {
  readonly version: number;
  readonly contentHash: string;
  readonly letters: readonly Letter[];
}
const amivantamab = {
  id: 'one',
  kind: 'COMBINATION',
  priority: 1,
  drugs: ['amivantamab', 'lazertinib'],
  biomarkers: ['EGFR T790M'],
  evidence: [{ scale: 'ESCAT', level: 'II-B', source: 'PMID:34169849' }],
  label: 'OFF_LABEL',
  rationale: 'Progress on osimertinib; <b>nothing</b> else is left.',
  references: ['PMID:34169849', 'PMID:37870974'],
};
const trial = {
  id: 'two',
  kind: 'TRIAL',
  priority: 2,
  trial: 'NCT03778229',
  label: 'TRIAL',
  rationale: 'Recruits at this hospital.',
  references: ['NCT03778229'],
};

describe('the letter of a signed recommendation', () => {
  let platform: Platform;
  let people: ReturnType<typeof boardPeople>;
  let id = '';
  let first: readonly Letter[] = [];
  beforeAll(async () => {
    platform = await startPlatform({}, () => new Date('2026-11-25T12:00:00Z'));
    people = boardPeople(platform);
    id = await caseOnTable(platform, ['molecular-pathologist']);
    for (const item of [amivantamab, trial])
      await people.step(id, 'chair', 'draftItem', ', item: $item', {
        values: { item },
        types: ', $item: RecommendationItemInput!',
      });
    await people.step(id, 'referrer', 'dissent', ', item: "one", text: "Chemotherapy first"');
    await people.step(id, 'chair', 'recommendCase');
    const { problem } = await people.step(id, 'chair', 'signCase');
    expect(problem).toBeUndefined();
    first = await lettersOf(1);
  }, 60_000);
  afterAll(() => platform.close());

  const signed = async (): Promise<readonly Signed[]> => {
    const query = `query ($id: ID!) { answer: case(id: $id) { recommendation { signed {
      version contentHash letters { format state url sha256 bytes } } } } }`;
    const found = await people.ask<{ recommendation: { signed: readonly Signed[] } }>('chair', query, { id });
    return found.recommendation.signed;
  };
  const lettersOf = (version: number): Promise<readonly Letter[]> =>
    eventually(`the letter of version ${String(version)}`, async () => {
      const letters = (await signed()).find((one) => one.version === version)?.letters ?? [];
      return letters.length > 0 && letters.every(({ state }) => state === 'READY') ? letters : undefined;
    });
  const fetchAs = (token: string, url: string): Promise<Response> =>
    fetch(`${platform.running.url}${url}`, { headers: { authorization: `Bearer ${token}` } });
  const download = async (letters: readonly Letter[], format: string): Promise<Response> => {
    const letter = letters.find((one) => one.format === format);
    return fetchAs(platform.token('referrer', 'university-hospital'), letter?.url ?? '');
  };

  it('is made by a job after the signature, in each of its forms', async () => {
    expect(first.map(({ format }) => format).sort()).toEqual(['HTML', 'JSON', 'PDF_A4', 'PDF_LETTER']);
    for (const { format, sha256, bytes } of first) {
      const answer = await download(first, format);
      const body = Buffer.from(await answer.arrayBuffer());
      expect(answer.status).toBe(200);
      expect(answer.headers.get('cache-control')).toBe('no-store');
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
      expect(answer.headers.get('content-disposition')).toMatch(
        /filename="recommendation-v1(-a4|-letter)?\./,
      );
      expect(createHash('sha256').update(body).digest('hex')).toBe(sha256);
      expect(body.length).toBe(bytes);
    }
  });

  it.each([
    ['PDF_A4', 595.28, 841.89],
    ['PDF_LETTER', 612, 792],
  ])('is a tagged PDF (%s) that says on every page what it is', async (format, width, height) => {
    const read = await readPdf(Buffer.from(await (await download(first, format)).arrayBuffer()));
    expect(read).toMatchObject({
      isTagged: true,
      language: 'en',
      title: expect.stringContaining('Version 1'),
    });
    expect(read.paper[0]).toBeCloseTo(width, 0);
    expect(read.paper[1]).toBeCloseTo(height, 0);
    const roles = read.tags.flat();
    for (const role of ['Document', 'H1', 'H2', 'P', 'L', 'LI', 'LBody', 'Table', 'TR', 'TH', 'TD'])
      expect(roles).toContain(role);
    const contentHash = (await signed())[0]?.contentHash ?? 'none';
    for (const [index, page] of read.pages.entries()) {
      expect(page).toContain('Patient P-H1975');
      expect(page).toContain('Version 1');
      expect(page).toContain(`Page ${String(index + 1)} of ${String(read.pages.length)}`);
      expect(page).toMatch(/Knowledge: .+ \([0-9a-f]{12}\), as of 2026-11-25/);
      expect(page).toContain(contentHash);
    }
    const whole = read.pages.join(' ');
    for (const text of [
      'amivantamab + lazertinib',
      'NCT03778229',
      'PMID:34169849',
      'PMID:37870974',
      'ESCAT II-B',
      'off label',
      amivantamab.rationale,
      trial.rationale,
      'Chemotherapy first',
      'EGFR T790M',
      'Lung Adenocarcinoma (LUAD)',
      'AJCC 8 IVA',
      'Is there a targeted option?',
      'meeting of 2026-11-25',
      'recused: no say',
      'Not tested: TMB, MSI, MMR, HRD.',
    ])
      expect(whole).toContain(text);
    expect(read.pages.findIndex((page) => page.includes('Appendix'))).toBe(2);
  });

  it('is a page of HTML that runs nothing and loads nothing', async () => {
    const answer = await download(first, 'HTML');
    const html = await answer.text();
    const policy = answer.headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-[^']+';/);
    const style = /<style>(.*)<\/style>/s.exec(html)?.[1] ?? '';
    expect(policy).toContain(createHash('sha256').update(style).digest('base64'));
    expect(html).not.toMatch(/<script|<b>|style="|\son[a-z]+=|src=|href=/i);
    expect(html).toContain('&lt;b&gt;nothing&lt;/b&gt;');
    for (const text of ['amivantamab + lazertinib', 'PMID:37870974', 'NCT03778229', 'P-H1975'])
      expect(html).toContain(text);
  });

  it('is JSON of its published schema', async () => {
    const letter = (await (await download(first, 'JSON')).json()) as object;
    const schema = JSON.parse(
      readFileSync(join(repository, 'schemas/letter/letter.v1.schema.json'), 'utf8'),
    ) as object;
    const check = new Ajv({ allErrors: true, strict: false }).compile(schema);
    check(letter);
    expect(check.errors ?? []).toEqual([]);
    expect(letter).toMatchObject({
      draft: false,
      stamp: { patient: 'P-H1975', version: 1 },
      header: { board: 'Lung', signed: { name: 'Elif (chair)', at: '2026-11-25T12:00:00.000Z' } },
      recommendations: [{ id: 'one', numbers: [1, 2] }, { id: 'two' }],
    });
  });

  it('is handed out to who may see the case, and each reading is in the journal', async () => {
    const url = first[0]?.url ?? '';
    expect((await fetchAs(platform.token('referrer', 'city-hospital'), url)).status).toBe(404);
    expect((await fetchAs(platform.token('lab'), url)).status).toBe(403);
    expect((await fetch(`${platform.running.url}${url}`)).status).toBe(401);
    const token = platform.token('referrer', 'university-hospital');
    for (const bad of [
      '/cases/x/letters/1/html',
      `/cases/${id}/letters/9/html`,
      `/cases/${id}/letters/1/docx`,
    ])
      expect((await fetchAs(token, bad)).status).toBe(404);
    const reads: object[] = await platform.running.database.transaction('every-hospital', (tx) =>
      tx.query(
        `SELECT DISTINCT subject, target FROM audit.entry WHERE operation = 'letter' AND action = 'read'`,
      ),
    );
    expect(reads).toContainEqual({
      subject: 'P-H1975',
      target: { case: [id], version: ['1'], format: ['pdf-a4'] },
    });
  });

  it('is asked for by a job that holds ids only', async () => {
    const jobs: object[] = await platform.running.database.transaction('every-hospital', (tx) =>
      tx.query(`SELECT key, payload FROM jobs.job WHERE queue = 'board.make-letter'`),
    );
    expect(jobs).toEqual([{ key: `${id}:1`, payload: { case: id, version: '1' } }]);
  });

  it('tells of an amendment what changed, and the first letter stays as it was', async () => {
    await people.step(id, 'chair', 'amendCase', ', reason: "The trial has closed"');
    await people.step(id, 'chair', 'dropItem', ', item: "two"');
    const draft = await fetchAs(
      platform.token('chair', 'university-hospital'),
      `/cases/${id}/letters/draft/pdf-a4`,
    );
    for (const page of (await readPdf(Buffer.from(await draft.arrayBuffer()))).pages)
      expect(page).toMatch(/DRAFT · Patient P-H1975 · Version 2.*not signed/);
    await people.step(id, 'chair', 'signCase');
    const second = await lettersOf(2);
    const html = await (await download(second, 'HTML')).text();
    expect(html).toContain('What changed since version 1');
    expect(html).toContain('The trial has closed');
    expect(html).toContain('Dropped: trial NCT03778229.');
    expect(html).not.toContain('Recruits at this hospital');
    const earlier = (await signed()).find(({ version }) => version === 1)?.letters;
    expect(earlier).toEqual(first);
    expect(second.map(({ sha256 }) => sha256)).not.toEqual(first.map(({ sha256 }) => sha256));
  }, 30_000);
});
