import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { before, story, told, type Told } from '../case/told-case.fixture.js';
import { newCase, type CaseRecord } from '../case/case-record.js';
import { usualPolicy } from '../policy/board-policy.js';
import { remindersOf, standingReminders } from './reminders.js';
import { addDays } from './working-days.js';

describe(addDays, () => {
  it.each([
    ['2026-11-23T12:00:00.000Z', 1, [], '2026-11-24T12:00:00.000Z'],
    ['2026-11-27T12:00:00.000Z', 1, [], '2026-11-30T12:00:00.000Z'],
    ['2026-11-27T12:00:00.000Z', 5, [], '2026-12-04T12:00:00.000Z'],
    ['2026-11-28T12:00:00.000Z', 1, [], '2026-12-01T12:00:00.000Z'],
    ['2026-12-24T12:00:00.000Z', 1, ['2026-12-25'], '2026-12-28T12:00:00.000Z'],
  ])('goes from %s over %i working days without %j to %s', (from, days, holidays, to) => {
    expect(addDays(from, days, { working: true, holidays })).toBe(to);
  });

  it('never ends on a free day, nor before as many days', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 1, max: 60 }), (day, days) => {
        const from = new Date(Date.UTC(2024, 0, 1) + day * 86_400_000).toISOString();
        const end = new Date(addDays(from, days, { working: true, holidays: [] }));
        expect([0, 6]).not.toContain(end.getUTCDay());
        expect(end.getTime() - Date.parse(from)).toBeGreaterThanOrEqual(days * 86_400_000);
      }),
    );
  });
});

const standing = (record: CaseRecord, now: string) =>
  standingReminders(record, usualPolicy, now).map(({ timer, level, owners }) => [timer, level, ...owners]);

describe(standingReminders, () => {
  // The story is told at noon of Monday, 23 November 2026.
  it.each<[string, CaseRecord, string, unknown[]]>([
    ['nobody at once', before('triage'), '2026-11-23T12:00:00Z', []],
    [
      'who owes the step, before it is late',
      before('triage'),
      '2026-11-24T07:00:00Z',
      [['referred', 'due', 'coordinator']],
    ],
    [
      'others besides, when it is late',
      before('triage'),
      '2026-11-24T13:00:00Z',
      [['referred', 'overdue', 'coordinator', 'chair']],
    ],
    ['nobody of what is done', before('prepare'), '2026-11-24T13:00:00Z', []],
    [
      'who signs',
      before('sign'),
      '2026-11-25T13:00:00Z',
      [['recommended', 'overdue', 'chair', 'coordinator']],
    ],
    [
      'who decides, of the decision alone once the letter is acknowledged',
      before('decide'),
      '2026-12-08T00:00:00Z',
      [['decision', 'overdue', 'referrer', 'coordinator']],
    ],
    ['who follows up', told(story), '2027-01-05T00:00:00Z', [['follow-up:6', 'due', 'referrer']]],
    ['nobody of a new case', newCase('c'), '2030-01-01T00:00:00Z', []],
  ])('tells %s', (_, record, now, expected) => {
    expect(standing(record, now)).toEqual(expected);
  });

  const task: Told = [
    'ben',
    'coordinator',
    {
      kind: 'add-task',
      task: { id: 'rna', title: 'RNA panel', owner: 'lab', dueOn: '2026-11-24', awaited: true },
    },
  ];
  it('tells of a task on its day and after, until it is done', () => {
    const open = told([task], before('prepare'));
    expect(standing(open, '2026-11-23T23:59:59Z')).toEqual([]);
    expect(standing(open, '2026-11-24T00:00:00Z')).toEqual([['task:rna', 'due', 'lab']]);
    expect(standing(open, '2026-11-25T00:00:00Z')).toContainEqual([
      'task:rna',
      'overdue',
      'lab',
      'coordinator',
    ]);
    const done = told([['ben', 'lab', { kind: 'finish-task', task: 'rna' }]], open);
    expect(standing(done, '2026-11-25T00:00:00Z').map(([timer]) => timer)).not.toContain('task:rna');
  });

  it('asks for the outcome until somebody has looked, and not of the dead', () => {
    const followed = told(story);
    const seen = (on: string, kind: 'visit' | 'missed' | 'death'): CaseRecord => ({
      ...followed,
      followUp: [kind === 'visit' ? { kind, on, ecog: 1, version: 99 } : { kind, on, version: 99 }],
    });
    const at = '2027-03-20T00:00:00Z';
    expect(standing(followed, at).map(([timer]) => timer)).toEqual(['follow-up:6', 'follow-up:13']);
    expect(standing(seen('2027-01-04', 'visit'), at).map(([timer]) => timer)).toEqual(['follow-up:13']);
    expect(standing(seen('2027-02-20', 'missed'), at)).toEqual([]);
    expect(standing(seen('2027-01-04', 'death'), at)).toEqual([]);
  });

  it('is never overdue before it is due', () => {
    for (const [, , step] of story) {
      const reminders = remindersOf(before(step.kind), usualPolicy);
      const instant = (timer: string, level: string) =>
        Date.parse(reminders.find((one) => one.timer === timer && one.level === level)?.at ?? '');
      for (const { timer } of reminders)
        expect(instant(timer, 'due')).toBeLessThan(instant(timer, 'overdue'));
    }
  });
});
