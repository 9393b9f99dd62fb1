import type { ClinicalFacts, MolecularProfile } from '@consilium/clinical';
import { dateOf, dayOf } from '../calendar.js';
import type { LeafBody, LeafKind } from '../language/criterion.js';
import { references, today } from '../matching/example-patients.fixture.js';
import type { Evaluate } from './evaluate-leaf.js';
import type { Judged } from './judged.js';

export { references, today };
export const recordedOn = '2026-11-20';
/** When the lists of a spec were taken whole. */
export const whole = '2026-11-10';

export type Facts = Partial<ClinicalFacts>;

export const factsOf = (facts: Facts): ClinicalFacts => ({
  patient: 'p',
  hospital: 'h',
  version: 1,
  recordedAt: `${recordedOn}T08:00:00Z`,
  ...facts,
});

/** Asks a criterion of a patient of whom these facts are known, with the product's own tables. */
export const asking =
  <K extends LeafKind>(evaluate: Evaluate<K>) =>
  (
    criterion: LeafBody<K>,
    facts: Facts = {},
    on: string = today,
    profiles: readonly MolecularProfile[] = [],
  ): Judged =>
    evaluate(
      criterion,
      { patient: 'p', hospital: 'h', facts: factsOf(facts), profiles },
      dayOf(on),
      references,
    );

/** Answer and last day; `always` where it stands for ever. */
export const held = ({ answer, holdsUntil }: Judged): string =>
  `${answer} ${holdsUntil === undefined ? 'always' : `until ${dateOf(holdsUntil)}`}`;

/** How a known answer changes: the day, or how certainly. */
export function changeOf(judged: Judged): string | undefined {
  const { change } = judged.reasons();
  return change?.kind === 'on-date' ? change.from : change?.kind;
}

export const keysOf = (judged: Judged): readonly string[] => judged.reasons().missing.map(({ key }) => key);
