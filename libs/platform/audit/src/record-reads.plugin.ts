import type { ApolloServerPlugin, GraphQLRequestContext, GraphQLRequestListener } from '@apollo/server';
import { Inject, Injectable } from '@nestjs/common';
import { Plugin } from '@nestjs/apollo';
import type { GraphqlContext } from '@consilium/platform-graphql';
import type { Log } from '@consilium/platform-observability';
import { Database } from '@consilium/platform-persistence';
import { AUDIT_LOG, nameOfFault } from './audit-log.js';
import { recordReads } from './record-reads.js';

/**
 * One entry for each patient whose record a request has seen, written before the answer leaves. Where that fails the
 * answer does not leave: there is no unrecorded read. Subscriptions do not come this way: they record what they send
 * themselves.
 */
@Injectable()
@Plugin()
export class RecordReadsPlugin implements ApolloServerPlugin<GraphqlContext> {
  constructor(
    private readonly database: Database,
    @Inject(AUDIT_LOG) private readonly log: Log,
  ) {}

  requestDidStart(): Promise<GraphQLRequestListener<GraphqlContext>> {
    return Promise.resolve({ willSendResponse: (request) => this.record(request) });
  }

  private async record({ contextValue, response }: GraphQLRequestContext<GraphqlContext>): Promise<void> {
    const { principal, seen, requestId } = contextValue;
    if (principal === undefined) return;
    try {
      await recordReads(this.database, principal, seen.all(), requestId);
    } catch (fault) {
      this.log.error(
        { fault: nameOfFault(fault), requestId },
        'reads could not be recorded: the answer is held back',
      );
      response.body = { kind: 'single', singleResult: { errors: [{ ...unrecorded }] } };
      response.http.status = 503;
    }
  }
}

const unrecorded = {
  message: 'The audit journal could not be written, so nothing is shown. Ask again later.',
  extensions: { code: 'AUDIT_UNAVAILABLE' },
};
