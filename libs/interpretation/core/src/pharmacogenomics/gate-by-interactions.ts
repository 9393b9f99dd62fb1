import { assertUnreachable } from '@consilium/kernel';
import type { InteractionConsequence, InteractionTables } from '@consilium/knowledge-core';
import type { GateDraft, GateFacts } from './gate-facts.js';
import { findInteractions, plain } from './find-interactions.js';
import { sourceOf, type GateOutcome, type GatePart, type GateReason } from './gate-answer.js';

/** What the medication, and the rest of the draft, mean for one drug by its label. */
export function gateByInteractions(
  drug: string,
  { drugs }: GateDraft,
  { medication = 'not-stated' }: GateFacts,
  tables: InteractionTables,
): GatePart {
  const stated = medication === 'not-stated' ? [] : medication;
  const others = [...stated, ...drugs].filter((other) => plain(other) !== plain(drug));
  const { interactions, notInTable } = findInteractions(drug, others, tables);
  const reasons: GateReason[] = interactions.map((found) => ({
    outcome: outcomeOf(found.consequence),
    basis: 'interaction',
    text: `${found.other}: ${found.text}`,
    with: found.other,
    role: 'decides',
    ...sourceOf(found, tables.sources),
  }));
  const settledBy: string[] = [];
  for (const name of notInTable) {
    reasons.push(notKnown(`${name} is not in the interaction table.`));
    settledBy.push(`the label of ${name}`);
  }
  if (medication === 'not-stated') {
    reasons.push(notKnown('The medication is not stated, so interactions are not excluded.'));
    settledBy.push('the list of what the patient takes');
  }
  return { reasons, settledBy };
}

const notKnown = (text: string): GateReason => ({
  outcome: 'unknown',
  basis: 'interaction',
  text,
  role: 'decides',
});

function outcomeOf(consequence: InteractionConsequence): GateOutcome {
  switch (consequence) {
    case 'avoid':
      return 'avoid';
    case 'dose':
    case 'schedule':
      return 'dose';
    case 'monitor':
      return 'ok';
    default:
      return assertUnreachable(consequence);
  }
}
