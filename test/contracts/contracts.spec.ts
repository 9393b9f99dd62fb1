import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  getIntrospectionQuery,
  buildClientSchema,
  lexicographicSortSchema,
  printSchema,
  type IntrospectionQuery,
} from 'graphql';
import { eventSchemas, validateEvent } from '@consilium/contracts';
import { repository, sample, startPlatform, type Platform } from '../support/consilium.js';

describe('event schemas', () => {
  it('are the ones the types were generated from', () => {
    const folder = join(repository, 'schemas/events');
    const files = readdirSync(folder).filter((file) => file.endsWith('.schema.json'));
    const read = Object.fromEntries(
      files.map((file) => [
        file.replace('.schema.json', ''),
        JSON.parse(readFileSync(join(folder, file), 'utf8')),
      ]),
    );
    expect(eventSchemas).toEqual(read);
  });

  it.each(readdirSync(join(repository, 'test/samples')).filter((file) => file.endsWith('.report.json')))(
    'take the sample %s',
    (file) => {
      expect(validateEvent('lab.sequencing-report.v1', sample(file).data)).toMatchObject({ ok: true });
    },
  );

  it('name the place of what is wrong', () => {
    const report = sample('colo-829.report.json').data;
    delete report['hospital'];
    const answer = validateEvent('lab.sequencing-report.v1', report);
    expect(answer).toMatchObject({ ok: false, error: [{ code: 'EVENTS.SCHEMA', place: '/hospital' }] });
  });
});

describe('the GraphQL schema', () => {
  let platform: Platform;
  beforeAll(async () => {
    platform = await startPlatform();
  }, 60_000);
  afterAll(() => platform.close());

  /** After a deliberate change: UPDATE_SDL=1 npm test -- test/contracts. */
  it('is the one committed in schemas/graphql', async () => {
    const { data } = await platform.query<IntrospectionQuery>(
      platform.token('chair'),
      getIntrospectionQuery(),
    );
    if (data === undefined) throw new Error('No answer to the introspection query.');
    const served = `${printSchema(lexicographicSortSchema(buildClientSchema(data)))}\n`;
    const file = join(repository, 'schemas/graphql/consilium.graphql');
    if (process.env['UPDATE_SDL'] === '1') writeFileSync(file, served);
    expect(existsSync(file) ? readFileSync(file, 'utf8') : '').toBe(served);
  });
});
