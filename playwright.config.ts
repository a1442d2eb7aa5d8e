import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  // One desktop, one keychain, one tray: the tests take turns.
  workers: 1,
  fullyParallel: false,
  retries: 0,
  forbidOnly: true,
  timeout: 90_000,
  // Generous: the suite also runs on small machines that are busy with something else.
  expect: { timeout: 15_000 },
  use: { actionTimeout: 15_000 },
  reporter: [['list'], ['json']],
  projects: [
    { name: 'desktop', testIgnore: '**/*.noKeychain.test.ts', testMatch: '**/*.test.ts' },
    { name: 'no-keychain', testMatch: '**/*.noKeychain.test.ts' },
  ],
})
