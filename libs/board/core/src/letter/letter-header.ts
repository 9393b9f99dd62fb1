import type { ClinicalFacts } from '@consilium/clinical';
import { bounded, letterLimits } from './bounded.js';
import type { LetterHeader, LetterTreatment } from './letter.js';
import type { LetterSource } from './letter-source.js';

/** Who, what and where, as the signature froze it. */
export function composeHeader(source: LetterSource): Omit<LetterHeader, 'signed'> {
  const { file, meeting, referral, clinicalFacts } = source;
  const main = referral?.diagnoses.find(({ isMain }) => isMain);
  const code = file?.diagnosis ?? main?.code;
  const stage = clinicalFacts?.stage;
  const ecog = newestEcog(clinicalFacts);
  const board = meeting?.boardName ?? meeting?.board;
  return {
    ...(file === undefined || file === null ? {} : { hospital: file.hospital }),
    ...(board === undefined ? {} : { board }),
    ...(meeting === undefined || meeting === null ? {} : { meetingOn: meeting.on }),
    ...(code === undefined
      ? {}
      : {
          diagnosis: {
            code,
            ...(file?.diagnosisName === undefined ? {} : { name: file.diagnosisName }),
            ...(main === undefined ? {} : { topography: main.topography, morphology: main.morphology }),
          },
        }),
    ...(stage === undefined
      ? {}
      : {
          stage: {
            ...(stage.value.system === undefined ? {} : { system: stage.value.system }),
            ...(stage.value.group === undefined ? {} : { group: stage.value.group }),
            ...(stage.value.extent === undefined ? {} : { extent: stage.value.extent }),
            on: stage.on,
          },
        }),
    ...(ecog === undefined ? {} : { ecog }),
    ...(referral === null ? {} : { reason: referral.reason, question: referral.question }),
    ...treatmentsOf(clinicalFacts),
  };
}

function newestEcog(facts: ClinicalFacts | null): LetterHeader['ecog'] {
  return (facts?.performance ?? [])
    .filter(({ scale }) => scale === 'ECOG')
    .map(({ value, on }) => ({ value, on }))
    .toSorted((a, b) => (a.on < b.on ? 1 : -1))[0];
}

function treatmentsOf(facts: ClinicalFacts | null): Pick<LetterHeader, 'treatments'> {
  const courses = facts?.therapies?.entries.filter(({ type }) => type === 'systemic');
  if (courses === undefined) return {};
  const told = courses
    .toSorted((a, b) => ((a.startedOn ?? '') < (b.startedOn ?? '') ? 1 : -1))
    .map((course): LetterTreatment => ({
      drugs: course.drugs.length > 0 ? course.drugs : (course.classes ?? []),
      ...(course.line === undefined ? {} : { line: course.line }),
      ...(course.startedOn === undefined ? {} : { from: course.startedOn }),
      ...(course.endedOn === undefined ? {} : { until: course.endedOn }),
      ongoing: course.ongoing === true,
      ...(course.bestResponse === undefined ? {} : { bestResponse: course.bestResponse }),
      ...(course.outcome === undefined ? {} : { outcome: course.outcome }),
    }));
  return { treatments: bounded(told, letterLimits.treatments) };
}
