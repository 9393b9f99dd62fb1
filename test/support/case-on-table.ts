import { eventually } from '@consilium/platform-testing';
import { boardPeople, referral } from './case-steps.js';
import { sample, type Platform } from './consilium.js';

/** The case of the sample NCI-H1975, ready for a board. */
export async function readyCase(platform: Platform): Promise<string> {
  const people = boardPeople(platform);
  await platform.post(sample('nci-h1975.report.json'));
  for (const file of ['clinical/nci-h1975.facts.json', 'care-teams/p-h1975.care-team.json'])
    await platform.post(sample(file), { token: platform.token('administrator') });
  const { id } = await eventually('the case to open', () => people.caseOf('P-H1975'));
  await eventually('the clinical facts to arrive', async () =>
    (await people.workOn(id)).issues.some(({ path }) => path === '/facts/stage') ? undefined : true,
  );
  await people.step(id, 'referrer', 'describeReferral', ', referral: $r', {
    values: { r: referral },
    types: ', $r: ReferralInput!',
  });
  await people.step(id, 'referrer', 'referCase');
  await people.step(id, 'coordinator', 'triageCase', ', plan: "Panel of the lung"');
  await people.step(id, 'coordinator', 'prepareCase');
  await people.step(id, 'curator', 'proposeFindings', ', findings: ["smallVariants:0"]');
  await people.step(id, 'curator', 'submitCase');
  const { work } = await people.step(id, 'second-reviewer', 'acceptCase');
  if (work?.state !== 'READY') throw new Error(`The case is ${String(work?.state)}.`);
  return id;
}

/** The same case on the table of a meeting that the chair alone makes quorate; `recused` declare an interest. */
export async function caseOnTable(platform: Platform, recused: readonly string[] = []): Promise<string> {
  const people = boardPeople(platform);
  const id = await readyCase(platform);
  const ask = <T>(role: string, mutation: string) => people.ask<T>(role, `mutation { answer: ${mutation} }`);
  await ask(
    'coordinator',
    `saveBoard(input: { id: "lung", hospital: "university-hospital", name: "Lung", members: 1, clauses: [] }) { id }`,
  );
  const { id: meeting } = await ask<{ id: string }>(
    'coordinator',
    `planMeeting(hospital: "university-hospital", board: "lung", on: "2026-11-25") { ... on Meeting { id } }`,
  );
  await people.step(id, 'coordinator', 'scheduleCase', ', meeting: $m', {
    values: { m: meeting },
    types: ', $m: ID!',
  });
  let version = 0;
  const step = async (role: string, name: string, args = ''): Promise<void> => {
    const answer = await ask<{ version?: number; problem?: { message: string } }>(
      role,
      `${name}(meeting: "${meeting}", expectedVersion: ${String(version)}${args}) {
         ... on Meeting { version } ... on MeetingRefused { problem { message } } }`,
    );
    if (answer.version === undefined) throw new Error(`${name}: ${answer.problem?.message ?? ''}`);
    version = answer.version;
  };
  await step('coordinator', 'lockAgenda');
  await step('chair', 'beginMeeting');
  for (const role of ['chair', ...recused]) {
    const person = platform.running.users.find((user) => user.role === role)?.id ?? '';
    await step('coordinator', 'recordAttendance', `, person: "${person}", specialties: [MEDICAL_ONCOLOGIST]`);
    await step(role, 'declareInterest', `, case: "${id}", conflict: ${String(role !== 'chair')}`);
  }
  await step('chair', 'openCaseInMeeting', `, case: "${id}"`);
  return id;
}
