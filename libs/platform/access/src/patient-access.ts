import { fail, succeed, type Clock, type Problem, type Result } from '@consilium/kernel';
import { recordAudit, type AuditRecord } from '@consilium/platform-audit';
import { personHolder, type Principal } from '@consilium/platform-identity';
import type { Database, Transaction } from '@consilium/platform-persistence';
import {
  endOfGrant,
  obstacleAbout,
  obstacleToEnd,
  obstacleToPerson,
  obstacleToReason,
  obstacleToReview,
} from './access-rules.js';
import type { Care, PatientOf } from './care.js';
import {
  beginCare,
  beginEmergency,
  endCare,
  holdCare,
  isTreated,
  listCare,
  listEmergencies,
  reviewCare,
  seesPatient,
} from './care.store.js';
import * as refusals from './refusals.js';

type Changed = Result<Care, Problem>;

export interface Grant extends PatientOf {
  readonly person: string;
  readonly reason: string;
  /** ISO date. */
  readonly until?: string | null;
}

/** Who gets access to a patient, who loses it, and who takes it; each written into the journal. */
export class PatientAccess {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Undefined where the asker does not see the patient. */
  list(asker: Principal, of: PatientOf): Promise<readonly Care[] | undefined> {
    return this.database.transaction(asker, async (tx) =>
      (await seesPatient(tx, of)) ? listCare(tx, of) : undefined,
    );
  }

  emergencies(asker: Principal, isReviewed: boolean | undefined, limit: number): Promise<readonly Care[]> {
    return this.database.transaction(asker, (tx) => listEmergencies(tx, { isReviewed, limit }));
  }

  async grant(asker: Principal, { person, reason, until, ...of }: Grant): Promise<Changed> {
    const obstacle = obstacleAbout(asker, of) ?? obstacleToPerson(person) ?? obstacleToReason(reason);
    if (obstacle !== undefined) return fail(obstacle);
    const end = endOfGrant(until, this.clock);
    if (end === undefined) return fail(refusals.badEnd);
    return this.database.transaction(asker, async (tx) => {
      const notTheirs = await this.mayGive(tx, asker, of);
      if (notTheirs !== undefined) return fail(notTheirs);
      const [care] = await beginCare(tx, [of], {
        holder: personHolder(person),
        kind: 'granted',
        origin: asker.id,
        by: asker.id,
        until: end,
        reason,
      });
      return this.told(tx, asker, care, { operation: 'access.grant', reason });
    });
  }

  async end(asker: Principal, id: string, reason: string): Promise<Changed> {
    const obstacle = obstacleToReason(reason);
    if (obstacle !== undefined) return fail(obstacle);
    return this.database.transaction(asker, async (tx) => {
      const care = await holdCare(tx, id);
      if (care === undefined || !(await seesPatient(tx, care))) return fail(refusals.noSuchAccess);
      const hindrance = (await this.mayGive(tx, asker, care)) ?? obstacleToEnd(care, this.clock.now());
      if (hindrance !== undefined) return fail(hindrance);
      await endCare(tx, care, asker.id, reason);
      return this.told(tx, asker, await holdCare(tx, id), { operation: 'access.end', reason });
    });
  }

  async breakGlass(asker: Principal, reason: string, of: PatientOf): Promise<Changed> {
    const obstacle = obstacleAbout(asker, of) ?? obstacleToReason(reason);
    if (obstacle !== undefined) return fail(obstacle);
    return this.database.transaction(asker, async (tx) => {
      if (await seesPatient(tx, of)) return fail(refusals.notNeeded);
      const care = await beginEmergency(tx, of, { person: asker.id, reason });
      return this.told(tx, asker, care, { operation: 'access.break-glass', reason, action: 'break-glass' });
    });
  }

  async review(
    asker: Principal,
    id: string,
    { justified, note }: { readonly justified: boolean; readonly note: string },
  ): Promise<Changed> {
    const obstacle = obstacleToReason(note);
    if (obstacle !== undefined) return fail({ ...obstacle, place: '/note' });
    return this.database.transaction(asker, async (tx) => {
      const care = await holdCare(tx, id);
      if (care === undefined) return fail(refusals.noSuchAccess);
      const hindrance = obstacleToReview(care, asker.id);
      if (hindrance !== undefined) return fail(hindrance);
      await reviewCare(tx, care, { justified, by: asker.id, note });
      if (!justified) await endCare(tx, care, asker.id, note);
      return this.told(tx, asker, await holdCare(tx, id), { operation: 'access.review', reason: note });
    });
  }

  /** Whoever is bound to single patients gives access to those they treat, and to no others they happen to see. */
  private async mayGive(tx: Transaction, asker: Principal, of: PatientOf): Promise<Problem | undefined> {
    if (!(await seesPatient(tx, of))) return refusals.notYours;
    if (asker.holders === undefined || (await isTreated(tx, of, asker.id))) return undefined;
    return refusals.notTreating;
  }

  private async told(
    tx: Transaction,
    asker: Principal,
    care: Care | undefined,
    {
      operation,
      reason,
      action = 'change',
    }: Pick<AuditRecord, 'operation' | 'reason'> & Partial<AuditRecord>,
  ): Promise<Changed> {
    if (care === undefined) return fail(refusals.noSuchAccess);
    const { id, hospital, patient, holder } = care;
    await recordAudit(tx, [
      {
        actor: asker,
        hospital,
        subject: patient,
        action,
        operation,
        target: { access: [id], holder: [holder] },
        ...(reason === undefined ? {} : { reason }),
      },
    ]);
    return succeed(care);
  }
}
