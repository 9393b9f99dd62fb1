import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import {
  buildSchema,
  isInputType,
  Kind,
  LoneAnonymousOperationRule,
  parse,
  specifiedRules,
  typeFromAST,
  validate,
  type NamedTypeNode,
} from 'graphql';
import { readConfig } from '@consilium/platform-config';
import { QueryGuard } from '@consilium/platform-graphql';
import { repository } from '../support/consilium.js';
import { exampleOf } from '../support/operations.js';

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

  it.each(blocks)('%s asks for no more than is allowed', (_, text) => {
    const guard = new QueryGuard(readConfig({}).graphqlLimits);
    guard.watch(schema);
    const { definitions } = parse(text);
    const operations = definitions.filter((one) => one.kind === Kind.OPERATION_DEFINITION);
    const others = definitions.filter((one) => one.kind !== Kind.OPERATION_DEFINITION);
    const refusals = operations.map((operation) => {
      const document = { kind: Kind.DOCUMENT, definitions: [operation, ...others] } as const;
      const variables = Object.fromEntries(
        (operation.variableDefinitions ?? []).map(({ variable, type }) => {
          const input = typeFromAST(schema, type as NamedTypeNode);
          return [variable.name.value, isInputType(input) ? exampleOf(input) : undefined];
        }),
      );
      return guard.refusalOf({ document, operationName: undefined, variables })?.message;
    });
    expect(refusals.filter((refusal) => refusal !== undefined)).toEqual([]);
  });
});
