import { readFileSync } from 'node:fs';
import { Ajv, type AnySchemaObject, type ValidateFunction } from 'ajv';
import { fail, succeed, type Problem, type Result } from '@consilium/kernel';
import { checkReferences, type KnowledgeRelease } from '@consilium/knowledge-core';
import { loadTumourTypes } from '@consilium/platform-reference';

const schemaFile = new URL('../../../../schemas/knowledge/any-release.schema.json', import.meta.url);
let compiled: ValidateFunction<KnowledgeRelease> | undefined;

/** Whether a document has the shape of a release, whatever its source. */
export function releaseShape(): ValidateFunction<KnowledgeRelease> {
  compiled ??= new Ajv({ allErrors: true, strict: true, allowUnionTypes: true }).compile<KnowledgeRelease>(
    JSON.parse(readFileSync(schemaFile, 'utf8')) as AnySchemaObject,
  );
  return compiled;
}

/** More than these at once help nobody. */
const mostProblems = 50;

/** A release someone imported and sent. Refused where its shape or its references do not hold. */
export function readImportedRelease(text: string): Result<KnowledgeRelease, readonly Problem[]> {
  const document = parse(text);
  if (document === undefined) return fail([notJson]);
  const isRelease = releaseShape();
  if (!isRelease(document)) {
    return fail(
      (isRelease.errors ?? []).slice(0, mostProblems).map(({ instancePath, message = '' }) => ({
        code: 'KNOWLEDGE.SCHEMA',
        place: instancePath,
        message: `${message}.`,
        remedy: 'See schemas/knowledge/any-release.schema.json.',
      })),
    );
  }
  const problems = checkReferences(document, loadTumourTypes());
  return problems.length === 0 ? succeed(document) : fail(problems.slice(0, mostProblems));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const notJson: Problem = {
  code: 'KNOWLEDGE.NOT_JSON',
  place: '',
  message: 'The release is not JSON.',
  remedy: 'Send the file that `consilium knowledge import` writes.',
};
