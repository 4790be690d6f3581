import { fileURLToPath } from 'node:url'

/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
  testRunner: 'vitest',
  vitest: { configFile: 'mutation/vitest.config.ts', related: false },
  plugins: [
    fileURLToPath(import.meta.resolve('@stryker-mutator/vitest-runner')),
    './mutation/prose.mjs',
    './mutation/sample.mjs',
    './mutation/tried.mjs',
  ],
  mutate: ['src/kernel/**/*.ts', 'src/mapping/**/*.ts', 'rules/**/*.ts', '!rules/**/pages/**'],
  ignorers: ['prose'],
  checkers: ['sample'],
  coverageAnalysis: 'perTest',
  concurrency: 1,
  timeoutMS: 300_000,
  disableTypeChecks: false,
  ignorePatterns: [
    'corpus',
    'dist',
    'dist-playground',
    'conformance/.*',
    'conformance/*/node_modules',
    'mutation/node_modules',
    'integrations/**/.venv*',
  ],
  reporters: ['progress-append-only', 'tried'],
}
