import {
  createParamDecorator,
  Injectable,
  SetMetadata,
  type CanActivate,
  type ExecutionContext,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { GqlExecutionContext } from '@nestjs/graphql';
import { GraphQLError } from 'graphql';
import type { Principal, Role } from '@consilium/platform-identity';
import type { GraphqlContext } from './context.js';

const key = 'consilium.graphql.roles';

/** Roles that may use a query, mutation or subscription; without it nobody may. */
export const AllowGraphqlRoles = (...allowed: readonly Role[]): MethodDecorator & ClassDecorator =>
  SetMetadata(key, allowed);

const contextOf = (execution: ExecutionContext): GraphqlContext =>
  GqlExecutionContext.create(execution).getContext<GraphqlContext>();

@Injectable()
export class GraphqlGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(execution: ExecutionContext): boolean {
    const { principal } = contextOf(execution);
    if (principal === undefined) {
      throw new GraphQLError('Sign in first: send a valid token (Authorization: Bearer …).', {
        extensions: { code: 'UNAUTHENTICATED' },
      });
    }
    const allowed = this.reflector.getAllAndOverride<readonly Role[] | undefined>(key, [
      execution.getHandler(),
      execution.getClass(),
    ]);
    if (allowed?.includes(principal.role) !== true) {
      throw new GraphQLError(`The role ${principal.role} may not do this.`, {
        extensions: { code: 'FORBIDDEN' },
      });
    }
    return true;
  }
}

/** Who asks; only behind `GraphqlGuard`, which makes sure that somebody does. */
export const Asker = createParamDecorator((_: unknown, execution: ExecutionContext): Principal => {
  const { principal } = contextOf(execution);
  if (principal === undefined) throw new Error('Asker is used without GraphqlGuard.');
  return principal;
});
