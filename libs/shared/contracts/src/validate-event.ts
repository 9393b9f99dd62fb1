import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { fail, succeed, type Problem, type Result } from '@consilium/kernel';
import {
  eventSchemas,
  type BoardCaseChangedV1,
  type ClinicalCareTeamV1,
  type ClinicalPatientReportV1,
  type ClinicalPatientV1,
  type KnowledgeReleaseActivatedV1,
  type LabSequencingReportRejectedV1,
  type LabSequencingReportV1,
  type MatchingResultV1,
  type MolecularProfileV1,
  type TrialsMatchesChangedV1,
} from './generated/index.js';

/** The data of each event type. */
export interface EventData {
  'lab.sequencing-report.v1': LabSequencingReportV1;
  'lab.sequencing-report-rejected.v1': LabSequencingReportRejectedV1;
  'molecular.profile.v1': MolecularProfileV1;
  'clinical.patient-report.v1': ClinicalPatientReportV1;
  'clinical.patient.v1': ClinicalPatientV1;
  'clinical.care-team.v1': ClinicalCareTeamV1;
  'knowledge.release-activated.v1': KnowledgeReleaseActivatedV1;
  'matching.result.v1': MatchingResultV1;
  'trials.matches-changed.v1': TrialsMatchesChangedV1;
  'board.case-changed.v1': BoardCaseChangedV1;
}

/** More than these at once help nobody. */
const mostProblems = 50;

const ajv = new Ajv2020({ allErrors: true, strict: true, strictRequired: false, allowUnionTypes: true });
addFormats.default(ajv);
const validators = new Map<string, ValidateFunction>();

/** Checks an event's data against its schema; each problem names its place by JSON pointer. */
export function validateEvent<T extends keyof EventData>(
  type: T,
  data: unknown,
): Result<EventData[T], readonly Problem[]> {
  let validate = validators.get(type);
  if (validate === undefined) {
    validate = ajv.compile(eventSchemas[type]);
    validators.set(type, validate);
  }
  if (validate(data)) return succeed(data as EventData[T]);
  return fail((validate.errors ?? []).filter(isTelling).slice(0, mostProblems).map(asProblem));
}

/** The failing branch says what is wrong; that its union failed too adds nothing. */
const isTelling = (error: ErrorObject, _: number, all: ErrorObject[]): boolean =>
  all.length === 1 ||
  !['oneOf', 'anyOf', 'if', 'not'].includes(error.keyword) ||
  !all.some((other) => other !== error && other.instancePath.startsWith(error.instancePath));

function asProblem({ instancePath, keyword, message, params }: ErrorObject): Problem {
  const named = (name: string): string => String((params as Record<string, unknown>)[name]);
  const problem = (place: string, text: string, remedy: string): Problem => ({
    code: 'EVENTS.SCHEMA',
    place,
    message: text,
    remedy,
  });
  switch (keyword) {
    case 'required':
      return problem(
        `${instancePath}/${named('missingProperty')}`,
        'is missing.',
        'Add it as the schema describes.',
      );
    case 'additionalProperties':
      return problem(
        `${instancePath}/${named('additionalProperty')}`,
        'is not a member the schema knows.',
        'Check its spelling; names of your own begin with x-.',
      );
    case 'enum':
      return problem(
        instancePath,
        'is none of the accepted values.',
        `Use one of: ${named('allowedValues').replaceAll(',', ', ')}.`,
      );
    default:
      return problem(instancePath, `${message ?? 'is not valid'}.`, 'See the event schema.');
  }
}
