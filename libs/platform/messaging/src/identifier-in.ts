import { isIdentifier } from '@consilium/kernel';

/** A member of data that may be faulty, where it is an identifier. */
export function identifierIn(data: unknown, member: 'hospital' | 'patient'): string | undefined {
  if (typeof data !== 'object' || data === null || !Object.hasOwn(data, member)) return undefined;
  const value = (data as Record<string, unknown>)[member];
  return typeof value === 'string' && isIdentifier(value) ? value : undefined;
}
