import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createClient, type Client } from 'graphql-ws';
import { WebSocket } from 'ws';
import { boundRoles, permissions, roles, type Role } from '@consilium/platform-identity';
import { eventually } from '@consilium/platform-testing';
import { sample, startPlatform, type Platform } from '../support/consilium.js';
import {
  home,
  makeRows,
  nobodys,
  protocol,
  stateOf,
  useExampleTrial,
  type Rows,
} from '../support/hospital-rows.js';
import { documentOf, rootFields, type RootField, type TextOf } from '../support/operations.js';
import { tokensOf } from '../support/principals.js';

const elsewhere = 'hospital-elsewhere';
const asked = rootFields.filter(({ operation }) => !operation.startsWith('Subscription.'));
/** In the table's order, in which a line gives its place back before its patient declines. */
const ofHospitals = [...permissions].flatMap(([operation, { scope }]) =>
  scope === 'hospital' ? asked.filter((field) => field.operation === operation) : [],
);
const named = (fields: readonly RootField[]) => fields.map((field) => [field.operation, field] as const);

const allowedFor = (operation: string): readonly Role[] => permissions.get(operation)?.roles ?? [];

/** What each argument and input field is given, by its name, or by its operation where the name is not enough. */
const textsFor = (rows: Rows): TextOf => {
  const byOperation: Readonly<Record<string, string>> = {
    'Query.case.id': rows.caseId,
    'Query.profile.id': rows.profileId,
    'Query.deadLetter.id': rows.letter,
    'Mutation.replayDeadLetter.id': rows.letter,
    'Mutation.reviewOverride.id': rows.override,
    'Query.worklistLine.id': rows.line,
    'Mutation.proposeTier.value': 'III',
    'Query.meeting.id': rows.meeting,
    'Mutation.saveBoard.id': 'lung',
    'Mutation.openCase.diagnosis': 'LUAD',
    'Mutation.describeReferral.code': 'LUAD',
    'Mutation.removeAttachment.id': rows.attachment,
    'Mutation.retryJob.id': rows.job,
    'Mutation.endAccess.id': rows.access,
    'Mutation.reviewEmergencyAccess.id': rows.access,
  };
  const byName: Readonly<Record<string, string>> = {
    hospital: rows.hospital,
    patient: rows.patient,
    profileId: rows.profileId,
    line: rows.line,
    gene: 'EGFR',
    change: 'L858R',
    value: 'uncertain',
    code: 'functional_damaging',
    purpose: 'therapeutic',
    tumourType: 'LUAD',
    reason: 'To try it out.',
    note: 'It was not needed.',
    drugs: 'capecitabine',
    protocol,
    trial: 'EXAMPLE-1',
    arm: 'A',
    cohort: 'platelets',
    criterion: 'age',
    on: '2026-11-23',
    until: '2026-12-01',
    case: rows.caseId,
    question: 'Which therapy?',
    topography: 'C34.1',
    morphology: '8140/3',
    plan: 'Panel of the lung',
    task: 'rna',
    id: 'rna',
    title: 'RNA panel',
    dueOn: '2026-12-01',
    findings: 'smallVariants:0',
    into: nobodys.caseId,
    meeting: rows.meeting,
    board: 'lung',
    name: 'Lung',
    person: 'dora',
    item: 'one',
    text: 'A word.',
    rationale: 'It fits.',
    from: '2026-01-01',
    source: 'report:one',
    to: 'Dr. Ada',
    receipt: 'Message 17',
    payer: 'Insurance',
    instrument: 'EQ-5D-5L',
    term: 'Rash',
  };
  return (name, operation) => byOperation[`${operation}.${name}`] ?? byName[name];
};

