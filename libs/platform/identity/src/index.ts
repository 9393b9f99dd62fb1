export { bearerToken } from './bearer.js';
export {
  createDevelopmentIdentity,
  type DevelopmentIdentity,
  type DevelopmentPerson,
  type DevelopmentUser,
} from './development-users.js';
export { AllowRoles, CurrentPrincipal, HttpGuard } from './http-guard.js';
export { IdentityModule } from './identity.module.js';
export {
  mayUse,
  permissions,
  rooms,
  type Operation,
  type Permission,
  type PermissionScope,
  type Room,
} from './permissions.js';
export { readRoleMap, type ClaimsMapping } from './claims.js';
export {
  boardHolder,
  boundRoles,
  clinicalRoles,
  isBound,
  isPerson,
  personHolder,
  roles,
  type Principal,
  type Role,
} from './principal.js';
export { TokenVerifier, type VerifierOptions } from './token-verifier.js';
