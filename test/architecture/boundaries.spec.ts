import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { repository } from '../support/consilium.js';

/** Imports that must not pass, each in a place where somebody might be tempted. */
const forbidden: readonly (readonly [string, string, string, RegExp])[] = [
  [
    'a core that reaches for the framework',
    'libs/board/core/src',
    `import { Injectable } from '@nestjs/common';\nexport const planted = Injectable;\n`,
    /enforce-module-boundaries/,
  ],
  [
    'a core that reads files',
    'libs/genomics/core/src',
    `import { readFileSync } from 'node:fs';\nexport const planted = readFileSync;\n`,
    /no-restricted-imports/,
  ],
  [
    'a core that looks at the clock',
    'libs/interpretation/core/src',
    `export const planted = (): number => Date.now();\n`,
    /no-restricted-properties/,
  ],
  [
    'a shell that imports the shell of another context',
    'libs/board/nest/src',
    `import { GenomicsModule } from '@consilium/genomics-nest';\nexport const planted = GenomicsModule;\n`,
    /enforce-module-boundaries|no-restricted-imports/,
  ],
  [
    'a context that imports the board',
    'libs/genomics/core/src',
    `import { encodeCursor } from '@consilium/board-core';\nexport const planted = encodeCursor;\n`,
    /enforce-module-boundaries/,
  ],
  [
    'a shell that talks to Kafka itself',
    'libs/board/nest/src',
    `import { Kafka } from 'kafkajs';\nexport const planted = Kafka;\n`,
    /enforce-module-boundaries/,
  ],
  [
    'a circle',
    'libs/board/core/src',
    `import { plantedBack } from './planted-circle.js';\nexport const planted = plantedBack;\n`,
    /no-cycle/,
  ],
];

const files: string[] = [];
const plant = (folder: string, name: string, text: string): string => {
  const file = join(repository, folder, name);
  writeFileSync(file, text);
  files.push(file);
  return file;
};

describe('the import rules', () => {
  afterEach(() => {
    for (const file of files.splice(0)) rmSync(file, { force: true });
  });

  it.each(forbidden)(
    'refuse %s',
    (_, folder, text, rule) => {
      const file = plant(folder, 'planted.ts', text);
      if (text.includes('planted-circle'))
        plant(
          folder,
          'planted-circle.ts',
          `import { planted } from './planted.js';\nexport const plantedBack: unknown = planted;\n`,
        );
      const eslint = spawnSync(
        process.execPath,
        [join(repository, 'node_modules/eslint/bin/eslint.js'), file],
        { cwd: repository, encoding: 'utf8', env: { ...process.env, NX_DAEMON: 'false', NODE_OPTIONS: '' } },
      );
      expect(eslint.stdout).toMatch(rule);
      expect(eslint.status).toBe(1);
    },
    60_000,
  );
});

interface Manifest {
  readonly name: string;
  readonly nx?: { readonly tags?: readonly string[] };
}

const manifests = (): readonly Manifest[] =>
  readdirSync(repository, { recursive: true, withFileTypes: true })
    .filter(
      (entry) =>
        entry.name === 'package.json' && !/node_modules|dist|\.nx|\.consilium/.test(entry.parentPath),
    )
    .map((entry) => JSON.parse(readFileSync(join(entry.parentPath, entry.name), 'utf8')) as Manifest)
    .filter(({ name }) => name !== 'consilium');

describe('every project', () => {
  it('has exactly one layer and one context', () => {
    const wrong = manifests().filter(({ nx }) => {
      const tags = nx?.tags ?? [];
      return (
        tags.filter((tag) => tag.startsWith('layer:')).length !== 1 ||
        tags.filter((tag) => tag.startsWith('ctx:')).length !== 1
      );
    });
    expect(wrong.map(({ name }) => name)).toEqual([]);
  });

  it('names no file by a word that says nothing', () => {
    const named = readdirSync(join(repository, 'libs'), { recursive: true, encoding: 'utf8' }).filter(
      (file) => !file.includes('node_modules'),
    );
    expect(named.filter((file) => /(^|[/.-])(utils?|helpers?|common|manager)([/.-]|$)/.test(file))).toEqual(
      [],
    );
  });
});

describe('the lock file', () => {
  it('names no registry', () => {
    expect(readFileSync(join(repository, 'package-lock.json'), 'utf8')).not.toMatch(/"resolved": "http/);
  });
});
