import { app, dialog } from 'electron'
import type { Renewals } from '../renewals/renewals.ts'

/** What has to be done before the process may end. */
export interface QuittingParts {
  readonly renewals: Renewals
  readonly groupName: (groupId: string) => string
  /** Tries once more to write what the disk refused, and gives how many outcomes only memory has. */
  readonly unsavedOutcomes: () => number
  /** Closes everything; called once, when nothing is on its way any more. */
  readonly close: () => Promise<void>
  readonly log: (line: string) => void
}

/**
 * Quitting while a renewal is on its way asks: its outcome would be `unknown`. Everything else is closed before the
 * process ends, so that a clean start needs no repair.
 */
export function guardQuitting(parts: QuittingParts): { readonly isQuitting: () => boolean } {
  let phase: 'running' | 'asking' | 'closing' | 'closed' = 'running'

  async function quit(): Promise<void> {
    const busy = parts.renewals.busyGroups()
    if (busy.length > 0 && !(await mayQuit(busy.map(parts.groupName), parts.renewals))) {
      phase = 'running'
      return
    }
    const unsaved = parts.unsavedOutcomes()
    if (unsaved > 0 && !(await mayForget(unsaved))) {
      phase = 'running'
      return
    }
    phase = 'closing'
    try {
      await parts.close()
    } catch (error) {
      parts.log(`closing failed: ${error instanceof Error ? error.name : typeof error}`)
    }
    phase = 'closed'
    app.quit()
  }

  app.on('before-quit', (event) => {
    if (phase === 'closed') return
    event.preventDefault()
    if (phase === 'running') {
      phase = 'asking'
      void quit()
    }
  })
  return { isQuitting: () => phase === 'closed' || phase === 'closing' }
}

/** True when the person quits all the same, or when waiting was chosen and everything has ended. */
async function mayQuit(names: readonly string[], renewals: Renewals): Promise<boolean> {
  const { response } = await dialog.showMessageBox({
    type: 'warning',
    title: 'Leasebar',
    message: `Renewing ${names.slice(0, 3).join(', ')}${names.length > 3 ? ` and ${names.length - 3} more` : ''}`,
    detail:
      'Quitting now leaves the outcome unknown: it may be paid all the same. Waiting takes two minutes at the most for each.',
    buttons: ['Wait, then quit', 'Quit now', 'Cancel'],
    defaultId: 0,
    cancelId: 2,
    noLink: true,
  })
  if (response === 2) return false
  if (response === 0) await renewals.idle()
  return true
}

/** True when the person quits although outcomes are in memory only. */
async function mayForget(count: number): Promise<boolean> {
  const { response } = await dialog.showMessageBox({
    type: 'warning',
    title: 'Leasebar',
    message: count === 1 ? 'One outcome is not on the disk yet' : `${count} outcomes are not on the disk yet`,
    detail:
      'Quitting now forgets what came of it. Free some space or reconnect the disk, and Leasebar writes it.',
    buttons: ['Stay', 'Quit and forget'],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  })
  return response === 1
}
