/** Writes docs/roles.md from the table of permissions, so that what people read is what the guard asks. */
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import prettier from 'prettier';
import { mayUse, roles, rooms } from '@consilium/platform-identity';

const target = join(resolve(import.meta.dirname, '../..'), 'docs/roles.md');

const meaningOf = {
  hospital:
    "About a hospital's patients: another hospital is answered as if there were none, and changes nothing.",
  installation: 'For the whole installation: it belongs to no hospital.',
};

const row = (cells) => `| ${cells.join(' | ')} |`;
const nameOf = (operation) => {
  const [type, field] = operation.split('.');
  return `${type.toLowerCase()} \`${field}\``;
};
const without = roles.filter(
  (role) => !rooms.some(({ operations }) => Object.values(operations).flat().includes(role)),
);
const columns = roles.filter((role) => !without.includes(role));

const sectionOf = ({ name, scope, operations }) => [
  `## ${name}`,
  '',
  meaningOf[scope],
  '',
  row(['', ...columns]),
  row(['---', ...columns.map(() => ':-:')]),
  ...Object.keys(operations).map((operation) =>
    row([nameOf(operation), ...columns.map((role) => (mayUse(role, operation) ? '●' : ''))]),
  ),
  '',
];

const document = [
  '# Who may do what',
  '',
  'Made by `npm run generate` from `libs/platform/identity/src/permissions.ts`, the table that the server asks before each',
  'operation and that the tests try, role by role. What it does not name, nobody may do. A role is part of the signed',
  'token, and so are the hospitals whose patients its bearer works with. Routes over HTTP say their roles beside them in',
  'the code.',
  '',
  `No operation yet: ${without.join(', ') || 'none'}.`,
  '',
  ...rooms.flatMap(sectionOf),
].join('\n');
writeFileSync(target, await prettier.format(document, { parser: 'markdown', printWidth: 110 }));
console.log('Wrote the table of roles.');
