import type { Answer, ConsentStatus } from '@consilium/clinical';
import type { Day } from '../calendar.js';
import { answerLeaf, fact, fixed, possible } from './answer-leaf.js';
import { always, judgeNewest, known, newestOf, statedBy } from './entries-in-time.js';
import type { Evaluate } from './evaluate-leaf.js';
import type { Question } from './question.js';

/** The newest answer; one not asked for is open. */
export const evaluateConsent: Evaluate<'consent'> = ({ to }, patient, on) => {
  const newest = (day: Day) => newestOf(patient.facts?.consents, day, (one) => one.to === to);
  return answerLeaf((day) => judgeNewest(newest(day), ({ answer }) => consented[answer]), on, {
    facts: () =>
      newest(on).items.map((one) => fact(`Consent to ${to.replaceAll('-', ' ')}`, one.answer, one.on)),
    missing: () => [
      { key: `ask:consent:${to}`, effort: 'ask', text: `Consent to ${to.replaceAll('-', ' ')}` },
    ],
    change: possible('The patient may decide otherwise.'),
  });
};

const consented: Readonly<Record<ConsentStatus['answer'], Answer>> = {
  given: 'met',
  declined: 'not-met',
  'not-asked': 'unknown',
};

export const evaluateResidence: Evaluate<'residence'> = ({ countries }, patient, on) => {
  const stated = patient.facts?.residence;
  const answerFor = (one: typeof stated): Answer =>
    one === undefined ? 'unknown' : countries.includes(one.value.country) ? 'met' : 'not-met';
  return answerLeaf((day) => statedBy(stated, day, answerFor), on, {
    facts: () => {
      const one = known(stated, on);
      return one === undefined ? [] : [fact('Residence', one.value.country, one.on, one.source)];
    },
    missing: () => [{ key: 'ask:residence', effort: 'ask', text: 'Country of residence' }],
    change: possible('The patient may move.'),
  });
};

export const evaluateLanguage: Evaluate<'language'> = ({ anyOf }, patient, on) => {
  const stated = patient.facts?.languages;
  const answerFor = (one: typeof stated): Answer =>
    one === undefined
      ? 'unknown'
      : one.value.some((language) => anyOf.includes(language))
        ? 'met'
        : 'not-met';
  return answerLeaf((day) => statedBy(stated, day, answerFor), on, {
    facts: () => {
      const one = known(stated, on);
      return one === undefined ? [] : [fact('Languages', one.value.join(', '), one.on, one.source)];
    },
    missing: () => [
      { key: 'ask:languages', effort: 'ask', text: 'Languages the patient can be informed in' },
    ],
    change: possible('An interpreter may help where the protocol allows one.'),
  });
};

/** Not needed counts as agreed: the criterion asks for what protects a child. A man's own sex does not settle it. */
export const evaluateContraception: Evaluate<'contraception'> = (_, patient, on) => {
  const stated = patient.facts?.contraception;
  const pregnancy = patient.facts?.pregnancy;
  const barrenBy = (day: Day) => {
    const one = known(pregnancy, day);
    return one?.value === 'not-of-childbearing-potential' ? one : undefined;
  };
  return answerLeaf(
    (day) => {
      const own = statedBy(stated, day, (one): Answer =>
        one === undefined
          ? barrenBy(day) === undefined
            ? 'unknown'
            : 'met'
          : one.value === 'declined'
            ? 'not-met'
            : 'met',
      );
      // Stated of her later, it counts from then on.
      const later = statedBy(pregnancy, day, () => 'unknown');
      return own.until <= later.until ? own : { answer: own.answer, until: later.until };
    },
    on,
    {
      facts: () => {
        const one = known(stated, on);
        const barren = barrenBy(on);
        return [
          ...(one === undefined ? [] : [fact('Contraception', one.value, one.on, one.source)]),
          ...(one === undefined && barren !== undefined
            ? [fact('Not of childbearing potential', undefined, barren.on, barren.source)]
            : []),
        ];
      },
      missing: () => [
        { key: 'ask:contraception', effort: 'ask', text: 'Whether contraception is agreed to' },
      ],
      change: possible('The patient may decide otherwise.'),
    },
  );
};

/** Text that nobody has structured: open for everyone until a curator does. */
export const evaluateUnstructured: Evaluate<'unstructured'> = ({ text }, _, on) =>
  answerLeaf(() => always('unknown'), on, {
    facts: () => [],
    missing: () => [questionOf(text)],
    change: fixed,
  });

function questionOf(text: string): Question {
  const plain = text.trim().replaceAll(/\s+/g, ' ');
  return {
    key: `criterion:${plain.toLowerCase()}`,
    effort: 'curate',
    text: `By hand: ${text.trim()}`,
  };
}
