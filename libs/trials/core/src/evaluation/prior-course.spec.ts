import { describe, expect, it } from '@jest/globals';
import type { TherapyCourse } from '@consilium/clinical';
import type { PriorTherapyCriterion } from '../language/clinical-criterion.js';
import { evaluatePriorTherapy } from './evaluate-prior-therapy.js';
import { asking, factsWith, systemic, today } from './therapies.fixture.js';

const ask = asking(evaluatePriorTherapy);
const listed = (courses: readonly Partial<TherapyCourse>[], completeOn?: string) =>
  factsWith({
    therapies: { entries: courses.map(systemic), ...(completeOn === undefined ? {} : { completeOn }) },
  });

type Row = readonly [
  name: string,
  criterion: PriorTherapyCriterion,
  courses: readonly Partial<TherapyCourse>[],
  complete: string | undefined,
  answer: string,
];

describe('A prior course', () => {
  it.each<Row>([
    ['recorded', { outcomes: ['intolerant'] }, [{ outcome: 'intolerant' }], undefined, 'met'],
    ['another of the end', { outcomes: ['intolerant'] }, [{ outcome: 'completed' }], today, 'not-met'],
    [
      'a response, which is silent on the end',
      { outcomes: ['intolerant'] },
      [{ outcome: 'responded' }],
      today,
      'unknown',
    ],
    [
      'an end, which is silent on the response',
      { outcomes: ['responded'] },
      [{ outcome: 'progressed' }],
      today,
      'unknown',
    ],
    [
      'a best response beside the end',
      { outcomes: ['responded'] },
      [{ outcome: 'progressed', bestResponse: 'PR' }],
      today,
      'met',
    ],
    ['not recorded', { outcomes: ['progressed'] }, [{}], today, 'unknown'],
    ['unknown', { outcomes: ['progressed'] }, [{ outcome: 'unknown' }], today, 'unknown'],
    ['progression by its date', { outcomes: ['progressed'] }, [{ progressedOn: '2025' }], today, 'met'],
    ['a best response', { bestResponses: ['CR', 'PR'] }, [{ bestResponse: 'SD' }], today, 'not-met'],
    ['no best response', { bestResponses: ['CR'] }, [{}], today, 'unknown'],
    ['a response without its depth', { bestResponses: ['CR'] }, [{ outcome: 'responded' }], today, 'unknown'],
    ['a response of any depth', { bestResponses: ['CR', 'PR'] }, [{ outcome: 'responded' }], today, 'met'],
    ['no response at all', { bestResponses: ['PD'] }, [{ outcome: 'responded' }], today, 'not-met'],
  ])('judges the outcome: %s', (_name, criterion, courses, complete, answer) => {
    expect(ask(criterion, listed(courses, complete)).answer).toBe(answer);
  });

  const ended = { startedOn: '2025-01-10', endedOn: '2025-06-30' } as const;
  it.each<Row>([
    ['on, during it', { progressed: 'on' }, [{ ...ended, progressedOn: '2025-06-01' }], today, 'met'],
    ['on, by its outcome alone', { progressed: 'on' }, [{ ...ended, outcome: 'progressed' }], today, 'met'],
    [
      'on, found by a scan after the last dose',
      { progressed: 'on' },
      [{ ...ended, outcome: 'progressed', progressedOn: '2025-07-30' }],
      today,
      'met',
    ],
    [
      'on, with a date that does not fit',
      { progressed: 'on' },
      [{ ...ended, outcome: 'progressed', progressedOn: '2026-02-01' }],
      today,
      'unknown',
    ],
    [
      'on, when it came after',
      { progressed: 'on' },
      [{ ...ended, progressedOn: '2025-07-01' }],
      today,
      'not-met',
    ],
    [
      'on, when it was completed',
      { progressed: 'on' },
      [{ ...ended, outcome: 'completed' }],
      today,
      'not-met',
    ],
    ['on, when nothing is said', { progressed: 'on' }, [ended], today, 'unknown'],
    [
      'on, in the month of the end',
      { progressed: 'on' },
      [{ ...ended, endedOn: '2025-06-15', progressedOn: '2025-06' }],
      today,
      'unknown',
    ],
    ['after it', { progressed: 'on-or-after' }, [{ ...ended, progressedOn: '2026-06-01' }], today, 'met'],
    [
      'after it, of which nothing is said',
      { progressed: 'on-or-after' },
      [{ ...ended, outcome: 'completed' }],
      today,
      'unknown',
    ],
    [
      'not while it goes on',
      { progressed: 'on-or-after' },
      [{ startedOn: '2025', outcome: 'ongoing' }],
      today,
      'not-met',
    ],
    [
      'beyond which it goes on',
      { progressed: 'on' },
      [{ startedOn: '2025-01', ongoing: true, progressedOn: '2025-06-01' }],
      today,
      'met',
    ],
    [
      'within the days after',
      { progressed: { withinDaysOfEnd: 180 } },
      [{ ...ended, progressedOn: '2025-12-27' }],
      today,
      'met',
    ],
    [
      'later than the days after',
      { progressed: { withinDaysOfEnd: 180 } },
      [{ ...ended, progressedOn: '2025-12-28' }],
      today,
      'not-met',
    ],
    [
      'after the day asked',
      { progressed: 'on-or-after' },
      [{ ...ended, progressedOn: '2026-12-01' }],
      today,
      'not-met',
    ],
  ])('judges progression %s', (_name, criterion, courses, complete, answer) => {
    expect(ask(criterion, listed(courses, complete)).answer).toBe(answer);
  });
});
