import { fail, succeed, type Problem, type Result } from '@consilium/kernel';
import { applyEntry } from './apply-entry.js';
import type { CaseFacts } from './case-facts.js';
import type { CaseRecord } from './case-record.js';
import type { CaseStep } from './case-step.js';
import { obstacle, type Actor } from './guards.js';
import type { JournalEntry } from './journal.js';
import { refusal } from './refusal.js';
import { stepTable } from './step-table.js';

export interface StepContext {
  readonly actor: Actor;
  /** The version of the case the step was decided on. */
  readonly expectedVersion: number;
  /** ISO instant. */
  readonly at: string;
  readonly facts: CaseFacts;
  /** Hash of the facts. */
  readonly snapshot: string;
}

export interface Advanced {
  readonly record: CaseRecord;
  readonly entry: JournalEntry;
}

/** The case after a step, with its entry in the journal; or why the step cannot be taken. */
export function advanceCase(
  record: CaseRecord,
  step: CaseStep,
  { actor, expectedVersion, at, facts, snapshot }: StepContext,
): Result<Advanced, Problem> {
  const rule = stepTable[step.kind];
  if (!rule.by.includes(actor.role))
    return fail(
      refusal(
        'ROLE_MAY_NOT',
        '',
        `The role ${actor.role} may not ${step.kind}.`,
        `It is for: ${rule.by.join(', ')}.`,
      ),
    );
  if (record.version !== expectedVersion)
    return fail(
      refusal(
        'STALE_CASE',
        '/expectedVersion',
        `The case was changed meanwhile: it is ${record.state} in version ${String(record.version)}.`,
        'Look at what was done, and decide again.',
      ),
    );
  if (!rule.from.includes(record.state))
    return fail(
      refusal(
        'STEP_NOT_POSSIBLE',
        '',
        `A case that is ${record.state} cannot take the step ${step.kind}.`,
        `It can be taken from: ${rule.from.join(', ')}.`,
      ),
    );
  const problem = obstacle(step.kind, { record, step, actor, facts, today: at.slice(0, 10) });
  if (problem !== undefined) return fail(problem);
  const entry: JournalEntry = {
    version: record.version + 1,
    step,
    by: actor.id,
    role: actor.role,
    at,
    snapshot,
  };
  return succeed({ record: applyEntry(record, entry), entry });
}
