import { dirname } from 'node:path';

const rootDir = dirname(import.meta.dirname);

const compiler = {
  jsc: {
    target: 'es2023',
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: true },
    keepClassNames: true,
  },
  sourceMaps: 'inline',
};

const base = {
  rootDir,
  roots: ['<rootDir>/apps', '<rootDir>/libs', '<rootDir>/test'],
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.data'],
  testEnvironment: 'node',
  testEnvironmentOptions: { globalsCleanup: 'off' },
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '\\.ts$': ['@swc/jest', compiler] },
  moduleNameMapper: {
    '^#test/(.*)\\.js$': '<rootDir>/test/$1.ts',
    '^#([a-z-]+)$': '<rootDir>/libs/$1/index.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
};

/** @type {import('jest').Config} */
export default {
  rootDir,
  projects: [
    { ...base, displayName: 'unit', testRegex: '(?<!\\.int)\\.spec\\.ts$' },
    { ...base, displayName: 'int', testRegex: '\\.int\\.spec\\.ts$', testTimeout: 60_000 },
  ],
  testSequencer: '<rootDir>/test/long-first.mjs',
  testTimeout: 120_000,
  // The tests wait for PostgreSQL half of their time: one worker fewer than there are processors would leave them idle.
  maxWorkers: '100%',
  coverageProvider: 'v8',
  collectCoverageFrom: ['{apps,libs}/**/*.ts', '!**/*.spec.ts', '!apps/web/src/api/schema.ts'],
  // Modules that jest loads as ESM are never let go, so a worker that has grown is replaced.
  workerIdleMemoryLimit: '512MB',
};
