import type { Metastasis, MetastaticSite } from '@consilium/clinical';
import type { Day } from '../calendar.js';
import type { MetastasesCriterion } from '../language/clinical-criterion.js';
import { answerLeaf, fact, possible } from './answer-leaf.js';
import { allTimed, always, anyTimed, closedBy, happenedBefore, type Timed } from './entries-in-time.js';
import type { Evaluate } from './evaluate-leaf.js';

/**
 * Whether there is a metastasis of this kind. What imaging did not show does not exist where it was looked for whole
 * (`completeOn`), however long ago: the fact shows the date. `visceral` includes liver, lung, adrenal, peritoneum and
 * pleura, as protocols use the word.
 */
export const evaluateMetastases: Evaluate<'metastases'> = (criterion, patient, on) => {
  const list = patient.facts?.metastases;
  const found = anyTimed((list?.entries ?? []).map((one) => judge(one, criterion, on)));
  const { sites } = criterion;
  return answerLeaf(closedBy(found, list?.completeOn, on), {
    facts: () => [
      ...(list?.entries ?? [])
        .filter((one) => judgeSite(one.site, sites) !== 'not-met')
        .map(({ site, state, foundOn, stableSince }) =>
          fact(
            `Metastasis: ${site}`,
            [state, stableSince === undefined ? undefined : `stable since ${stableSince}`]
              .filter((word) => word !== undefined)
              .join(', '),
            foundOn,
          ),
        ),
      ...(list?.completeOn === undefined
        ? []
        : [fact('Metastases looked for whole', undefined, list.completeOn)]),
    ],
    missing: () => [
      {
        key: `imaging:${sites?.join('|') ?? 'metastases'}`,
        effort: 'imaging',
        text:
          found.answer === 'unknown'
            ? `State of the metastases${sites === undefined ? '' : ` in ${sites.join(' or ')}`}`
            : `Imaging${sites === undefined ? '' : ` of ${sites.join(' or ')}`}`,
      },
    ],
    change: possible('With treatment, or with the course of the disease.'),
    turns: criterion.stableForDays !== undefined,
  });
};

function judge(
  metastasis: Metastasis,
  { sites, states, stableForDays }: MetastasesCriterion,
  on: Day,
): Timed {
  const { site, state } = metastasis;
  return allTimed([
    always(judgeSite(site, sites)),
    always(
      states === undefined
        ? 'met'
        : state === undefined
          ? 'unknown'
          : states.includes(state)
            ? 'met'
            : 'not-met',
    ),
    stableForDays === undefined
      ? always('met')
      : happenedBefore(metastasis.stableSince ?? metastasis.treatedOn, stableForDays, on),
  ]);
}

const visceral: readonly MetastaticSite[] = ['liver', 'lung', 'adrenal', 'peritoneum', 'pleura', 'visceral'];

function judgeSite(
  site: MetastaticSite,
  sites: readonly MetastaticSite[] | undefined,
): 'met' | 'not-met' | 'unknown' {
  if (sites === undefined || sites.includes(site)) return 'met';
  if (sites.includes('visceral') && visceral.includes(site)) return 'met';
  return site === 'visceral' && sites.some((wanted) => visceral.includes(wanted)) ? 'unknown' : 'not-met';
}
