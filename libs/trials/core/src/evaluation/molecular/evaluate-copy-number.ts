import type { Answer } from '@consilium/clinical';
import type { CopyNumberCriterion } from '../../language/molecular-criterion.js';
import type { Evaluate } from '../evaluate-leaf.js';
import { open, settled } from '../judged.js';
import { factOf, fixed, seek, soughtFor } from './evaluate-alteration.js';
import { profilesOf } from './profiles-of.js';

/** Copy number by state and, where asked, by absolute copies. */
export const evaluateCopyNumber: Evaluate<'copyNumber'> = (criterion, patient, on, references) => {
  const wanted = soughtFor(criterion, () => ({
    pattern: { copyNumber: { gene: criterion.gene, states: criterion.states } },
    alteration: 'copy-number',
    genes: [criterion.gene],
    germlineOnly: false,
  }));
  const { copiesAtLeast, copiesAtMost } = criterion;
  if (copiesAtLeast === undefined && copiesAtMost === undefined) return seek(wanted, patient, on, references);
  const found = profilesOf(patient, on).flatMap((viewed) =>
    viewed.profile.copyNumberAlterations
      .filter(({ gene, state }) => gene === criterion.gene && criterion.states.includes(state))
      .map(({ copies }) => ({ viewed, copies, fits: fitsCopies(copies, criterion) })),
  );
  const facts = (answer: Answer) =>
    found
      .filter(({ fits }) => fits === answer)
      .map(({ viewed, copies }) =>
        factOf(
          `${criterion.gene} copy number`,
          viewed,
          copies === undefined ? 'copies not reported' : `${String(copies)} copies`,
        ),
      );
  if (found.some(({ fits }) => fits === 'met'))
    return settled('met', () => ({ facts: facts('met'), change: fixed }));
  if (found.some(({ fits }) => fits === 'unknown')) {
    return open(() => ({
      facts: facts('unknown'),
      missing: [
        {
          key: `clarify:copies:${criterion.gene}`,
          effort: 'ask',
          text: `The number of copies of ${criterion.gene}, which the laboratory did not report`,
        },
      ],
    }));
  }
  return found.length > 0
    ? settled('not-met', () => ({ facts: facts('not-met'), change: fixed }))
    : seek(wanted, patient, on, references);
};

function fitsCopies(
  copies: number | undefined,
  { copiesAtLeast, copiesAtMost }: CopyNumberCriterion,
): Answer {
  if (copies === undefined) return 'unknown';
  return copies >= (copiesAtLeast ?? -Infinity) && copies <= (copiesAtMost ?? Infinity) ? 'met' : 'not-met';
}
