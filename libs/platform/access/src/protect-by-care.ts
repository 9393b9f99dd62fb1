import type { QueryRunner } from 'typeorm';

/** The rows of a table that is protected itself, and the column that names one of them. */
export interface Behind {
  readonly column: string;
  /** `board.case_file (id)`. */
  readonly references: `${string}.${string} (${string})`;
}

/** Tables of one migration, each with what it stands behind, if anything: one list for the way there and back. */
export type BoundTables = Readonly<Record<string, Behind | 'own-patient'>>;

export async function protectAllByCare(run: QueryRunner, tables: BoundTables): Promise<void> {
  for (const [table, behind] of Object.entries(tables))
    await protectByCare(run, table, behind === 'own-patient' ? undefined : behind);
}

export async function exposeAllAgain(run: QueryRunner, tables: BoundTables): Promise<void> {
  for (const table of Object.keys(tables)) await exposeAgain(run, table);
}

/**
 * Beside the hospital: whoever is bound to single patients sees the rows of those. A table without a patient of its own
 * says which protected table it stands behind. Asked of each row, since a request reads few: asked of all at once, the
 * database would look for the patients' rows from end to end.
 */
async function protectByCare(run: QueryRunner, table: string, behind?: Behind): Promise<void> {
  const row = table.split('.')[1] ?? table;
  // Restrictive: it must hold as well as the one by hospital.
  await run.query(
    `CREATE POLICY by_care ON ${table} AS RESTRICTIVE
       USING (access.is_unbound() OR EXISTS (${behind === undefined ? ownPatient(row) : rowBehind(row, behind)}))`,
  );
}

const ownPatient = (row: string): string =>
  `SELECT FROM access.care_at_hand c WHERE c.hospital = ${row}.hospital AND c.patient = ${row}.patient`;

function rowBehind(row: string, { column, references }: Behind): string {
  const [table = '', key = ''] = references.replace(')', '').split(' (');
  return `SELECT FROM ${table} b WHERE b.${key} = ${row}.${column}`;
}

const exposeAgain = (run: QueryRunner, table: string): Promise<unknown> =>
  run.query(`DROP POLICY by_care ON ${table}`);
