import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The function every row-level policy asks, and the working role's way in. */
export class CreateAccessRules1763000000000 implements MigrationInterface {
  name = 'CreateAccessRules1763000000000';

  async up(run: QueryRunner): Promise<void> {
    await run.query(`CREATE SCHEMA access`);
    // Unset means nothing is seen: a forgotten scope fails closed.
    await run.query(`
      CREATE FUNCTION access.sees(hospital text) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS $$
        SELECT coalesce(
          current_setting('consilium.hospitals', true) = '*'
          OR hospital = ANY (string_to_array(current_setting('consilium.hospitals', true), ',')),
          false)
      $$`);
    await run.query(`GRANT USAGE ON SCHEMA access TO consilium_app`);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query(`DROP SCHEMA access CASCADE`);
  }
}
