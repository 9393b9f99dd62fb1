import { DataSource, type MigrationInterface } from 'typeorm';

export type MigrationClass = new () => MigrationInterface;

/** Brings the database up to date as its owner, each migration in its own transaction. Returns the names of those run. */
export async function migrate(
  ownerUrl: string,
  migrations: readonly MigrationClass[],
): Promise<readonly string[]> {
  const source = new DataSource({
    type: 'postgres',
    url: ownerUrl,
    migrations: [...migrations],
    migrationsTableName: 'schema_migration',
    migrationsTransactionMode: 'each',
    poolSize: 2,
  });
  await source.initialize();
  try {
    // Several copies may start at once: one migrates, the others wait for it.
    await source.query(`SELECT pg_advisory_lock(hashtext('consilium.migrate'))`);
    const done = await source.runMigrations();
    return done.map(({ name }) => name);
  } finally {
    await source.destroy();
  }
}
