/** Writes the schema of a letter's JSON from its type, so that the two cannot part. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import prettier from 'prettier';
import { createGenerator } from 'ts-json-schema-generator';

const root = resolve(import.meta.dirname, '../..');
const { $schema: _, ...schema } = createGenerator({
  path: join(root, 'libs/board/core/src/letter/letter.ts'),
  tsconfig: join(root, 'tsconfig.json'),
  type: 'Letter',
  skipTypeCheck: true,
}).createSchema('Letter');
const document = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  $id: 'urn:consilium:letter:v1',
  title: 'Letter of a signed recommendation',
  description: 'Generated from the type by `npm run generate`. A published version only grows.',
  ...schema,
};
mkdirSync(join(root, 'schemas/letter'), { recursive: true });
writeFileSync(
  join(root, 'schemas/letter/letter.v1.schema.json'),
  await prettier.format(JSON.stringify(document), { parser: 'json', printWidth: 110 }),
);
console.log('Wrote the schema of a letter.');
