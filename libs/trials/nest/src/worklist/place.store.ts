import { randomUUID } from 'node:crypto';
import type { Transaction } from '@consilium/platform-persistence';

export interface CohortPlace {
  readonly trial: string;
  readonly arm: string;
  readonly cohort?: string;
}

const keyOf = ({ trial, arm, cohort }: CohortPlace): readonly string[] => [trial, arm, cohort ?? ''];

export interface Reservation extends CohortPlace {
  readonly id: string;
  readonly line: string;
  readonly number: number;
  readonly state: 'held' | 'taken' | 'released';
  /** ISO date; past it a place that is only held is free again. */
  readonly heldUntil: string;
  readonly by: string;
}

interface Row extends Omit<Reservation, 'cohort'> {
  readonly cohort: string;
}

const columns = `id, line, trial, arm, cohort, number, state, to_char(held_until, 'YYYY-MM-DD') AS "heldUntil",
  by_whom AS by`;

/** Places as somebody has set them; undefined where nobody has. */
export async function findPlacesSet(tx: Transaction, place: CohortPlace): Promise<number | undefined> {
  const rows: { places: number }[] = await tx.query(
    `SELECT places FROM trials.cohort_places WHERE (trial, arm, cohort) = ($1, $2, $3)`,
    [...keyOf(place)],
  );
  return rows[0]?.places;
}

export async function setPlaces(
  tx: Transaction,
  place: CohortPlace,
  places: number,
  set: { readonly by: string; readonly at: Date },
): Promise<void> {
  await tx.query(
    `INSERT INTO trials.cohort_places (trial, arm, cohort, places, set_by, set_at) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (trial, arm, cohort) DO UPDATE SET
       places = excluded.places, set_by = excluded.set_by, set_at = excluded.set_at`,
    [...keyOf(place), places, set.by, set.at],
  );
}

/** The line's place in hand: held and not past its day, or taken. */
export async function findReservation(
  tx: Transaction,
  line: string,
  today: string,
): Promise<Reservation | undefined> {
  const rows: Row[] = await tx.query(
    `SELECT ${columns} FROM trials.reservation
     WHERE line = $1 AND (state = 'taken' OR (state = 'held' AND held_until >= $2))`,
    [line, today],
  );
  return rows[0] === undefined ? undefined : toReservation(rows[0]);
}

export interface PlaceCount {
  readonly taken: number;
  readonly held: number;
  /** ISO date after which the first held place is free again. */
  readonly nextFreeAfter: string | null;
}

/** Over all hospitals. */
export async function countPlaces(tx: Transaction, place: CohortPlace, today: string): Promise<PlaceCount> {
  const rows: PlaceCount[] = await tx.query(
    `SELECT count(*) FILTER (WHERE held_until IS NULL)::int AS taken,
       count(*) FILTER (WHERE held_until >= $4)::int AS held,
       to_char(min(held_until) FILTER (WHERE held_until >= $4), 'YYYY-MM-DD') AS "nextFreeAfter"
     FROM trials.place WHERE (trial, arm, cohort) = ($1, $2, $3)`,
    [...keyOf(place), today],
  );
  return rows[0] ?? { taken: 0, held: 0, nextFreeAfter: null };
}

/**
 * Takes the smallest free number up to `places`; undefined where none is free. The table's key makes it impossible to
 * give a number twice, whatever happens at the same time.
 */
export async function holdPlace(
  tx: Transaction,
  place: CohortPlace & { readonly places: number },
  holder: { readonly hospital: string; readonly line: string; readonly by: string; readonly at: Date },
  { today, until }: { readonly today: string; readonly until: string },
): Promise<Reservation | undefined> {
  const key = keyOf(place);
  await tx.query(`SELECT pg_advisory_xact_lock(hashtext($1))`, [`consilium.place:${key.join('|')}`]);
  await tx.query(`DELETE FROM trials.place WHERE (trial, arm, cohort) = ($1, $2, $3) AND held_until < $4`, [
    ...key,
    today,
  ]);
  await tx.query(
    `UPDATE trials.reservation SET state = 'released' WHERE line = $1 AND state = 'held' AND held_until < $2`,
    [holder.line, today],
  );
  const id = randomUUID();
  const taken: { number: number }[] = await tx.query(
    `INSERT INTO trials.place (trial, arm, cohort, number, reservation, held_until)
     SELECT $1::text, $2::text, $3::text, free.number, $5::uuid, $6::date FROM generate_series(1, $4::int) AS free(number)
     WHERE NOT EXISTS (
       SELECT 1 FROM trials.place p
       WHERE (p.trial, p.arm, p.cohort, p.number) = ($1, $2, $3, free.number))
     ORDER BY free.number LIMIT 1 RETURNING number`,
    [...key, place.places, id, until],
  );
  const number = taken[0]?.number;
  if (number === undefined) return undefined;
  const rows: Row[] = await tx.query(
    `INSERT INTO trials.reservation (id, hospital, line, trial, arm, cohort, number, state, held_until, by_whom, at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, 'held', $8, $9, $10) RETURNING ${columns}`,
    [id, holder.hospital, holder.line, ...key, number, until, holder.by, holder.at],
  );
  return rows[0] === undefined ? undefined : toReservation(rows[0]);
}

/** A held place becomes a taken one. False where it was given to another since. */
export async function takePlace(tx: Transaction, { id }: Reservation): Promise<boolean> {
  const [, kept]: [unknown, number] = await tx.query(
    `UPDATE trials.place SET held_until = NULL WHERE reservation = $1`,
    [id],
  );
  const state = kept === 0 ? 'released' : 'taken';
  await tx.query(`UPDATE trials.reservation SET state = $2 WHERE id = $1`, [id, state]);
  return kept > 0;
}

/** Whatever the line holds is free again. False where it held nothing. */
export async function releasePlace(tx: Transaction, line: string): Promise<boolean> {
  const [rows]: [{ id: string }[], number] = await tx.query(
    `UPDATE trials.reservation SET state = 'released' WHERE line = $1 AND state = 'held' RETURNING id`,
    [line],
  );
  await tx.query(`DELETE FROM trials.place WHERE reservation = ANY ($1::uuid[])`, [rows.map(({ id }) => id)]);
  return rows.length > 0;
}

const toReservation = ({ cohort, ...row }: Row): Reservation => ({
  ...row,
  ...(cohort === '' ? {} : { cohort }),
});
