import type { CaseFile, CasePlace, CaseState } from '@consilium/board-core';
import type { Reader } from '@consilium/platform-persistence';
import { fromRow, type CaseRow } from './case.store.js';

export interface CaseFilter {
  readonly patient?: string | undefined;
  readonly diagnoses?: readonly string[] | undefined;
  readonly gene?: string | undefined;
  readonly states?: readonly CaseState[] | undefined;
}

/** What is asked for, and from where on. */
export interface CaseListing {
  readonly hospitals: readonly string[];
  /** Who asks sees single patients: their few cases are found from these, and not among all of the hospital. */
  readonly isBound: boolean;
  readonly filter: CaseFilter;
  readonly after: CasePlace | undefined;
  readonly limit: number;
}

/**
 * Cases from `after` on, newest change first; one more than `limit` tells that there are more. Each hospital's list is
 * read off its index in that order, so that a page costs the same however many cases there are.
 */
export async function listCases(
  tx: Reader,
  { hospitals, isBound, filter, after, limit }: CaseListing,
): Promise<readonly CaseFile[]> {
  const values: unknown[] = [hospitals, limit];
  const given = (value: unknown): string => `$${String(values.push(value))}`;
  const { patient, diagnoses, gene, states } = filter;
  const conditions = [
    'c.hospital = asked.hospital',
    ...(isBound
      ? ['(c.hospital, c.patient) IN (SELECT a.hospital, a.patient FROM access.care_at_hand a)']
      : []),
    ...(patient === undefined ? [] : [`c.patient = ${given(patient)}`]),
    ...(diagnoses === undefined ? [] : [`c.diagnosis = ANY (${given(diagnoses)}::text[])`]),
    ...(gene === undefined ? [] : [hasGene(given(gene))]),
    ...(states === undefined ? [] : [`${stateOfCase} = ANY (${given(states)}::text[])`]),
    ...(after === undefined
      ? []
      : [`(c.updated_at, c.id) < (${given(after.updatedAt)}::timestamptz, ${given(after.id)}::uuid)`]),
  ];
  const rows: CaseRow[] = await tx.query(
    `SELECT found.* FROM unnest($1::text[]) AS asked (hospital) CROSS JOIN LATERAL (
       SELECT c.* FROM board.case_file c WHERE ${conditions.join(' AND ')}
       ORDER BY c.updated_at DESC, c.id DESC LIMIT $2::int) AS found
     ORDER BY found.updated_at DESC, found.id DESC LIMIT $2::int`,
    values,
  );
  return rows.map(fromRow);
}

/** What nobody has worked on is a draft. */
const stateOfCase = `coalesce((SELECT w.state FROM board.case_work w WHERE w.case_id = c.id), 'draft')`;

const hasGene = (gene: string): string => {
  const given = `jsonb_build_object('gene', ${gene}::text)`;
  return `EXISTS (
    SELECT 1 FROM board.case_profile p WHERE p.case_id = c.id AND p.status <> 'cancelled' AND (
      jsonb_path_exists(p.document, '$.smallVariants[*] ? (@.gene == $gene)', ${given})
      OR jsonb_path_exists(p.document, '$.copyNumberAlterations[*] ? (@.gene == $gene)', ${given})
      OR jsonb_path_exists(p.document, '$.structuralVariants[*] ? (@.fivePrimeGene == $gene || @.threePrimeGene == $gene)', ${given})))`;
};
