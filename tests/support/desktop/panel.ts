import { spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import { callBus } from './bus.ts'
import { until } from './until.ts'

/** Ends the panel, which draws the tray, and starts it anew, as a desktop does when it crashed or was updated. */
export async function restartPanel(): Promise<void> {
  for (const pid of panels()) process.kill(pid, 'SIGKILL')
  await until('end of the panel', async () => (panels().length === 0 ? true : undefined))
  await until('end of the tray', async () => ((await missing(0)).length === 1 ? true : undefined))
  spawn('xfce4-panel', ['--disable-wm-check'], { detached: true, stdio: 'ignore' }).unref()
  await until('the panel', async () => ((await missing(1)).length === 0 ? true : undefined))
}

/** The name of whoever gathers the tray's items, where nobody has it within so many seconds. */
function missing(timeout: number): Promise<string[]> {
  return callBus('wait_names', { names: ['org.kde.StatusNotifierWatcher'], timeout }, z.array(z.string()))
}

/** The panels of this desktop, plugins included. */
function panels(): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => isPanel(pid))
}

function isPanel(pid: number): boolean {
  try {
    const runs = readFileSync(`/proc/${pid}/cmdline`, 'utf8')
    const mark = `LEASEBAR_DESKTOP=${process.env.LEASEBAR_DESKTOP}`
    // A zombie has neither.
    return runs.includes('xfce4') && readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0').includes(mark)
  } catch {
    return false
  }
}
