import type { CohortExplanation, Trial } from '@consilium/trials-core';
import type { MatchedPatient } from './match.js';

/** One patient's trials in words: what fits, what may and what would settle it, and on demand what stands against it. */
export function printMatches(
  { patient, hospital, trials, unlock }: MatchedPatient,
  byId: ReadonlyMap<string, Trial>,
  on: string,
  all: boolean,
): void {
  console.log(`\n${patient} (${hospital}) on ${on}`);
  const headings = [
    ['eligible', 'Eligible'],
    ['possible', 'Possibly eligible'],
    ...(all ? [['not-eligible', 'Not eligible'] as const] : []),
  ] as const;
  for (const [verdict, heading] of headings) {
    const found = trials.filter((one) => one.verdict === verdict);
    console.log(`\n${heading}: ${String(found.length)}`);
    for (const { trial, cohorts } of found) {
      console.log(`  ${trial}  ${byId.get(trial)?.title ?? ''}`);
      for (const cohort of cohorts)
        if (all || cohort.verdict === verdict) console.log(`    ${lineOf(cohort)}`);
    }
  }
  const opening = unlock.filter(({ opens }) => opens.length > 0).slice(0, 5);
  if (opening.length === 0) return;
  console.log('\nWhat alone would open most');
  for (const { from, questions, opens } of opening) {
    const what = from === undefined ? questions.map(({ text }) => text).join('; ') : `waiting until ${from}`;
    console.log(`  ${String(opens.length)} × ${what}: ${opens.join(', ')}`);
  }
}

function lineOf(cohort: CohortExplanation): string {
  const { armName, cohortName, status, verdict, settledBy, blockers, recovery } = cohort;
  const name = `${armName}${cohortName === undefined ? '' : `, ${cohortName}`} (${status})`;
  const [cheapest] = settledBy;
  if (verdict === 'possible' && cheapest !== undefined)
    return `${name}: would be settled by ${cheapest.map(({ text }) => text).join('; ')}`;
  if (verdict !== 'not-eligible') return `${name}: every criterion is met`;
  const against = blockers.map(({ criterion, because }) =>
    because === 'met' ? `${criterion.asks ?? criterion.id} is so` : `not ${criterion.asks ?? criterion.id}`,
  );
  const when =
    recovery?.kind === 'on-date'
      ? `; from ${recovery.from}`
      : recovery?.kind === 'possible'
        ? '; may change'
        : '';
  return `${name}: ${against.join('; ')}${when}`;
}
