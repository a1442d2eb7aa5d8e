import { type IpcMainInvokeEvent, ipcMain } from 'electron'
import type { Handlers } from '../../shared/contract/types.ts'
import { channelEntries, type Log } from './answer.ts'

/** What the registration needs from around it. */
export interface RegisterDeps {
  /** True when the call comes from the top frame of Leasebar's own window, showing Leasebar's own page. */
  readonly isOwnFrame: (event: IpcMainInvokeEvent) => boolean
  readonly log: Log
  /** A channel was called, by whomever. */
  readonly called: (channel: string) => void
}

/**
 * Hangs every channel's handler on Electron's ipcMain, each behind the checks of answer.ts. Together with the preload
 * the only place where raw IPC is touched. A channel that the contract does not name has no handler.
 */
export function registerHandlers(handlers: Handlers, deps: RegisterDeps): void {
  for (const { channel, answer } of channelEntries(handlers, deps.log)) {
    // As text: see LeasebarBridge.
    ipcMain.handle(channel, async (event, raw: unknown) => {
      deps.called(channel)
      return JSON.stringify(await answer(raw, deps.isOwnFrame(event)))
    })
  }
}
