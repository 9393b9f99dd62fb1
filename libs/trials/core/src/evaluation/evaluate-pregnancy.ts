import type { ClinicalFacts } from '@consilium/clinical';
import { dayOf, type Day } from '../calendar.js';
import { answerLeaf, fact, fixed, possible } from './answer-leaf.js';
import { always, known, statedBy, type Timed } from './entries-in-time.js';
import type { Evaluate } from './evaluate-leaf.js';
import type { LeafBody } from '../language/criterion.js';

/** A test older than this no longer says "not pregnant". Ours: protocols ask for one within 7 to 28 days. */
const testHoldsDays = 28;

/** Whether the patient is pregnant or breast-feeding. Men, and women past childbearing, are neither. */
export const evaluatePregnancy: Evaluate<'pregnancy'> = (criterion, patient, on) => {
  const { facts } = patient;
  return answerLeaf((day) => judge(criterion, facts, day), on, {
    facts: () => {
      const stated = known(facts?.pregnancy, on);
      return [
        ...(facts?.sex === undefined ? [] : [fact('Sex', facts.sex)]),
        ...(stated === undefined
          ? []
          : [fact('Pregnancy', stated.value.replaceAll('-', ' '), stated.on, stated.source)]),
      ];
    },
    missing: () => [
      ...(criterion.states.includes('pregnant')
        ? [{ key: 'lab:pregnancy-test', effort: 'lab', text: 'A pregnancy test' } as const]
        : []),
      ...(criterion.states.includes('breastfeeding') && saysNothingOfMilk(known(facts?.pregnancy, on)?.value)
        ? [{ key: 'ask:breastfeeding', effort: 'ask', text: 'Whether the patient breast-feeds' } as const]
        : []),
    ],
    change:
      facts?.sex === 'male' || facts?.pregnancy?.value === 'not-of-childbearing-potential'
        ? fixed
        : possible('With time.'),
  });
};

const saysNothingOfMilk = (value: Statement | undefined): boolean =>
  value === undefined || value === 'pregnant';

type Statement = NonNullable<ClinicalFacts['pregnancy']>['value'];

function judge({ states }: LeafBody<'pregnancy'>, facts: ClinicalFacts | undefined, on: Day): Timed {
  const asksPregnant = states.includes('pregnant');
  const stated = facts?.pregnancy;
  const value = known(stated, on)?.value;
  // A man of whom either is stated is a contradiction, and the statement the safer of the two.
  if (facts?.sex === 'male' && value !== 'pregnant' && value !== 'breastfeeding')
    return statedBy(stated, on, () => 'not-met');
  if (stated === undefined || value === undefined) return statedBy(stated, on, () => 'unknown');
  if (value === 'not-of-childbearing-potential') return always('not-met');
  if (value !== 'neither')
    // Of the other the statement says nothing.
    return always(states.includes(value) ? 'met' : 'unknown');
  if (!asksPregnant) return always('not-met');
  const until = dayOf(stated.on) + testHoldsDays;
  return on <= until ? { answer: 'not-met', until } : always('unknown');
}