describe('who may do what', () => {
  let platform: Platform;
  let rows: Rows;
  let own: (role: Role) => string;
  let others: (role: Role) => string;
  let strangers: (role: Role) => string;
  const answersOfNothing = new Map<string, string>();
  const clients: Client[] = [];

  const answerTo = async (token: string, document: string): Promise<string> => {
    const { data, errors } = await platform.query(token, document);
    for (const { extensions } of errors ?? [])
      expect(['NOT_FOUND', 'BAD_USER_INPUT']).toContain(extensions.code);
    return JSON.stringify({ data, errors });
  };

  beforeAll(async () => {
    // Every field of a page of cases is more than a client may ask for.
    const environment = { CONSILIUM_GRAPHQL_MAX_COST: '1000000', CONSILIUM_GRAPHQL_MAX_FIELDS: '5000' };
    platform = await startPlatform(environment, () => new Date('2026-11-23T12:00:00Z'));
    [own, others, strangers] = await Promise.all([
      tokensOf(platform, home.hospital),
      tokensOf(platform, elsewhere),
      tokensOf(platform, home.hospital, 'a stranger'),
    ]);
    await useExampleTrial(platform);
    await Promise.all(
      ofHospitals.map(async (field) => {
        const document = documentOf(field, textsFor(nobodys), 'all');
        for (const role of allowedFor(field.operation))
          answersOfNothing.set(`${field.operation} ${role}`, await answerTo(others(role), document));
      }),
    );
    rows = await makeRows(platform);
    await platform.quiet();
  }, 90_000);
  afterAll(async () => {
    for (const client of clients) await client.dispose();
    await platform.close();
  });

  it.each(named(asked))('%s is for the roles of the table and nobody else', async (operation, field) => {
    const document = documentOf(field, () => nobodys.caseId, 'name');
    const codeFor = async (token: string) =>
      (await platform.query(token, document)).errors?.[0]?.extensions.code ?? 'ANSWERED';
    const codes = await Promise.all(roles.map((role) => codeFor(own(role))));
    const allowed = allowedFor(operation);
    expect(roles.filter((_, at) => codes[at] === 'FORBIDDEN')).toEqual(
      roles.filter((role) => !allowed.includes(role)),
    );
    expect(codes).not.toContain('INTERNAL_SERVER_ERROR');
    expect(codes).not.toContain('UNAUTHENTICATED');
    expect(await codeFor('')).toBe('UNAUTHENTICATED');
  });

  it.each(named(ofHospitals))(
    '%s answers another hospital as if the rows did not exist, and changes none',
    async (operation, field) => {
      const document = documentOf(field, textsFor(rows), 'all');
      const before = await stateOf(platform);
      await Promise.all(
        allowedFor(operation).map(async (role) => {
          const answer = await answerTo(others(role), document);
          expect(answer).not.toContain(home.patient);
          expect(answer).not.toContain(home.refused);
          expect(asOfNothing(answer)).toBe(answersOfNothing.get(`${operation} ${role}`));
        }),
      );
      expect(await stateOf(platform)).toEqual(before);
    },
  );

  /** To break the glass is what lets a stranger in. */
  const forBound = ofHospitals.filter(
    ({ operation }) =>
      operation !== 'Mutation.breakGlass' && allowedFor(operation).some((role) => boundRoles.includes(role)),
  );
  it.each(named(forBound))(
    '%s tells nobody of the hospital who is bound to other patients, and lets them change nothing',
    async (operation, field) => {
      const document = documentOf(field, textsFor(rows), 'all');
      const before = await stateOf(platform, 'of patients');
      for (const role of allowedFor(operation).filter((one) => boundRoles.includes(one))) {
        const answer = await answerTo(strangers(role), document);
        for (const text of [home.patient, rows.attachment]) expect(answer).not.toContain(text);
      }
      expect(await stateOf(platform, 'of patients')).toEqual(before);
    },
  );

  // After the others: these do change rows.
  it.each(named(ofHospitals))('%s answers the own hospital something else', async (operation, field) => {
    const document = documentOf(field, textsFor(rows), 'all');
    for (const role of allowedFor(operation)) {
      const answer = await answerTo(own(role), document);
      expect(asOfNothing(answer)).not.toBe(answersOfNothing.get(`${operation} ${role}`));
    }
  });

  it.each<[string, (rows: Rows) => readonly string[], () => Promise<unknown>]>([
    [
      'caseUpdated',
      ({ caseId }) => ['caseUpdated { patient }', `caseUpdated(id: "${caseId}") { patient }`],
      () => {
        const report = sample('nci-h1975.report.json');
        return platform.post({ ...report, id: 'a-later-version', data: { ...report.data, version: 2 } });
      },
    ],
    [
      'meetingUpdated',
      ({ meeting }) => [`meetingUpdated(id: "${meeting}") { id }`],
      async () => {
        const { data } = await platform.query<{ meeting: { version: number } }>(
          own('chair'),
          `{ meeting(id: "${rows.meeting}") { version } }`,
        );
        await platform.query(
          own('chair'),
          `mutation { recordAttendance(meeting: "${rows.meeting}", expectedVersion: ${String(data?.meeting.version)},
             person: "gil", specialties: [SURGEON]) { __typename } }`,
        );
      },
    ],
    [
      'worklistUpdated',
      () => ['worklistUpdated { hospital line }'],
      () =>
        platform.query(
          own('coordinator'),
          `mutation { assignLine(line: "${rows.line}", assignee: "gil") { __typename } }`,
        ),
    ],
  ])(
    'Subscription.%s tells the roles of the table, of the own hospital, and nobody else',
    async (name, asking, provoke) => {
      const heard = {
        own: new Map<Role, string>(),
        others: new Map<Role, string>(),
        strangers: new Map<Role, string>(),
      };
      for (const role of roles)
        for (const field of asking(rows)) {
          listen(own(role), `subscription { told: ${field} }`, (told) => heard.own.set(role, told));
          listen(others(role), `subscription { told: ${field} }`, (told) => heard.others.set(role, told));
        }
      // A meeting is the hospital's; the patients on its agenda are not in it.
      if (name !== 'meetingUpdated')
        for (const role of boundRoles)
          for (const field of asking(rows))
            listen(strangers(role), `subscription { told: ${field} }`, (told) =>
              heard.strangers.set(role, told),
            );
      await settle();
      await provoke();
      await eventually('everybody of the hospital to hear something', () =>
        Promise.resolve(heard.own.size === roles.length ? true : undefined),
      );
      await settle();
      const allowed = allowedFor(`Subscription.${name}`);
      expect(allowed.length).toBeGreaterThan(0);
      const refused = new Map(
        roles.filter((role) => !allowed.includes(role)).map((role) => [role, 'FORBIDDEN']),
      );
      expect(heard.others).toEqual(refused);
      expect(heard.strangers).toEqual(new Map());
      expect(new Map([...heard.own].filter(([, told]) => told === 'FORBIDDEN'))).toEqual(refused);
      for (const role of allowed) expect(heard.own.get(role)).toMatch(/P-H1975|[0-9a-f-]{36}/);
    },
  );

  /** Says what was told, or the code of a refusal. */
  const listen = (token: string, query: string, hear: (told: string) => void): void => {
    const client = createClient({
      url: `${platform.running.url.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      connectionParams: { authorization: `Bearer ${token}` },
      retryAttempts: 0,
    });
    clients.push(client);
    client.subscribe<{ told: object | null }>(
      { query },
      {
        next: ({ data, errors }) => {
          const told = data?.told ?? undefined;
          hear(told === undefined ? String(errors?.[0]?.extensions?.['code']) : JSON.stringify(told));
        },
        error: (fault) => {
          hear(JSON.stringify(fault));
        },
        complete: () => undefined,
      },
    );
  };
  /** Long enough for what was sent to be heard. */
  const settle = () => new Promise((resolve) => setTimeout(resolve, 500));

  /** A refusal may repeat what it was asked about. */
  const asOfNothing = (answer: string): string =>
    Object.entries(rows).reduce(
      (text, [kind, row]: [string, string]) => text.replaceAll(row, nobodys[kind as keyof Rows]),
      answer,
    );
});
