import { dayOf } from '../calendar.js';
import { answerLeaf, fact, fixed, possible } from './answer-leaf.js';
import { always, isKnownBy } from './entries-in-time.js';
import type { Evaluate } from './evaluate-leaf.js';

/** A test older than this no longer says "not pregnant". Ours: protocols ask for one within 7 to 28 days. */
const testHoldsDays = 28;

/** Whether the patient is pregnant or breast-feeding. Men, and women past childbearing, are neither. */
export const evaluatePregnancy: Evaluate<'pregnancy'> = ({ states }, patient, on) => {
  const { sex, pregnancy } = patient.facts ?? {};
  const known = pregnancy !== undefined && isKnownBy(pregnancy.on, on) ? pregnancy : undefined;
  const facts = () => [
    ...(sex === undefined ? [] : [fact('Sex', sex)]),
    ...(known === undefined
      ? []
      : [fact('Pregnancy', known.value.replaceAll('-', ' '), known.on, known.source)]),
  ];
  const missing = () => [{ key: 'lab:pregnancy-test', effort: 'lab', text: 'A pregnancy test' } as const];
  if (sex === 'male' || known?.value === 'not-of-childbearing-potential')
    return answerLeaf(always('not-met'), { facts, missing, change: fixed });
  if (known === undefined) return answerLeaf(always('unknown'), { facts, missing, change: fixed });
  const change = possible('With time.');
  if (known.value !== 'neither') {
    const answer = states.some((state) => state === known.value) ? 'met' : 'not-met';
    return answerLeaf(always(answer), { facts, missing, change });
  }
  const until = dayOf(known.on) + testHoldsDays;
  const tested = states.includes('pregnant') ? { answer: 'not-met' as const, until } : always('not-met');
  return answerLeaf(until < on && states.includes('pregnant') ? always('unknown') : tested, {
    facts,
    missing,
    change,
  });
};
