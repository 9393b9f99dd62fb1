import { answerForDrug, gravest, type GateAnswer } from './gate-answer.js';
import { gateByGenes } from './gate-by-genes.js';
import { gateByInteractions } from './gate-by-interactions.js';
import type { GateDraft, GateFacts, GateTables } from './gate-facts.js';

/**
 * The safety gate: what stands against a draft recommendation by the patient's pharmacogenes and medication, for each drug
 * and for the whole. Drugs of the draft count as medication of one another. Silence is never an answer: what is not known
 * is `unknown` and names what would settle it.
 */
export function askGate(draft: GateDraft, facts: GateFacts, tables: GateTables): GateAnswer {
  const drugs = draft.drugs.map((drug) =>
    answerForDrug(drug, [
      gateByGenes(drug, draft, facts, tables),
      gateByInteractions(drug, draft, facts, tables.interactions),
    ]),
  );
  return {
    outcome: drugs.length === 0 ? 'unknown' : gravest(drugs.map(({ outcome }) => outcome)),
    drugs,
    settledBy: [...new Set(drugs.flatMap(({ settledBy }) => settledBy))],
  };
}
