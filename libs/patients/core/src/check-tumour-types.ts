import type { ClinicalFacts, TumourTypeTree } from '@consilium/clinical';
import type { Problem } from '@consilium/kernel';
import { problem } from './patients.errors.js';

/** Each code names a tumour of OncoTree; a retired, misspelt or tissue code is told what to send instead. */
export function checkTumourTypes(facts: ClinicalFacts, tumourTypes: TumourTypeTree): readonly Problem[] {
  const own = (facts.diagnoses ?? []).map(({ code }, index) => ({
    code,
    place: `/diagnoses/${String(index)}/code`,
  }));
  const others = (facts.otherCancers?.entries ?? []).flatMap(({ code }, index) =>
    code === undefined ? [] : [{ code, place: `/otherCancers/entries/${String(index)}/code` }],
  );
  return [...own, ...others].flatMap(({ code, place }) =>
    tumourTypes.isDiagnosis(code) ? [] : [unknown(code, place, tumourTypes)],
  );
}

function unknown(code: string, place: string, tumourTypes: TumourTypeTree): Problem {
  if (tumourTypes.find(code) !== undefined) {
    return problem(
      'PATIENTS.UNKNOWN_TUMOUR_TYPE',
      place,
      `${code} is a tissue, not a tumour type.`,
      'Send the code of the tumour, for instance LUAD rather than LUNG.',
    );
  }
  return problem(
    'PATIENTS.UNKNOWN_TUMOUR_TYPE',
    place,
    `${code} is no OncoTree code.${hint(code, tumourTypes)}`,
    'Send a code of OncoTree of 3 October 2025.',
  );
}

function hint(code: string, tumourTypes: TumourTypeTree): string {
  const replaced = tumourTypes.replacementsFor(code);
  if (replaced.length > 0) return ` It became ${replaced.join(' or ')}.`;
  const near = tumourTypes.suggestionsFor(code);
  return near.length === 0 ? '' : ` Did you mean ${near.join(' or ')}?`;
}
