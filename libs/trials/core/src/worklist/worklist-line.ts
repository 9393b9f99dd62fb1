import { fail, isDay, succeed, type Problem, type Result } from '@consilium/kernel';

export const lineStates = [
  'new',
  'contacted',
  'screening',
  'consented',
  'enrolled',
  'screen-failed',
  'declined',
] as const;
export type LineState = (typeof lineStates)[number];

/** What a coordinator does about a patient and a trial. Dates are ISO dates. */
export type LineStep =
  | { readonly kind: 'contact'; readonly note?: string }
  | { readonly kind: 'screen' }
  | { readonly kind: 'consent'; readonly on: string }
  | { readonly kind: 'enrol'; readonly on: string; readonly arm: string; readonly cohort?: string }
  /** `criterion`: its id or words, as the trial has it. */
  | { readonly kind: 'screen-fail'; readonly criterion: string; readonly reason: string }
  | { readonly kind: 'decline'; readonly reason: string };

export type LineStepKind = LineStep['kind'];

/** Which state a step leads to, and from which it may be taken. A new contact begins again after failure or refusal. */
export const stepTable: Readonly<
  Record<LineStepKind, { readonly to: LineState; readonly from: readonly LineState[] }>
> = {
  contact: { to: 'contacted', from: ['new', 'screen-failed', 'declined'] },
  screen: { to: 'screening', from: ['contacted', 'consented'] },
  consent: { to: 'consented', from: ['contacted', 'screening'] },
  enrol: { to: 'enrolled', from: ['consented', 'screening'] },
  'screen-fail': { to: 'screen-failed', from: ['new', 'contacted', 'screening', 'consented'] },
  decline: { to: 'declined', from: ['new', 'contacted', 'screening', 'consented'] },
};

/** One patient and one trial on a coordinator's list. */
export interface WorklistLine {
  readonly state: LineState;
  /** Grows with every step; a step names the one it was decided on. */
  readonly version: number;
  /** Of this attempt: a new contact after failure or refusal asks for consent again. */
  readonly consentedOn?: string;
  readonly enrolled?: { readonly on: string; readonly arm: string; readonly cohort?: string };
  readonly failedCriterion?: string;
}

export const newLine: WorklistLine = { state: 'new', version: 1 };

const shortestReason = 3;

/** The line after a step, or why it cannot be taken. `today` is an ISO date. */
export function advanceLine(
  line: WorklistLine,
  step: LineStep,
  expectedVersion: number,
  today: string,
): Result<WorklistLine, Problem> {
  const problem = conflict(line, expectedVersion) ?? obstacle(line, step, today);
  return problem === undefined ? succeed(after(line, step)) : fail(problem);
}

const conflict = (line: WorklistLine, expected: number): Problem | undefined =>
  line.version === expected
    ? undefined
    : refusal(
        'STALE_LINE',
        '/expectedVersion',
        `The line was changed meanwhile: it is ${line.state} in version ${String(line.version)}.`,
        'Look at what was done, and decide again.',
      );

function obstacle(line: WorklistLine, step: LineStep, today: string): Problem | undefined {
  const { from, to } = stepTable[step.kind];
  if (!from.includes(line.state))
    return refusal(
      'STEP_NOT_POSSIBLE',
      '',
      `From ${line.state} there is no way to ${to}.`,
      `It leads there from: ${from.join(', ')}.`,
    );
  switch (step.kind) {
    case 'contact':
    case 'screen':
      return undefined;
    case 'consent':
      return noFuture(step.on, today);
    case 'enrol':
      if (line.consentedOn === undefined)
        return refusal('NO_CONSENT', '', 'No consent is recorded.', 'Record the consent first.');
      if (step.on < line.consentedOn)
        return refusal('BEFORE_CONSENT', '/on', 'lies before the consent.', 'Correct the date.');
      return noFuture(step.on, today);
    case 'screen-fail':
      return step.criterion.trim() === ''
        ? refusal('NO_CRITERION', '/criterion', 'is empty.', 'Name the criterion that was not met.')
        : noReason(step.reason);
    case 'decline':
      return noReason(step.reason);
  }
}

const noReason = (reason: string): Problem | undefined =>
  reason.trim().length >= shortestReason
    ? undefined
    : refusal('NO_REASON', '/reason', 'is missing or too short.', 'Say why in a few words.');

function noFuture(on: string, today: string): Problem | undefined {
  if (!isDay(on)) return refusal('NO_DATE', '/on', 'is no date.', 'Write it as 2026-11-23.');
  return on > today
    ? refusal('DATE_IN_FUTURE', '/on', 'lies in the future.', 'Record it when it has happened.')
    : undefined;
}

function after(line: WorklistLine, step: LineStep): WorklistLine {
  const { to } = stepTable[step.kind];
  const next: WorklistLine = { state: to, version: line.version + 1 };
  const consent = line.consentedOn === undefined ? {} : { consentedOn: line.consentedOn };
  switch (step.kind) {
    case 'contact':
      return next;
    case 'screen':
    case 'decline':
      return { ...next, ...consent };
    case 'consent':
      return { ...next, consentedOn: step.on };
    case 'enrol': {
      const { on, arm, cohort } = step;
      return { ...next, ...consent, enrolled: { on, arm, ...(cohort === undefined ? {} : { cohort }) } };
    }
    case 'screen-fail':
      return { ...next, ...consent, failedCriterion: step.criterion.trim() };
  }
}

const refusal = (code: string, place: string, message: string, remedy: string): Problem => ({
  code: `TRIALS.${code}`,
  place,
  message,
  remedy,
});
