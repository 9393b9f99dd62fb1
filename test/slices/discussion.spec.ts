import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '@consilium/platform-testing';
import { sendCareTeams } from '../support/care-teams.js';
import { boardPeople } from '../support/case-steps.js';
import { sample, startPlatform, type Platform } from '../support/consilium.js';

interface Attached {
  readonly id: string;
  readonly path: string | null;
  readonly name: string;
  readonly mediaType: string;
  readonly sha256: string;
  readonly removedBecause: string | null;
}
const pdf = Buffer.from('%PDF-1.7\nA scan of a letter.');

describe('what is said about a case', () => {
  let platform: Platform;
  let people: ReturnType<typeof boardPeople>;
  let id = '';
  beforeAll(async () => {
    platform = await startPlatform();
    await sendCareTeams(platform, 'P-H1975');
    people = boardPeople(platform);
    await platform.post(sample('nci-h1975.report.json'));
    ({ id } = await eventually('the case to open', () => people.caseOf('P-H1975')));
  }, 60_000);
  afterAll(() => platform.close());

  const me = (role: string): string => platform.running.users.find((user) => user.role === role)?.id ?? '';
  const comment = (role: string, args: string, about = id) =>
    people.ask<{ text?: string; byName?: string; problem?: { code: string } }>(
      role,
      `mutation { answer: addComment(case: "${about}", ${args}) {
         ... on CaseComment { text byName } ... on CaseRefused { problem { code } } } }`,
    );
  const mentionsOf = (role: string, hospital?: string) =>
    people
      .ask<{ nodes: { text: string; case: { id: string } }[] }>(
        role,
        `{ answer: mentions { nodes { text case { id } } } }`,
        {},
        hospital,
      )
      .then(({ nodes }) => nodes.map(({ text }) => text));
  const look = () =>
    people.ask<{ attachments: Attached[]; comments: { text: string }[]; work: { version: number } }>(
      'chair',
      `query ($id: ID!) { answer: case(id: $id) { work { version } comments { text }
         attachments { id path name mediaType sha256 removedBecause } } }`,
      { id },
    );

  it('reaches whom it asks to look, by name or by role, and takes nobody’s version away', async () => {
    const before = await look();
    expect(
      await comment('curator', `text: "Is the fusion real?", people: ["${me('molecular-pathologist')}"]`),
    ).toMatchObject({
      text: 'Is the fusion real?',
      byName: 'Hana (curator)',
    });
    await comment('molecular-pathologist', 'text: "Reviewed, yes. Dose?", roles: [PHARMACIST]');
    expect(await mentionsOf('molecular-pathologist')).toEqual(['Is the fusion real?']);
    expect(await mentionsOf('pharmacist')).toEqual(['Reviewed, yes. Dose?']);
    expect(await mentionsOf('curator')).toEqual([]);
    const after = await look();
    expect(after.comments).toHaveLength(2);
    expect(after.work.version).toBe(before.work.version);
  });

  it.each([
    ['nothing', 'text: "  "', 'BOARD.BAD_COMMENT'],
    ['a book', `text: "${'a'.repeat(4001)}"`, 'BOARD.BAD_COMMENT'],
  ])('refuses %s', async (_, args, code) => {
    expect(await comment('curator', args)).toMatchObject({ problem: { code } });
  });

  it('is for people of the hospital', async () => {
    const { data } = await platform.query<{ answer: unknown }>(
      platform.token('referrer', 'city-hospital'),
      `mutation { answer: addComment(case: "${id}", text: "Hello") { ... on CaseRefused { problem { code } } } }`,
    );
    expect(data?.answer).toEqual({ problem: { code: 'BOARD.NO_SUCH_CASE' } });
  });

  describe('with files', () => {
    const attach = (body: Buffer, name = 'Arztbrief Müller.pdf', token = platform.token('referrer')) =>
      fetch(`${platform.running.url}/cases/${id}/attachments`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${token}`,
          'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
          'content-type': 'text/html',
        },
        body,
      });
    const get = (path: string, token = platform.token('chair')) =>
      fetch(`${platform.running.url}${path}`, { headers: { authorization: `Bearer ${token}` } });

    it('keeps them by content, and gives them back as what they are', async () => {
      expect((await attach(pdf)).status).toBe(201);
      expect((await attach(pdf, '../again.pdf')).status).toBe(201);
      const { attachments } = await look();
      const sha256 = createHash('sha256').update(pdf).digest('hex');
      expect(attachments).toMatchObject([
        { name: 'Arztbrief Müller.pdf', mediaType: 'application/pdf', sha256 },
        { name: 'again.pdf', sha256 },
      ]);
      const answer = await get(attachments[0]?.path ?? '');
      expect(Buffer.from(await answer.arrayBuffer())).toEqual(pdf);
      expect(answer.headers.get('content-type')).toBe('application/pdf');
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
      expect(answer.headers.get('content-disposition')).toContain('Arztbrief%20M%C3%BCller.pdf');
      const [kept]: { count: number }[] = await platform.running.database.transaction(
        'every-hospital',
        (tx) => tx.query(`SELECT count(*)::int FROM board.file`),
      );
      expect(kept?.count).toBe(1);
    });

    it.each<[string, () => Promise<Response>, number, string]>([
      ['a page', () => attach(Buffer.from('<html><script>alert(1)</script>')), 415, 'BOARD.FILE_NOT_TAKEN'],
      ['an empty one', () => attach(Buffer.alloc(0)), 415, 'BOARD.FILE_NOT_TAKEN'],
      ['one without a name', () => attach(pdf, '..'), 422, 'BOARD.NO_FILE_NAME'],
      [
        'a huge one',
        () => attach(Buffer.concat([pdf, Buffer.alloc(26 * 1024 * 1024)])),
        413,
        'BOARD.FILE_TOO_LARGE',
      ],
      [
        'one from another hospital',
        () => attach(pdf, 'a.pdf', platform.token('referrer', 'city-hospital')),
        404,
        'BOARD.NO_SUCH_FILE',
      ],
    ])('refuses %s', async (_, send, status, code) => {
      const answer = await send();
      expect(answer.status).toBe(status);
      expect(await answer.json()).toMatchObject({ problems: [{ code, remedy: expect.any(String) }] });
    });

    it('shows them to nobody of another hospital, and to nobody without a role for it', async () => {
      const path = (await look()).attachments[0]?.path ?? '';
      expect((await get(path, platform.token('referrer', 'city-hospital'))).status).toBe(404);
      expect((await get(path, platform.token('lab'))).status).toBe(403);
      expect((await get(path, 'nobody')).status).toBe(401);
    });

    it('takes one off with a reason; that it was there stays known, and that it was read', async () => {
      const [first] = (await look()).attachments;
      const remove = (reason: string) =>
        people.ask<{ id?: string; problem?: { code: string } }>(
          'coordinator',
          `mutation { answer: removeAttachment(id: "${first?.id ?? ''}", reason: "${reason}") {
             ... on Case { id } ... on CaseRefused { problem { code } } } }`,
        );
      expect(await remove('')).toMatchObject({ problem: { code: 'BOARD.NO_REASON' } });
      expect(await remove('of another patient')).toEqual({ id });
      expect(await remove('once more')).toMatchObject({ problem: { code: 'BOARD.NO_SUCH_FILE' } });
      expect((await look()).attachments[0]).toMatchObject({
        path: null,
        removedBecause: 'of another patient',
      });
      expect((await get(first?.path ?? '')).status).toBe(404);
      const read: unknown[] = await platform.running.database.transaction('every-hospital', (tx) =>
        tx.query(`SELECT 1 FROM audit.entry WHERE operation = 'attachment' AND subject = 'P-H1975'`),
      );
      expect(read.length).toBeGreaterThan(0);
    });
  });
});
