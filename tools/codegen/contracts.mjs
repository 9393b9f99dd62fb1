/**
 * Writes libs/shared/contracts/src/generated from schemas/events: one type per event, and the schemas themselves. Before
 * that, the schemas of facts that are told again.
 */
import { readFileSync, readdirSync, writeFileSync, mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { compile } from 'json-schema-to-typescript';
import prettier from 'prettier';

const root = resolve(import.meta.dirname, '../..');
const source = join(root, 'schemas/events');
const target = join(root, 'libs/shared/contracts/src/generated');
const banner = '// Generated from schemas/events by `npm run generate`. Do not edit.\n';

/** A fact that a context tells again once it is checked: the same members, but its readers ignore what they do not know. */
const retold = {
  'clinical.patient.v1': {
    of: 'clinical.patient-report.v1',
    title: 'ClinicalPatientV1',
    description:
      'The clinical facts of one patient at one hospital as they stand: checked, drugs under their generic names. Generated from clinical.patient-report.v1. Readers ignore members they do not know.',
  },
};
for (const [name, { of, title, description }] of Object.entries(retold)) {
  const { $schema, ...told } = tolerant(JSON.parse(readFileSync(join(source, `${of}.schema.json`), 'utf8')));
  const schema = { $schema, ...told, $id: `urn:consilium:event:${name}`, title, description };
  const file = join(source, `${name}.schema.json`);
  const style = await prettier.resolveConfig(file);
  writeFileSync(file, await prettier.format(JSON.stringify(schema), { ...style, parser: 'json' }));
}

rmSync(target, { recursive: true, force: true });
mkdirSync(target, { recursive: true });
const names = readdirSync(source)
  .filter((file) => file.endsWith('.schema.json'))
  .map((file) => file.replace('.schema.json', ''))
  .sort();
const write = async (file, text) =>
  writeFileSync(
    join(target, file),
    await prettier.format(banner + text, { parser: 'typescript', singleQuote: true, printWidth: 110 }),
  );

function tolerant(schema) {
  if (Array.isArray(schema)) return schema.map(tolerant);
  if (schema === null || typeof schema !== 'object') return schema;
  const kept = Object.entries(schema).filter(
    ([key]) => !('properties' in schema && ['additionalProperties', 'patternProperties'].includes(key)),
  );
  return Object.fromEntries(kept.map(([key, value]) => [key, tolerant(value)]));
}

/** What only validation needs would blur the types: which members must stand together, and free x- names. */
function forTypes(schema) {
  if (Array.isArray(schema)) return schema.map(forTypes);
  if (schema === null || typeof schema !== 'object') return schema;
  const kept = Object.entries(schema).filter(
    ([key]) => !('properties' in schema && ['anyOf', 'oneOf', 'patternProperties'].includes(key)),
  );
  return Object.fromEntries(kept.map(([key, value]) => [key, forTypes(value)]));
}

const options = {
  bannerComment: '',
  additionalProperties: false,
  ignoreMinAndMaxItems: true,
  unreachableDefinitions: false,
};
const readonly = (text) => text.replaceAll(/([A-Za-z0-9_]+|\([^()]*\))\[\]/g, 'readonly $&');

const schemas = {};
for (const name of names) {
  const schema = JSON.parse(readFileSync(join(source, `${name}.schema.json`), 'utf8'));
  schemas[name] = schema;
  await write(`${name}.ts`, readonly(await compile(forTypes(schema), schema.title, options)));
}
await write(
  'event-schemas.ts',
  `/** The JSON Schema of each event type's data. */\nexport const eventSchemas = ${JSON.stringify(schemas)} as const;\n`,
);
await write(
  'index.ts',
  names.map((name) => `export type { ${schemas[name].title} } from './${name}.js';`).join('\n') +
    `\nexport { eventSchemas } from './event-schemas.js';\n`,
);
console.log(`Wrote the types of ${names.length} events.`);
