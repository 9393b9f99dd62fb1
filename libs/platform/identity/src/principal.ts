/** Roles of the board's work; what each may do stands in `permissions.ts`. */
export const roles = [
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
] as const;
export type Role = (typeof roles)[number];

/** Roles that read cases in the course of the board's work. */
export const clinicalRoles: readonly Role[] = [
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
];

/** Who asks, as a signed token says. */
export interface Principal {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  /** Hospitals whose patients this person works with. */
  readonly hospitals: readonly string[];
}
