import type { Answer, Metastasis, MetastaticSite } from '@consilium/clinical';
import { dateOf, type Day } from '../calendar.js';
import type { MetastasesCriterion } from '../language/clinical-criterion.js';
import { answerLeaf, fact, possible } from './answer-leaf.js';
import { metastasesOf, type DatedMetastasis } from './dated-history.js';
import { always, and, anyEntry, begunBy, closedBy, happenedBefore, type Timed } from './entries-in-time.js';
import type { Evaluate } from './evaluate-leaf.js';
import type { UsedFact } from './judged.js';
import type { Question } from './question.js';

/** Imaging older than this still counts, and is told as old. Ours: about two intervals of restaging. */
const oldAfterDays = 60;

/**
 * Whether there is a metastasis of this kind. What imaging did not show does not exist where it was looked for whole
 * (`completeOn`), however long ago: the fact shows the date. `visceral` includes liver, lung, adrenal, peritoneum and
 * pleura, as protocols use the word (MONARCH 2 and 3: an internal organ or the third space, which could include lung,
 * liver, pleural or peritoneal involvement); an `other` site may be such an organ.
 */
export const evaluateMetastases: Evaluate<'metastases'> = (criterion, patient, on) => {
  const { entries, completeOn } = metastasesOf(patient.facts);
  const { sites } = criterion;
  const found = (day: Day): Timed => anyEntry(entries, (one) => judge(one, criterion, day));
  return answerLeaf((day) => closedBy(found(day), completeOn, day), on, {
    facts: () => [
      ...entries
        .filter((one) => one.found.first <= on && judgeSite(one.entry.site, sites) !== 'not-met')
        .map(({ entry }) => factOf(entry)),
      ...(completeOn === undefined || completeOn > on ? [] : [completeFact(completeOn, on)]),
    ],
    missing: () => {
      const unclear = entries.filter((one) => judge(one, criterion, on).answer === 'unknown');
      const open = completeOn === undefined || completeOn > on;
      return questionsFor(unclear, open ? (sites ?? ['metastases']) : []);
    },
    change: possible('With treatment, or with the course of the disease.'),
  });
};

const factOf = ({ site, state, foundOn, treatedOn, stableSince }: Metastasis): UsedFact =>
  fact(
    `Metastasis: ${site}`,
    [
      state,
      treatedOn === undefined ? undefined : `treated on ${treatedOn}`,
      stableSince === undefined ? undefined : `stable since ${stableSince}`,
    ]
      .filter((word) => word !== undefined)
      .join(', '),
    foundOn,
  );

const completeFact = (completeOn: Day, on: Day): UsedFact =>
  fact(
    `Metastases looked for whole${on - completeOn > oldAfterDays ? `, more than ${String(oldAfterDays)} days before` : ''}`,
    undefined,
    dateOf(completeOn),
  );

/** One for each site, so that one scan answers whoever asks of it. */
function questionsFor(unclear: readonly DatedMetastasis[], unseen: readonly string[]): readonly Question[] {
  const known = new Set(unclear.map(({ entry }) => entry.site));
  const sites = new Set<string>([...known, ...unseen]);
  return [...sites].sort().map((site) => ({
    key: `imaging:${site}`,
    effort: 'imaging',
    text: unclear.some(({ entry }) => entry.site === site)
      ? `State of the metastases: ${site}`
      : site === 'metastases'
        ? 'Imaging for metastases'
        : `Imaging for metastases: ${site}`,
  }));
}

function judge(metastasis: DatedMetastasis, criterion: MetastasesCriterion, on: Day): Timed {
  const { sites, states, stableForDays } = criterion;
  const site = judgeSite(metastasis.entry.site, sites);
  if (site === 'not-met') return always(site);
  let answer = and(always(site), begunBy(metastasis.found, on));
  if (states !== undefined) answer = and(answer, judgeState(metastasis, states, on));
  return stableForDays === undefined
    ? answer
    : and(answer, happenedBefore(metastasis.stable, stableForDays, on));
}

function judgeState(
  { entry: { state }, treated }: DatedMetastasis,
  states: NonNullable<MetastasesCriterion['states']>,
  on: Day,
): Timed {
  if (state === undefined) return always('unknown');
  if (state === 'treated') {
    // What was before the treatment, the record no longer says.
    const { answer, until } = begunBy(treated, on);
    if (answer !== 'met') return { answer: 'unknown', until };
  }
  return always(states.includes(state) ? 'met' : 'not-met');
}

const visceral: readonly MetastaticSite[] = ['liver', 'lung', 'adrenal', 'peritoneum', 'pleura', 'visceral'];

function judgeSite(site: MetastaticSite, sites: readonly MetastaticSite[] | undefined): Answer {
  if (sites === undefined || sites.includes(site)) return 'met';
  if (sites.includes('visceral')) {
    if (visceral.includes(site)) return 'met';
    if (site === 'other') return 'unknown';
  }
  // Somewhere in the viscera: perhaps where it is asked for, and perhaps in an organ that has no name of its own here.
  return site === 'visceral' && sites.some((wanted) => wanted === 'other' || visceral.includes(wanted))
    ? 'unknown'
    : 'not-met';
}
