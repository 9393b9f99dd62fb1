/** What tests ask about trials, as a workbench would. */

export const trialsForPatient = `query ($hospital: String!, $patient: String!, $on: String, $nearMisses: Int! = 0) {
  answer: trialsForPatient(hospital: $hospital, patient: $patient, on: $on, nearMisses: $nearMisses) {
    on holdsUntil basis
    unlockList { act kind from opens helps questions { key text state effort } }
    trials {
      verdict
      trial { id title status }
      cohorts {
        cohort verdict eligibleFrom recovery slots
        settledBy { questions { key text state effort on } }
        blockers { isMet criterion { asks answer } }
        criteria { kind asks answer holdsUntil facts { text value on source } }
      }
    }
  }
}`;
const lineFields =
  'id state version verdict change assignee patient trialId failedCriterion consentedOn steps { version state by on note }';
export const worklist = `query ($filter: WorklistFilter) {
  answer: trialWorklist(filter: $filter) { nodes { ${lineFields} } pageInfo { hasNextPage } } }`;
export const patientsForTrial = `query ($trial: ID!, $verdicts: [TrialVerdict!]! = [ELIGIBLE, POSSIBLE]) {
  answer: patientsForTrial(trial: $trial, verdicts: $verdicts) {
    nodes { patient hospital verdict cohorts { cohort verdict since } } pageInfo { hasNextPage } } }`;
export const funnel = `... on Feasibility { trial on cohorts { cohort asked eligible possible notEligible
    steps { criterion met unknown notMet lost lostOnlyHere left } } }
  ... on FeasibilityRefused { problems { code place message remedy } }`;
export const step = (name: string, args = '', given = '') =>
  `mutation ($line: ID!, $version: Int!${args}) {
     answer: ${name}(line: $line, expectedVersion: $version${given}) {
       ... on WorklistLine { ${lineFields} } ... on WorklistRefused { problem { code place message remedy } } } }`;
export const reserve = `mutation ($line: ID!, $cohort: ID, $until: String!) {
  answer: reservePlace(line: $line, arm: "A", cohort: $cohort, until: $until) {
    ... on PlaceReservation { number heldUntil state } ... on WorklistRefused { problem { code message remedy } } } }`;
export const places = `{ answer: cohortPlaces(trial: "EXAMPLE-1") { cohort places held taken free nextFreeAfter } }`;
