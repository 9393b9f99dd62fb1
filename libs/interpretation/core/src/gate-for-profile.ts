import type { MolecularProfile, PatientFacts } from '@consilium/clinical';
import type { KnowledgeTables } from '@consilium/knowledge-core';
import { askGate } from './pharmacogenomics/ask-gate.js';
import type { GateAnswer, GateFacts, PharmacogeneResults } from './pharmacogenomics/index.js';
import { interpretPharmacogenes } from './pharmacogenomics/interpret-pharmacogenes.js';

/** The pharmacogenes of a profile; undefined where the report says nothing of them. */
export function pharmacogenesOf(
  profile: MolecularProfile,
  patient: PatientFacts | undefined,
  tables: KnowledgeTables,
): PharmacogeneResults | undefined {
  const { pharmacogenes, assay, status } = profile;
  if (pharmacogenes === undefined || status === 'cancelled') return undefined;
  const sex = patient?.sex;
  const setting = { build: assay.build, ...(sex === undefined ? {} : { sex }) };
  return interpretPharmacogenes(pharmacogenes, setting, tables.pharmacogenomics);
}

/** What stands against a regimen for this patient; whatever was not stated is not known, and said so. */
export function gateForProfile(
  drugs: readonly string[],
  pharmacogenes: PharmacogeneResults | undefined,
  patient: PatientFacts | undefined,
  tables: KnowledgeTables,
): GateAnswer {
  const facts: GateFacts = {
    pharmacogenes: pharmacogenes ?? 'not-tested',
    medication: patient?.medication ?? 'not-stated',
    ...(patient?.transfusedRecently === undefined ? {} : { transfusionRecently: patient.transfusedRecently }),
  };
  return askGate({ drugs }, facts, tables);
}

/** The sentence by which the gate speaks against a regimen; undefined unless it says `avoid`. */
export function contraindicationOf({ outcome, drugs }: GateAnswer): string | undefined {
  if (outcome !== 'avoid') return undefined;
  const reasons = drugs.flatMap((one) =>
    one.reasons.filter((reason) => reason.outcome === 'avoid' && reason.role === 'decides'),
  );
  return `Contraindicated: ${[...new Set(reasons.map(({ text }) => text))].join(' ')}`;
}
