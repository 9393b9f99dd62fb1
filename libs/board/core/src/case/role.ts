/** Roles of the board's work; `system` acts for what comes in by itself. */
export const caseRoles = [
  'referrer',
  'coordinator',
  'molecular-pathologist',
  'curator',
  'second-reviewer',
  'geneticist',
  'pharmacist',
  'trial-coordinator',
  'chair',
  'board-member',
  'patient',
  'auditor',
  'lab',
  'administrator',
  'system',
] as const;
export type Role = (typeof caseRoles)[number];
