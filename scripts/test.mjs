#!/usr/bin/env node
/**
 * `npm test`: checks, unit and integration tests, the build, and the end-to-end tests on a private desktop. Goes on
 * after a failure, so that one run tells everything, and closes with `N passed, N failed`.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureDesktop } from './desktop-packages.mjs'
import { desktops, reportOf, runE2e } from './e2e.mjs'

const reports = mkdtempSync(join(tmpdir(), 'leasebar-test-'))
const totals = { passed: 0, failed: 0 }

/** Runs a command with its output shown; true when it ended with 0. */
function run(command, args) {
  const ended = spawnSync(command, args, { stdio: 'inherit' })
  return ended.status === 0
}

/** A step that counts as one test: a check, or the build. */
function step(name, command, args) {
  console.log(`\n── ${name}`)
  const passed = run(command, args)
  totals[passed ? 'passed' : 'failed'] += 1
  return passed
}

/** Adds what a report counted; a run that failed without a failed test, or ran no test, counts as one failure. */
function count(passed, report, counter) {
  const counted = readReport(report, counter)
  if (counted.failed === 0 && (!passed || counted.passed === 0)) counted.failed = 1
  totals.passed += counted.passed
  totals.failed += counted.failed
}

function readReport(report, counter) {
  try {
    return counter(JSON.parse(readFileSync(report, 'utf8')))
  } catch {
    return { passed: 0, failed: 1 }
  }
}

const ofVitest = (json) => ({
  passed: json.numPassedTests,
  failed: json.numFailedTests + (json.numPendingTests ?? 0),
})
// A flaky test is one that needed a second try: none are allowed, so it counts as failed.
const ofPlaywright = ({ stats }) => ({
  passed: stats.expected,
  failed: stats.unexpected + stats.flaky + stats.skipped,
})

for (const check of ['format', 'types', 'arrows', 'unused']) {
  step(`check: ${check}`, 'npm', ['run', '-s', `check:${check}`])
}

await ensureDesktop()
for (const project of ['unit', 'integration']) {
  const report = join(reports, `${project}.json`)
  const args = [
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]
  console.log(`\n── ${project}`)
  count(run('vitest', args), report, ofVitest)
}

if (step('build', 'npm', ['run', '-s', 'build'])) {
  rmSync('test-results', { recursive: true, force: true })
  for (const desktop of desktops) {
    console.log(`\n── end to end: ${desktop.project}`)
    count(await runE2e(desktop), reportOf(desktop.project), ofPlaywright)
  }
}

rmSync(reports, { recursive: true, force: true })
console.log(`\n${totals.passed} passed, ${totals.failed} failed`)
process.exit(totals.failed === 0 ? 0 : 1)
