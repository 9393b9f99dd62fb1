import {
  ForbiddenException,
  Injectable,
  SetMetadata,
  UnauthorizedException,
  createParamDecorator,
  type CanActivate,
  type ExecutionContext,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { bearerToken } from './bearer.js';
import type { Principal, Role } from './principal.js';
import { TokenVerifier } from './token-verifier.js';

const key = 'consilium.roles';

/** Roles that may use a route. */
export const AllowRoles = (...allowed: readonly Role[]): MethodDecorator & ClassDecorator =>
  SetMetadata(key, allowed);

interface RequestWithPrincipal {
  readonly headers: Readonly<Record<string, string | undefined>>;
  principal?: Principal;
}

/** Lets a request in when its token is valid and its role allowed; a route without `AllowRoles` lets nobody in. */
@Injectable()
export class HttpGuard implements CanActivate {
  constructor(
    private readonly verifier: TokenVerifier,
    private readonly reflector: Reflector,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<RequestWithPrincipal>();
    const token = bearerToken(request.headers['authorization']);
    const principal = token === undefined ? undefined : await this.verifier.verify(token);
    if (principal === undefined) {
      throw new UnauthorizedException('Send a valid token: Authorization: Bearer …');
    }
    const allowed = this.reflector.getAllAndOverride<readonly Role[] | undefined>(key, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (allowed?.includes(principal.role) !== true) {
      throw new ForbiddenException(`The role ${principal.role} may not do this.`);
    }
    request.principal = principal;
    return true;
  }
}

export const CurrentPrincipal = createParamDecorator(
  (_: unknown, context: ExecutionContext): Principal | undefined =>
    context.switchToHttp().getRequest<RequestWithPrincipal>().principal,
);
