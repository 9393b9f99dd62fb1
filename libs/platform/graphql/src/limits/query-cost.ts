import {
  getNamedType,
  getNullableType,
  isCompositeType,
  isListType,
  type DocumentNode,
  type GraphQLSchema,
} from 'graphql';
import { getComplexity, type ComplexityEstimator } from 'graphql-query-complexity';
import { fieldCosts, usualMembers, type FieldCost } from './field-costs.js';

export interface AskedOperation {
  readonly document: DocumentNode;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
}

/**
 * What an operation costs before anything of it runs: each object a point, a list as many times as it has members.
 * Throws where its variables do not fit. Fragments are followed each time they are used: measure the shape first.
 */
export function costOf(
  schema: GraphQLSchema,
  { document, operationName, variables }: AskedOperation,
  costs: Readonly<Record<string, FieldCost>> = fieldCosts,
): number {
  return getComplexity({
    schema,
    query: document,
    variables: { ...variables },
    ...(operationName === undefined ? {} : { operationName }),
    estimators: [estimator(costs)],
  });
}

const estimator =
  (costs: Readonly<Record<string, FieldCost>>): ComplexityEstimator =>
  ({ type, field, args, childComplexity }) => {
    const { points = 0, sizedBy = 'first', ...given }: FieldCost = costs[`${type.name}.${field.name}`] ?? {};
    const asked: unknown = (args as Record<string, unknown>)[sizedBy];
    const usual = isListType(getNullableType(field.type)) ? usualMembers : 1;
    const members = typeof asked === 'number' ? Math.max(1, asked) : (given.members ?? usual);
    const each = isCompositeType(getNamedType(field.type)) ? 1 : 0;
    return points + members * (each + childComplexity);
  };
