import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD } from '@nestjs/core';
import { GraphQLModule } from '@nestjs/graphql';
import { bearerToken, TokenVerifier } from '@consilium/platform-identity';
import { GraphqlGuard } from './access.js';
import { newContext, type GraphqlContext } from './context.js';
import { hideFaults } from './hide-faults.js';
import { LimitQueriesPlugin } from './limits/limit-queries.plugin.js';
import { QueryGuard } from './limits/query-guard.js';
import type { QueryLimits } from './limits/query-limits.js';
import { tellTokensFormatted } from './limits/token-limit.js';
import { listedCache } from './listed/listed-cache.js';
import type { ListedOperations } from './listed/listed-operations.js';
import { OnlyListedPlugin } from './listed/only-listed.plugin.js';
import { PermissionCensus } from './permission-census.js';
import { RefusalsFilter } from './refusals.filter.js';
import { socketRefusals } from './socket-refusals.js';

interface SocketExtra {
  token?: string;
}

interface ContextSource {
  readonly req?: { readonly headers?: Readonly<Record<string, string | undefined>> };
  readonly extra?: SocketExtra;
}

export interface GraphqlApiOptions {
  /** Where the SDL is written, or true to keep it in memory. */
  readonly schemaFile: string | true;
  readonly introspection: boolean;
  readonly limits: QueryLimits;
  /** Absent: every operation that fits the schema and the limits. */
  readonly listed?: ListedOperations;
}

/** How long a client's query is known by its hash, in seconds. */
const persistedFor = 24 * 60 * 60;

@Module({})
export class GraphqlApiModule {
  static register(options: GraphqlApiOptions): DynamicModule {
    const guard = new QueryGuard(options.limits);
    const { listed, limits } = options;
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
            transformSchema: (schema) => guard.watch(schema),
            parseOptions: { maxLexicalTokens: limits.tokens },
            plugins: [
              // Nothing here may be kept by a cache, and its bookkeeping costs something for each field.
              ApolloServerPluginCacheControlDisabled(),
              new LimitQueriesPlugin(guard),
              ...(listed === undefined ? [] : [new OnlyListedPlugin(listed)]),
            ],
            // Holds 30 MB at most, of documents and of queries known by their hash; the oldest go first.
            cache: 'bounded',
            persistedQueries: {
              ttl: persistedFor,
              ...(listed === undefined ? {} : { cache: listedCache(listed) }),
            },
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
                onSubscribe: (_socket, _id, question) => socketRefusals(guard, question, listed),
              },
            },
            context: async ({ req, extra }: ContextSource): Promise<GraphqlContext> => {
              const token = extra?.token ?? bearerToken(req?.headers?.['authorization']);
              const requestId = readRequestId(req?.headers?.['x-request-id']);
              return newContext(token === undefined ? undefined : await verifier.verify(token), requestId);
            },
            formatError: (formatted) => hideFaults(tellTokensFormatted(formatted, limits.tokens)),
          }),
        }),
      ],
    };
  }
}

/** The sender's own number of the request, so that the journal and its logs can be read side by side. */
const readRequestId = (given: string | undefined): string | undefined =>
  given !== undefined && /^[\w.:-]{1,64}$/.test(given) ? given : undefined;
