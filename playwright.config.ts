import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  // The reference pictures, see tests/e2e/support/screens.ts.
  snapshotPathTemplate: '{testDir}/screens/{arg}{ext}',
  // One desktop, one keychain, one tray: the tests take turns.
  workers: 1,
  fullyParallel: false,
  retries: 0,
  forbidOnly: true,
  timeout: 90_000,
  // Generous: the suite also runs on small machines that are busy with something else.
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json']],
  // A project each for the desktops that tests need; `name.<desktop>.test.ts` says which, see scripts/e2e.mjs.
  projects: [
    {
      name: 'desktop',
      testMatch: '**/*.test.ts',
      testIgnore: '**/*.{noKeychain,lockedKeychain,noTray}.test.ts',
    },
    { name: 'no-keychain', testMatch: '**/*.noKeychain.test.ts' },
    { name: 'locked-keychain', testMatch: '**/*.lockedKeychain.test.ts' },
    { name: 'no-tray', testMatch: '**/*.noTray.test.ts' },
    // What the package installed, see scripts/test-installed.mjs.
    { name: 'installed', testDir: 'tests/installed', testMatch: '**/*installed.test.ts' },
    { name: 'installed-no-tray', testDir: 'tests/installed', testMatch: '**/*.noTray.test.ts' },
  ],
})
