/** Writes the schemas of a trial and of a patient's facts from their types, so that the two cannot part. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import prettier from 'prettier';
import { createGenerator } from 'ts-json-schema-generator';

const root = resolve(import.meta.dirname, '../..');
const schemaOf = (file, type) => {
  const { $schema: _, ...schema } = createGenerator({
    path: join(root, file),
    tsconfig: join(root, 'tsconfig.json'),
    type,
    skipTypeCheck: true,
  }).createSchema(type);
  return schema;
};
const write = async (file, text, parser) =>
  writeFileSync(
    join(root, file),
    await prettier.format(text, { parser, printWidth: 110, singleQuote: parser === 'typescript' }),
  );

const subjects = [
  {
    name: 'trial',
    title: 'Trial',
    schema: schemaOf('libs/trials/core/src/language/trial.ts', 'Trial'),
  },
  {
    name: 'clinical-facts',
    title: 'Clinical facts of a patient',
    schema: schemaOf('libs/shared/clinical/src/clinical-facts.ts', 'ClinicalFacts'),
  },
];
mkdirSync(join(root, 'schemas/trials'), { recursive: true });
mkdirSync(join(root, 'libs/trials/core/src/generated'), { recursive: true });
for (const { name, title, schema } of subjects) {
  const document = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: `urn:consilium:trials:${name}`,
    title,
    description: 'Generated from the type by `npm run generate`.',
    ...schema,
  };
  await write(`schemas/trials/${name}.schema.json`, JSON.stringify(document), 'json');
}
const [trial, facts] = subjects.map(({ schema }) => JSON.stringify(schema));
await write(
  'libs/trials/core/src/generated/schemas.ts',
  `// Generated from the types by \`npm run generate\`. Do not edit.\n
/** Draft-07 schemas, as the checks of what comes in use them. */
export const trialSchema: object = ${trial};\nexport const factsSchema: object = ${facts};\n`,
  'typescript',
);
console.log('Wrote the schemas of a trial and of clinical facts.');
