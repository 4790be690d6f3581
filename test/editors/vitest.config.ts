import { defineConfig } from 'vitest/config'

/** Tests that need editors, which a machine may not have: `npm run test:editors`. */
export default defineConfig({
  test: {
    include: ['test/editors/**/*.editor.ts'],
    testTimeout: 300_000,
    hookTimeout: 300_000,
    fileParallelism: false,
  },
})
