import { createDevelopmentIdentity, roles, type Role } from '@consilium/platform-identity';
import type { Platform } from './consilium.js';

/** A token for every role of one hospital, also for roles that no development user has; `id` for somebody else. */
export async function tokensOf(
  platform: Platform,
  hospital: string,
  id?: string,
): Promise<(role: Role) => string> {
  const people = roles.map((role) => ({
    name: `${role} of ${hospital}`,
    role,
    hospitals: [hospital],
    ...(id === undefined ? {} : { id }),
  }));
  const { users } = await createDevelopmentIdentity(platform.dataDir, false, people);
  const tokens = new Map(users.map(({ role, token }) => [role, token]));
  return (role) => tokens.get(role) ?? '';
}
