import { fail, succeed, type Problem, type Result } from '@consilium/kernel';
import { findStudies, readJsonStudy } from './read-json-study.js';
import { readXmlStudies } from './read-xml-study.js';
import { noStudies, notAStudyDocument } from './registry-problems.js';
import type { RegistryStudy } from './registry-study.js';

/** Each study for itself, in the document's order: one that is refused takes none of the others with it. */
export type StudyReading = Result<RegistryStudy, Problem>;

/**
 * Reads a file or answer of ClinicalTrials.gov: API v2 JSON (one study, a list, a page of search results, or wrapped in
 * other objects) or legacy XML, told apart by the first character. The document as a whole is refused where it cannot be
 * read, or where no study of it can: then with the reasons of each.
 */
export function readStudyReadings(text: string): Result<readonly StudyReading[], readonly Problem[]> {
  const body = text.replace(/^\uFEFF/, '').trimStart();
  if (body.startsWith('<')) {
    const read = readXmlStudies(body);
    return read.ok ? read : fail([read.error]);
  }
  let document: unknown;
  try {
    document = JSON.parse(body);
  } catch {
    return fail([notAStudyDocument('The text is neither JSON nor XML.')]);
  }
  const found = findStudies(document);
  if (found.length === 0) return fail([noStudies]);
  return succeed(found.map(({ study, at }) => readJsonStudy(study, at)));
}

/** The studies that could be read; `refused` says what became of the others. */
export interface RegistryReading {
  readonly studies: readonly RegistryStudy[];
  readonly refused: readonly Problem[];
}

export function readRegistryStudies(text: string): Result<RegistryReading, readonly Problem[]> {
  const read = readStudyReadings(text);
  if (!read.ok) return read;
  const studies = read.value.flatMap((reading) => (reading.ok ? [reading.value] : []));
  const refused = read.value.flatMap((reading) => (reading.ok ? [] : [reading.error]));
  return studies.length === 0 ? fail(refused) : succeed({ studies, refused });
}
