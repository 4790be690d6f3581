import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Properties draw hundreds of files, and a machine for builds may be slow and shared.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})
