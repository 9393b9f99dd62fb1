import { evaluatePattern, type PatternAnswer } from '@consilium/interpretation-core';
import type { Evaluate } from '../evaluate-leaf.js';
import { open, settled } from '../judged.js';
import { factOf, fixed } from './evaluate-alteration.js';
import { profilesOf, type ViewedProfile } from './profiles-of.js';

/** A test ordered by name: what is not reported was not looked for. The newest result that settles it counts. */
export const evaluateObservation: Evaluate<'observation'> = (criterion, patient, on, references) => {
  const answers: { readonly viewed: ViewedProfile; readonly given: PatternAnswer }[] = [];
  for (const viewed of profilesOf(patient, on)) {
    const given = evaluatePattern({ observation: criterion }, viewed.profile, references.genes);
    if (given.answer !== 'unknown') {
      const facts = () => given.facts.map(({ text }) => factOf(text, viewed));
      return settled(given.answer, () => ({ facts: facts(), change: fixed }));
    }
    answers.push({ viewed, given });
  }
  return open(() => ({
    facts: answers.flatMap(({ viewed, given }) => given.facts.map(({ text }) => factOf(text, viewed))),
    missing: [
      {
        key: `observation:${criterion.gene}:${criterion.feature}${criterion.name === undefined ? '' : `:${criterion.name}`}`,
        effort: 'stain',
        text: `${criterion.gene} ${criterion.name ?? ''}${criterion.name === undefined ? '' : ' '}${criterion.feature.replaceAll('-', ' ')}`,
        state: answers.some(({ given }) => given.facts.length > 0) ? 'failed' : 'not-tested',
      },
    ],
  }));
};
