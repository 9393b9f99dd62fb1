import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sample, startPlatform, type CloudEventJson, type Platform } from '../support/consilium.js';

/** File in test/samples/bad, code of its problem, and the place it must name. */
const refused: readonly (readonly [string, string, RegExp])[] = [
  ['wrong-schema', 'EVENTS.SCHEMA', /^\//],
  ['misspelt-key', 'EVENTS.SCHEMA', /^\//],
  ['vaf-per-cent', 'EVENTS.SCHEMA', /vaf$/],
  ['unknown-gene', 'GENOMICS.UNKNOWN_GENE', /gene|genes/],
  ['impossible-coordinate', 'GENOMICS.IMPOSSIBLE_COORDINATE', /position/],
  ['wrong-build', 'GENOMICS.WRONG_BUILD', /line \d+/],
  ['truncated-vcf', 'GENOMICS.CUT_SHORT', /line \d+/],
  ['broken-vcf-header', 'GENOMICS.BROKEN_HEADER', /line \d+/],
  ['future-clock', 'GENOMICS.ISSUED_IN_FUTURE', /issuedAt/],
  ['unknown-oncotree', 'GENOMICS.UNKNOWN_TUMOUR_TYPE', /oncotree/],
];

const deadLetters = `{ deadLetters(first: 200) { id eventId hospital problems { code } body } }`;
interface Letters {
  readonly deadLetters: {
    readonly id: string;
    readonly eventId: string | null;
    readonly hospital: string | null;
    readonly body: string;
  }[];
}

describe('bad input', () => {
  let platform: Platform;
  beforeAll(async () => {
    platform = await startPlatform({ CONSILIUM_ATTACHMENT_LIMIT_MB: '1', CONSILIUM_UNPACKED_LIMIT_MB: '64' });
  }, 60_000);
  afterAll(() => platform.close());

  const letters = async (): Promise<Letters['deadLetters']> =>
    (await platform.query<Letters>(platform.token('administrator'), deadLetters)).data?.deadLetters ?? [];
  const upload = (body: Buffer, headers: Record<string, string> = {}) =>
    fetch(`${platform.running.url}/attachments?hospital=university-hospital`, {
      method: 'POST',
      headers: { authorization: `Bearer ${platform.token('lab')}`, ...headers },
      body,
    });
  const reportWithVcf = (id: string, attachment: Record<string, unknown>): CloudEventJson => {
    const report = sample('colo-829.report.json');
    report.id = id;
    report.data['reportId'] = `R-${id}`;
    report.data['attachments'] = [{ name: 'tumour.vcf.gz', format: 'vcf', ...attachment }];
    return report;
  };

  it.each(refused)('%s is refused as %s and lies whole among the dead letters', async (file, code, place) => {
    const event = sample(`bad/${file}.json`);
    const answer = await platform.post(event);
    expect(answer).toMatchObject({ status: 422, body: { outcome: 'refused' } });
    expect(answer.body.problems?.map((problem) => problem.code)).toContain(code);
    const problem = answer.body.problems?.find((one) => one.code === code);
    expect(problem?.place).toMatch(place);
    expect(problem?.remedy).not.toBe('');
    const letter = (await letters()).find(({ id }) => id === answer.body.deadLetterId);
    expect(JSON.parse(letter?.body ?? 'null')).toEqual(event);
  });

  it('refuses an event id that comes again with other content', async () => {
    const first = sample('colo-829.report.json');
    await platform.post(first);
    const answer = await platform.post(sample('bad/same-id-other-content.json'));
    expect(answer.body.problems?.[0]?.code).toBe('EVENTS.ID_REUSED');
  });

  it('refuses a version that comes again with other content', async () => {
    const report = sample('lung-amended.v1.report.json');
    await platform.post(report);
    report.id = 'another-event';
    (report.data['specimen'] as { site: string }).site = 'another site';
    expect((await platform.post(report)).body.problems?.[0]?.code).toBe('GENOMICS.VERSION_REUSED');
  });

  it('keeps what is no JSON, and what is no CloudEvent', async () => {
    expect(await platform.post(undefined, { raw: '{"specversion":"1.0", "da' })).toMatchObject({
      status: 422,
    });
    expect(await platform.post({ hello: 'world' })).toMatchObject({ status: 422 });
    expect((await letters()).filter(({ eventId }) => eventId === null).length).toBeGreaterThanOrEqual(2);
  });

  it('refuses an attachment that is too large before it is read', async () => {
    const answer = await upload(Buffer.alloc(2 * 1024 * 1024, 'A'));
    expect(answer.status).toBe(413);
    expect(await answer.json()).toMatchObject({ code: 'GENOMICS.ATTACHMENT_TOO_LARGE' });
  });

  it('refuses a gzip bomb without unpacking it whole', async () => {
    const bomb = Buffer.concat([
      gzipSync('##fileformat=VCFv4.2\n#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\n'),
      gzipSync(Buffer.alloc(100 * 1024 * 1024, '\n')),
    ]);
    const kept = await upload(bomb);
    expect(kept.status).toBe(201);
    const sha256 = createHash('sha256').update(bomb).digest('hex');
    const answer = await platform.post(reportWithVcf('bomb', { sha256 }));
    expect(answer.body.problems?.[0]).toMatchObject({
      code: 'GENOMICS.UNPACKS_TOO_LARGE',
      place: 'tumour.vcf.gz',
    });
  }, 30_000);

  it('refuses a compressed file that breaks off, and one that was never uploaded', async () => {
    const whole = gzipSync(Buffer.from(`##fileformat=VCFv4.2\n${'##note=text\n'.repeat(1000)}`));
    const cut = await platform.post(
      reportWithVcf('cut', { content: whole.subarray(0, whole.length - 20).toString('base64') }),
    );
    expect(cut.body.problems?.[0]?.code).toBe('GENOMICS.ATTACHMENT_CUT_SHORT');
    const missing = await platform.post(reportWithVcf('missing', { sha256: '0'.repeat(64) }));
    expect(missing.body.problems?.[0]?.code).toBe('GENOMICS.ATTACHMENT_UNKNOWN');
  });

  it('goes on taking reports of others between refusals', async () => {
    const [bad, good] = [sample('bad/unknown-gene.json'), sample('ovarian-brca1.report.json')];
    const answer = await platform.post(undefined, {
      raw: JSON.stringify([bad, good, bad]),
      headers: { 'content-type': 'application/cloudevents-batch+json' },
    });
    expect(answer.body.outcomes?.map(({ outcome }) => outcome)).toEqual(['refused', 'accepted', 'refused']);
  });

  it('lets a person correct a dead letter and replay it', async () => {
    const event = sample('bad/future-clock.json');
    event.id = 'to-correct';
    const { deadLetterId } = (await platform.post(event)).body;
    const mutation = `mutation ($id: ID!, $body: String) { replayDeadLetter(id: $id, correctedBody: $body) { __typename } }`;
    const replay = async (body?: string) => {
      const { data } = await platform.query<{ replayDeadLetter: { __typename: string } }>(
        platform.token('administrator'),
        mutation,
        { id: deadLetterId, body },
      );
      return data?.replayDeadLetter.__typename;
    };
    expect(await replay()).toBe('DeadLetterRefusedAgain');
    event.data['issuedAt'] = '2026-11-01T08:00:00Z';
    expect(await replay(JSON.stringify(event))).toBe('DeadLetterReplayed');
    expect(await replay()).toBe('DeadLetterNotOpen');
    await platform.quiet();
    const { pseudonym } = event.data['patient'] as { pseudonym: string };
    const { data } = await platform.query<{ cases: { edges: unknown[] } }>(
      platform.token('chair'),
      `query ($p: String) { cases(filter: { patient: $p }) { edges { cursor } } }`,
      { p: pseudonym },
    );
    expect(data?.cases.edges).toHaveLength(1);
  });
});
