export { AccessModule, type AccessOptions } from './access.module.js';
export { daysAfterMeeting, type PatientOf } from './care.js';
export { beginCare, endCareFrom, isTreated, seesPatient, type NewCare } from './care.store.js';
export { notYours } from './refusals.js';
export { treatByOpening } from './treat-by-opening.js';
export { treatedBy } from './treated-by.js';
export { exposeAllAgain, protectAllByCare, type BoundTables } from './protect-by-care.js';
export { CreateCare1764310000000 } from './migrations/1764310000000-create-care.js';
