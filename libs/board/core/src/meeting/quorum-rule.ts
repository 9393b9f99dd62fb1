/** Specialties that a board's rule may ask for. */
export const specialties = [
  'medical-oncologist',
  'surgeon',
  'radiation-oncologist',
  'pathologist',
  'molecular-pathologist',
  'geneticist',
  'radiologist',
  'bioinformatician',
  'pharmacist',
  'organ-specialist',
] as const;
export type Specialty = (typeof specialties)[number];

/**
 * Who must take part for a decision to count, as data of the board. `atLeast` asks for people; `onCall` lets somebody
 * who can be reached stand in; `forOrgans` asks only for cases of these tissues (OncoTree).
 */
export interface QuorumClause {
  readonly specialty: Specialty;
  readonly atLeast: number;
  readonly onCall?: boolean;
  readonly forTissues?: readonly string[];
}

export interface QuorumRule {
  /** All must hold. */
  readonly clauses: readonly QuorumClause[];
  /** People in all. */
  readonly members: number;
}

/** Somebody at the table, or on call. */
export interface Attendance {
  readonly person: string;
  readonly specialties: readonly Specialty[];
  readonly presence: 'in-room' | 'remote' | 'on-call';
}

/**
 * What the quorum lacks for one case, in words; empty: it is met. Counted per case, without those who are recused from it.
 */
export function quorumLacks(
  rule: QuorumRule,
  attendance: readonly Attendance[],
  { recused, tissue }: { readonly recused: readonly string[]; readonly tissue?: string },
): readonly string[] {
  const able = attendance.filter(({ person }) => !recused.includes(person));
  const present = able.filter(({ presence }) => presence !== 'on-call');
  const lacks = rule.clauses
    .filter(
      ({ forTissues }) => forTissues === undefined || (tissue !== undefined && forTissues.includes(tissue)),
    )
    .flatMap(({ specialty, atLeast, onCall }) => {
      const some = (onCall === true ? able : present).filter((one) => one.specialties.includes(specialty));
      const missing = atLeast - some.length;
      return missing > 0 ? [`${String(missing)} × ${specialty.replaceAll('-', ' ')}`] : [];
    });
  const missing = rule.members - present.length;
  return missing > 0 ? [...lacks, `${String(missing)} more of ${String(rule.members)} members`] : lacks;
}
