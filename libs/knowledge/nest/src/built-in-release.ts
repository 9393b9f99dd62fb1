import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Ajv2020, type AnySchemaObject } from 'ajv/dist/2020.js';
import { parse } from 'yaml';
import { describeProblem } from '@consilium/kernel';
import { assembleRelease, checkRelease, type KnowledgeRelease } from '@consilium/knowledge-core';
import { loadGeneCatalogue, loadTumourTypes } from '@consilium/platform-reference';
import { releaseShape } from './read-imported-release.js';

const { resolve } = createRequire(import.meta.url);
const schemaFile = new URL('../../../../schemas/knowledge/release.schema.json', import.meta.url);

/** Files of rules beside the statements; each becomes the member of its name. */
const tableFiles = ['pharmacogenomics', 'interactions', 'hereditary', 'biomarkers', 'pathways'] as const;

let loaded: KnowledgeRelease | undefined;

/**
 * The release that comes with the product; read once per process. Throws when it does not fit its schemas or its check:
 * never half a release.
 */
export function loadBuiltInRelease(): KnowledgeRelease {
  loaded ??= readRelease('consilium-2026.11');
  return loaded;
}

function readRelease(name: string): KnowledgeRelease {
  const folder = dirname(resolve(`@consilium/knowledge-core/releases/${name}/release.yaml`));
  const read = (file: string): unknown => parse(readFileSync(join(folder, file), 'utf8'));
  const schema = JSON.parse(readFileSync(schemaFile, 'utf8')) as AnySchemaObject;
  const isCurated = new Ajv2020({ allErrors: true, strict: true }).compile(schema);
  const hasShape = releaseShape();
  const isRelease = (document: unknown): document is KnowledgeRelease =>
    isCurated(withoutTables(document)) && hasShape(document);
  const assembled = assembleRelease(
    {
      release: read('release.yaml'),
      drugs: read('drugs.yaml'),
      genes: read('genes.yaml'),
      evidence: readdirSync(join(folder, 'evidence'))
        .sort()
        .map((file) => ({ file: `evidence/${file}`, content: read(`evidence/${file}`) })),
      tables: Object.fromEntries(tableFiles.map((file) => [file, read(`${file}.yaml`)])),
    },
    isRelease,
  );
  if (!assembled.ok) {
    const why = [...(isCurated.errors ?? []), ...(hasShape.errors ?? [])]
      .slice(0, 5)
      .map(({ instancePath, message = '' }) => `${instancePath} ${message}`);
    throw new Error(`Release ${name}: ${[...assembled.error.map(describeProblem), ...why].join('; ')}`);
  }
  const problems = checkRelease(assembled.value, {
    genes: loadGeneCatalogue(),
    tumourTypes: loadTumourTypes(),
  });
  if (problems.length > 0) throw new Error(`Release ${name}: ${problems.map(describeProblem).join('; ')}`);
  return assembled.value;
}

function withoutTables(document: unknown): unknown {
  if (typeof document !== 'object' || document === null) return document;
  return Object.fromEntries(Object.entries(document).filter(([member]) => member !== 'tables'));
}
