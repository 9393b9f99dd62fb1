import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { permissions, roles, type Role } from '@consilium/platform-identity';
import { startPlatform, type Platform } from '../support/consilium.js';
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
const ofHospitals = asked.filter(({ operation }) => permissions.get(operation)?.scope === 'hospital');
const named = (fields: readonly RootField[]) => fields.map((field) => [field.operation, field] as const);

const allowedFor = (operation: string): readonly Role[] => permissions.get(operation)?.roles ?? [];

/** Texts that are right wherever they are asked for, and those that name rows. */
const textsFor =
  (rows: Rows): TextOf =>
  (name, operation) =>
    ({
      'Query.case.id': rows.caseId,
      'Query.profile.id': rows.profileId,
      'Query.deadLetter.id': rows.letter,
      'Mutation.replayDeadLetter.id': rows.letter,
      'Mutation.reviewOverride.id': rows.override,
      'Query.worklistLine.id': rows.line,
      'Mutation.proposeTier.value': 'III',
    })[`${operation}.${name}`] ??
    {
      ...{ hospital: rows.hospital, patient: rows.patient, profileId: rows.profileId, line: rows.line },
      ...{
        gene: 'EGFR',
        change: 'L858R',
        value: 'uncertain',
        code: 'functional_damaging',
        reason: 'To try it.',
      },
      ...{ purpose: 'therapeutic', tumourType: 'LUAD', drugs: 'capecitabine', protocol },
      ...{ trial: 'EXAMPLE-1', arm: 'A', cohort: 'platelets', criterion: 'age' },
      ...{ on: '2026-11-23', until: '2026-12-01' },
    }[name];

describe('who may do what', () => {
  let platform: Platform;
  let rows: Rows;
  let own: (role: Role) => string;
  let others: (role: Role) => string;
  const answersOfNothing = new Map<string, string>();

  const answerTo = async (token: string, document: string): Promise<string> => {
    const answer = await platform.query(token, document);
    expect(answer).not.toMatchObject({
      errors: [{ extensions: { code: expect.stringMatching(/^INTERNAL|^GRAPHQL/) } }],
    });
    return JSON.stringify(answer);
  };

  beforeAll(async () => {
    platform = await startPlatform({}, () => new Date('2026-11-23T12:00:00Z'));
    [own, others] = await Promise.all([tokensOf(platform, home.hospital), tokensOf(platform, elsewhere)]);
    await useExampleTrial(platform);
    await Promise.all(
      ofHospitals.map(async (field) => {
        const document = documentOf(field, textsFor(nobodys), 'all');
        for (const role of allowedFor(field.operation))
          answersOfNothing.set(`${field.operation} ${role}`, await answerTo(others(role), document));
      }),
    );
    rows = await makeRows(platform);
  }, 90_000);
  afterAll(() => platform.close());

  it.each(named(asked))(
    '%s: the roles of the table, nobody else and nobody unknown',
    async (operation, field) => {
      const document = documentOf(field, () => nobodys.caseId, 'name');
      const codeFor = async (token: string) =>
        (await platform.query(token, document)).errors?.[0]?.extensions.code ?? 'ANSWERED';
      const codes = await Promise.all(roles.map((role) => codeFor(own(role))));
      expect(roles.filter((_, at) => codes[at] !== 'FORBIDDEN')).toEqual(
        roles.filter((role) => allowedFor(operation).includes(role)),
      );
      expect(codes).not.toContain('INTERNAL_SERVER_ERROR');
      expect(codes).not.toContain('UNAUTHENTICATED');
      expect(await codeFor('')).toBe('UNAUTHENTICATED');
    },
  );

  it.each(named(ofHospitals))(
    "%s: another hospital's rows answer as if they did not exist, and stay as they are",
    async (operation, field) => {
      const document = documentOf(field, textsFor(rows), 'all');
      await platform.quiet();
      const before = await stateOf(platform);
      await Promise.all(
        allowedFor(operation).map(async (role) => {
          const answer = await answerTo(others(role), document);
          expect(answer).not.toContain(home.refused);
          expect(answer).not.toContain(rows.patient);
          expect(asNobodys(answer)).toBe(answersOfNothing.get(`${operation} ${role}`));
        }),
      );
      expect(await stateOf(platform)).toEqual(before);
      for (const role of allowedFor(operation)) {
        const answer = await answerTo(own(role), document);
        expect(asNobodys(answer)).not.toBe(answersOfNothing.get(`${operation} ${role}`));
      }
    },
  );

  /** A refusal may repeat what it was asked about. */
  const asNobodys = (answer: string): string =>
    Object.entries(rows).reduce(
      (text, [kind, row]: [string, string]) => text.replaceAll(row, nobodys[kind as keyof Rows]),
      answer,
    );
});
