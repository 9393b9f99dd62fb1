import type { Answer, PerformanceStatus } from '@consilium/clinical';
import { dateOf, dayOf, type Day } from '../calendar.js';
import type { PerformanceCriterion } from '../language/clinical-criterion.js';
import type { Evaluate } from './evaluate-leaf.js';
import { open, settled, type UsedFact } from './judged.js';
import { highestOn, isGrade, lowestOn } from './measurement/performance-scales.js';
import { judgeRange } from './measurement/within-bounds.js';
import type { Question } from './question.js';

const none: readonly PerformanceStatus[] = [];

/**
 * The newest performance status on or before the date asked, if no older than `withinDays`. Where that day has none on the
 * scale asked, ECOG and Karnofsky stand for each other (see `lowestOn`). Grades of one day that lead to different answers,
 * and grades their scale does not have, leave it open.
 */
export const evaluatePerformance: Evaluate<'performance'> = (criterion, patient, on) => {
  const statuses = patient.facts?.performance ?? none;
  const { withinDays = Infinity } = criterion;
  let day = -Infinity;
  let next = Infinity;
  for (const status of statuses) {
    const at = dayOf(status.on);
    if (at > on) next = Math.min(next, at);
    else if (at > day) day = at;
  }
  const stands = day !== -Infinity && on - day <= withinDays;
  const answer = stands ? judgeDay(criterion, statuses, day) : 'unknown';
  const last = Math.min(next - 1, answer === 'unknown' ? Infinity : day + withinDays);
  const holdsUntil = last === Infinity ? undefined : last;
  const facts = () =>
    statuses.filter((status) => dayOf(status.on) === day).map((each) => factOf(criterion, each));
  if (answer === 'unknown')
    return open(
      () => ({ facts: facts(), missing: [questionOf(criterion, facts(), statuses, { day, on, stands })] }),
      holdsUntil,
    );
  return settled(
    answer,
    () => ({
      facts: facts(),
      change: { kind: 'possible', how: 'Performance status may change with time or treatment.' },
    }),
    holdsUntil,
  );
};

function judgeDay(criterion: PerformanceCriterion, statuses: readonly PerformanceStatus[], day: Day): Answer {
  const { scale } = criterion;
  let direct: Answer | undefined;
  let converted: Answer | undefined;
  for (const status of statuses) {
    if (dayOf(status.on) !== day) continue;
    const low = lowestOn(scale, status);
    const answer = Number.isNaN(low) ? 'unknown' : judgeRange(criterion, low, highestOn(scale, status));
    if (status.scale === scale) direct = direct === undefined || direct === answer ? answer : 'unknown';
    // A child's Lansky grade says nothing on the others' scales, and takes nothing from what they say.
    else if (scale !== 'Lansky' && status.scale !== 'Lansky')
      converted = converted === undefined || converted === answer ? answer : 'unknown';
  }
  return direct ?? converted ?? 'unknown';
}

function factOf({ scale }: PerformanceCriterion, status: PerformanceStatus): UsedFact {
  const { value, on, source } = status;
  const low = lowestOn(scale, status);
  const high = highestOn(scale, status);
  const told =
    status.scale === scale || Number.isNaN(low)
      ? ''
      : ` (${scale} ${low === high ? String(low) : `${String(low)} to ${String(high)}`} by the ECOG-ACRIN table)`;
  return {
    text: `${status.scale} performance status`,
    value: `${String(value)}${told}`,
    on: on.slice(0, 10),
    ...(source === undefined ? {} : { source }),
  };
}

interface Situation {
  readonly day: Day;
  readonly on: Day;
  readonly stands: boolean;
}

function questionOf(
  { scale, withinDays }: PerformanceCriterion,
  facts: readonly UsedFact[],
  statuses: readonly PerformanceStatus[],
  { day, on, stands }: Situation,
): Question {
  const newest = statuses.filter((status) => dayOf(status.on) === day);
  const impossible = newest.find(({ scale: of, value }) => !isGrade(of, value));
  const given = facts.map(({ text, value }) => `${text} ${value ?? ''}`).join(', ');
  const why =
    day === -Infinity
      ? 'none recorded'
      : !stands
        ? `the last is from ${dateOf(day)}, ${String(on - day)} days old; at most ${String(withinDays)} count`
        : impossible !== undefined
          ? `${impossible.scale} has no grade ${String(impossible.value)}, stated on ${dateOf(day)}`
          : `not settled by what is known of ${dateOf(day)}: ${given}`;
  return { key: 'ask:performance-status', effort: 'ask', text: `${scale} performance status (${why})` };
}
