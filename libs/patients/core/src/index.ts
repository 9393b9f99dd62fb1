export { checkClinicalFacts, type FactsContext } from './check-clinical-facts.js';
export { daysOf, liesBefore } from './partial-date.js';
export { problem, type PatientsCode } from './patients.errors.js';
