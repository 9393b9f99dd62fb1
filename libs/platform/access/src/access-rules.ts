import { isDay, isIdentifier, type Clock, type Problem } from '@consilium/kernel';
import { isPerson, type Principal } from '@consilium/platform-identity';
import { usualDays, type Care, type PatientOf } from './care.js';
import * as refusals from './refusals.js';

const dayMs = 86_400_000;
const mostDays = 366;

const isReason = (text: string): boolean => text.trim().length >= 10 && text.length <= 500;

/** What stands against speaking of a patient at all. */
export function obstacleAbout(
  { hospitals }: Pick<Principal, 'hospitals'>,
  { hospital, patient }: PatientOf,
): Problem | undefined {
  if (!hospitals.includes(hospital)) return refusals.foreignHospital;
  if (!isIdentifier(patient)) return refusals.noPseudonym;
  return undefined;
}

export const obstacleToReason = (reason: string): Problem | undefined =>
  isReason(reason) ? undefined : refusals.noReason;

/** When access that is given ends: the last moment of the day named, or after the usual time. */
export function endOfGrant(until: string | null | undefined, clock: Clock): Date | undefined {
  const now = clock.now();
  if (until == null) return new Date(now.getTime() + usualDays * dayMs);
  if (!isDay(until)) return undefined;
  const end = new Date(`${until}T23:59:59.999Z`);
  const days = (end.getTime() - now.getTime()) / dayMs;
  return days > 0 && days <= mostDays ? end : undefined;
}

export const obstacleToPerson = (person: string): Problem | undefined =>
  isPerson(person) ? undefined : refusals.noPerson;

export function obstacleToEnd(
  { endedAt, until }: Pick<Care, 'endedAt' | 'until'>,
  now: Date,
): Problem | undefined {
  return endedAt !== null || (until !== null && until <= now) ? refusals.alreadyEnded : undefined;
}

/** Whoever took access in an emergency does not say themselves whether that was right. */
export function obstacleToReview(
  { kind, justified, begunBy }: Pick<Care, 'kind' | 'justified' | 'begunBy'>,
  reviewer: string,
): Problem | undefined {
  if (kind !== 'emergency') return refusals.noEmergency;
  if (justified !== null) return refusals.alreadyReviewed;
  return begunBy === reviewer ? refusals.ownEmergency : undefined;
}
