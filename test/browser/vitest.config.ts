import { defineConfig } from 'vitest/config'

/** Tests that need Chromium, which a machine may not have: `npm run test:browser`. */
export default defineConfig({
  test: { include: ['test/browser/**/*.browser.ts'], testTimeout: 120_000, hookTimeout: 120_000 },
})
