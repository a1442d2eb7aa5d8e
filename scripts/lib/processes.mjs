import { readdir, readFile } from 'node:fs/promises'
import { setTimeout as delay } from 'node:timers/promises'

/**
 * Ends every process that carries `marker` ("NAME=value") in its environment, however far it has wandered
 * from the one that was started: asked first, and after `patienceMs` made to. Linux only.
 * @param {string} marker
 * @param {number} patienceMs
 * @returns {Promise<void>}
 */
export async function endMarked(marker, patienceMs) {
  signal(await marked(marker), 'SIGTERM')
  const deadline = Date.now() + patienceMs
  let left = await marked(marker)
  while (left.length > 0) {
    if (Date.now() > deadline) signal(left, 'SIGKILL')
    await delay(30)
    left = await marked(marker)
  }
}

/** The processes whose environment holds the marker. One that may not be read is another user's. */
async function marked(marker) {
  const found = []
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name) || Number(name) === process.pid) continue
    const environment = await readFile(`/proc/${name}/environ`, 'latin1').catch(() => '')
    if (environment.split('\0').includes(marker)) found.push(Number(name))
  }
  return found
}

function signal(pids, name) {
  for (const pid of pids) {
    try {
      process.kill(pid, name)
    } catch {
      // It ended by itself in the meantime.
    }
  }
}
