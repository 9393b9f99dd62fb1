import { type Answer, type DiseaseExtent, type Stage } from '@consilium/clinical';
import type { StageCriterion } from '../language/clinical-criterion.js';
import { answerLeaf, fact, possible } from './answer-leaf.js';
import { known, statedBy } from './entries-in-time.js';
import type { Evaluate } from './evaluate-leaf.js';

/**
 * Stage group, extent and resectability as last stated. `IV` includes `IVA`; a patient's `III` may or may not be `IIIB`.
 * No group is concluded from an extent, nor the reverse: staging systems differ by tumour (AJCC 8 calls a locally
 * advanced cancer of the larynx IVA).
 */
export const evaluateStage: Evaluate<'stage'> = (criterion, patient, on) => {
  const stated = patient.facts?.stage;
  return answerLeaf((day) => statedBy(stated, day, (stage) => judge(stage?.value, criterion)), on, {
    facts: () => {
      const stage = known(stated, on);
      return stage === undefined ? [] : [fact('Stage', wordsOf(stage.value), stage.on, stage.source)];
    },
    missing: () => [{ key: 'imaging:stage', effort: 'imaging', text: `Stage: ${questionFor(criterion)}` }],
    change: possible('The disease may be staged anew.'),
  });
};

function judge(stage: Stage | undefined, { groups, extents, resectable }: StageCriterion): Answer {
  if (stage === undefined) return 'unknown';
  const group = groups === undefined ? 'met' : judgeAny(stage.group, groups, judgeGroup);
  const extent = extents === undefined ? 'met' : judgeAny(stage.extent, extents, judgeExtent);
  const surgery =
    resectable === undefined
      ? 'met'
      : stage.resectable === undefined
        ? 'unknown'
        : stage.resectable === resectable
          ? 'met'
          : 'not-met';
  if (group === 'not-met' || extent === 'not-met' || surgery === 'not-met') return 'not-met';
  return group === 'unknown' || extent === 'unknown' || surgery === 'unknown' ? 'unknown' : 'met';
}

function judgeAny<T>(
  found: T | undefined,
  wanted: readonly T[],
  judgeOne: (found: T, wanted: T) => Answer,
): Answer {
  let answer: Answer = 'not-met';
  for (const one of wanted) {
    const here = found === undefined ? 'unknown' : judgeOne(found, one);
    if (here === 'met') return here;
    if (here === 'unknown') answer = here;
  }
  return answer;
}

interface Group {
  /** In capitals without `STAGE` and spaces. */
  readonly text: string;
  /** Absent where the group is not written in roman numbers (`M`, `LIMITED`). */
  readonly numeral?: string;
  readonly division: string;
}

/** As AJCC, FIGO and Ann Arbor write them: `IVA`, `IA3`, `IIIA1(i)`, `IIIC1r`, `IIE`, `IIX`. */
const groupPattern = /^(0|IV|I{1,3})((?:[A-HJ-UW-Z]\d?(?:\([IV]+\))?R?)?)$/;
const groups = new Map<string, Group>();
const mostGroups = 10_000;

function readGroup(written: string): Group {
  let group = groups.get(written);
  if (group === undefined) {
    if (groups.size >= mostGroups) groups.clear();
    const text = written
      .toUpperCase()
      .replace(/^\s*STAGE\b/, '')
      .replaceAll(/\s+/g, '');
    const [, numeral, division = ''] = groupPattern.exec(text) ?? [];
    groups.set(written, (group = { text, division, ...(numeral === undefined ? {} : { numeral }) }));
  }
  return group;
}

function judgeGroup(foundText: string, wantedText: string): Answer {
  const found = readGroup(foundText);
  const wanted = readGroup(wantedText);
  if (found.text === wanted.text) return 'met';
  if (found.numeral === undefined || wanted.numeral === undefined) return 'unknown';
  if (found.numeral !== wanted.numeral) return 'not-met';
  if (found.division.startsWith(wanted.division)) return 'met';
  return wanted.division.startsWith(found.division) ? 'unknown' : 'not-met';
}

const places: readonly DiseaseExtent[] = ['localised', 'locally-advanced', 'metastatic'];

/** What has come back lies somewhere: that is no contradiction to any place. */
function judgeExtent(found: DiseaseExtent, wanted: DiseaseExtent): Answer {
  if (found === wanted) return 'met';
  const unclear =
    (found === 'recurrent' && places.includes(wanted)) || (wanted === 'recurrent' && places.includes(found));
  return unclear ? 'unknown' : 'not-met';
}

const wordsOf = ({ system, group, extent, resectable }: Stage): string =>
  [system, group, extent, resectable === undefined ? undefined : resectable ? 'resectable' : 'not resectable']
    .filter((word) => word !== undefined)
    .join(', ');

const questionFor = ({ groups: wanted = [], extents = [], resectable }: StageCriterion): string =>
  [wanted, extents, resectable === undefined ? [] : [resectable ? 'resectable' : 'not resectable']]
    .filter((words) => words.length > 0)
    .map((words) => words.join(' or '))
    .join('; ');
