import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { buildSchema, Kind, LoneAnonymousOperationRule, parse, specifiedRules, validate } from 'graphql';
import { repository } from '../support/consilium.js';

const schema = buildSchema(readFileSync(join(repository, 'schemas/graphql/consilium.graphql'), 'utf8'));
// A block may hold several operations, each to be sent by itself.
const rules = specifiedRules.filter((rule) => rule !== LoneAnonymousOperationRule);

const blocks = readdirSync(join(repository, 'docs'))
  .filter((file) => file.endsWith('.md'))
  .flatMap((file) =>
    [...readFileSync(join(repository, 'docs', file), 'utf8').matchAll(/^```graphql\n(.*?)^```/gms)].map(
      ([, text = ''], at) => [`${file}, block ${String(at + 1)}`, text] as const,
    ),
  );

describe('the guides', () => {
  it.each(blocks)('%s asks what the schema answers', (_, text) => {
    const document = parse(text);
    expect(document.definitions.some(({ kind }) => kind === Kind.OPERATION_DEFINITION)).toBe(true);
    expect(validate(schema, document, rules).map(({ message }) => message)).toEqual([]);
  });
});
