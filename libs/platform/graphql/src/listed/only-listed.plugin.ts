import type { ApolloServerPlugin, GraphQLRequestListener } from '@apollo/server';
import { GraphQLError } from 'graphql';
import type { GraphqlContext } from '../context.js';
import type { ListedOperations } from './listed-operations.js';

/** Lets listed operations run and no others. */
export class OnlyListedPlugin implements ApolloServerPlugin<GraphqlContext> {
  constructor(private readonly listed: ListedOperations) {}

  requestDidStart(): Promise<GraphQLRequestListener<GraphqlContext>> {
    return Promise.resolve({
      didResolveOperation: ({ source }) =>
        this.listed.has(source) ? Promise.resolve() : Promise.reject(notListed()),
    });
  }
}

export const notListed = (): GraphQLError =>
  new GraphQLError(
    'This installation answers the operations on its list alone, and this is none of them, letter by letter.',
    { extensions: { code: 'OPERATION_NOT_LISTED', http: { status: 400 } } },
  );
