import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'
import suite from '../vitest.config.ts'

/** What holds rules, mapping and kernel. The rest of test/engine is about names and flow. */
const include = [
  'test/{kernel,mapping,rules}/**/*.test.ts',
  'test/engine/{certificate_traps,compat,traps,verify,windows_at}.test.ts',
  'test/fixtures.test.ts',
]

/** Draws thousands of programs, which would take minutes a mutant; without it a mutant has to be noticed by the others. */
const exclude = ['test/kernel/proved.test.ts']

/** These take a second or more, so the others have a go first. */
const late = /(symbols|bounded|kept|window_algebra|windows|same|adversary|traps|verify)\.test\.ts$/

class QuickFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]) {
    return [false, true].flatMap(isLate => files.filter(({ moduleId }) => late.test(moduleId) === isLate))
  }
}

export default defineConfig({
  test: {
    ...suite.test,
    include,
    exclude,
    sequence: { sequencer: QuickFirst },
    testTimeout: 600_000,
  },
})
