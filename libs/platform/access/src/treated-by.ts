import { recordAudit } from '@consilium/platform-audit';
import { personHolder } from '@consilium/platform-identity';
import type { Transaction } from '@consilium/platform-persistence';
import type { PatientOf } from './care.js';
import { beginCare, endCareFrom } from './care.store.js';

/** What a hospital's own system says, of whichever name it goes by. */
const origin = 'hospital';

/** These people treat a patient from now on, and nobody else of whom the hospital said so before. */
export async function treatedBy(
  tx: Transaction,
  of: PatientOf,
  people: readonly string[],
  said: string,
): Promise<void> {
  const holders = people.map(personHolder);
  const reason = 'No longer named by the hospital.';
  await endCareFrom(tx, of, { origin, by: said, reason, keep: holders });
  for (const holder of holders) await beginCare(tx, [of], { holder, kind: 'treating', origin, by: said });
  await recordAudit(tx, [
    {
      actor: { id: said, role: 'system' },
      hospital: of.hospital,
      subject: of.patient,
      action: 'change',
      operation: 'access.care-team',
      target: { holder: holders },
    },
  ]);
}
