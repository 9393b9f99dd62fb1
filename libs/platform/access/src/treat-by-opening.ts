import { recordAudit } from '@consilium/platform-audit';
import { personHolder, type Principal } from '@consilium/platform-identity';
import type { Transaction } from '@consilium/platform-persistence';
import type { PatientOf } from './care.js';
import { beginCare, isTreated, seesPatient } from './care.store.js';

/**
 * Whoever opens the case of a patient whom nobody treats says that they do. False where others treat the patient, and
 * the asker does not see them: to open a case must not be a way around being given access.
 */
export async function treatByOpening(tx: Transaction, asker: Principal, of: PatientOf): Promise<boolean> {
  if (asker.holders === undefined || (await seesPatient(tx, of))) return true;
  if (await isTreated(tx, of)) return false;
  const [care] = await beginCare(tx, [of], {
    holder: personHolder(asker.id),
    kind: 'treating',
    origin: asker.id,
    by: asker.id,
  });
  await recordAudit(tx, [
    {
      actor: asker,
      hospital: of.hospital,
      subject: of.patient,
      action: 'change',
      operation: 'access.treat',
      target: care === undefined ? {} : { access: [care.id] },
    },
  ]);
  return true;
}
