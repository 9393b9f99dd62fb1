import type { Principal } from '@consilium/platform-identity';
import type { Consumer } from '@consilium/platform-messaging';
import type { Scope } from '@consilium/platform-persistence';

/** A laboratory sees the letters of its hospitals; an administrator also those that name no hospital. */
export const letterScope = (asker: Principal): Scope =>
  asker.role === 'administrator' ? { hospitals: [...asker.hospitals, ''] } : asker;

/** Whose letters the asker may read, by group: a sender those of whom it sends to; an administrator all (undefined). */
export const letterGroups = (
  asker: Principal,
  consumers: readonly Consumer[],
): readonly string[] | undefined =>
  asker.role === 'administrator'
    ? undefined
    : consumers.filter(({ senders }) => senders?.includes(asker.role)).map(({ group }) => group);
