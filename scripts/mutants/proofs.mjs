import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'

/** A test that failed. @typedef {{file: string, title: string, message: string}} Failure */

/** Runs a command in a folder; everything it said, and whether it ended with 0. */
export function run(cwd, command, args) {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8', maxBuffer: 1 << 28 })
  return { passed: status === 0, output: `${stdout}${stderr}` }
}

function reportOf(file, said) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    throw new Error(`the tests wrote no report:\n${said.slice(-2000)}`)
  }
}

/**
 * Runs unit and integration tests of a copy of the project.
 * @returns {{failed: Failure[], total: number}} every failed one with its first message
 */
export function vitestFailures(copy, files) {
  const report = join(copy, 'mutant-report.json')
  rmSync(report, { force: true })
  const projects = ['--project', 'unit', '--project', 'integration']
  const output = ['--reporter=json', `--outputFile.json=${report}`]
  const { output: said } = run(copy, join(copy, 'node_modules/.bin/vitest'), [
    'run',
    ...projects,
    ...output,
    ...files,
  ])
  const json = reportOf(report, said)
  const failed = json.testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status }) => status === 'failed')
      .map(({ fullName, title, failureMessages }) => ({
        file: name.slice(copy.length + 1),
        title: fullName || title,
        message: failureMessages[0] ?? '',
      })),
  )
  return { failed, total: json.numTotalTests }
}

/**
 * Builds a copy of the project, and runs the end-to-end tests of a file that are called so on it.
 * @returns {{failed: Failure[], total: number}}
 */
export function e2eFailures(copy, file, title) {
  const built = run(copy, join(copy, 'node_modules/.bin/electron-vite'), ['build'])
  if (!built.passed) throw new Error(`it does not build:\n${built.output.slice(-2000)}`)
  const report = join(copy, 'test-results', 'desktop.json')
  rmSync(report, { force: true })
  const start = `import('./scripts/e2e.mjs').then(async (e2e) => process.exit((await e2e.runE2e(e2e.desktops[0], process.argv.slice(1))) ? 0 : 1))`
  const words = [file, '--grep', title.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')]
  const { output: said } = run(copy, process.execPath, ['-e', start, '--', ...words])
  const json = reportOf(report, said)
  const specs = json.suites.flatMap(specsOf)
  const failed = specs
    .filter(({ ok }) => !ok)
    .map((spec) => ({ file, title: spec.title, message: messageOf(spec) }))
  return { failed, total: specs.length }
}

function specsOf({ specs = [], suites = [] }) {
  return [...specs, ...suites.flatMap(specsOf)]
}

function messageOf({ tests }) {
  const [error] = tests[0]?.results[0]?.errors ?? []
  return stripVTControlCharacters(error?.message ?? '')
}

/**
 * True where a test failed by what it asserts, and not because it could not go on: vitest's assertions, those of a property
 * of fast-check, and Playwright's, which are called Error like everything else and say what they expected.
 */
export function isAssertion(message) {
  return (
    /^AssertionError\b/.test(message) ||
    /^Error: promise (resolved|rejected) /.test(message) ||
    /^Error: Property failed after /.test(message) ||
    /^Error: [\s\S]*\bexpect\((received|locator|page)\)/.test(message)
  )
}
