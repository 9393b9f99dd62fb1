import type { Answer } from '@consilium/clinical';
import type { Evaluate } from '../evaluate-leaf.js';
import { open, settled } from '../judged.js';
import { factOf, fixed } from './evaluate-alteration.js';
import { profilesOf } from './profiles-of.js';

/** A mutational signature by the laboratory's call, or by its share where the protocol names one. */
export const evaluateSignature: Evaluate<'signature'> = ({ name, shareAtLeast }, patient, on) => {
  const reported = profilesOf(patient, on).flatMap((viewed) =>
    (viewed.profile.signatures ?? [])
      .filter((signature) => signature.name.toLowerCase() === name.toLowerCase())
      .map((signature) => ({ viewed, signature })),
  );
  const answers = reported.map(({ viewed, signature: { state, share } }) => ({
    fact: () =>
      factOf(
        `${name} ${state}`,
        viewed,
        share === undefined ? undefined : `${String(Math.round(share * 100))} % of mutations`,
      ),
    answer: judgeSignature(state, share, shareAtLeast),
  }));
  const first = answers.find(({ answer }) => answer !== 'unknown');
  if (first !== undefined && first.answer !== 'unknown')
    return settled(first.answer, () => ({ facts: [first.fact()], change: fixed }));
  return open(() => ({
    facts: answers.map(({ fact }) => fact()),
    missing: [
      {
        key: `signature:${name}`,
        effort: 'panel',
        text: `Mutational signature ${name}`,
        state: answers.length > 0 ? 'failed' : 'not-tested',
      },
    ],
  }));
};

function judgeSignature(state: string, share: number | undefined, atLeast: number | undefined): Answer {
  if (state !== 'present' && state !== 'absent') return 'unknown';
  if (atLeast === undefined) return state === 'present' ? 'met' : 'not-met';
  if (share === undefined) return state === 'absent' ? 'not-met' : 'unknown';
  return share >= atLeast ? 'met' : 'not-met';
}
