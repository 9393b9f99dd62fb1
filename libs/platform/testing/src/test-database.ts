import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  Database,
  migrate,
  startEmbeddedPostgres,
  type MigrationClass,
} from '@consilium/platform-persistence';

export interface TestDatabase {
  readonly database: Database;
  /** Whoever owns the tables: may look past the working role's rights, though not past row-level security. */
  readonly owner: Database;
  close(): Promise<void>;
}

/** A real PostgreSQL of this test's own, migrated. */
export async function openTestDatabase(migrations: readonly MigrationClass[]): Promise<TestDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'consilium-test-'));
  // As root, PostgreSQL runs as another user, who must be able to enter.
  chmodSync(folder, 0o755);
  const server = await startEmbeddedPostgres(folder, () => undefined);
  await migrate(server.ownerUrl, migrations);
  const database = await Database.connect(server.url, []);
  const owner = await Database.connect(server.ownerUrl, [], { poolSize: 2 });
  return {
    database,
    owner,
    close: async () => {
      await database.close();
      await owner.close();
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
