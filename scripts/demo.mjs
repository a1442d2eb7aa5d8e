#!/usr/bin/env node
/**
 * `npm run demo`: Leasebar for a newcomer. On a desktop it opens the app with a practice account. Without a display it
 * does the main job on a private desktop, step by step, and ends with 0 only when each step was really seen.
 *
 *     npm run demo                 whichever of the two fits this machine
 *     npm run demo -- --private    the private desktop, also where there is a display
 */
import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { hasDisplay } from './demo/display.mjs'
import { ensureDesktop } from './desktop-packages.mjs'
import { runInPrivateDesktop } from './private-desktop.mjs'
import { start } from './start.mjs'

/** Screenshots, and on a desktop the practice account's data. */
const OUT = 'demo-out'
const ON_THE_PRIVATE_DESKTOP = '--on-the-private-desktop'

/** A newcomer looks for themselves. Its data folder is its own, so that real accounts stay untouched. */
async function onThisDesktop() {
  console.log(
    'Opening Leasebar with a practice account: nothing in it costs money. Quit it in the tray’s menu.',
  )
  console.log(
    `Its data lies in ${join(OUT, 'data')}. To see the whole main job done for you: npm run demo -- --private`,
  )
  return start(['--practice', `--user-data-dir=${join(process.cwd(), OUT, 'data')}`])
}

/** Nobody is there to look: the job is done through the real window and tray, as an unprivileged user. */
async function onAPrivateDesktop() {
  if (process.platform !== 'linux') throw new Error('a private desktop needs Linux')
  await ensureDesktop()
  console.log('Building Leasebar…')
  const built = spawnSync('npm', ['run', '-s', 'build'], { stdio: ['ignore', 'ignore', 'inherit'] })
  if (built.status !== 0) throw new Error('the build failed')
  rmSync(OUT, { recursive: true, force: true })
  return runInPrivateDesktop(['node', 'scripts/demo.mjs', ON_THE_PRIVATE_DESKTOP], {
    screen: '1280x800',
    unprivileged: true,
    stage: true,
    collect: [OUT],
    env: [],
  })
}

async function main(words) {
  if (words.includes(ON_THE_PRIVATE_DESKTOP)) {
    const { tour } = await import('./demo/tour.ts')
    return tour(OUT)
  }
  return words.includes('--private') || !hasDisplay() ? onAPrivateDesktop() : onThisDesktop()
}

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  console.error(`demo: ${error.message}`)
  process.exitCode = 1
}
