import { allOf, type Answer, type DiseaseExtent, type Stage } from '@consilium/clinical';
import type { StageCriterion } from '../language/clinical-criterion.js';
import { answerLeaf, fact, possible } from './answer-leaf.js';
import { always, isKnownBy } from './entries-in-time.js';
import type { Evaluate } from './evaluate-leaf.js';

/**
 * Stage group, extent and resectability as last stated. `IV` includes `IVA`; a patient's `III` may or may not be `IIIB`.
 * No group is concluded from an extent, nor the reverse: staging systems differ by tumour.
 */
export const evaluateStage: Evaluate<'stage'> = (criterion, patient, on) => {
  const stated = patient.facts?.stage;
  const stage = stated !== undefined && isKnownBy(stated.on, on) ? stated : undefined;
  return answerLeaf(always(stage === undefined ? 'unknown' : judge(stage.value, criterion)), {
    facts: () => (stage === undefined ? [] : [fact('Stage', wordsOf(stage.value), stage.on, stage.source)]),
    missing: () => [{ key: 'imaging:stage', effort: 'imaging', text: `Stage: ${questionFor(criterion)}` }],
    change: possible('The disease may be staged anew.'),
  });
};

const judge = (stage: Stage, { groups, extents, resectable }: StageCriterion): Answer =>
  allOf([
    groups === undefined ? 'met' : judgeAny(groups.map((wanted) => judgeGroup(stage.group, wanted))),
    extents === undefined ? 'met' : judgeAny(extents.map((wanted) => judgeExtent(stage.extent, wanted))),
    resectable === undefined
      ? 'met'
      : stage.resectable === undefined
        ? 'unknown'
        : stage.resectable === resectable
          ? 'met'
          : 'not-met',
  ]);

const judgeAny = (answers: readonly Answer[]): Answer =>
  answers.includes('met') ? 'met' : answers.includes('unknown') ? 'unknown' : 'not-met';

const groupPattern = /^(?:STAGE\s+)?(0|IV|I{1,3})([A-E]\d?)?$/;

function judgeGroup(found: string | undefined, wanted: string): Answer {
  const [, numeral, division = ''] = groupPattern.exec(found?.trim().toUpperCase() ?? '') ?? [];
  const [, wantedNumeral, wantedDivision = ''] = groupPattern.exec(wanted.trim().toUpperCase()) ?? [];
  if (numeral === undefined || wantedNumeral === undefined) return 'unknown';
  if (numeral !== wantedNumeral) return 'not-met';
  if (division.startsWith(wantedDivision)) return 'met';
  return wantedDivision.startsWith(division) ? 'unknown' : 'not-met';
}

const places: readonly DiseaseExtent[] = ['localised', 'locally-advanced', 'metastatic'];

/** What has come back lies somewhere: that is no contradiction to any place. */
function judgeExtent(found: DiseaseExtent | undefined, wanted: DiseaseExtent): Answer {
  if (found === undefined) return 'unknown';
  if (found === wanted) return 'met';
  const unclear =
    (found === 'recurrent' && places.includes(wanted)) || (wanted === 'recurrent' && places.includes(found));
  return unclear ? 'unknown' : 'not-met';
}

const wordsOf = ({ system, group, extent, resectable }: Stage): string =>
  [system, group, extent, resectable === undefined ? undefined : resectable ? 'resectable' : 'not resectable']
    .filter((word) => word !== undefined)
    .join(', ');

const questionFor = ({ groups = [], extents = [], resectable }: StageCriterion): string =>
  [
    ...groups,
    ...extents,
    ...(resectable === undefined ? [] : [resectable ? 'resectable' : 'not resectable']),
  ].join(' or ');
