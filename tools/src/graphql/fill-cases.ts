import type { Database, Transaction } from '@consilium/platform-persistence';

/** Hospitals among which the cases are spread; the first two are those of the development users. */
const hospitalCount = 20;
const batch = 10_000;

/**
 * Multiplies the cases that are there, with all that the board knows of them: profiles, results, work, journal, clinical
 * facts. `owner` connects as the owner of the tables.
 */
export async function fillCases(owner: Database, count: number): Promise<void> {
  await owner.source.query(`CREATE UNLOGGED TABLE board.template AS
    SELECT (row_number() OVER (ORDER BY id) - 1)::int AS number, id FROM board.case_file WHERE false`);
  await owner.transaction('every-hospital', (tx) =>
    tx.query(
      `INSERT INTO board.template SELECT (row_number() OVER (ORDER BY c.id) - 1)::int, c.id FROM board.case_file c
       WHERE EXISTS (SELECT 1 FROM board.case_profile p WHERE p.case_id = c.id)`,
    ),
  );
  for (let from = 0; from < count; from += batch)
    await owner.transaction('every-hospital', (tx) => fillSome(tx, from, Math.min(count, from + batch)));
  await owner.source.query(`DROP TABLE board.template`);
  for (const table of [...bigTables, 'audit.waiting', 'board.snapshot'])
    await owner.source.query(`VACUUM ANALYZE ${table}`);
}

/** Tables that no statement of a request may read from end to end. */
export const bigTables = [
  'board.case_file',
  'board.case_profile',
  'board.case_result',
  'board.case_work',
  'board.case_journal',
  'board.patient_facts',
  'audit.entry',
  'access.care',
] as const;

/** A case that was made, by its number. */
const made = `SELECT n, t.id AS template, md5('case ' || n)::uuid AS id, 'P-' || n AS patient,
    CASE n % ${String(hospitalCount)} WHEN 0 THEN 'university-hospital' WHEN 1 THEN 'city-hospital'
      ELSE 'hospital-' || n % ${String(hospitalCount)} END AS hospital
  FROM generate_series($1::int, $2::int - 1) AS n
  JOIN board.template t ON t.number = n % (SELECT count(*) FROM board.template)`;

const statements: readonly string[] = [
  `INSERT INTO board.case_file (id, hospital, patient, diagnosis, revision, opened_at, updated_at)
   SELECT m.id, m.hospital, m.patient, c.diagnosis, c.revision, c.opened_at - m.n * interval '1 minute',
     c.updated_at - m.n * interval '1 minute'
   FROM made m JOIN board.case_file c ON c.id = m.template`,
  `INSERT INTO board.case_profile (profile_id, case_id, hospital, version, status, small_variant_count, document)
   SELECT md5(m.n || p.profile_id::text)::uuid, m.id, m.hospital, p.version, p.status, p.small_variant_count,
     p.document || jsonb_build_object('id', md5(m.n || p.profile_id::text)::uuid, 'patient', m.patient,
       'hospital', m.hospital)
   FROM made m JOIN board.case_profile p ON p.case_id = m.template`,
  `INSERT INTO board.case_result (profile_id, hospital, profile_version, release_name, release_hash, evaluated_on,
     document)
   SELECT md5(m.n || p.profile_id::text)::uuid, m.hospital, r.profile_version, r.release_name, r.release_hash,
     r.evaluated_on, r.document
   FROM made m JOIN board.case_profile p ON p.case_id = m.template
   JOIN board.case_result r ON r.profile_id = p.profile_id`,
  `INSERT INTO board.case_work (case_id, hospital, record, changed_at)
   SELECT m.id, m.hospital, w.record || jsonb_build_object('id', m.id), w.changed_at
   FROM made m JOIN board.case_work w ON w.case_id = m.template`,
  `INSERT INTO board.case_journal (case_id, version, hospital, step, by_whom, role, at, snapshot)
   SELECT m.id, j.version, m.hospital, j.step, j.by_whom, j.role, j.at, j.snapshot
   FROM made m JOIN board.case_journal j ON j.case_id = m.template`,
  `INSERT INTO board.patient_facts (hospital, patient, version, document)
   SELECT m.hospital, m.patient, f.version,
     f.document || jsonb_build_object('patient', m.patient, 'hospital', m.hospital)
   FROM made m JOIN board.case_file c ON c.id = m.template
   JOIN board.patient_facts f ON f.hospital = c.hospital AND f.patient = c.patient`,
  `INSERT INTO audit.entry (actor, role, hospital, subject, subject_salt, subject_digest, action, operation, target,
     correlation)
   SELECT 'user-' || m.n % 300, 'chair', m.hospital, m.patient, decode(md5(m.n::text), 'hex'),
     sha256(convert_to(m.patient, 'UTF8')), 'read', 'case', jsonb_build_object('case', jsonb_build_array(m.id)),
     md5(m.n::text)
   FROM made m`,
  // Of the hundred who treat the patients of a hospital, one can sign in.
  `INSERT INTO access.care (hospital, patient, holder, kind, origin, begun_by)
   SELECT m.hospital, m.patient, 'person:' || CASE WHEN m.n / ${String(hospitalCount)} % 100 = 0
     THEN 'dev:referrer:' || m.hospital ELSE 'doctor-' || m.n / ${String(hospitalCount)} % 100 END,
     'treating', 'hospital', 'bench'
   FROM made m`,
];

async function fillSome(tx: Transaction, from: number, to: number): Promise<void> {
  for (const statement of statements) await tx.query(`WITH made AS (${made}) ${statement}`, [from, to]);
}
