import type { MolecularProfile } from '@consilium/clinical';
import type { FindingSummary, ProfileInterpretation, TherapyOption } from '@consilium/interpretation-core';

/** An interpretation as a person reads it: findings, therapies by group, what sources disagree on. */
export function printInterpretation(
  file: string,
  profile: MolecularProfile,
  interpretation: ProfileInterpretation,
): void {
  console.log(`\n${file} · ${profile.patient} · ${profile.diagnosis} · release ${interpretation.release}`);
  section('WHAT WAS FOUND', interpretation.findings.flatMap(describeFinding));
  for (const [title, list] of [
    ['WHAT IT SPEAKS FOR', interpretation.options],
    ['WHAT IT SPEAKS AGAINST', interpretation.avoid],
    ['WHAT A FURTHER FACT WOULD DECIDE', interpretation.possible],
    ['WITHHELD HERE', interpretation.withheld],
  ] as const) {
    section(title, list.flatMap(describeOption));
  }
  section('BIOMARKERS AND IMMUNOTHERAPY', describeImmunotherapy(interpretation));
  section('HEREDITARY', describeHereditary(interpretation));
  section(
    'PHARMACOGENES',
    Object.values(interpretation.pharmacogenes ?? {})
      .filter(({ state }) => state !== 'not-tested')
      .map(({ gene, diplotype, phenotype, state }) => `${gene} ${diplotype ?? ''}: ${phenotype} (${state})`),
  );
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

function describeFinding({ text, tier, oncogenicity, overrides }: FindingSummary): readonly string[] {
  const words = [
    ...(tier === undefined ? [] : [tier.reason]),
    ...(oncogenicity === undefined
      ? []
      : [
          `${oncogenicity.classification} by ${String(oncogenicity.points)} points (${oncogenicity.cutOffs}): ${oncogenicity.codes.map(({ label, points }) => `${label} ${points > 0 ? '+' : ''}${String(points)}`).join(', ')}`,
        ]),
    ...overrides.map(({ subject, reason }) => `Set to ${subject.value} by curators: ${reason}`),
  ];
  return [text, ...words.map((sentence) => `     ${sentence}`)];
}

function describeImmunotherapy({ immunotherapy }: ProfileInterpretation): readonly string[] {
  if (immunotherapy === undefined) return [];
  const { markers, proofreading, cautions, remarks } = immunotherapy;
  return [
    ...markers
      .filter(({ state }) => state !== 'not-tested')
      .map(
        ({ marker, scoring, state, value, unit }) =>
          `${marker}${scoring === undefined ? '' : ` ${scoring}`} ${state}${value === undefined ? '' : ` (${String(value)} ${unit ?? ''})`}`,
      ),
    `Not tested: ${markers
      .filter(({ state }) => state === 'not-tested')
      .map(({ marker }) => marker)
      .join(', ')}`,
    ...proofreading.map(({ sentence }) => sentence),
    ...cautions.map(({ text }) => `Caution: ${text}`),
    ...remarks,
  ];
}

function describeHereditary({ hereditary }: ProfileInterpretation): readonly string[] {
  if (hereditary === undefined) return [];
  const { consent, sentence, findings, suspicion } = hereditary;
  const flags = consent === 'refused' ? [] : suspicion.flags;
  return [
    sentence,
    ...findings.map((finding) => finding.sentence),
    ...flags.flatMap((flag) => [
      flag.sentence,
      ...flag.settledBy.map((fact) => `     Would settle it: ${fact}`),
    ]),
    ...suspicion.remarks,
  ];
}
