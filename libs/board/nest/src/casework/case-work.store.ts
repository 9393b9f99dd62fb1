import { newCase, type CaseFacts, type CaseRecord, type JournalEntry } from '@consilium/board-core';
import type { ClinicalFacts } from '@consilium/clinical';
import type { Reader, Transaction } from '@consilium/platform-persistence';

/** A case with the work on it, held by the transaction until it ends. */
export interface HeldCase {
  readonly caseId: string;
  readonly hospital: string;
  readonly patient: string;
  readonly record: CaseRecord;
}

/** Takes hold of a case, so that steps about it come one after the other; undefined where the asker sees none. */
export async function holdCase(tx: Transaction, caseId: string): Promise<HeldCase | undefined> {
  const [file]: { hospital: string; patient: string }[] = await tx.query(
    `SELECT hospital, patient FROM board.case_file WHERE id = $1 FOR UPDATE`,
    [caseId],
  );
  if (file === undefined) return undefined;
  // Asked apart: who had to wait for the case would else see the work as it was before.
  const [record = newCase(caseId)] = await findWork(tx, [caseId]);
  return { caseId, ...file, record };
}

/** Whether an id is that of a case of the same hospital and patient. */
export async function isCaseOf(
  tx: Transaction,
  { hospital, patient }: Pick<HeldCase, 'hospital' | 'patient'>,
  id: string,
): Promise<boolean> {
  const rows: unknown[] = await tx.query(
    `SELECT 1 FROM board.case_file WHERE hospital = $1 AND patient = $2 AND id::text = $3`,
    [hospital, patient, id],
  );
  return rows.length > 0;
}

/** Keeps a step that was taken, what it rested on, and the case as it is now. */
export async function keepStep(
  tx: Transaction,
  { caseId, hospital }: HeldCase,
  { record, entry }: { readonly record: CaseRecord; readonly entry: JournalEntry },
  facts: CaseFacts,
): Promise<void> {
  await keepSnapshot(tx, hospital, entry.snapshot, facts);
  await tx.query(
    `INSERT INTO board.case_journal (case_id, version, hospital, step, by_whom, role, at, snapshot)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      caseId,
      entry.version,
      hospital,
      JSON.stringify(entry.step),
      entry.by,
      entry.role,
      entry.at,
      entry.snapshot,
    ],
  );
  await tx.query(
    `INSERT INTO board.case_work (case_id, hospital, record, changed_at) VALUES ($1, $2, $3, $4)
     ON CONFLICT (case_id) DO UPDATE SET record = excluded.record, changed_at = excluded.changed_at`,
    [caseId, hospital, JSON.stringify(record), entry.at],
  );
}

/** Keeps what something rested on, under the hash of its content. */
export async function keepSnapshot(
  tx: Transaction,
  hospital: string,
  hash: string,
  content: object,
): Promise<void> {
  await tx.query(
    `INSERT INTO board.snapshot (hospital, hash, document) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`,
    [hospital, hash, JSON.stringify(content)],
  );
}

/** The work on cases; who has none is a draft. */
export async function findWork(tx: Reader, caseIds: readonly string[]): Promise<readonly CaseRecord[]> {
  const rows: { record: CaseRecord }[] = await tx.query(
    `SELECT record FROM board.case_work WHERE case_id = ANY ($1::uuid[])`,
    [caseIds],
  );
  const known = new Map(rows.map(({ record }) => [record.id, record]));
  return caseIds.map((id) => known.get(id) ?? newCase(id));
}

/** What was done about cases, oldest first, by case. */
export async function findJournals(
  tx: Reader,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, readonly JournalEntry[]>> {
  const rows: (Omit<JournalEntry, 'at'> & { at: Date; id: string })[] = await tx.query(
    `SELECT case_id AS id, version, step, by_whom AS by, role, at, snapshot FROM board.case_journal
     WHERE case_id = ANY ($1::uuid[]) ORDER BY case_id, version`,
    [caseIds],
  );
  const journals = new Map<string, JournalEntry[]>(caseIds.map((id) => [id, []]));
  for (const { id, ...row } of rows) journals.get(id)?.push({ ...row, at: row.at.toISOString() });
  return journals;
}

/** Keeps clinical facts unless newer ones stand; false then. */
export async function putClinicalFacts(tx: Transaction, facts: ClinicalFacts): Promise<boolean> {
  const rows: unknown[] = await tx.query(
    `INSERT INTO board.patient_facts (hospital, patient, version, document) VALUES ($1, $2, $3, $4)
     ON CONFLICT (hospital, patient) DO UPDATE SET version = excluded.version, document = excluded.document
     WHERE patient_facts.version < excluded.version RETURNING 1`,
    [facts.hospital, facts.patient, facts.version, JSON.stringify(facts)],
  );
  return rows.length > 0;
}

/** Clinical facts as they stand, by the case of their patient. */
export async function findClinicalFacts(
  tx: Reader,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, ClinicalFacts>> {
  const rows: { id: string; document: ClinicalFacts }[] = await tx.query(
    `SELECT c.id, p.document FROM board.case_file c
     JOIN board.patient_facts p ON p.hospital = c.hospital AND p.patient = c.patient
     WHERE c.id = ANY ($1::uuid[])`,
    [caseIds],
  );
  return new Map(rows.map(({ id, document }) => [id, document]));
}
