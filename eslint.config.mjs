import nx from '@nx/eslint-plugin';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import { importX } from 'eslint-plugin-import-x';
import tseslint from 'typescript-eslint';

/** Who may import whom; two tags per project, both must agree. */
const frameworks = [
  '@nestjs/*',
  'typeorm',
  'kafkajs',
  'bullmq',
  'graphql',
  '@apollo/*',
  'pg',
  'ioredis',
  'rxjs',
  'express',
];
const layers = [
  {
    sourceTag: 'layer:kernel',
    onlyDependOnLibsWithTags: ['layer:kernel'],
    bannedExternalImports: [...frameworks, 'ajv', 'yaml'],
  },
  {
    sourceTag: 'layer:clinical',
    onlyDependOnLibsWithTags: ['layer:kernel', 'layer:clinical'],
    bannedExternalImports: frameworks,
  },
  {
    sourceTag: 'layer:contracts',
    onlyDependOnLibsWithTags: ['layer:kernel', 'layer:contracts'],
    bannedExternalImports: frameworks,
  },
  {
    sourceTag: 'layer:core',
    onlyDependOnLibsWithTags: ['layer:kernel', 'layer:clinical', 'layer:contracts', 'layer:core'],
    bannedExternalImports: frameworks,
  },
  {
    sourceTag: 'layer:platform',
    onlyDependOnLibsWithTags: ['layer:kernel', 'layer:clinical', 'layer:contracts', 'layer:platform'],
  },
  {
    sourceTag: 'layer:nest',
    onlyDependOnLibsWithTags: [
      'layer:kernel',
      'layer:clinical',
      'layer:contracts',
      'layer:core',
      'layer:platform',
    ],
    bannedExternalImports: ['kafkajs', 'bullmq', 'pg'],
  },
  {
    sourceTag: 'layer:app',
    onlyDependOnLibsWithTags: [
      'layer:kernel',
      'layer:clinical',
      'layer:contracts',
      'layer:core',
      'layer:platform',
      'layer:nest',
    ],
  },
  ...['layer:test', 'layer:tool'].map((sourceTag) => ({
    sourceTag,
    onlyDependOnLibsWithTags: [
      'layer:kernel',
      'layer:clinical',
      'layer:contracts',
      'layer:core',
      'layer:platform',
      'layer:nest',
      'layer:app',
    ],
  })),
];
/** Interpretation reads knowledge and genomics, trials read both; otherwise a context sees itself and what is shared. */
const contexts = [
  { sourceTag: 'ctx:shared', onlyDependOnLibsWithTags: ['ctx:shared'] },
  { sourceTag: 'ctx:genomics', onlyDependOnLibsWithTags: ['ctx:genomics', 'ctx:shared'] },
  { sourceTag: 'ctx:knowledge', onlyDependOnLibsWithTags: ['ctx:knowledge', 'ctx:shared'] },
  {
    sourceTag: 'ctx:interpretation',
    onlyDependOnLibsWithTags: ['ctx:interpretation', 'ctx:knowledge', 'ctx:genomics', 'ctx:shared'],
  },
  {
    sourceTag: 'ctx:trials',
    onlyDependOnLibsWithTags: [
      'ctx:trials',
      'ctx:interpretation',
      'ctx:knowledge',
      'ctx:genomics',
      'ctx:shared',
    ],
  },
  { sourceTag: 'ctx:patients', onlyDependOnLibsWithTags: ['ctx:patients', 'ctx:shared'] },
  {
    sourceTag: 'ctx:all',
    onlyDependOnLibsWithTags: [
      'ctx:all',
      'ctx:genomics',
      'ctx:knowledge',
      'ctx:interpretation',
      'ctx:trials',
      'ctx:patients',
      'ctx:board',
      'ctx:shared',
    ],
  },
  { sourceTag: 'ctx:board', onlyDependOnLibsWithTags: ['ctx:board', 'ctx:interpretation', 'ctx:shared'] },
];
/** The shell of one context never imports another's, whatever its core may read. */
const foreignShells = (own) =>
  ['genomics', 'knowledge', 'interpretation', 'trials', 'patients', 'board']
    .filter((name) => name !== own)
    .map((name) => `@consilium/${name}-nest`);

export default tseslint.config(
  {
    ignores: [
      '**/dist/**',
      '**/node_modules/**',
      '.nx/**',
      '.consilium/**',
      '**/generated/**',
      'coverage/**',
    ],
  },
  { files: ['**/*.ts'], extends: [...tseslint.configs.strictTypeChecked] },
  {
    files: ['**/*.ts'],
    plugins: { '@nx': nx, 'import-x': importX },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    settings: {
      'import-x/extensions': ['.ts'],
      'import-x/parsers': { '@typescript-eslint/parser': ['.ts'] },
      'import-x/resolver-next': [
        createTypeScriptImportResolver({
          conditionNames: ['@consilium/source', 'import', 'node', 'default'],
        }),
      ],
    },
    rules: {
      '@nx/enforce-module-boundaries': [
        'error',
        {
          allow: ['../../infra/local/kafka.mjs'],
          enforceBuildableLibDependency: false,
          depConstraints: [...layers, ...contexts],
        },
      ],
      'import-x/no-cycle': 'error',
      'import-x/no-default-export': 'error',
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'max-params': ['error', { max: 5 }],
      '@typescript-eslint/no-extraneous-class': 'off',
      // GraphQL's object types are shapes, and a plain object of that shape serves.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    },
  },
  {
    // Nest finds injected classes by their imported value.
    files: ['libs/*/nest/src/**/*.ts', 'libs/platform/**/*.ts', 'apps/**/*.ts'],
    rules: { '@typescript-eslint/consistent-type-imports': 'off' },
  },
  ...['genomics', 'knowledge', 'interpretation', 'trials', 'patients', 'board'].map((context) => ({
    files: [`libs/${context}/**/*.ts`],
    rules: { 'no-restricted-imports': ['error', { paths: foreignShells(context) }] },
  })),
  {
    files: ['libs/*/core/src/**/*.ts', 'libs/shared/{kernel,clinical}/src/**/*.ts'],
    ignores: ['**/*.spec.ts', '**/*.fixture.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: ['node:*', '@consilium/*-nest', '@consilium/platform-*'],
              message: 'A core is pure: no platform, no framework, no I/O.',
            },
          ],
        },
      ],
      'no-restricted-globals': [
        'error',
        'process',
        'setTimeout',
        'setInterval',
        'fetch',
        'Buffer',
        'console',
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now' },
        { object: 'Math', property: 'random' },
      ],
    },
  },
  {
    files: ['**/*.spec.ts', '**/*.int-spec.ts', 'test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-unsafe-assignment': 'off',
      'max-lines': ['error', { max: 400 }],
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
    },
  },
);
