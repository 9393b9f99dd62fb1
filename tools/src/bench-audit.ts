import {
  chainBeginning,
  CreateAudit1764100003000,
  nextHash,
  sealEntries,
  verifyJournal,
  type AuditEntry,
} from '@consilium/platform-audit';
import { CreateAccessRules1763000000000, type Database } from '@consilium/platform-persistence';
import { openTestDatabase } from '@consilium/platform-testing';

const written = 100_000;

/**
 * How long the audit journal takes to be sealed and verified, in a database of its own: `rows` entries (default
 * 1,000,000) as reads write them, sealed by the real sealer. The floor is what no verification can do without: making
 * the bytes of so many entries and hashing them.
 */
export async function benchAudit(rows = 1_000_000): Promise<void> {
  const test = await openTestDatabase([CreateAccessRules1763000000000, CreateAudit1764100003000]);
  const { database, owner } = test;
  try {
    for (let at = 0; at < rows; at += written) await fill(database, at, Math.min(rows, at + written));
    await owner.source.query(`VACUUM ANALYZE audit.entry, audit.waiting`);
    const sealing = await seconds(async () => {
      while (await sealEntries(database));
    });
    await owner.source.query(`VACUUM ANALYZE audit.seal`);
    tell('sealed', rows, sealing);
    const floor = await seconds(() => {
      hashAll(rows);
      return Promise.resolve();
    });
    tell('floor: bytes and hashes', rows, floor);
    const verifying = await seconds(async () => {
      const { intact, checked } = await verifyJournal(database);
      if (!intact || checked !== rows) throw new Error(`Found ${String(checked)} seals to hold.`);
    });
    tell('verified', rows, verifying);
    const last = rows - 1;
    await owner.transaction('every-hospital', (tx) =>
      tx.query(`UPDATE audit.entry SET operation = 'other' WHERE id = $1`, [last]),
    );
    const finding = await seconds(async () => {
      const { broken } = await verifyJournal(database);
      if (broken?.seal !== last) throw new Error('The altered row was not found.');
    });
    tell(`altered row ${last.toLocaleString('en')} found`, rows, finding);
  } finally {
    await test.close();
  }
}

/** As `recordAudit` writes them. */
const fill = (database: Database, from: number, to: number): Promise<void> =>
  database.transaction('every-hospital', async (tx) => {
    await tx.query(
      `WITH made AS (
         SELECT n, 'P-' || n % 20000 AS subject, decode(md5(n::text), 'hex') AS salt
         FROM generate_series($1::bigint + 1, $2) AS n),
       written AS (
         INSERT INTO audit.entry (actor, role, hospital, subject, subject_salt, subject_digest, action, operation,
           target, correlation)
         SELECT 'user-' || n % 300, 'referrer', 'hospital-' || n % 100, subject, salt,
           sha256(salt || convert_to(subject, 'UTF8')), 'read', 'case',
           jsonb_build_object('case', jsonb_build_array(md5(subject)::uuid)), md5(salt)::uuid
         FROM made ORDER BY n RETURNING id)
       INSERT INTO audit.waiting (entry) SELECT id FROM written`,
      [from, to],
    );
  });

function hashAll(rows: number): void {
  const entry: AuditEntry = {
    id: '1',
    at: '2026-11-23T10:00:00.000000Z',
    actor: 'user-1',
    role: 'referrer',
    hospital: 'hospital-1',
    subject: 'P-1',
    subjectSalt: '0'.repeat(32),
    subjectDigest: chainBeginning,
    action: 'read',
    operation: 'case',
    target: { case: ['00000000-0000-0000-0000-000000000000'] },
    reason: null,
    correlation: '00000000-0000-0000-0000-000000000000',
  };
  let hash = chainBeginning;
  for (let at = 0; at < rows; at += 1) hash = nextHash(hash, entry);
}

async function seconds(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

const tell = (what: string, rows: number, taken: number): void => {
  const rate = Math.round(rows / taken).toLocaleString('en');
  console.log(`${what.padEnd(32)} ${taken.toFixed(1).padStart(7)} s  ${rate.padStart(9)} entries/s`);
};
