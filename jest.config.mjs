const suite = (displayName, testMatch) => ({
  displayName,
  testMatch,
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['@consilium/source', 'node', 'node-addons'] },
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest'] },
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  modulePathIgnorePatterns: ['/dist/'],
});

/** Three tiers: pure rules, adapters against the real database, and whole journeys. */
export default {
  maxWorkers: 2,
  // A shared machine may be several times slower than its owner thinks.
  testTimeout: 30_000,
  globalSetup: '<rootDir>/test/support/warm-up.mjs',
  projects: [
    suite('unit', [
      '<rootDir>/libs/**/*.spec.ts',
      '<rootDir>/apps/**/*.spec.ts',
      '<rootDir>/tools/src/**/*.spec.ts',
      '<rootDir>/test/clinical/**/*.spec.ts',
    ]),
    suite('integration', ['<rootDir>/libs/**/*.int-spec.ts', '<rootDir>/test/integration/**/*.spec.ts']),
    suite('whole', ['<rootDir>/test/{slices,commands,contracts,architecture,stack}/**/*.spec.ts']),
  ],
};
