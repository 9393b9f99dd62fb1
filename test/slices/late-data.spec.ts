import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '@consilium/platform-testing';
import { sendCareTeams } from '../support/care-teams.js';
import { boardPeople, referral } from '../support/case-steps.js';
import { sample, startPlatform, type Platform } from '../support/consilium.js';

describe('what comes late', () => {
  let platform: Platform;
  let people: ReturnType<typeof boardPeople>;
  let id = '';
  const report = sample('nci-h1975.report.json');
  const send = async (version: number, change: object = {}): Promise<void> => {
    const data = { ...report.data, version, status: 'amended', ...change };
    await platform.post({ ...report, id: `version ${String(version)}`, data });
    await platform.quiet();
  };
  const lateData = async (): Promise<readonly string[]> => {
    const query = `query ($id: ID!) { answer: case(id: $id) { lateData { what } } }`;
    const seen = await people.ask<{ lateData: readonly { what: string }[] }>('chair', query, { id });
    return seen.lateData.map(({ what }) => what);
  };
  const step = (role: string, name: string, args?: string, values?: object, types?: string) =>
    people.step(id, role, name, args, { values, types });

  beforeAll(async () => {
    platform = await startPlatform({}, () => new Date('2026-11-23T12:00:00Z'));
    await sendCareTeams(platform, 'P-H1975');
    people = boardPeople(platform);
    await platform.post(report);
    await platform.post(sample('clinical/nci-h1975.facts.json'), { token: platform.token('administrator') });
    ({ id } = await eventually('the case to open', () => people.caseOf('P-H1975')));
    await platform.quiet();
    await step('referrer', 'describeReferral', ', referral: $r', { r: referral }, ', $r: ReferralInput!');
    await step('referrer', 'referCase');
    await step('coordinator', 'triageCase', ', plan: "Panel of the lung"');
    await step('coordinator', 'prepareCase');
  }, 60_000);
  afterAll(() => platform.close());

  it('is simply what is prepared, while it is prepared', async () => {
    await send(2);
    expect(await lateData()).toEqual([]);
  });

  it('is told under review, to a reviewer who has not seen it', async () => {
    await step('curator', 'proposeFindings', ', findings: ["smallVariants:0"]');
    await step('curator', 'submitCase');
    const { version } = await people.workOn(id);
    await send(3);
    expect(await lateData()).toEqual([
      'Report UH-PAN-2026-0417 is amended in version 3; version 2 stood before.',
    ]);
    const accept = `mutation { answer: acceptCase(case: "${id}", expectedVersion: ${String(version)}) {
      ... on Case { id } ... on CaseRefused { problem { code } } } }`;
    expect(await people.ask('second-reviewer', accept)).toEqual({ problem: { code: 'BOARD.STALE_CASE' } });
    expect(await step('second-reviewer', 'acceptCase')).toMatchObject({ work: { state: 'READY' } });
  });

  it('is told once, however often it is sent', async () => {
    await send(3);
    expect(await lateData()).toHaveLength(1);
  });

  it('is told where a report goes to another diagnosis, on the case that it leaves', async () => {
    await send(4, { diagnosis: { oncotree: 'LUSC' } });
    expect((await lateData()).at(-1)).toContain('version 4');
    const query = `query ($id: ID!) { answer: case(id: $id) { profiles { id } } }`;
    expect(await people.ask('chair', query, { id })).toEqual({ profiles: [] });
  });

  it('is settled with a word on it, by its name', async () => {
    const settle = (source: string, reason: string) =>
      step(
        'coordinator',
        'settleLateData',
        ', source: $s, reason: $w',
        { s: source, w: reason },
        ', $s: ID!, $w: String!',
      );
    expect(await settle('report:none:1', 'Looked at')).toMatchObject({
      problem: { code: 'BOARD.NO_LATE_DATA' },
    });
    const query = `query ($id: ID!) { answer: case(id: $id) { lateData { source } } }`;
    const seen = await people.ask<{ lateData: readonly { source: string }[] }>('chair', query, { id });
    const [first] = seen.lateData;
    expect(await settle(first?.source ?? '', '')).toMatchObject({ problem: { code: 'BOARD.NO_REASON' } });
    await settle(first?.source ?? '', 'The change does not touch EGFR');
    expect(await lateData()).toHaveLength(seen.lateData.length - 1);
  });
});
