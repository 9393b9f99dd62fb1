import {
  getOperationAST,
  GraphQLError,
  OperationTypeNode,
  parse,
  validate,
  type DocumentNode,
} from 'graphql';
import type { QueryGuard } from './limits/query-guard.js';
import { tooCostly } from './limits/too-costly.js';
import type { ListedOperations } from './listed/listed-operations.js';
import { notListed } from './listed/only-listed.plugin.js';
import { tellTokens } from './limits/token-limit.js';

export interface SocketQuestion {
  readonly query: string;
  readonly operationName?: string | null | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined;
}

/**
 * Why a socket does not take a question. Queries and mutations come over HTTP, where what they read is written into the
 * audit journal before it is shown; subscriptions have the same limits as these.
 */
export function socketRefusals(
  guard: QueryGuard,
  { query, operationName, variables }: SocketQuestion,
  listed?: ListedOperations,
): readonly GraphQLError[] | undefined {
  const { characters, tokens } = guard.limits;
  if (query.length > characters) return [tooCostly('characters', query.length, characters)];
  if (listed?.has(query) === false) return [notListed()];
  const document = parsed(query, tokens);
  if (document instanceof GraphQLError) return [document];
  const operation = getOperationAST(document, operationName);
  if (operation?.operation !== OperationTypeNode.SUBSCRIPTION) return [onlySubscriptions()];
  const faults = validate(guard.watched, document);
  if (faults.length > 0) return faults;
  const refusal = guard.refusalOf({
    document,
    operationName: operationName ?? undefined,
    variables: variables ?? {},
  });
  return refusal === undefined ? undefined : [refusal];
}

const onlySubscriptions = (): GraphQLError =>
  new GraphQLError('A socket takes subscriptions only: send queries and mutations over HTTP.', {
    extensions: { code: 'BAD_REQUEST' },
  });

function parsed(query: string, maxLexicalTokens: number): DocumentNode | GraphQLError {
  try {
    return parse(query, { maxLexicalTokens });
  } catch (fault) {
    if (fault instanceof GraphQLError) return tellTokens(fault, maxLexicalTokens);
    throw fault;
  }
}
