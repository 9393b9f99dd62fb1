/** Writes schemas/knowledge/any-release.schema.json from the type of a release, so that the two cannot part. */
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import prettier from 'prettier';
import { createGenerator } from 'ts-json-schema-generator';

const root = resolve(import.meta.dirname, '../..');
const target = join(root, 'schemas/knowledge/any-release.schema.json');
const { $schema: _, ...schema } = createGenerator({
  path: join(root, 'libs/knowledge/core/src/evidence.ts'),
  tsconfig: join(root, 'tsconfig.json'),
  type: 'KnowledgeRelease',
  skipTypeCheck: true,
}).createSchema('KnowledgeRelease');

const document = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  $id: 'urn:consilium:knowledge:any-release',
  title: 'Knowledge release of any source',
  description:
    'Generated from the type by `npm run generate`. What a curated release keeps beyond it stands in release.schema.json.',
  ...schema,
};
writeFileSync(target, await prettier.format(JSON.stringify(document), { parser: 'json', printWidth: 110 }));
console.log('Wrote the schema of a knowledge release.');
