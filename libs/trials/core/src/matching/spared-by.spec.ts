import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { dayOf } from '../calendar.js';
import type { Trial } from '../language/trial.js';
import { admits, codesOf } from './admitted-diagnoses.js';
import { compileTrials } from './compile-trials.js';
import { patients, references, trials } from './example-patients.fixture.js';
import { latestDayOf } from './latest-day-of.js';
import { createMatcher } from './match-patient.js';
import { sparedBy } from './spared-by.js';

/** After everything that is recorded of the patients. */
const on = '2028-01-01';

/** Most trials are about some kinds of tumour. */
const kinds = fc.constantFrom(['NSCLC'], ['COADREAD'], ['MEL', 'BREAST']);
const trialsOfTumours = (id: string): fc.Arbitrary<Trial> =>
  fc.tuple(trials(id), kinds).map(([{ eligibility, ...trial }, within]) => ({
    ...trial,
    eligibility: { all: [{ tumourType: { within } }, ...(eligibility === undefined ? [] : [eligibility])] },
  }));
const lists = fc.tuple(
  ...['T1', 'T2', 'T3'].map((id) =>
    fc.option(fc.oneof(trials(id), trialsOfTumours(id)), { nil: undefined, freq: 5 }),
  ),
);
const present = (list: readonly (Trial | undefined)[]): readonly Trial[] =>
  list.filter((trial) => trial !== undefined);

describe('whom a change of trials spares', () => {
  it('is nobody whose matches are others after it', () => {
    let sparedOnce = 0;
    fc.assert(
      fc.property(lists, lists, fc.subarray([0, 1, 2]), patients('P'), (before, changes, where, patient) => {
        const after = before.map((trial, index) => (where.includes(index) ? changes[index] : trial));
        const spared = sparedBy(present(before), present(after), references.tumourTypes);
        const matchesOf = (list: readonly Trial[]) =>
          createMatcher(compileTrials(list), references).match(patient, on).matches;
        const standing = matchesOf(present(before));
        const codes = codesOf(patient);
        const isSpared =
          codes.length === 1 &&
          codes.every((code) => spared.diagnoses.includes(code)) &&
          latestDayOf(patient) <= dayOf(on) &&
          !standing.some(({ trial }) => spared.trials.includes(trial));
        if (!isSpared) return;
        sparedOnce += spared.trials.length > 0 ? 1 : 0;
        expect(matchesOf(present(after))).toEqual(standing);
      }),
      { numRuns: 1_000 },
    );
    expect(sparedOnce).toBeGreaterThan(50);
  });

  it('is everyone without a match where trials only go, and everyone at all where nothing changes', () => {
    const trial: Trial = {
      id: 'T',
      title: 'T',
      status: 'open',
      statusOn: '2026-11-01',
      source: { kind: 'local', reference: 'r', retrievedOn: '2026-11-01' },
      eligibility: { tumourType: { within: ['NSCLC'] } },
      arms: [{ id: 'A', name: 'A' }],
    };
    const { tumourTypes } = references;
    expect(sparedBy([trial], [], tumourTypes)).toEqual({ trials: ['T'], diagnoses: tumourTypes.diagnoses });
    expect(sparedBy([trial], [trial], tumourTypes)).toEqual({ trials: [], diagnoses: tumourTypes.diagnoses });
    const added = sparedBy([], [trial], tumourTypes);
    expect(added.diagnoses).toContain('COAD');
    expect(added.diagnoses).not.toContain('LUAD');
    expect(tumourTypes.isDiagnosis('LUAD')).toBe(true);
  });

  it('is nobody whose record and report name different tumours, of which a trial may ask both', () => {
    const both: Trial = {
      id: 'T',
      title: 'T',
      status: 'open',
      statusOn: '2026-11-01',
      source: { kind: 'local', reference: 'r', retrievedOn: '2026-11-01' },
      eligibility: { all: [{ tumourType: { within: ['MEL'] } }, { tumourType: { within: ['LUAD'] } }] },
      arms: [{ id: 'A', name: 'A' }],
    };
    const { tumourTypes } = references;
    expect(admits(both, ['MEL'], tumourTypes)).toBe(false);
    expect(admits(both, ['LUAD'], tumourTypes)).toBe(false);
    expect(admits(both, ['LUAD', 'MEL'], tumourTypes)).toBe(true);
    expect(admits(both, ['LUAD', 'COAD'], tumourTypes)).toBe(false);
    expect(admits(both, [], tumourTypes)).toBe(true);
  });
});
