import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { buildAgenda, type AgendaCandidate } from './agenda.js';
import { specialties } from './quorum-rule.js';
import { nextMeetings, type MeetingSchedule } from './schedule.js';

const candidate = (caseId: string, more: Partial<AgendaCandidate> = {}): AgendaCandidate => ({
  caseId,
  urgent: false,
  readySince: '2026-11-20',
  completeness: 1,
  needs: [],
  postponed: 0,
  minutes: 8,
  ...more,
});

describe('an agenda', () => {
  it('puts urgent cases first, then postponed ones, then who has waited longest, and says why', () => {
    const { slots } = buildAgenda(
      [
        candidate('new', { readySince: '2026-11-22' }),
        candidate('old', { readySince: '2026-11-01' }),
        candidate('again', { postponed: 2 }),
        candidate('urgent', { urgent: true, readySince: '2026-11-23' }),
      ],
      { minutes: 60, expected: [] },
    );
    expect(slots.map(({ caseId, at, because }) => [caseId, at, because])).toEqual([
      ['urgent', 0, 'urgent'],
      ['again', 8, 'postponed 2 times'],
      ['old', 16, 'ready since 2026-11-01'],
      ['new', 24, 'ready since 2026-11-22'],
    ]);
  });

  it('leaves whom time or a specialist fails, and fills the rest', () => {
    const { slots, left } = buildAgenda(
      [
        candidate('gene', { urgent: true, needs: ['geneticist'] }),
        candidate('long', { postponed: 1, minutes: 30 }),
        candidate('short', { minutes: 10 }),
      ],
      { minutes: 20, expected: ['medical-oncologist'] },
    );
    expect(slots.map(({ caseId }) => caseId)).toEqual(['short']);
    expect(left).toEqual([
      { caseId: 'gene', because: 'geneticist will not be there' },
      { caseId: 'long', because: '30 minutes are more than the 20 left' },
    ]);
  });

  it('forgets nobody, never runs over, and does not depend on the order given', () => {
    const candidates = fc.uniqueArray(
      fc.record({
        caseId: fc.uuid(),
        urgent: fc.boolean(),
        readySince: fc.constantFrom('2026-11-01', '2026-11-20'),
        completeness: fc.constantFrom(0.5, 1),
        needs: fc.subarray([...specialties], { maxLength: 1 }),
        postponed: fc.nat(2),
        minutes: fc.integer({ min: 5, max: 20 }),
      }),
      { selector: ({ caseId }) => caseId },
    );
    fc.assert(
      fc.property(
        candidates,
        fc.integer({ min: 0, max: 120 }),
        fc.subarray([...specialties]),
        (some, minutes, expected) => {
          const agenda = buildAgenda(some, { minutes, expected });
          expect(buildAgenda(some.toReversed(), { minutes, expected })).toEqual(agenda);
          expect([...agenda.slots, ...agenda.left].map(({ caseId }) => caseId).sort()).toEqual(
            some.map(({ caseId }) => caseId).sort(),
          );
          expect(agenda.slots.reduce((sum, slot) => sum + slot.minutes, 0)).toBeLessThanOrEqual(minutes);
        },
      ),
    );
  });
});

describe('the meetings of a board', () => {
  const weekly: MeetingSchedule = {
    from: '2026-11-04',
    everyWeeks: 1,
    time: '16:00',
    zone: 'Europe/Berlin',
    minutes: 60,
    except: ['2026-12-23', '2026-12-30'],
  };
  it('come every week but on the days left out, across the year', () => {
    expect(nextMeetings(weekly, '2026-12-10', 4)).toEqual([
      '2026-12-16',
      '2027-01-06',
      '2027-01-13',
      '2027-01-20',
    ]);
    expect(nextMeetings(weekly, '2026-11-04', 1)).toEqual(['2026-11-04']);
    expect(nextMeetings(weekly, '2020-01-01', 1)).toEqual(['2026-11-04']);
  });
  it('may come every other week, and not more often than weekly', () => {
    expect(nextMeetings({ ...weekly, everyWeeks: 2 }, '2026-11-05', 2)).toEqual(['2026-11-18', '2026-12-02']);
    expect(() => nextMeetings({ ...weekly, everyWeeks: 0 }, '2026-11-05', 2)).toThrow(RangeError);
  });
});
