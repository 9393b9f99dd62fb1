import type { MolecularProfile } from '@consilium/clinical';
import type { ProfileInterpretation, TherapyOption } from '@consilium/interpretation-core';

/** An interpretation as a person reads it: findings, therapies by group, what sources disagree on. */
export function printInterpretation(
  file: string,
  profile: MolecularProfile,
  interpretation: ProfileInterpretation,
): void {
  console.log(`\n${file} · ${profile.patient} · ${profile.diagnosis} · release ${interpretation.release}`);
  section(
    'WHAT WAS FOUND',
    interpretation.findings.map(({ text, oncogenic }) => `${text}${oncogenic === 'met' ? '  [oncogenic]' : ''}`),
  );
  for (const [title, list] of [
    ['WHAT IT SPEAKS FOR', interpretation.options],
    ['WHAT IT SPEAKS AGAINST', interpretation.avoid],
    ['WHAT A FURTHER FACT WOULD DECIDE', interpretation.possible],
    ['WITHHELD HERE', interpretation.withheld],
  ] as const) {
    section(title, list.flatMap(describeOption));
  }
  section(
    'WHAT SOURCES DISAGREE ON',
    interpretation.disagreements.map(({ sentence }) => sentence),
  );
  section('REMARKS', [...profile.remarks, ...interpretation.remarks]);
  console.log("\nDecision support, not a certified medical device: the decision is a clinician's.");
}

function describeOption({ drugs, therapy, level, explanation }: TherapyOption): readonly string[] {
  const name = drugs.length > 0 ? drugs.join(' + ') : 'drugClass' in therapy ? therapy.drugClass : '';
  return [`${level}  ${name}`, ...explanation.map((sentence) => `     ${sentence}`)];
}

function section(title: string, lines: readonly string[]): void {
  if (lines.length === 0) return;
  console.log(`\n${title}`);
  for (const line of lines) console.log(`  ${line}`);
}
