import type { JWTPayload } from 'jose';
import { isIdentifier } from '@consilium/kernel';
import { holdersOf, isPerson, roles, type Principal, type Role } from './principal.js';

/** Where a token says who somebody is, and what its words mean here. */
export interface ClaimsMapping {
  /** Name of the claim, or the way to it: `realm_access.roles`. */
  readonly role: string;
  readonly hospitals: string;
  /** The issuer's words for our roles. Absent: ours. */
  readonly roleMap?: Readonly<Record<string, Role>>;
  /** The issuer's words for hospitals. Absent: ours. */
  readonly hospitalMap?: Readonly<Record<string, string>>;
}

export const ownClaims: ClaimsMapping = { role: 'role', hospitals: 'hospitals' };

/** Who a token speaks of; undefined where it does not give exactly one role of ours, and at least one hospital. */
export function readPrincipal(payload: JWTPayload, mapping: ClaimsMapping): Principal | undefined {
  const given = textsAt(payload, mapping.role);
  const found = given.flatMap((word) => roleOf(word, mapping.roleMap) ?? []);
  const [role, ...others] = [...new Set(found)];
  const named = textsAt(payload, mapping.hospitals);
  const hospitals = [...new Set(named.flatMap((word) => hospitalOf(word, mapping.hospitalMap) ?? []))];
  if (payload.sub === undefined || role === undefined || others.length > 0 || hospitals.length === 0)
    return undefined;
  // A word that is none of ours is passed over only where a table says which are.
  if (mapping.roleMap === undefined && given.length !== 1) return undefined;
  if (!hospitals.every(isIdentifier)) return undefined;
  const { name, sub: id } = payload;
  if (!isPerson(id)) return undefined;
  const holders = holdersOf(id, role);
  return {
    id,
    name: typeof name === 'string' ? name : id,
    role,
    hospitals,
    ...(holders === undefined ? {} : { holders }),
  };
}

/** Throws where a table names a role that is none of ours. */
export function readRoleMap(map: Readonly<Record<string, string>>): Readonly<Record<string, Role>> {
  const strange = Object.values(map).filter((role) => !isRole(role));
  if (strange.length > 0) throw new Error(`CONSILIUM_ROLE_MAP: no role of ours: ${strange.join(', ')}.`);
  return map as Readonly<Record<string, Role>>;
}

const roleOf = (word: string, map: ClaimsMapping['roleMap']): Role | undefined => {
  if (map !== undefined) return Object.hasOwn(map, word) ? map[word] : undefined;
  return isRole(word) ? word : undefined;
};

const hospitalOf = (word: string, map: ClaimsMapping['hospitalMap']): string | undefined => {
  if (map === undefined) return word;
  return Object.hasOwn(map, word) ? map[word] : undefined;
};

/** The texts of a claim, one or several; what is no text counts as a word that is none of ours. */
function textsAt(payload: JWTPayload, path: string): readonly string[] {
  const value = Object.hasOwn(payload, path)
    ? payload[path]
    : path.split('.').reduce<unknown>(memberOf, payload);
  const values: readonly unknown[] = Array.isArray(value) ? value : value === undefined ? [] : [value];
  return values.map((one) => (typeof one === 'string' ? one : ''));
}

const memberOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;

const isRole = (value: unknown): value is Role => roles.some((role) => role === value);
