import { describe, expect, it } from '@jest/globals';
import type { Arm, Trial, TrialStatus } from '../language/trial.js';
import { prospectiveTrials } from './prospective-trials.js';

const trial = (status: TrialStatus, arms: readonly Arm[]): Trial => ({
  id: 'T',
  title: 'T',
  status,
  statusOn: '2026-11-01',
  source: { kind: 'local', reference: 'r', retrievedOn: '2026-11-01' },
  arms,
});
const arm = (id: string, status?: TrialStatus): Arm => ({
  id,
  name: id,
  ...(status === undefined ? {} : { status }),
});

describe('trials to be kept in view', () => {
  it.each<[TrialStatus, boolean]>([
    ['draft', false],
    ['not-yet-open', true],
    ['open', true],
    ['enrolling-by-invitation', true],
    ['suspended', true],
    ['closed', false],
    ['completed', false],
    ['terminated', false],
    ['withdrawn', false],
    ['unknown', true],
  ])('are %s: %s', (status, kept) => {
    expect(prospectiveTrials([trial(status, [arm('A')])])).toHaveLength(kept ? 1 : 0);
  });

  it('keep only the arms and cohorts that enrol or may', () => {
    const cohorts = [
      { id: 'C1', name: 'C1', status: 'closed' as const },
      { id: 'C2', name: 'C2' },
    ];
    const [kept] = prospectiveTrials([
      trial('open', [
        arm('A', 'closed'),
        { ...arm('B'), cohorts },
        { ...arm('C'), cohorts: cohorts.slice(0, 1) },
      ]),
    ]);
    expect(kept?.arms.map(({ id, cohorts: parts }) => [id, parts?.map((one) => one.id)])).toEqual([
      ['B', ['C2']],
    ]);
  });

  it('are gone with their last open arm', () => {
    expect(prospectiveTrials([trial('open', [arm('A', 'completed')])])).toEqual([]);
  });
});
