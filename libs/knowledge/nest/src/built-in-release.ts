import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Ajv2020, type AnySchemaObject } from 'ajv/dist/2020.js';
import { parse } from 'yaml';
import { describeProblem } from '@consilium/kernel';
import { assembleRelease, checkRelease, type KnowledgeRelease } from '@consilium/knowledge-core';
import { loadGeneCatalogue, loadTumourTypes } from '@consilium/platform-reference';

const { resolve } = createRequire(import.meta.url);
const schemaFile = new URL('../../../../schemas/knowledge/release.schema.json', import.meta.url);

/** The release that comes with the product. Throws when it does not fit its schema or its check: never half a release. */
export function loadBuiltInRelease(name = 'consilium-2026.11'): KnowledgeRelease {
  const folder = dirname(resolve(`@consilium/knowledge-core/releases/${name}/release.yaml`));
  const read = (file: string): unknown => parse(readFileSync(join(folder, file), 'utf8'));
  const schema = JSON.parse(readFileSync(schemaFile, 'utf8')) as AnySchemaObject;
  const evidence = readdirSync(join(folder, 'evidence')).sort();
  const assembled = assembleRelease(
    {
      release: read('release.yaml'),
      drugs: read('drugs.yaml'),
      genes: read('genes.yaml'),
      evidence: evidence.map((file) => ({ file: `evidence/${file}`, content: read(`evidence/${file}`) })),
    },
    new Ajv2020({ allErrors: true, strict: true }).compile<KnowledgeRelease>(schema),
  );
  if (!assembled.ok) throw new Error(`Release ${name}: ${assembled.error.map(describeProblem).join('; ')}`);
  const problems = checkRelease(assembled.value, {
    genes: loadGeneCatalogue(),
    tumourTypes: loadTumourTypes(),
  });
  if (problems.length > 0) throw new Error(`Release ${name}: ${problems.map(describeProblem).join('; ')}`);
  return assembled.value;
}
