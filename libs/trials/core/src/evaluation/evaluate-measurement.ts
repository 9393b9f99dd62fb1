import type { Answer, Measurement } from '@consilium/clinical';
import { dayOf, type Day } from '../calendar.js';
import type { MeasurementCriterion } from '../language/clinical-criterion.js';
import { convertUnit } from './convert-unit.js';
import type { Evaluate } from './evaluate-leaf.js';
import { open, settled, type Change, type Judged } from './judged.js';
import { compute, partsOfTest, type Computed } from './measurement/computed-measurement.js';
import { factsOf, type AskedMeasurement } from './measurement/measurement-facts.js';
import { questionsOf } from './measurement/measurement-questions.js';
import { nameOf } from './measurement/measurement-tests.js';
import {
  inLimits,
  newestFinalDay,
  nextDay,
  valueIn,
  type Measurements,
} from './measurement/newest-values.js';
import { judgeRange } from './measurement/within-bounds.js';

const none: Measurements = [];

/**
 * The newest final value on or before the date asked, if it is no older than `withinDays`. A newer one that is pending,
 * failed or not done does not take its place. Two values of one day that lead to different answers leave it open, as does
 * a value beyond what the method measures unless the answer is sure. INR and Child-Pugh need no unit; everything else does.
 *
 * Computed where not reported: creatinine clearance (Cockcroft-Gault), QTcF (Fridericia), body mass index. A reported
 * clearance that can be read goes before a computed one; of QTcF and body mass index, the newer does.
 */
export const evaluateMeasurement: Evaluate<'measurement'> = (criterion, patient, on) => {
  const { test, withinDays = Infinity } = criterion;
  const measurements = patient.facts?.measurements ?? none;
  const oldest = on - withinDays;
  const byFormula = test === 'creatinine-clearance' && criterion.method === 'Cockcroft-Gault';
  const day = byFormula ? -Infinity : newestFinalDay(measurements, test, on);
  const stands = day >= oldest && day !== -Infinity;
  const reported: Verdict = stands ? judgeReported(criterion, measurements, day) : 'unknown';
  const asked = { criterion, facts: patient.facts, on };
  if (partsOfTest[test] === undefined || criterion.method === 'measured')
    return conclude(asked, reported, day);

  const found = compute(test, patient.facts, on);
  if (found === undefined || found.day < oldest) return conclude(asked, reported, day);
  const newer = !stands || found.day > day;
  const useComputed =
    test === 'creatinine-clearance'
      ? (reported === 'unknown' && found.day >= day) || (reported === 'contradictory' && newer)
      : newer || (reported === 'unknown' && found.day === day);
  return !stands || useComputed
    ? conclude(asked, judgeComputed(criterion, found), found.day, found)
    : conclude(asked, reported, day);
};

/** `contradictory`: values of the same day lead to different answers. */
type Verdict = Answer | 'contradictory';

function judgeReported(criterion: MeasurementCriterion, measurements: Measurements, on: Day): Verdict {
  let verdict: Verdict | undefined;
  for (const measurement of measurements) {
    if (measurement.test !== criterion.test || measurement.state !== 'final' || dayOf(measurement.on) !== on)
      continue;
    const answer = judgeValue(criterion, measurement);
    if (verdict === undefined) verdict = answer;
    else if (verdict !== answer) return 'contradictory';
  }
  return verdict ?? 'unknown';
}

function judgeValue(criterion: MeasurementCriterion, measurement: Measurement): Answer {
  const { unit } = criterion;
  const value = unit === 'ULN' || unit === 'LLN' ? inLimits(measurement, unit) : valueIn(measurement, unit);
  if (Number.isNaN(value)) return 'unknown';
  const { bound } = measurement;
  return judgeRange(
    criterion,
    bound === 'less-than' ? 0 : value,
    bound === 'greater-than' ? Infinity : value,
    bound,
  );
}

function judgeComputed(criterion: MeasurementCriterion, { low, high, unit }: Computed): Answer {
  const least = convertUnit(low, unit, criterion.unit, criterion.test);
  const most = convertUnit(high, unit, criterion.unit, criterion.test);
  return least === undefined || most === undefined ? 'unknown' : judgeRange(criterion, least, most);
}

function conclude(asked: AskedMeasurement, verdict: Verdict, day: Day, computed?: Computed): Judged {
  const { criterion } = asked;
  const answer = verdict === 'contradictory' ? 'unknown' : verdict;
  const expires = answer === 'unknown' ? Infinity : day + (criterion.withinDays ?? Infinity);
  const last = Math.min(expires, nextOf(asked) - 1);
  const holdsUntil = last === Infinity ? undefined : last;
  if (answer === 'unknown')
    return open(
      () => ({
        facts: factsOf(asked, day, computed),
        missing: questionsOf(asked, verdict === 'contradictory', computed),
      }),
      holdsUntil,
    );
  return settled(
    answer,
    () => ({ facts: factsOf(asked, day, computed), change: changeOf(criterion) }),
    holdsUntil,
  );
}

/** The day on which a measurement already recorded, but later than the date asked, comes into play. */
function nextOf({ criterion: { test }, facts, on }: AskedMeasurement): Day {
  const measurements = facts?.measurements ?? none;
  let next = nextDay(measurements, test, on);
  for (const part of partsOfTest[test] ?? []) next = Math.min(next, nextDay(measurements, part, on));
  return next;
}

const changeOf = ({ test }: MeasurementCriterion): Change =>
  test === 'height'
    ? { kind: 'fixed' }
    : { kind: 'possible', how: `${nameOf(test)} may change with time or treatment; a newer value counts.` };
