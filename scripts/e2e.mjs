#!/usr/bin/env node
/**
 * `npm run test:e2e`: the end-to-end tests on the built app, each group of them on the desktop it needs, as an
 * unprivileged user with the Chromium sandbox on. Ends with 0 when all passed; reports lie in test-results/.
 */
import { rmSync } from 'node:fs'
import { runInPrivateDesktop } from './private-desktop.mjs'

/** A Playwright project each, and the desktop it runs on. */
export const desktops = [
  { project: 'desktop', options: {} },
  { project: 'no-keychain', options: { 'no-keychain': true } },
  // Nobody there to type its password: it stays locked until a test unlocks it.
  { project: 'locked-keychain', options: { 'locked-keychain': true, 'no-prompter': true } },
  { project: 'no-tray', options: { 'no-tray': true } },
]

/** Where a project's JSON report lies. */
export const reportOf = (project) => `test-results/${project}.json`

const base = { screen: '1280x800', unprivileged: true, stage: true, collect: ['test-results'], env: [] }

/** Runs one group of tests; true when all passed. Extra words go to Playwright. */
export async function runE2e({ project, options }, words = []) {
  const output = `--output=test-results/${project}`
  const command = ['node_modules/.bin/playwright', 'test', '--project', project, output, ...words]
  const report = `PLAYWRIGHT_JSON_OUTPUT_NAME=${reportOf(project)}`
  return (await runInPrivateDesktop(['env', report, ...command], { ...base, ...options })) === 0
}

if (process.argv[1] === import.meta.filename || process.argv[1]?.endsWith('scripts/e2e.mjs')) {
  rmSync('test-results', { recursive: true, force: true })
  const passed = []
  for (const desktop of desktops) passed.push(await runE2e(desktop, process.argv.slice(2)))
  process.exit(passed.every(Boolean) ? 0 : 1)
}
