import { createParamDecorator, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext, type GqlContextType } from '@nestjs/graphql';
import { GraphQLError, type GraphQLResolveInfo } from 'graphql';
import { mayUse, type Principal } from '@consilium/platform-identity';
import type { GraphqlContext } from './context.js';

/**
 * Asks the table of permissions before every root field; what has no rule is refused. The fields below a root field are
 * its answer. Routes over HTTP have a guard of their own.
 */
@Injectable()
export class GraphqlGuard implements CanActivate {
  canActivate(execution: ExecutionContext): boolean {
    if (execution.getType<GqlContextType>() !== 'graphql') return true;
    const graphql = GqlExecutionContext.create(execution);
    const { principal } = graphql.getContext<GraphqlContext>();
    if (principal === undefined) {
      throw new GraphQLError('Sign in first: send a valid token (Authorization: Bearer …).', {
        extensions: { code: 'UNAUTHENTICATED' },
      });
    }
    const { parentType, fieldName } = graphql.getInfo<GraphQLResolveInfo>();
    if (!mayUse(principal.role, `${parentType.name}.${fieldName}`)) {
      throw new GraphQLError(`The role ${principal.role} may not do this.`, {
        extensions: { code: 'FORBIDDEN' },
      });
    }
    return true;
  }
}

/** Who asks; `GraphqlGuard` has made sure that somebody does. */
export const Asker = createParamDecorator((_: unknown, execution: ExecutionContext): Principal => {
  const { principal } = GqlExecutionContext.create(execution).getContext<GraphqlContext>();
  if (principal === undefined) throw new Error('Asker is used without GraphqlGuard.');
  return principal;
});
