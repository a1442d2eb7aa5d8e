import {
  channels,
  type InvokeChannel,
  isInvokeChannel,
  type PushChannel,
} from '../shared/contract/channels.ts'
import type { ContractError } from '../shared/contract/errors.ts'
import type { BridgeProblem, LeasebarBridge } from '../shared/contract/types.ts'
import { err } from '../shared/domain/result.ts'

/** The two things the bridge needs of Electron's ipcRenderer. */
export interface IpcEnds {
  readonly invoke: (channel: string, request: unknown) => Promise<unknown>
  /** Listens to a channel; gives back what ends the listening. The event itself never reaches the page. */
  readonly listen: (channel: string, listener: (message: unknown) => void) => () => void
}

function isPushChannel(name: string): name is PushChannel {
  return Object.hasOwn(channels, name) && !isInvokeChannel(name)
}

/**
 * Builds `window.leasebar` from the contract's channels alone: a name outside them reaches nothing. There is no
 * parsing here, main has checked both directions; a call that main cannot answer resolves to an error, because
 * Electron's own rejection would carry a stack into the page.
 */
export function makeBridge(ipc: IpcEnds): LeasebarBridge {
  return {
    invoke: async (channel: InvokeChannel, request: unknown) => {
      if (!isInvokeChannel(channel)) return JSON.stringify(err(noSuchChannel))
      try {
        const answer = await ipc.invoke(channel, request)
        return typeof answer === 'string' ? answer : JSON.stringify(err(noAnswer))
      } catch {
        return JSON.stringify(err(noAnswer))
      }
    },
    on: (channel, listener) => {
      if (!isPushChannel(channel)) return () => undefined
      const stop = ipc.listen(channel, (message) => {
        if (typeof message === 'string') listener(message)
      })
      // Nothing that Electron returns may be handed to the page.
      return () => {
        stop()
      }
    },
  }
}

const noSuchChannel: ContractError = {
  kind: 'bad-request',
  message: 'no-such-channel' satisfies BridgeProblem,
}
const noAnswer: ContractError = {
  kind: 'internal',
  message: 'no-answer' satisfies BridgeProblem,
}
