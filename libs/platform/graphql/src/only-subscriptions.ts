import { getOperationAST, GraphQLError, OperationTypeNode, parse, type DocumentNode } from 'graphql';

/**
 * What a socket may not ask: queries and mutations. They come over HTTP, where what they read is written into the audit
 * journal before it is shown.
 */
export function onlySubscriptions(
  query: string,
  operationName: string | null | undefined,
): readonly GraphQLError[] | undefined {
  const document = parsed(query);
  if (document instanceof GraphQLError) return [document];
  const operation = getOperationAST(document, operationName);
  if (operation?.operation === OperationTypeNode.SUBSCRIPTION) return undefined;
  return [
    new GraphQLError('A socket takes subscriptions only: send queries and mutations over HTTP.', {
      extensions: { code: 'BAD_REQUEST' },
    }),
  ];
}

function parsed(query: string): DocumentNode | GraphQLError {
  try {
    return parse(query);
  } catch (fault) {
    if (fault instanceof GraphQLError) return fault;
    throw fault;
  }
}
