import { describe, expect, it } from '@jest/globals';
import {
  endOfGrant,
  obstacleAbout,
  obstacleToEnd,
  obstacleToPerson,
  obstacleToReason,
  obstacleToReview,
} from './access-rules.js';

const clock = { now: () => new Date('2026-11-23T12:00:00Z') };

describe('access that is given', () => {
  it.each([
    [undefined, '2027-02-21T12:00:00.000Z'],
    ['2026-11-23', '2026-11-23T23:59:59.999Z'],
    ['2027-11-23', '2027-11-23T23:59:59.999Z'],
    ['2026-11-22', undefined],
    ['2027-11-25', undefined],
    ['2027-02-29', undefined],
    ['2027-2-1', undefined],
    ['tomorrow', undefined],
  ])('until %s ends at %s', (until, end) => {
    expect(endOfGrant(until, clock)?.toISOString()).toBe(end);
  });

  it.each([
    ['On holiday', undefined],
    ['Holiday', 'ACCESS.NO_REASON'],
    ['          .', 'ACCESS.NO_REASON'],
    ['x'.repeat(501), 'ACCESS.NO_REASON'],
  ])('for the reason %s: %s', (reason, code) => {
    expect(obstacleToReason(reason)?.code).toBe(code);
  });

  it.each([
    [{ hospital: 'ours', patient: 'P-1' }, undefined],
    [{ hospital: 'theirs', patient: 'P-1' }, 'ACCESS.FOREIGN_HOSPITAL'],
    [{ hospital: 'ours', patient: 'Erika Mustermann' }, 'ACCESS.NO_PSEUDONYM'],
  ])('about %j: %s', (of, code) => {
    expect(obstacleAbout({ hospitals: ['ours'] }, of)?.code).toBe(code);
  });

  it.each([
    ['ada', undefined],
    ['oidc|1234', undefined],
    ['', 'ACCESS.NO_PERSON'],
    ['ada\u001fboard', 'ACCESS.NO_PERSON'],
    ['a'.repeat(256), 'ACCESS.NO_PERSON'],
  ])('to the person %j: %s', (person, code) => {
    expect(obstacleToPerson(person)?.code).toBe(code);
  });

  it.each([
    [{ endedAt: null, until: null }, undefined],
    [{ endedAt: null, until: new Date('2026-11-24') }, undefined],
    [{ endedAt: null, until: new Date('2026-11-23') }, 'ACCESS.ENDED'],
    [{ endedAt: new Date('2026-11-22'), until: null }, 'ACCESS.ENDED'],
  ])('and stands as %j is ended: %s', (care, code) => {
    expect(obstacleToEnd(care, clock.now())?.code).toBe(code);
  });
});

describe('access taken in an emergency', () => {
  const taken = { kind: 'emergency', justified: null, begunBy: 'ada' } as const;
  it.each([
    [taken, 'ben', undefined],
    [taken, 'ada', 'ACCESS.OWN_EMERGENCY'],
    [{ ...taken, justified: true }, 'ben', 'ACCESS.REVIEWED'],
    [{ ...taken, kind: 'granted' as const }, 'ben', 'ACCESS.NO_EMERGENCY'],
  ])('%j is reviewed by %s: %s', (care, reviewer, code) => {
    expect(obstacleToReview(care, reviewer)?.code).toBe(code);
  });
});
