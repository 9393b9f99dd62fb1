import {
  HeaderMap,
  type ApolloServerPlugin,
  type GraphQLRequestContext,
  type GraphQLRequestListener,
  type GraphQLResponse,
} from '@apollo/server';
import { Injectable } from '@nestjs/common';
import { Plugin } from '@nestjs/apollo';
import { OperationTypeNode } from 'graphql';
import { canonicalJson } from '@consilium/kernel';
import type { GraphqlContext, SeenRecord } from '@consilium/platform-graphql';
import type { Principal } from '@consilium/platform-identity';
import { Database } from '@consilium/platform-persistence';
import { badKey, inProgress, keyReused } from './refusals.js';
import { RequestSecret } from './request-secret.js';
import { keepAnswer, releaseRequest } from './request.store.js';
import { takeUpRequest } from './take-up-request.js';

type Request = GraphQLRequestContext<GraphqlContext>;

interface Held {
  readonly secret: RequestSecret;
  readonly claim: string;
}

interface Kept {
  readonly result: object;
  /** Whose records the answer shows: who gets it again has read them again. */
  readonly seen: readonly SeenRecord[];
}

/** A mutation sent again with the same `Idempotency-Key` is answered as before, and nothing is done again. */
@Injectable()
@Plugin()
export class AnswerOncePlugin implements ApolloServerPlugin<GraphqlContext> {
  constructor(private readonly database: Database) {}

  requestDidStart(): Promise<GraphQLRequestListener<GraphqlContext>> {
    let held: Held | undefined;
    return Promise.resolve({
      responseForOperation: async (request: Request) => {
        const taken = await this.takeUp(request);
        if (taken === undefined || 'body' in taken) return taken ?? null;
        held = taken;
        return null;
      },
      willSendResponse: async ({ response, contextValue }: Request) => {
        if (held !== undefined) await this.finish(held, response, contextValue);
      },
    });
  }

  private async takeUp(request: Request): Promise<GraphQLResponse | Held | undefined> {
    const { principal } = request.contextValue;
    const key = request.request.http?.headers.get('idempotency-key');
    const isMutation = request.operation?.operation === OperationTypeNode.MUTATION;
    if (key === undefined || principal === undefined || !isMutation) return undefined;
    if (!/^[\x21-\x7e]{8,200}$/.test(key)) return badKey();
    const secret = new RequestSecret(principal.id, key);
    const taken = await takeUpRequest(this.database, secret, describeRequest(request, principal));
    switch (taken.kind) {
      case 'claimed':
        return { secret, claim: taken.claim };
      case 'answered':
        return answerAgain(taken.answer, request.contextValue);
      case 'reused':
        return keyReused();
      case 'in-progress':
        return inProgress();
    }
  }

  private async finish(
    { secret, claim }: Held,
    response: Request['response'],
    context: GraphqlContext,
  ): Promise<void> {
    const { body, http } = response;
    if (body?.kind !== 'single' || isFault(body.singleResult, http.status)) {
      await releaseRequest(this.database, claim, secret.id);
      return;
    }
    const kept: Kept = { result: body.singleResult, seen: context.seen.all() };
    await keepAnswer(this.database, claim, secret.id, secret.encrypt(JSON.stringify(kept)));
  }
}

/** The same person in another role, or with other hospitals, sends another request. */
const describeRequest = ({ source, request }: Request, { role, hospitals }: Principal): string =>
  canonicalJson({
    source,
    operationName: request.operationName ?? null,
    variables: request.variables ?? {},
    role,
    hospitals,
  });

function answerAgain(answer: string, context: GraphqlContext): GraphQLResponse {
  const { result, seen } = JSON.parse(answer) as Kept;
  seen.forEach(context.saw);
  const headers = new HeaderMap([['idempotency-replayed', 'true']]);
  return { http: { headers }, body: { kind: 'single', singleResult: result } };
}

/** What a repetition may mend is not remembered. */
const isFault = (
  { errors }: { readonly errors?: readonly { readonly extensions?: Record<string, unknown> }[] },
  status: number | undefined,
): boolean =>
  (status ?? 200) >= 500 ||
  (errors ?? []).some(({ extensions }) => extensions?.['code'] === 'INTERNAL_SERVER_ERROR');
