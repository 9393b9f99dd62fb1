import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { buildSchema } from 'graphql';
import { repository } from '../support/consilium.js';
import { idleAcceptances, unacceptedBreaks, type AcceptedBreak } from '../support/schema-breaks.js';

const read = (file: string): string => readFileSync(join(repository, 'schemas/graphql', file), 'utf8');
const released = buildSchema(read('released.graphql'));
const current = buildSchema(read('consilium.graphql'));
const accepted = JSON.parse(read('accepted-breaks.json')) as readonly AcceptedBreak[];

describe('the GraphQL schema beside the released one', () => {
  it('breaks nothing that nobody accepted', () => {
    expect(unacceptedBreaks(released, current, accepted)).toEqual([]);
  });

  it('has a reason for each accepted break, and none that is no more', () => {
    expect(accepted.filter(({ reason }) => reason.trim() === '')).toEqual([]);
    expect(idleAcceptances(released, current, accepted)).toEqual([]);
  });
});

describe(unacceptedBreaks.name, () => {
  const before = buildSchema(`
    type Query { a(first: Int = 10): String b(kind: Kind): Int! }
    enum Kind { ONE TWO }
    input Given { x: Int }`);
  const after = (sdl: string) => unacceptedBreaks(before, buildSchema(sdl), []);
  const rest = 'enum Kind { ONE TWO } input Given { x: Int }';

  it.each([
    [
      'a field that was removed',
      `type Query { a(first: Int = 10): String } ${rest}`,
      'FIELD_REMOVED: Query.b was removed.',
    ],
    [
      'an answer that may be missing now',
      `type Query { a(first: Int = 10): String b(kind: Kind): Int } ${rest}`,
      'FIELD_CHANGED_KIND: Query.b changed type from Int! to Int.',
    ],
    [
      'an argument that must be given now',
      `type Query { a(first: Int = 10, on: String!): String b(kind: Kind): Int! } ${rest}`,
      'REQUIRED_ARG_ADDED: A required arg on on Query.a was added.',
    ],
    [
      'another default',
      `type Query { a(first: Int = 20): String b(kind: Kind): Int! } ${rest}`,
      'ARG_DEFAULT_VALUE_CHANGE: Query.a arg first has changed defaultValue from 10 to 20.',
    ],
  ])('finds %s', (_, sdl, change) => {
    expect(after(sdl)).toEqual([change]);
  });

  it('lets the schema grow', () => {
    expect(
      after(
        'type Query { a(first: Int = 10): String b(kind: Kind, more: Int): Int! c: Int } enum Kind { ONE TWO THREE } input Given { x: Int y: Int }',
      ),
    ).toEqual([]);
  });

  it('takes what was accepted, letter by letter', () => {
    const next = buildSchema(`type Query { a(first: Int = 10): String } ${rest}`);
    const change = 'FIELD_REMOVED: Query.b was removed.';
    expect(unacceptedBreaks(before, next, [{ change, reason: 'Nobody asked for it.' }])).toEqual([]);
    expect(idleAcceptances(before, before, [{ change, reason: 'Nobody asked for it.' }])).toEqual([change]);
  });
});
