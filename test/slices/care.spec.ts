import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createDevelopmentIdentity } from '@consilium/platform-identity';
import { boardPeople } from '../support/case-steps.js';
import { readyCase } from '../support/case-on-table.js';
import { sample, startPlatform, type Platform } from '../support/consilium.js';

const hospital = 'university-hospital';
const patient = 'P-H1975';

interface Access {
  readonly id: string;
  readonly kind: string;
  readonly person: string | null;
  readonly until: string | null;
  readonly endedAt: string | null;
  readonly problem?: { readonly code: string };
}
const access = `{ ... on PatientAccess { id kind person until endedAt justified reviewedBy } ... on AccessRefused { problem { code } } }`;

describe('access to single patients', () => {
  let platform: Platform;
  let people: ReturnType<typeof boardPeople>;
  let caseId: string;
  let tokens: Map<string, string>;

  beforeAll(async () => {
    platform = await startPlatform();
    people = boardPeople(platform);
    caseId = await readyCase(platform);
    const { users } = await createDevelopmentIdentity(platform.dataDir, false, [
      { id: 'nils', name: 'Nils', role: 'referrer', hospitals: [hospital] },
      { id: 'olga', name: 'Olga', role: 'referrer', hospitals: [hospital] },
      { id: 'mia', name: 'Mia', role: 'board-member', hospitals: [hospital] },
      { id: 'rosa', name: 'Rosa', role: 'auditor', hospitals: [hospital] },
      // The same person, signed in for another work.
      { id: 'nils', name: 'Nils', role: 'coordinator', hospitals: [hospital] },
    ]);
    tokens = new Map(users.map(({ id, role, token }) => [`${id} ${role}`, token]));
  }, 60_000);
  afterAll(() => platform.close());

  const ask = async <T>(who: string, query: string): Promise<T> => {
    const { data, errors } = await platform.query<{ answer: T }>(tokens.get(who) ?? '', query);
    if (data === undefined || errors !== undefined) throw new Error(errors?.[0]?.message ?? 'No answer.');
    return data.answer;
  };
  const sees = async (who: string): Promise<boolean> => {
    const found = await ask<object | null>(who, `{ answer: case(id: "${caseId}") { id profiles { id } } }`);
    const listed = await ask<{ edges: readonly object[] }>(
      who,
      `{ answer: cases(filter: { patient: "${patient}" }) { edges { node { id } } } }`,
    );
    expect(listed.edges.length > 0).toBe(found !== null);
    return found !== null;
  };
  const about = `hospital: "${hospital}", patient: "${patient}"`;
  const reason = 'reason: "She is on my ward tonight."';
  /** Lets access that is held end in the past, as time would. */
  const passBy = (kind: string) =>
    platform.running.database.transaction('every-hospital', (tx) =>
      tx.query(`UPDATE access.care SET until = now() - interval '1 minute' WHERE kind = $1`, [kind]),
    );

  it('is had by whoever the hospital says treats the patient, and by no other referrer', async () => {
    expect(await people.ask('referrer', `{ answer: case(id: "${caseId}") { id } }`)).toEqual({ id: caseId });
    expect(await sees('nils referrer')).toBe(false);
    expect(await sees('mia board-member')).toBe(false);
    expect(await sees('nils coordinator')).toBe(true);
    const facts = `{ answer: clinicalFacts(hospital: "${hospital}", patient: "${patient}") { patient } }`;
    expect(await ask('nils referrer', facts)).toBeNull();
  });

  it('is not had by opening a case of a patient whom others treat', async () => {
    const open = (name: string) =>
      ask<{ problem?: { code: string }; patient?: string }>(
        'nils referrer',
        `mutation { answer: openCase(hospital: "${hospital}", patient: "${name}", diagnosis: "LUAD") {
           ... on Case { patient } ... on CaseRefused { problem { code } } } }`,
      );
    expect(await open(patient)).toMatchObject({ problem: { code: 'ACCESS.NO_SUCH_PATIENT' } });
    expect(await sees('nils referrer')).toBe(false);
    expect(await open('P-NEW')).toMatchObject({ patient: 'P-NEW' });
    expect(
      await ask<readonly Access[]>(
        'nils referrer',
        `{ answer: patientAccess(hospital: "${hospital}", patient: "P-NEW") { kind person } }`,
      ),
    ).toEqual([{ kind: 'TREATING', person: 'nils' }]);
  });

  it('is not had by sending facts about a patient of somebody else', async () => {
    const facts = sample('clinical/nci-h1975.facts.json');
    const event = { ...facts, id: 'of-nils', data: { ...facts.data, version: 9 } };
    expect((await platform.post(event, { token: tokens.get('nils referrer') ?? '' })).status).toBe(403);
    const team = sample('care-teams/p-h1975.care-team.json');
    expect((await platform.post(team, { token: platform.token('referrer') })).status).toBe(403);
  });

  it('is given by who treats the patient, for a time and with a reason, and is taken back', async () => {
    const grant = (args: string) => `mutation { answer: grantAccess(${about}, ${args}) ${access} }`;
    expect(await ask('nils referrer', grant(`person: "nils", ${reason}`))).toEqual({
      problem: { code: 'ACCESS.NO_SUCH_PATIENT' },
    });
    expect(await people.ask('referrer', grant(`person: "nils", reason: "So"`))).toEqual({
      problem: { code: 'ACCESS.NO_REASON' },
    });
    for (const until of ['2020-01-01', '2099-01-01', '2027-02-30', 'soon'])
      expect(await people.ask('referrer', grant(`person: "nils", ${reason}, until: "${until}"`))).toEqual({
        problem: { code: 'ACCESS.BAD_END' },
      });
    const given = await people.ask<Access>('referrer', grant(`person: "nils", ${reason}`));
    expect(given).toMatchObject({ kind: 'GRANTED', person: 'nils', endedAt: null });
    expect(await sees('nils referrer')).toBe(true);
    // To see a patient is not to treat them: access is not passed on.
    expect(await ask('nils referrer', grant(`person: "olga", ${reason}`))).toEqual({
      problem: { code: 'ACCESS.NOT_TREATING' },
    });
    const end = `mutation { answer: endAccess(id: "${given.id}", reason: "Back from leave.") ${access} }`;
    expect(await people.ask('referrer', end)).toMatchObject({ id: given.id, endedAt: expect.any(String) });
    expect(await people.ask('referrer', end)).toEqual({ problem: { code: 'ACCESS.ENDED' } });
    expect(await sees('nils referrer')).toBe(false);
  });

  it('is taken in an emergency for four hours, told to others, and reviewed by somebody else', async () => {
    const breakGlass = `mutation { answer: breakGlass(${about}, ${reason}) ${access} }`;
    const taken = await ask<Access>('nils referrer', breakGlass);
    expect(taken).toMatchObject({ kind: 'EMERGENCY', person: 'nils' });
    const hours = (Date.parse(taken.until ?? '') - Date.now()) / 3_600_000;
    expect(Math.round(hours)).toBe(4);
    expect(await sees('nils referrer')).toBe(true);
    expect(await sees('olga referrer')).toBe(false);
    expect(await ask('nils referrer', breakGlass)).toEqual({ problem: { code: 'ACCESS.NOT_NEEDED' } });

    const told = `{ answer: emergencyAccess(reviewed: false) { id person reason } }`;
    expect(await ask('rosa auditor', told)).toEqual([
      { id: taken.id, person: 'nils', reason: 'She is on my ward tonight.' },
    ]);
    await expect(ask('nils referrer', told)).rejects.toThrow();
    const seenBy = `{ answer: patientAccess(${about}) { id } }`;
    expect(await people.ask<readonly Access[]>('referrer', seenBy)).toContainEqual({ id: taken.id });

    const review = (justified: boolean) =>
      `mutation { answer: reviewEmergencyAccess(id: "${taken.id}", justified: ${String(justified)},
         note: "Nobody of the ward knew of it.") ${access} }`;
    expect(await ask('nils coordinator', review(true))).toEqual({
      problem: { code: 'ACCESS.OWN_EMERGENCY' },
    });
    expect(await people.ask('chair', review(false))).toMatchObject({
      justified: false,
      endedAt: expect.any(String),
    });
    expect(await people.ask('chair', review(true))).toEqual({ problem: { code: 'ACCESS.REVIEWED' } });
    expect(await ask('rosa auditor', told)).toEqual([]);
    expect(await sees('nils referrer')).toBe(false);
  });

  it('taken in an emergency ends by itself, and stands in the journal', async () => {
    await ask('olga referrer', `mutation { answer: breakGlass(${about}, ${reason}) ${access} }`);
    expect(await sees('olga referrer')).toBe(true);
    await passBy('emergency');
    expect(await sees('olga referrer')).toBe(false);
    const rows: { actor: string; subject: string; reason: string }[] =
      await platform.running.database.transaction('every-hospital', (tx) =>
        tx.query(`SELECT actor, subject, reason FROM audit.entry WHERE action = 'break-glass' ORDER BY id`),
      );
    expect(rows).toEqual(
      ['nils', 'olga'].map((actor) => ({ actor, subject: patient, reason: 'She is on my ward tonight.' })),
    );
  });

  it('is had by the board while the case is on its agenda, and by who took part after the meeting', async () => {
    const plan = async (on: string): Promise<string> =>
      (
        await people.ask<{ id: string }>(
          'coordinator',
          `mutation { answer: planMeeting(hospital: "${hospital}", board: "lung", on: "${on}") { ... on Meeting { id } } }`,
        )
      ).id;
    await people.ask(
      'coordinator',
      `mutation { answer: saveBoard(input: { id: "lung", hospital: "${hospital}", name: "Lung", members: 1, clauses: [] }) { id } }`,
    );
    const day = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
    const meeting = await plan(day);
    const schedule = () =>
      people.step(caseId, 'coordinator', 'scheduleCase', ', meeting: $m', {
        values: { m: meeting },
        types: ', $m: ID!',
      });
    await schedule();
    expect(await sees('mia board-member')).toBe(true);
    expect(await sees('nils referrer')).toBe(false);
    await people.step(caseId, 'coordinator', 'postponeCase', ', because: DATA_MISSING');
    expect(await sees('mia board-member')).toBe(false);
    await schedule();

    const step = async (query: string, who?: string): Promise<void> => {
      const { version } = await people.ask<{ version: number }>(
        'chair',
        `{ answer: meeting(id: "${meeting}") { version } }`,
      );
      const mutation = `mutation { answer: ${query.replace('(', `(meeting: "${meeting}", expectedVersion: ${String(version)} `)} {
        ... on Meeting { version } ... on MeetingRefused { problem { code } } } }`;
      const done = await (who === undefined
        ? people.ask<object>('chair', mutation)
        : ask<object>(who, mutation));
      expect(done).toEqual({ version: expect.any(Number) });
    };
    await step('lockAgenda()');
    // To say that one is there opens nothing; that the chair goes on with one there does.
    await step(`recordAttendance(person: "nils", specialties: [MEDICAL_ONCOLOGIST])`, 'nils referrer');
    expect(await sees('nils referrer')).toBe(false);
    await step('beginMeeting()');
    expect(await sees('nils referrer')).toBe(true);
    expect(await sees('olga referrer')).toBe(false);

    const chair = platform.running.users.find(({ role }) => role === 'chair')?.id ?? '';
    await step(`recordAttendance(person: "${chair}", specialties: [MEDICAL_ONCOLOGIST])`);
    for (const who of ['nils referrer', undefined])
      await step(`declareInterest(case: "${caseId}", conflict: false)`, who);
    await step(`openCaseInMeeting(case: "${caseId}")`);
    await step(`noteInMeeting(case: "${caseId}", text: "Seen together.")`);
    const notes = `{ answer: meeting(id: "${meeting}") { notes { text } } }`;
    expect(await ask('nils referrer', notes)).toEqual({ notes: [{ text: 'Seen together.' }] });
    expect(await ask('olga referrer', notes)).toEqual({ notes: [] });
    await passBy('attendance');
    expect(await sees('nils referrer')).toBe(false);
  });

  it('ends when the hospital no longer names somebody, and an older version changes nothing', async () => {
    const team = sample('care-teams/p-h1975.care-team.json');
    const send = (version: number, persons: readonly string[]) =>
      platform.post(
        { ...team, id: `team-${String(version)}`, data: { ...team.data, version, people: persons } },
        { token: platform.token('administrator') },
      );
    expect((await send(3, ['olga'])).status).toBe(200);
    expect(await sees('olga referrer')).toBe(true);
    expect(await people.ask('referrer', `{ answer: case(id: "${caseId}") { id } }`)).toBeNull();
    expect((await send(2, ['dev:referrer:university-hospital'])).status).toBe(200);
    expect(await people.ask('referrer', `{ answer: case(id: "${caseId}") { id } }`)).toBeNull();
    expect((await send(4, ['line\u0007break'])).status).toBe(422);
  });
});
