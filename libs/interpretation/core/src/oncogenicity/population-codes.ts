import { fails, holds, open, type AnsweredCode } from './code-answer.js';
import type { OncogenicityInput } from './assess-oncogenicity.js';
import type { CutOffs } from './oncogenicity-cut-offs.js';

/**
 * Frequency in gnomAD: above 5 %, above 1 %, or extremely rare (Horak 2022, tables 2 and 3). A cut-off for a gene of
 * hereditary cancer is its expert panel's, which the caution says.
 */
export function populationCodes(
  { population, variant }: OncogenicityInput,
  { extremelyRare }: CutOffs,
): { readonly answers: readonly AnsweredCode[]; readonly cautions: readonly string[] } {
  const frequency = population === 'absent' ? 0 : (population?.maximum ?? variant.populationFrequency);
  if (frequency === undefined || !(frequency >= 0 && frequency <= 1)) {
    const unknown = open(
      frequency === undefined
        ? 'The frequency in gnomAD was not reported.'
        : 'The frequency reported is no share.',
    );
    return {
      answers: [
        ['very_common_in_population', unknown],
        ['common_in_population', unknown],
        ['absent_in_population', unknown],
      ],
      cautions: [],
    };
  }
  const reason = `Highest frequency over the continental populations of gnomAD: ${String(frequency)}.`;
  const answer = (applies: boolean) => (applies ? holds(reason) : fails(reason));
  return {
    answers: [
      ['very_common_in_population', answer(frequency > 0.05)],
      ['common_in_population', answer(frequency > 0.01)],
      ['absent_in_population', answer(frequency <= extremelyRare)],
    ],
    cautions:
      frequency > 0.01
        ? ['In a gene of hereditary cancer the cut-off is that of its ClinGen germline expert panel: check.']
        : [],
  };
}
