import type { QueryRunner } from 'typeorm';

/** Row-level security by hospital, also for the owner's queries, and the working role's rights on the table. */
export async function protectByHospital(
  run: QueryRunner,
  table: string,
  rights = 'SELECT, INSERT, UPDATE',
): Promise<void> {
  await run.query(`ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`);
  await run.query(`ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`);
  await run.query(
    `CREATE POLICY by_hospital ON ${table} USING (access.sees(hospital)) WITH CHECK (access.sees(hospital))`,
  );
  await run.query(`GRANT ${rights} ON ${table} TO consilium_app`);
}
