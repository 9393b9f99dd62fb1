import { knownRoles } from './find-interactions.js';
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
  // Another name of a drug must not hide its gene.
  const generic = draft.drugs.map((name) => knownRoles(name, tables.interactions)?.name ?? name);
  const named: GateDraft = { drugs: generic };
  const drugs = draft.drugs.map((name, index) => {
    const drug = generic[index] ?? name;
    return answerForDrug(name, [
      gateByGenes(drug, named, facts, tables),
      gateByInteractions(drug, named, facts, tables.interactions),
    ]);
  });
  return {
    outcome: drugs.length === 0 ? 'unknown' : gravest(drugs.map(({ outcome }) => outcome)),
    drugs,
    settledBy: [...new Set(drugs.flatMap(({ settledBy }) => settledBy))],
  };
}
