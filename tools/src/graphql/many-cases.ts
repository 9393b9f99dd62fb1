import type { Database } from '@consilium/platform-persistence';

/** How many copies one statement makes. */
const batch = 10_000;

/**
 * As many cases as wanted, each a copy of one of those that are there, under another pseudonym, with its profile, result,
 * work and journal. Answers the ids of some of the hospital's.
 */
export async function makeManyCases(
  database: Database,
  { cases, hospital }: { readonly cases: number; readonly hospital: string },
): Promise<readonly string[]> {
  const templates = await database.transaction('every-hospital', (tx) =>
    tx.query<{ id: string }[]>(`SELECT id FROM board.case_file ORDER BY id`),
  );
  const ids = templates.map(({ id }) => id);
  for (let from = 0; from < cases; from += batch)
    await database.transaction('every-hospital', async (tx) => {
      await tx.query(
        `CREATE TEMP TABLE copy ON COMMIT DROP AS
         SELECT n, gen_random_uuid() AS id, gen_random_uuid() AS profile, ($1::uuid[])[1 + n % $4] AS template,
           CASE WHEN n % 10 = 0 THEN $5 ELSE 'hospital-' || n % 10 END AS hospital, 'P-bench-' || n AS patient
         FROM generate_series($2::int, $3::int) AS n`,
        [ids, from, Math.min(cases, from + batch) - 1, ids.length, hospital],
      );
      for (const statement of copies) await tx.query(statement);
    });
  return database.transaction('every-hospital', async (tx) => {
    const rows: { id: string }[] = await tx.query(
      `SELECT id FROM board.case_file WHERE hospital = $1 AND patient LIKE 'P-bench-%' ORDER BY id LIMIT 2000`,
      [hospital],
    );
    return rows.map(({ id }) => id);
  });
}

const copies: readonly string[] = [
  `INSERT INTO board.case_file (id, hospital, patient, diagnosis, revision, opened_at, updated_at)
   SELECT c.id, c.hospital, c.patient, f.diagnosis, f.revision, f.opened_at, f.updated_at - c.n * interval '1 minute'
   FROM copy c JOIN board.case_file f ON f.id = c.template`,
  `INSERT INTO board.case_profile (profile_id, case_id, hospital, version, status, small_variant_count, document)
   SELECT c.profile, c.id, c.hospital, p.version, p.status, p.small_variant_count,
     p.document || jsonb_build_object('id', c.profile, 'hospital', c.hospital, 'patient', c.patient)
   FROM copy c JOIN board.case_profile p ON p.case_id = c.template`,
  `INSERT INTO board.case_result (profile_id, hospital, profile_version, release_name, release_hash, evaluated_on, document)
   SELECT c.profile, c.hospital, r.profile_version, r.release_name, r.release_hash, r.evaluated_on, r.document
   FROM copy c JOIN board.case_profile p ON p.case_id = c.template JOIN board.case_result r ON r.profile_id = p.profile_id`,
  `INSERT INTO board.case_work (case_id, hospital, record, changed_at)
   SELECT c.id, c.hospital, w.record || jsonb_build_object('id', c.id), w.changed_at
   FROM copy c JOIN board.case_work w ON w.case_id = c.template`,
  `INSERT INTO board.case_journal (case_id, version, hospital, step, by_whom, role, at, snapshot)
   SELECT c.id, j.version, c.hospital, j.step, j.by_whom, j.role, j.at, j.snapshot
   FROM copy c JOIN board.case_journal j ON j.case_id = c.template`,
  `INSERT INTO board.patient_facts (hospital, patient, version, document)
   SELECT c.hospital, c.patient, p.version,
     p.document || jsonb_build_object('hospital', c.hospital, 'patient', c.patient)
   FROM copy c JOIN board.case_file f ON f.id = c.template
   JOIN board.patient_facts p ON p.hospital = f.hospital AND p.patient = f.patient`,
];
