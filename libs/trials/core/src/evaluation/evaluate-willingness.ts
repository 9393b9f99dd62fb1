import { answerLeaf, fact, fixed, possible } from './answer-leaf.js';
import { always, isKnownBy, newestBy } from './entries-in-time.js';
import type { Evaluate } from './evaluate-leaf.js';

/** The newest answer; one not asked for is open. */
export const evaluateConsent: Evaluate<'consent'> = ({ to }, patient, on) => {
  const newest = newestBy(patient.facts?.consents ?? [], on, (one) => one.to === to);
  const answer =
    newest === undefined || newest.answer === 'not-asked'
      ? 'unknown'
      : newest.answer === 'given'
        ? 'met'
        : 'not-met';
  return answerLeaf(always(answer), {
    facts: () =>
      newest === undefined ? [] : [fact(`Consent to ${to.replaceAll('-', ' ')}`, newest.answer, newest.on)],
    missing: () => [
      { key: `ask:consent:${to}`, effort: 'ask', text: `Consent to ${to.replaceAll('-', ' ')}` },
    ],
    change: possible('The patient may decide otherwise.'),
  });
};

export const evaluateResidence: Evaluate<'residence'> = ({ countries }, patient, on) => {
  const stated = patient.facts?.residence;
  const known = stated !== undefined && isKnownBy(stated.on, on) ? stated : undefined;
  const answer =
    known === undefined ? 'unknown' : countries.includes(known.value.country) ? 'met' : 'not-met';
  return answerLeaf(always(answer), {
    facts: () =>
      known === undefined ? [] : [fact('Residence', known.value.country, known.on, known.source)],
    missing: () => [{ key: 'ask:residence', effort: 'ask', text: 'Country of residence' }],
    change: possible('The patient may move.'),
  });
};

export const evaluateLanguage: Evaluate<'language'> = ({ anyOf }, patient, on) => {
  const stated = patient.facts?.languages;
  const known = stated !== undefined && isKnownBy(stated.on, on) ? stated : undefined;
  const answer =
    known === undefined
      ? 'unknown'
      : known.value.some((language) => anyOf.includes(language))
        ? 'met'
        : 'not-met';
  return answerLeaf(always(answer), {
    facts: () =>
      known === undefined ? [] : [fact('Languages', known.value.join(', '), known.on, known.source)],
    missing: () => [
      { key: 'ask:languages', effort: 'ask', text: 'Languages the patient can be informed in' },
    ],
    change: possible('An interpreter may help where the protocol allows one.'),
  });
};

/** Not needed counts as agreed: the criterion asks for what protects a child. A man's own sex does not settle it. */
export const evaluateContraception: Evaluate<'contraception'> = (_, patient, on) => {
  const facts = patient.facts;
  const stated = facts?.contraception;
  const known = stated !== undefined && isKnownBy(stated.on, on) ? stated : undefined;
  const barren =
    facts?.pregnancy?.value === 'not-of-childbearing-potential' && isKnownBy(facts.pregnancy.on, on);
  const answer =
    known === undefined ? (barren ? 'met' : 'unknown') : known.value === 'declined' ? 'not-met' : 'met';
  return answerLeaf(always(answer), {
    facts: () => [
      ...(known === undefined ? [] : [fact('Contraception', known.value, known.on, known.source)]),
      ...(known === undefined && barren
        ? [fact('Not of childbearing potential', undefined, facts.pregnancy.on)]
        : []),
    ],
    missing: () => [{ key: 'ask:contraception', effort: 'ask', text: 'Whether contraception is agreed to' }],
    change: possible('The patient may decide otherwise.'),
  });
};

/** Text that nobody has structured: open for everyone until a curator does. */
export const evaluateUnstructured: Evaluate<'unstructured'> = ({ text }) =>
  answerLeaf(always('unknown'), {
    facts: () => [],
    missing: () => [
      {
        key: `criterion:${text.trim().toLowerCase().slice(0, 80)}`,
        effort: 'curate',
        text: `By hand: ${text.trim()}`,
      },
    ],
    change: fixed,
  });
