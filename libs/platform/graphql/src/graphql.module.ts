import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD } from '@nestjs/core';
import { GraphQLModule } from '@nestjs/graphql';
import { bearerToken, TokenVerifier } from '@consilium/platform-identity';
import { GraphqlGuard } from './access.js';
import { newContext, type GraphqlContext } from './context.js';
import { hideFaults } from './hide-faults.js';
import { onlySubscriptions } from './only-subscriptions.js';
import { PermissionCensus } from './permission-census.js';
import { RefusalsFilter } from './refusals.filter.js';

interface SocketExtra {
  token?: string;
}

interface ContextSource {
  readonly req?: { readonly headers?: Readonly<Record<string, string | undefined>> };
  readonly extra?: SocketExtra;
}

@Module({})
export class GraphqlApiModule {
  /** `schemaFile`: where the SDL is written, or true to keep it in memory. */
  static register(options: {
    readonly schemaFile: string | true;
    readonly introspection: boolean;
  }): DynamicModule {
    return {
      module: GraphqlApiModule,
      providers: [
        { provide: APP_FILTER, useClass: RefusalsFilter },
        { provide: APP_GUARD, useClass: GraphqlGuard },
        PermissionCensus,
      ],
      imports: [
        GraphQLModule.forRootAsync<ApolloDriverConfig>({
          driver: ApolloDriver,
          inject: [TokenVerifier],
          useFactory: (verifier: TokenVerifier) => ({
            autoSchemaFile: options.schemaFile,
            sortSchema: true,
            introspection: options.introspection,
            playground: false,
            csrfPrevention: true,
            // Answers are about patients and are cached nowhere; the hints would be looked up for every field.
            plugins: [ApolloServerPluginCacheControlDisabled()],
            subscriptions: {
              'graphql-ws': {
                // A browser cannot send headers on a socket: the token comes with the first message.
                onConnect: async ({ connectionParams, extra }) => {
                  const given = connectionParams?.['authorization'];
                  const token = typeof given === 'string' ? bearerToken(given) : undefined;
                  if (token === undefined || (await verifier.verify(token)) === undefined) return false;
                  (extra as SocketExtra).token = token;
                  return true;
                },
                onSubscribe: (_socket, _id, { query, operationName }) =>
                  onlySubscriptions(query, operationName),
              },
            },
            context: async ({ req, extra }: ContextSource): Promise<GraphqlContext> => {
              const token = extra?.token ?? bearerToken(req?.headers?.['authorization']);
              const requestId = readRequestId(req?.headers?.['x-request-id']);
              return newContext(token === undefined ? undefined : await verifier.verify(token), requestId);
            },
            formatError: hideFaults,
          }),
        }),
      ],
    };
  }
}

/** The sender's own number of the request, so that the journal and its logs can be read side by side. */
const readRequestId = (given: string | undefined): string | undefined =>
  given !== undefined && /^[\w.:-]{1,64}$/.test(given) ? given : undefined;
