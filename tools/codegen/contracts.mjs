/** Writes libs/shared/contracts/src/generated from schemas/events: one type per event, and the schemas themselves. */
import { readFileSync, readdirSync, writeFileSync, mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { compile } from 'json-schema-to-typescript';
import prettier from 'prettier';

const root = resolve(import.meta.dirname, '../..');
const source = join(root, 'schemas/events');
const target = join(root, 'libs/shared/contracts/src/generated');
const banner = '// Generated from schemas/events by `npm run generate`. Do not edit.\n';

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
