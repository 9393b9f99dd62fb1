import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { getNamedType, isObjectType, buildClientSchema, getIntrospectionQuery } from 'graphql';
import type { GraphQLNamedType, IntrospectionQuery } from 'graphql';
import { sendCareTeams } from '../support/care-teams.js';
import {
  repository,
  sample,
  startPlatform,
  type CloudEventJson,
  type Platform,
} from '../support/consilium.js';

const samples = readdirSync(join(repository, 'test/samples/clinical')).filter((file) =>
  file.endsWith('.facts.json'),
);

/** Every field of a type, and of theirs, as a selection. */
function everyField(type: GraphQLNamedType): string {
  if (!isObjectType(type)) return '';
  const fields = Object.values(type.getFields()).map(
    (field) => `${field.name}${everyField(getNamedType(field.type))}`,
  );
  return ` { ${fields.join(' ')} }`;
}

/** GraphQL answers null where a fact was not stated. */
function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== 'object' || value === null) return value;
  const stated = Object.entries(value).filter(([, member]) => member !== null);
  return Object.fromEntries(stated.map(([name, member]) => [name, withoutNulls(member)]));
}

interface Asked {
  readonly clinicalFacts: Record<string, unknown> | null;
}

describe('clinical facts', () => {
  let platform: Platform;
  let selection: string;
  beforeAll(async () => {
    platform = await startPlatform();
    const { data } = await platform.query<IntrospectionQuery>(
      platform.token('chair'),
      getIntrospectionQuery(),
    );
    if (data === undefined) throw new Error('No answer to the introspection query.');
    const type = buildClientSchema(data).getType('ClinicalFacts');
    if (type === undefined) throw new Error('The schema has no clinical facts.');
    selection = everyField(type);
  }, 60_000);
  afterAll(() => platform.close());

  const send = (event: CloudEventJson, token = platform.token('administrator')) =>
    platform.post(event, { token });
  const ask = (event: CloudEventJson, token = platform.token('chair')) =>
    platform.query<Asked>(
      token,
      `query ($hospital: String!, $patient: String!) { clinicalFacts(hospital: $hospital, patient: $patient)${selection} }`,
      { hospital: event.data['hospital'], patient: event.data['patient'] },
    );
  /** An event of a patient of its own, changed. */
  const changed = (patient: string, members: Record<string, unknown>): CloudEventJson => {
    const event = sample('clinical/lung-amended.facts.json');
    return {
      ...event,
      id: `${patient}:${JSON.stringify(members)}`,
      data: { ...event.data, patient, ...members },
    };
  };

  it.each(samples)('of %s are answered as they were sent', async (file) => {
    const event = sample(`clinical/${file}`);
    expect(await send(event)).toMatchObject({ status: 200, body: { outcome: 'accepted' } });
    const { data } = await ask(event);
    const brands: Readonly<Record<string, string>> = {
      Tagrisso: 'osimertinib',
      Lynparza: 'olaparib',
      Keytruda: 'pembrolizumab',
    };
    const sent: unknown = JSON.parse(JSON.stringify(event.data), (name, value: unknown) =>
      name === 'recordedAt' && typeof value === 'string'
        ? new Date(value).toISOString()
        : typeof value === 'string'
          ? (brands[value] ?? value)
          : value,
    );
    expect(withoutNulls(data?.clinicalFacts)).toEqual(sent);
  });

  it('may be sent by who treats the patient, and not by a laboratory', async () => {
    const event = changed('P-SENDER', {});
    expect((await send(event, platform.token('lab'))).status).toBe(403);
    expect((await send(event, platform.token('referrer', 'city-hospital'))).status).toBe(403);
    const treating = platform.token('referrer', 'university-hospital');
    expect((await send(event, treating)).status).toBe(403);
    await platform.query(
      treating,
      `mutation { openCase(hospital: "university-hospital", patient: "P-SENDER", diagnosis: "LUAD") { __typename } }`,
    );
    expect((await send(event, treating)).status).toBe(200);
    const report = sample('colo-829.report.json');
    expect((await send(report, platform.token('coordinator'))).status).toBe(403);
  });

  it('stand in their highest version, whichever comes first', async () => {
    const newer = changed('P-LATE', { version: 2, sex: 'female' });
    const older = changed('P-LATE', { version: 1, sex: 'male' });
    await send(newer);
    expect((await send(older)).body.outcome).toBe('accepted');
    expect((await ask(newer)).data?.clinicalFacts).toMatchObject({ version: 2, sex: 'female' });
  });

  it('are told once for each version that comes to stand', async () => {
    const told: { version: number }[] = await platform.running.database.source.query(
      `SELECT (data->>'version')::int AS version FROM messaging.outbox
       WHERE topic = 'clinical.patients' AND subject = 'P-LATE'`,
    );
    expect(told).toEqual([{ version: 2 }]);
  });

  it.each<[string, Record<string, unknown>, Record<string, unknown>]>([
    [
      'a date yet to come',
      { birthDate: '2099-01-01' },
      { code: 'PATIENTS.DATE_IN_FUTURE', place: '/birthDate' },
    ],
    [
      'an unknown OncoTree code, with the nearest ones',
      { diagnoses: [{ code: 'LUADD' }] },
      {
        code: 'PATIENTS.UNKNOWN_TUMOUR_TYPE',
        place: '/diagnoses/0/code',
        message: expect.stringContaining('Did you mean LUAD'),
      },
    ],
    [
      'a unit that is no text',
      { measurements: [{ test: 'platelets', state: 'final', value: 200, unit: 9, on: '2026-06-10' }] },
      { code: 'EVENTS.SCHEMA', place: '/measurements/0/unit' },
    ],
    ['a misspelt member', { birthday: '1963-07' }, { code: 'EVENTS.SCHEMA', place: '/birthday' }],
    ['a stage that says nothing', { stage: { value: {}, on: '2026-06-10' } }, { place: '/stage/value' }],
  ])('are refused with %s', async (_, members, problem) => {
    const event = changed('P-REFUSED', members);
    const answer = await send(event);
    expect(answer).toMatchObject({ status: 422, body: { outcome: 'refused' } });
    expect(answer.body.problems).toEqual([expect.objectContaining(problem)]);
    expect(answer.body.problems?.[0]?.remedy).not.toBe('');
    expect((await ask(event)).data?.clinicalFacts).toBeNull();
  });

  it('are refused when an event id or a version comes again with other content', async () => {
    const event = changed('P-AGAIN', {});
    await send(event);
    const { body } = await send({ ...event, data: { ...event.data, sex: 'female' } });
    expect(body.problems?.[0]?.code).toBe('EVENTS.ID_REUSED');
    const other = await send({ ...event, id: 'P-AGAIN:2', data: { ...event.data, sex: 'female' } });
    expect(other.body.problems?.[0]?.code).toBe('PATIENTS.VERSION_REUSED');
  });

  it('that were refused lie whole among the dead letters, which no laboratory reads or replays', async () => {
    const event = changed('P-LETTER', { birthDate: '2099' });
    const { deadLetterId: id } = (await send(event)).body;
    const letter = async (role: string): Promise<{ body: string } | null | undefined> => {
      const query = `query ($id: ID!) { deadLetter(id: $id) { body } }`;
      const { data } = await platform.query<{ deadLetter: { body: string } | null }>(
        platform.token(role),
        query,
        { id },
      );
      return data?.deadLetter;
    };
    expect(JSON.parse((await letter('administrator'))?.body ?? 'null')).toEqual(event);
    expect(await letter('lab')).toBeNull();
    const list = `{ deadLetters(first: 200) { id } }`;
    const { data } = await platform.query<{ deadLetters: { id: string }[] }>(platform.token('lab'), list);
    expect(data?.deadLetters.map((one) => one.id)).not.toContain(id);
    const replay = async (role: string, body: CloudEventJson) => {
      const mutation = `mutation ($id: ID!, $body: String) { replayDeadLetter(id: $id, correctedBody: $body) { __typename } }`;
      const variables = { id, body: JSON.stringify(body) };
      const answer = await platform.query<{ replayDeadLetter: { __typename: string } }>(
        platform.token(role),
        mutation,
        variables,
      );
      return answer.data?.replayDeadLetter.__typename;
    };
    const corrected = { ...event, data: { ...event.data, birthDate: '1963' } };
    expect(await replay('lab', corrected)).toBe('DeadLetterNotOpen');
    expect(await replay('administrator', corrected)).toBe('DeadLetterReplayed');
    expect((await ask(corrected)).data?.clinicalFacts).toMatchObject({ birthDate: '1963' });
  });

  it('are shown to their own hospital, and to clinical roles', async () => {
    const event = sample('clinical/colorectal-msi-high.facts.json');
    await sendCareTeams(platform, 'P-CRC-MSI');
    const seen = async (token: string) => (await ask(event, token)).data?.clinicalFacts;
    expect(await seen(platform.token('referrer', 'city-hospital'))).toMatchObject({ patient: 'P-CRC-MSI' });
    expect(await seen(platform.token('referrer', 'university-hospital'))).toBeNull();
    const forbidden = await ask(event, platform.token('lab'));
    expect(forbidden.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it('come in one batch with reports, each answered in its place', async () => {
    const batch = [
      changed('P-BATCH', {}),
      sample('ovarian-brca1.report.json'),
      changed('P-BATCH', { version: 2, birthDate: '2099' }),
      sample('bad/unknown-gene.json'),
    ];
    const { body } = await platform.post(undefined, {
      raw: JSON.stringify(batch),
      token: platform.token('administrator'),
      headers: { 'content-type': 'application/cloudevents-batch+json' },
    });
    expect(body.outcomes).toMatchObject([
      { outcome: 'accepted', eventId: batch[0]?.id },
      { outcome: 'accepted', eventId: batch[1]?.id },
      { outcome: 'refused', eventId: batch[2]?.id },
      { outcome: 'refused', eventId: batch[3]?.id },
    ]);
  });
});
