#!/usr/bin/env node
/**
 * `npm run test:installed`: makes the Debian package, installs it with apt, runs the tests of tests/installed on it as an
 * unprivileged user with Chromium's sandbox on, and removes it again. Root on Debian or Ubuntu only: it changes the
 * machine. `--packed` takes the package that is in dist/. Closes with `N passed, N failed`.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureDesktop } from './desktop-packages.mjs'
import { reportOf, runE2e } from './e2e.mjs'
import { setFuses } from './package/fuses.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const noninteractive = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
const groups = [
  { project: 'installed', options: {} },
  { project: 'installed-no-tray', options: { 'no-tray': true } },
]
const totals = { passed: 0, failed: 0 }

/** A step that counts as one test. */
function step(name, passed, why = '') {
  totals[passed ? 'passed' : 'failed'] += 1
  console.log(`${passed ? '✓' : '✘'} ${name}${passed || why === '' ? '' : `: ${why}`}`)
}

function apt(...args) {
  return spawnSync('apt-get', ['-y', '-qq', ...args], { stdio: 'inherit', env: noninteractive }).status === 0
}

/** The package's file, made anew unless it is to be taken as it is. */
function packageFile() {
  if (!process.argv.includes('--packed')) {
    const made = spawnSync(process.execPath, [join(root, 'scripts', 'package.mjs')], { stdio: 'inherit' })
    if (made.status !== 0) throw new Error('packaging failed')
  }
  const file = readdirSync(join(root, 'dist')).find((name) => name.endsWith('.deb'))
  if (file === undefined) throw new Error('there is no package in dist/')
  return join(root, 'dist', file)
}

/** A copy that everyone can read, with the inspect fuse on and nothing else changed. */
async function inspectableCopy() {
  const folder = mkdtempSync(join(tmpdir(), 'leasebar-inspectable-'))
  cpSync('/opt/leasebar', folder, { recursive: true })
  execFileSync('chmod', ['-R', 'a+rX', folder])
  await setFuses(join(folder, 'leasebar-bin'), { inspectable: true })
  return folder
}

async function runTests(copy) {
  process.env.LEASEBAR_INSPECTABLE = copy
  for (const group of groups) {
    await runE2e(group)
    const { stats } = JSON.parse(readFileSync(reportOf(group.project), 'utf8'))
    totals.passed += stats.expected
    totals.failed += stats.unexpected + stats.flaky + stats.skipped + (stats.expected === 0 ? 1 : 0)
  }
}

/** What the package says it has put there, folders that others share left out. */
function ownFiles() {
  return execFileSync('dpkg', ['-L', 'leasebar'], { encoding: 'utf8' })
    .split('\n')
    .filter((path) => /leasebar/.test(path))
}

/** Anything of ours below the folders that packages write into. */
function leftovers() {
  const found = execFileSync(
    'find',
    ['/opt', '/usr', '/etc', '/var/lib', '-xdev', '-name', '*leasebar*', '-not', '-path', '*/node_modules/*'],
    { encoding: 'utf8' },
  )
  return found.split('\n').filter((path) => path !== '' && !path.startsWith(root))
}

async function main() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    throw new Error('this installs a package with apt: it needs root on Debian or Ubuntu')
  }
  await ensureDesktop()
  const file = packageFile()
  const before = leftovers()
  if (before.length > 0) throw new Error(`something of Leasebar is installed already: ${before[0]}`)
  apt('update')
  if (!apt('--no-install-recommends', 'install', file)) throw new Error('apt could not install the package')
  step('apt installs the package', existsSync('/usr/bin/leasebar'))
  const files = ownFiles()
  const copy = await inspectableCopy()
  try {
    await runTests(copy)
  } finally {
    rmSync(copy, { recursive: true, force: true })
    step('apt removes the package', apt('purge', 'leasebar'))
    const left = [...files.filter((path) => existsSync(path)), ...leftovers()]
    step('nothing of it is left', left.length === 0, left.join(' '))
  }
}

main()
  .catch((error) => {
    console.error(`test:installed: ${error.message}`)
    totals.failed += 1
  })
  .finally(() => {
    console.log(`${totals.passed} passed, ${totals.failed} failed`)
    process.exitCode = totals.failed === 0 ? 0 : 1
  })
