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

/** Roles that see a patient only while something ties them to the patient; the others work for all of a hospital. */
export const boundRoles: readonly Role[] = ['referrer', 'board-member'];

/** Who asks, as a signed token says. */
export interface Principal {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  /** Hospitals whose patients this person works with. */
  readonly hospitals: readonly string[];
  /** One of these must hold access to a patient. Absent: every patient of the hospitals. */
  readonly holders?: readonly string[];
}

/** What access that a person holds is held by. */
export const personHolder = (id: string): string => `person:${id}`;

/** What access that everybody who sits on the boards of a hospital holds is held by. */
export const boardHolder = 'board';

/** A person's name at the provider has no control characters: one of them parts holders. */
export const isPerson = (id: string): boolean => id.length <= 255 && /^[^\p{Cc}]+$/u.test(id);

export const isBound = (role: Role): boolean => boundRoles.includes(role);

/** What a person of a role holds access by; undefined where the role is not bound to single patients. */
export function holdersOf(id: string, role: Role): readonly string[] | undefined {
  if (!isBound(role)) return undefined;
  return role === 'board-member' ? [personHolder(id), boardHolder] : [personHolder(id)];
}
