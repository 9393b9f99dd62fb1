import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '@consilium/platform-persistence';

/**
 * As root, the embedded PostgreSQL makes itself a user at its first start. Once, here, before test files start theirs
 * at the same time.
 */
export default async function warmUp() {
  if (process.getuid?.() !== 0) return;
  const folder = mkdtempSync(join(tmpdir(), 'consilium-warm-'));
  chmodSync(folder, 0o755);
  const server = await startEmbeddedPostgres(folder, () => undefined);
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
