import {
  findBreakingChanges,
  findDangerousChanges,
  type BreakingChange,
  type DangerousChange,
  type GraphQLSchema,
} from 'graphql';

/** A break that somebody decided on. */
export interface AcceptedBreak {
  /** As the comparison words it, letter by letter. */
  readonly change: string;
  readonly reason: string;
}

/** What a client of the released schema may stumble over in the next one, and nobody has accepted. */
export function unacceptedBreaks(
  released: GraphQLSchema,
  next: GraphQLSchema,
  accepted: readonly AcceptedBreak[],
): readonly string[] {
  const known = new Set(accepted.map(({ change }) => change));
  return describeBreaks(released, next).filter((change) => !known.has(change));
}

/** Entries that accept what the comparison does not find. */
export function idleAcceptances(
  released: GraphQLSchema,
  next: GraphQLSchema,
  accepted: readonly AcceptedBreak[],
): readonly string[] {
  const found = new Set(describeBreaks(released, next));
  return accepted.map(({ change }) => change).filter((change) => !found.has(change));
}

const describeBreaks = (released: GraphQLSchema, next: GraphQLSchema): readonly string[] =>
  [
    ...findBreakingChanges(released, next),
    ...findDangerousChanges(released, next).filter(({ type }) => !expected.has(type)),
  ].map(({ type, description }: BreakingChange | DangerousChange) => `${type}: ${description}`);

/** Clients are told to reckon with these (docs/api.md): a schema that may not have them cannot grow. */
const expected: ReadonlySet<string> = new Set([
  'VALUE_ADDED_TO_ENUM',
  'TYPE_ADDED_TO_UNION',
  'OPTIONAL_INPUT_FIELD_ADDED',
  'OPTIONAL_ARG_ADDED',
]);
