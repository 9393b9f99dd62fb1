import type { Answer } from '@consilium/clinical';
import type { CopyNumberCriterion } from '../../language/molecular-criterion.js';
import type { Evaluate } from '../evaluate-leaf.js';
import { open, settled } from '../judged.js';
import { factOf, fixed, seek, soughtFor, type Sought } from './evaluate-alteration.js';
import { profilesOf } from './profiles-of.js';

/** Copy number by state and, where asked, by absolute copies. */
export const evaluateCopyNumber: Evaluate<'copyNumber'> = (criterion, patient, on, references) =>
  criterion.copiesAtLeast === undefined && criterion.copiesAtMost === undefined
    ? seek(soughtFor(criterion, copyNumberSought), patient, on, references)
    : countCopies(criterion, patient, on, references);

const copyNumberSought = ({ gene, states }: CopyNumberCriterion): Sought => ({
  pattern: { copyNumber: { gene, states } },
  alteration: 'copy-number',
  genes: [gene],
  germlineOnly: false,
});

const countCopies: Evaluate<'copyNumber'> = (criterion, patient, on, references) => {
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
    : seek(soughtFor(criterion, copyNumberSought), patient, on, references);
};

function fitsCopies(
  copies: number | undefined,
  { copiesAtLeast, copiesAtMost }: CopyNumberCriterion,
): Answer {
  if (copies === undefined) return 'unknown';
  return copies >= (copiesAtLeast ?? -Infinity) && copies <= (copiesAtMost ?? Infinity) ? 'met' : 'not-met';
}
