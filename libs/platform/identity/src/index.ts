export { bearerToken } from './bearer.js';
export {
  createDevelopmentIdentity,
  type DevelopmentIdentity,
  type DevelopmentUser,
} from './development-users.js';
export { AllowRoles, CurrentPrincipal, HttpGuard } from './http-guard.js';
export { IdentityModule } from './identity.module.js';
export { clinicalRoles, roles, type Principal, type Role } from './principal.js';
export { TokenVerifier, type VerifierOptions } from './token-verifier.js';
