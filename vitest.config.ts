import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // A developer's own language is not to change what is said.
    env: { LC_ALL: 'C' },
    // Properties draw hundreds of files, and a machine for builds may be slow and shared.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})
