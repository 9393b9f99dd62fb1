import type { Problem } from '@consilium/kernel';
import { morphologyPattern, topographyPattern, type Referral } from './referral.js';
import { badDay, refusal } from './refusal.js';

/** Codes and days of a referral; it may be incomplete until the case is referred. */
export function checkReferral({ diagnoses, consent }: Referral, today: string): Problem | undefined {
  for (const [index, { topography, morphology }] of diagnoses.entries()) {
    const place = `/referral/diagnoses/${String(index)}`;
    if (!topographyPattern.test(topography))
      return refusal(
        'BAD_CODE',
        `${place}/topography`,
        `«${topography}» is no ICD-O-3 topography.`,
        'Write it as C34.1.',
      );
    if (!morphologyPattern.test(morphology))
      return refusal(
        'BAD_CODE',
        `${place}/morphology`,
        `«${morphology}» is no ICD-O-3 morphology.`,
        'Write it as 8140/3.',
      );
  }
  return consent === undefined ? undefined : badDay(consent.on, '/referral/consent/on', today);
}

/** PRODUCT's guard of REFERRED: consent to discuss, and exactly one main diagnosis. */
export function checkReferring(referral: Referral | undefined): Problem | undefined {
  if (referral === undefined)
    return refusal(
      'NO_REFERRAL',
      '/referral',
      'is empty.',
      'Say why the case is presented, and what is asked.',
    );
  if (referral.consent?.answer !== 'given')
    return refusal(
      'NO_CONSENT',
      '/referral/consent',
      'is not given.',
      'Ask the patient, and record the answer.',
    );
  const main = referral.diagnoses.filter(({ isMain }) => isMain).length;
  return main === 1
    ? undefined
    : refusal(
        'MAIN_DIAGNOSIS',
        '/referral/diagnoses',
        `has ${String(main)} main diagnoses.`,
        'Mark exactly one.',
      );
}
