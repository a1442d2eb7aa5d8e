import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { ensureDesktop } from '../desktop-packages.mjs'
import { runInPrivateDesktop } from '../private-desktop.mjs'

/**
 * Runs a script of ours again on a desktop of its own, as an unprivileged user, with Chromium's sandbox on, over the app
 * as it is built now. `script`: its path and arguments; `build`: false takes the app as it was built last; `out`: the
 * folder of its findings, emptied before and collected afterwards. Answers the script's exit code. Linux only.
 */
export async function onBuiltApp({ script, build, out }) {
  if (process.platform !== 'linux') throw new Error('a private desktop needs Linux')
  await ensureDesktop()
  if (build) {
    const built = spawnSync('npm', ['run', '-s', 'build'], { stdio: ['ignore', 'ignore', 'inherit'] })
    if (built.status !== 0) throw new Error('the build failed')
  }
  rmSync(out, { recursive: true, force: true })
  return runInPrivateDesktop(['node', ...script], {
    screen: '1280x800',
    unprivileged: true,
    stage: true,
    collect: [out],
    env: [],
  })
}
