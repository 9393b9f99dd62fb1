import { describe, expect, it } from '@jest/globals';
import { buildSchema } from 'graphql';
import { differencesBetween } from './permission-census.js';

const schema = buildSchema(`
  type Query { case: Case }
  type Mutation { close: Boolean }
  type Subscription { caseUpdated: Case }
  type Case { id: ID }
`);
const ruled = ['Query.case', 'Mutation.close', 'Subscription.caseUpdated'];

describe(differencesBetween.name, () => {
  it('finds none where each root field has its rule', () => {
    expect(differencesBetween(schema, ruled)).toEqual([]);
  });

  it('names a root field without a rule', () => {
    expect(differencesBetween(schema, ruled.slice(1))).toEqual([
      'Query.case has no rule: say in the table of permissions who may use it.',
    ]);
  });

  it('names a rule without a root field; a field of the same name elsewhere is none', () => {
    expect(differencesBetween(schema, [...ruled, 'Mutation.case', 'Case.id'])).toEqual([
      'The table of permissions names Mutation.case, which the schema does not have.',
      'The table of permissions names Case.id, which the schema does not have.',
    ]);
  });
});
