import type { ClinicalFacts, MolecularProfile } from '@consilium/clinical';
import type { Transaction } from '@consilium/platform-persistence';
import { assembleRecord, type PatientRecord } from '@consilium/trials-core';

interface Row {
  readonly hospital: string;
  readonly patient: string;
  readonly facts: ClinicalFacts | null;
  readonly profiles: readonly MolecularProfile[];
}

const columns = 'hospital, patient, facts, profiles';

/** Keeps facts unless newer ones stand. The patient as known then; undefined where nothing changed. */
export async function keepFacts(tx: Transaction, facts: ClinicalFacts): Promise<PatientRecord | undefined> {
  const rows: Row[] = await tx.query(
    `INSERT INTO trials.patient (hospital, patient, facts, facts_version) VALUES ($1, $2, $3, $4)
     ON CONFLICT (hospital, patient) DO UPDATE SET facts = excluded.facts, facts_version = excluded.facts_version
     WHERE patient.facts_version IS NULL OR patient.facts_version < excluded.facts_version
     RETURNING ${columns}`,
    [facts.hospital, facts.patient, JSON.stringify(facts), facts.version],
  );
  return rows[0] === undefined ? undefined : toRecord(rows[0]);
}

/** Keeps a profile unless a newer version of its report stands. */
export async function keepProfile(
  tx: Transaction,
  profile: MolecularProfile,
): Promise<PatientRecord | undefined> {
  const { hospital, patient, id } = profile;
  await tx.query(`INSERT INTO trials.patient (hospital, patient) VALUES ($1, $2) ON CONFLICT DO NOTHING`, [
    hospital,
    patient,
  ]);
  const known = await lockRow(tx, hospital, patient);
  const before = known.profiles.find((one) => one.id === id);
  if (before !== undefined && before.version >= profile.version) return undefined;
  const profiles = [...known.profiles.filter((one) => one !== before), profile].sort(byId);
  await tx.query(`UPDATE trials.patient SET profiles = $3 WHERE hospital = $1 AND patient = $2`, [
    hospital,
    patient,
    JSON.stringify(profiles),
  ]);
  return toRecord({ ...known, profiles });
}

async function lockRow(tx: Transaction, hospital: string, patient: string): Promise<Row> {
  const rows: Row[] = await tx.query(
    `SELECT ${columns} FROM trials.patient WHERE hospital = $1 AND patient = $2 FOR UPDATE`,
    [hospital, patient],
  );
  if (rows[0] === undefined) throw new Error('The row was there a moment ago.');
  return rows[0];
}

/** Of the hospitals the transaction may see. */
export async function findPatient(
  tx: Transaction,
  hospital: string,
  patient: string,
): Promise<PatientRecord | undefined> {
  const rows: Row[] = await tx.query(
    `SELECT ${columns} FROM trials.patient WHERE hospital = $1 AND patient = $2`,
    [hospital, patient],
  );
  return rows[0] === undefined ? undefined : toRecord(rows[0]);
}

/** Patients after a place, in order; for who goes through all of them. */
export async function listPatients(
  tx: Transaction,
  hospital: string,
  after: string,
  limit: number,
): Promise<readonly PatientRecord[]> {
  const rows: Row[] = await tx.query(
    `SELECT ${columns} FROM trials.patient WHERE hospital = $1 AND patient > $2 ORDER BY patient LIMIT $3`,
    [hospital, after, limit],
  );
  return rows.map(toRecord);
}

/** So written that each part finds its index. */
const stale = `(basis IS NULL OR basis < $1 OR basis > $1 OR holds_until < $2)`;

/** A few patients whose matches may be others today, each belonging to this transaction alone. */
export async function takeStale(
  tx: Transaction,
  basis: string,
  on: string,
  limit: number,
): Promise<readonly PatientRecord[]> {
  const rows: Row[] = await tx.query(
    `SELECT ${columns} FROM trials.patient WHERE ${stale} LIMIT $3 FOR UPDATE SKIP LOCKED`,
    [basis, on, limit],
  );
  return rows.map(toRecord);
}

export interface StaleCount {
  readonly all: number;
  /** Of them, those whose trials or tables are others. */
  readonly byBasis: number;
}

export async function countStale(tx: Transaction, basis: string, on: string): Promise<StaleCount> {
  const rows: StaleCount[] = await tx.query(
    `SELECT count(*)::int AS all, count(*) FILTER (WHERE basis IS DISTINCT FROM $1)::int AS "byBasis"
     FROM trials.patient WHERE ${stale}`,
    [basis, on],
  );
  return rows[0] ?? { all: 0, byBasis: 0 };
}

const toRecord = ({ hospital, patient, facts, profiles }: Row): PatientRecord =>
  assembleRecord({ hospital, patient, profiles, ...(facts === null ? {} : { facts }) });

const byId = (a: MolecularProfile, b: MolecularProfile): number => (a.id < b.id ? -1 : 1);
