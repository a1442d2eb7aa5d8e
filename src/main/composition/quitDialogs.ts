import { app, dialog, powerMonitor } from 'electron'
import { words } from '../../shared/words/words.ts'
import type { QuitChoice, Quitting } from './quitting.ts'

/** Asks about renewals on their way; closing the question means to stay. */
export async function askBusy(names: readonly string[]): Promise<QuitChoice> {
  const { quit } = words().app
  const { response } = await dialog.showMessageBox({
    type: 'warning',
    title: 'Leasebar',
    message: quit.renewing(names.slice(0, 3).join(', '), names.length - 3),
    detail: quit.leavesUnknown,
    buttons: [quit.wait, quit.now, quit.cancel],
    defaultId: 0,
    cancelId: 2,
    noLink: true,
  })
  return response === 0 ? 'wait' : response === 1 ? 'now' : 'stay'
}

/** True when the person quits although outcomes are in memory only. */
export async function mayForget(count: number): Promise<boolean> {
  const { quit } = words().app
  const { response } = await dialog.showMessageBox({
    type: 'warning',
    title: 'Leasebar',
    message: quit.unsaved(count),
    detail: quit.forgets,
    buttons: [quit.stay, quit.forget],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  })
  return response === 1
}

/** Puts the way out before every end of the process that can be told of beforehand. */
export function guardQuitting(quitting: Quitting): void {
  app.on('before-quit', (event) => {
    if (!quitting.asked()) event.preventDefault()
  })
  // Electron would take the signal for a quit, and open a question that nobody is there to answer.
  process.on('SIGTERM', () => void quitting.sessionEnds())
  powerMonitor.on('shutdown', (...args: unknown[]) => {
    delay(args[0])
    void quitting.sessionEnds()
  })
}

/** Asks the system for the moment that closing takes; Electron's types leave the event out. */
function delay(event: unknown): void {
  if (typeof event !== 'object' || event === null || !('preventDefault' in event)) return
  if (typeof event.preventDefault === 'function') event.preventDefault()
}
