import { describe, expect, it } from '@jest/globals';
import { buildSchema, parse, validate } from 'graphql';
import { QueryGuard } from './query-guard.js';
import type { QueryLimits } from './query-limits.js';

const schema = buildSchema(`
  type Query { people(first: Int! = 25): [Person!]! }
  type Person { name: String! friends(first: Int! = 25): [Person!]! closest: Person home: Home }
  type Home { street: String! }
`);
const limits: QueryLimits = {
  cost: 10_000,
  depth: 15,
  rootFields: 20,
  fields: 1000,
  tokens: 4000,
  characters: 50_000,
};

function refusal(text: string, variables: Record<string, unknown> = {}, changed: Partial<QueryLimits> = {}) {
  const guard = new QueryGuard({ ...limits, ...changed });
  guard.watch(schema);
  const document = parse(text);
  return guard.refusalOf({ document, operationName: undefined, variables })?.message;
}

describe(QueryGuard.name, () => {
  it('lets through what a page needs', () => {
    expect(refusal('{ people(first: 100) { name closest { name } home { street } } }')).toBeUndefined();
  });

  it('multiplies what is asked for within what is asked for', () => {
    expect(refusal('{ people(first: 100) { friends(first: 100) { name } } }')).toBe(
      'The query costs 10,100 points; allowed are 10,000. Ask for fewer at once (first) and go on with after, or leave out lists you do not show.',
    );
  });

  it('counts what variables say, also when it knows the document', () => {
    const guard = new QueryGuard(limits);
    guard.watch(schema);
    const document = parse('query ($n: Int!) { people(first: $n) { name } }');
    const ask = (n: unknown) =>
      guard.refusalOf({ document, operationName: undefined, variables: { n } })?.extensions['code'];
    expect([ask(5), ask(20_000), ask(5), ask('many'), ask(null)]).toEqual([
      undefined,
      'QUERY_TOO_COSTLY',
      undefined,
      'BAD_USER_INPUT',
      'BAD_USER_INPUT',
    ]);
  });

  it('measures depth through fragments', () => {
    const nested = `{ people { ...a } } fragment a on Person { closest { ...b } } fragment b on Person { closest { ... on Person { closest { name } } } }`;
    expect(refusal(nested, {}, { depth: 5 })).toBeUndefined();
    expect(refusal(nested, {}, { depth: 4 })).toMatch(/is 5 fields deep; allowed are 4/);
  });

  it('refuses many root fields and many fields', () => {
    const aliases = (count: number) => Array.from({ length: count }, (_, at) => `a${at}: `);
    const roots = aliases(21).map((alias) => `${alias} people { name }`);
    expect(refusal(`{ ${roots.join(' ')} }`)).toMatch(/asks for 21 root fields; allowed are 20/);
    const fields = aliases(1000).map((alias) => `${alias} name`);
    expect(refusal(`{ people { ${fields.join(' ')} } }`)).toMatch(/asks for 1,001 fields/);
  });

  it('is done at once with fragments that double each other', () => {
    const doubling = Array.from(
      { length: 60 },
      (_, at) => `fragment f${at} on Person { ...f${at + 1} closest { ...f${at + 1} } }`,
    );
    const text = `{ people { ...f0 } } ${doubling.join(' ')} fragment f60 on Person { name }`;
    const began = performance.now();
    expect(refusal(text, {}, { depth: 100 })).toMatch(/fields, fragments counted/);
    expect(performance.now() - began).toBeLessThan(500);
  });

  it('refuses fragments that go round, should validation ever let them pass', () => {
    const round =
      '{ people { ...a } } fragment a on Person { closest { ...b } } fragment b on Person { ...a }';
    expect(validate(schema, parse(round))).not.toEqual([]);
    expect(refusal(round)).toMatch(/∞ fields deep/);
  });

  it('does not count what describes the schema', () => {
    const introspection = '{ __schema { types { fields { type { ofType { ofType { name } } } } } } }';
    expect(refusal(introspection, {}, { depth: 1, fields: 1, rootFields: 1 })).toBeUndefined();
  });
});
