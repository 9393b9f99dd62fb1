/** What a field costs beside what is below it. */
export interface FieldCost {
  /** Points for the question itself. Each object of its answer costs 1, text and numbers nothing. */
  readonly points?: number;
  /** How many members its list has, as a rule. */
  readonly members?: number;
  /** The argument that says how many members are asked for. */
  readonly sizedBy?: string;
}

/** Members of a list of which nothing is said here. */
export const usualMembers = 3;

/**
 * What is dearer, longer or shorter than usual. A page has as many members as its argument `first` says, so its `edges`
 * and `nodes` count once.
 */
export const fieldCosts: Readonly<Record<string, FieldCost>> = {
  // Matching or interpretation at the moment of the question.
  'Query.trialsForPatient': { points: 200 },
  'Query.patientsForTrial': { points: 50 },
  'Query.trialFeasibility': { points: 1000 },
  'Query.protocolFeasibility': { points: 1000 },
  'Query.profileMeaning': { points: 200 },
  'Query.safetyGate': { points: 100 },
  'Query.knowledgeComparison': { points: 500 },
  'Query.trialsComparison': { points: 500 },
  // Statements of their own, for each parent.
  'Case.journal': { points: 5, members: 20 },
  'Case.work': { points: 2 },
  // Pages.
  'Query.profile': { sizedBy: 'smallVariantsFirst' },
  'CaseConnection.edges': { members: 1 },
  'PatientOfTrialConnection.nodes': { members: 1 },
  'TrialConnection.nodes': { members: 1 },
  'WorklistConnection.nodes': { members: 1 },
  // Long lists.
  'MolecularProfile.removedVariants': { members: 100 },
  'MolecularProfile.smallVariants': { members: 10 },
  'MolecularProfile.observations': { members: 20 },
};
