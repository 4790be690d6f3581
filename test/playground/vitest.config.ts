import { defineConfig } from 'vitest/config'

/** Tests of the built playground in Chromium, which a machine may not have: `npm run test:playground`. */
export default defineConfig({
  test: {
    include: ['test/playground/**/*.browser.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 20_000 } },
  },
})
