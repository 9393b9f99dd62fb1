import { sample, type Platform } from './consilium.js';

/** Lets the referrer of each sample patient's hospital treat the patient, as the hospital's own system says. */
export async function sendCareTeams(platform: Platform, ...patients: readonly string[]): Promise<void> {
  for (const patient of patients) {
    const team = sample(`care-teams/${patient.toLowerCase()}.care-team.json`);
    const { status } = await platform.post(team, { token: platform.token('administrator') });
    if (status !== 200) throw new Error(`The care team of ${patient} was answered with ${String(status)}.`);
  }
}
