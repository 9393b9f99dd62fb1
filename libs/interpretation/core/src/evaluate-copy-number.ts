import type { CopyNumberState, MolecularProfile } from '@consilium/clinical';
import { answerAbsence } from './absence.js';
import { describeCopyNumber } from './describe-finding.js';
import { met, type Fact, type PatternAnswer } from './pattern-answer.js';

export function evaluateCopyNumber(
  { gene, states }: { readonly gene: string; readonly states: readonly CopyNumberState[] },
  profile: MolecularProfile,
): PatternAnswer {
  const ofGene = profile.copyNumberAlterations.flatMap((alteration, index) => {
    if (alteration.gene !== gene) return [];
    const fact: Fact = {
      text: describeCopyNumber(alteration),
      finding: { list: 'copyNumberAlterations', index },
    };
    return [{ matches: states.includes(alteration.state), fact }];
  });
  const matching = ofGene.filter(({ matches }) => matches);
  if (matching.length > 0) return met(matching.map(({ fact }) => fact));
  return answerAbsence(
    profile,
    { subject: `${gene} ${states.join(' or ')}`, genes: [gene], alteration: 'copy-number' },
    ofGene.map(({ fact }) => fact),
  );
}
