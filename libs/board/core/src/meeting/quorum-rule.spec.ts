import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { quorumLacks, specialties, type Attendance, type QuorumRule } from './quorum-rule.js';

const rule: QuorumRule = {
  clauses: [
    { specialty: 'medical-oncologist', atLeast: 2 },
    { specialty: 'molecular-pathologist', atLeast: 1 },
    { specialty: 'geneticist', atLeast: 1, onCall: true },
    { specialty: 'organ-specialist', atLeast: 1, forTissues: ['Lung'] },
  ],
  members: 3,
};
const at = (
  person: string,
  specialty: Attendance['specialties'][number],
  presence: Attendance['presence'] = 'in-room',
): Attendance => ({ person, specialties: [specialty], presence });
const table = [
  at('ada', 'medical-oncologist'),
  at('finn', 'medical-oncologist', 'remote'),
  at('chen', 'molecular-pathologist'),
  at('gina', 'geneticist', 'on-call'),
];

describe('a quorum', () => {
  it.each<[string, readonly Attendance[], readonly string[], string | undefined, readonly string[]]>([
    ['is met, a geneticist on call among it', table, [], 'Breast', []],
    ['asks for the organ only of its tissue', table, [], 'Lung', ['1 × organ specialist']],
    [
      'does not count who is recused',
      table,
      ['ada'],
      'Breast',
      ['1 × medical oncologist', '1 more of 3 members'],
    ],
    [
      'does not count on call where presence is asked',
      [...table.slice(0, 2), at('chen', 'molecular-pathologist', 'on-call'), at('gina', 'geneticist')],
      [],
      undefined,
      ['1 × molecular pathologist'],
    ],
    [
      'lacks everything at an empty table',
      [],
      [],
      'Lung',
      [
        '2 × medical oncologist',
        '1 × molecular pathologist',
        '1 × geneticist',
        '1 × organ specialist',
        '3 more of 3 members',
      ],
    ],
  ])('%s', (_, attendance, recused, tissue, lacks) => {
    expect(quorumLacks(rule, attendance, { recused, ...(tissue === undefined ? {} : { tissue }) })).toEqual(
      lacks,
    );
  });

  const people = fc.uniqueArray(
    fc.record({
      person: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
      specialties: fc.subarray([...specialties]),
      presence: fc.constantFrom('in-room' as const, 'remote' as const, 'on-call' as const),
    }),
    { selector: ({ person }) => person },
  );
  const isMet = (attendance: readonly Attendance[], recused: readonly string[]): boolean =>
    quorumLacks(rule, attendance, { recused, tissue: 'Lung' }).length === 0;

  it('is never met by a recusal, nor lost by one more at the table', () => {
    fc.assert(
      fc.property(
        people,
        fc.subarray(['a', 'b', 'c']),
        fc.subarray([...specialties]),
        (some, recused, more) => {
          if (!isMet(some, [])) expect(isMet(some, recused)).toBe(false);
          const grown = [...some, { person: 'new', specialties: more, presence: 'in-room' as const }];
          if (isMet(some, recused)) expect(isMet(grown, recused)).toBe(true);
        },
      ),
    );
  });
});
