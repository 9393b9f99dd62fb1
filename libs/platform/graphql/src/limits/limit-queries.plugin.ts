import type { ApolloServerPlugin, GraphQLRequestListener } from '@apollo/server';
import type { GraphqlContext } from '../context.js';
import type { QueryGuard } from './query-guard.js';

/** Asks the guard about each operation over HTTP, after it was found valid and before any of it runs. */
export class LimitQueriesPlugin implements ApolloServerPlugin<GraphqlContext> {
  constructor(private readonly guard: QueryGuard) {}

  requestDidStart(): Promise<GraphQLRequestListener<GraphqlContext>> {
    return Promise.resolve({
      didResolveOperation: ({ document, request }) => {
        const refusal = this.guard.refusalOf({
          document,
          operationName: request.operationName ?? undefined,
          variables: request.variables ?? {},
        });
        return refusal === undefined ? Promise.resolve() : Promise.reject(refusal);
      },
    });
  }
}
