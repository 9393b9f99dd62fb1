import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '@consilium/platform-testing';
import { sendCareTeams } from '../support/care-teams.js';
import { boardPeople, referral } from '../support/case-steps.js';
import { sample, startPlatform, type Platform } from '../support/consilium.js';

interface Reminder {
  readonly caseId: string;
  readonly timer: string;
  readonly level: string;
  readonly owners: readonly string[];
}
const fields = 'caseId timer level owners';
const deadline = (days: number, owner: string, escalateTo: string) => ({ days, owner, escalateTo });
const policy = {
  ecogAtMost: 2,
  lifeExpectancyWeeksAtLeast: 12,
  standardExhausted: true,
  tumourFractionAtLeast: 0.2,
  deadlines: [{ state: 'REFERRED', ...deadline(9, 'COORDINATOR', 'CHAIR') }],
  decision: deadline(14, 'REFERRER', 'COORDINATOR'),
  followUpWeeks: [6, 13],
};

describe('who is late with a case', () => {
  let platform: Platform;
  let people: ReturnType<typeof boardPeople>;
  let id = '';
  let now = new Date('2026-11-23T12:00:00Z');
  beforeAll(async () => {
    platform = await startPlatform({}, () => now);
    await sendCareTeams(platform, 'P-H1975');
    people = boardPeople(platform);
    await platform.post(sample('nci-h1975.report.json'));
    ({ id } = await eventually('the case to open', () => people.caseOf('P-H1975')));
    await people.step(id, 'referrer', 'describeReferral', ', referral: $r', {
      values: { r: referral },
      types: ', $r: ReferralInput!',
    });
  }, 60_000);
  afterAll(() => platform.close());

  /** Time passes, and whoever looks at the clock looks now. */
  const at = async (instant: string): Promise<void> => {
    now = new Date(instant);
    await platform.running.database.source.query(`SELECT pg_notify('consilium_job', '')`);
  };
  const remindersOf = (role: string): Promise<readonly Reminder[]> =>
    people
      .ask<{ nodes: readonly Reminder[] }>(role, `{ answer: reminders { nodes { ${fields} case { id } } } }`)
      .then(({ nodes }) => nodes);
  const told = (role: string, level: string, timer: string) =>
    eventually(`${timer} to be ${level}`, async () =>
      (await remindersOf(role)).find((one) => one.timer === timer && one.level === level),
    );
  const save = (role: string, given: object) =>
    people.ask<{ problem?: { code: string; place: string } }>(
      role,
      `mutation ($p: BoardPolicyInput!) { answer: saveBoardPolicy(hospital: "university-hospital", policy: $p) {
         ... on BoardPolicy { ecogAtMost } ... on PolicyRefused { problem { code place } } } }`,
      { p: given },
    );

  it('is reminded when time runs out, and others are told when it is over', async () => {
    await people.step(id, 'referrer', 'referCase');
    expect(await remindersOf('coordinator')).toEqual([]);
    await at('2026-11-24T07:00:00Z');
    expect(await told('coordinator', 'DUE', 'referred')).toMatchObject({
      caseId: id,
      owners: ['COORDINATOR'],
    });
    expect(await remindersOf('chair')).toEqual([]);
    await at('2026-11-24T13:00:00Z');
    await told('chair', 'OVERDUE', 'referred');
    const { reminders } = await people.ask<{ reminders: readonly Reminder[] }>(
      'curator',
      `query ($id: ID!) { answer: case(id: $id) { reminders { ${fields} } } }`,
      { id },
    );
    expect(reminders).toMatchObject([
      { timer: 'referred', level: 'OVERDUE', owners: ['COORDINATOR', 'CHAIR'] },
    ]);
  });

  it('is not reminded any more under a policy that gives more time, also for cases under way', async () => {
    expect(await save('chair', { ...policy, followUpWeeks: [13, 6] })).toMatchObject({
      problem: { code: 'BOARD.BAD_POLICY', place: '/policy/followUpWeeks' },
    });
    await expect(save('coordinator', policy)).rejects.toThrow('FORBIDDEN');
    expect(await save('chair', policy)).toEqual({ ecogAtMost: 2 });
    await eventually('the reminders to be taken back', async () =>
      (await remindersOf('coordinator')).length === 0 ? true : undefined,
    );
    await at('2026-12-02T12:30:00Z');
    await told('coordinator', 'DUE', 'referred');
  });

  it('is not reminded of what was done', async () => {
    await people.step(
      id,
      'coordinator',
      'triageCase',
      ', plan: "Panel", outsideRule: "Rare, and ECOG is awaited"',
    );
    expect(await remindersOf('coordinator')).toEqual([]);
  });

  it('is reminded of a task from its day on, until it is finished', async () => {
    const task = { id: 'rna', title: 'RNA panel', owner: 'CURATOR', dueOn: '2026-12-10' };
    await people.step(id, 'coordinator', 'addTask', ', task: $t', {
      values: { t: task },
      types: ', $t: CaseTaskInput!',
    });
    await at('2026-12-10T06:00:00Z');
    await told('curator', 'DUE', 'task:rna');
    await people.step(id, 'curator', 'finishTask', ', task: "rna"');
    expect(await remindersOf('curator')).toEqual([]);
  });
});
