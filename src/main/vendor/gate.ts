import type { buildConnector, Dispatcher } from 'undici'
import { connectTrouble, type Trouble } from './trouble.ts'

/**
 * The only way out for one request, and the proof of whether it may have gone: it lets through one dispatch and
 * hands over one socket, ever. Without a second socket nothing can be sent twice, whatever a library retries
 * (undici's own fetch, for one, sends a POST again on HTTP 421, and its Client reconnects by itself).
 */
export interface Gate {
  /** True from the moment a socket, with TLS finished where it is https, was handed to the request. */
  readonly handed: boolean
  readonly abandoned: boolean
  /** What kept the connection from coming about; null while nothing did. */
  readonly connectTrouble: Trouble | null
  /** Shuts the gate: from here on no dispatch and no socket passes, and what is under way is torn down. */
  readonly abandon: () => void
  /** Called at abandoning, or at once when that has been. */
  readonly onAbandon: (tearDown: () => void) => void
  /** Watches a connector: its first socket is handed over and noted, every later one is refused. */
  readonly guardConnector: (connect: buildConnector.connector) => buildConnector.connector
  /** Refuses every dispatch but the first. */
  readonly guardDispatch: Dispatcher.DispatcherComposeInterceptor
}

/** What the gate of a request asks about it. */
export interface GateTerms {
  /** For the words only: it goes through a proxy. */
  readonly proxied: () => boolean
  /**
   * Why no socket may be handed over any more; null while one may. Asked at the last moment: timers stand still while
   * the machine sleeps, and a connection that comes about after the waking must not carry last night's click.
   */
  readonly tooLate: () => Trouble | null
}

/** Makes the gate of one request. */
export function createGate({ proxied, tooLate }: GateTerms): Gate {
  let handed = false
  let asked = false
  let dispatched = false
  let abandoned = false
  let trouble: Trouble | null = null
  const tearDowns: (() => void)[] = []

  const onAbandon = (tearDown: () => void): void => {
    if (abandoned) tearDown()
    else tearDowns.push(tearDown)
  }
  return {
    get handed() {
      return handed
    },
    get abandoned() {
      return abandoned
    },
    get connectTrouble() {
      return trouble
    },
    onAbandon,
    abandon() {
      if (abandoned) return
      abandoned = true
      for (const tearDown of tearDowns.splice(0)) tearDown()
    },
    guardConnector: (connect) => (options, callback) => {
      // A fresh error without a code: undici takes some codes (UND_ERR_SOCKET) for a reason to connect anew.
      const refuse = (): void => queueMicrotask(() => callback(new Error('no connection'), null))
      if (asked || abandoned) return refuse()
      asked = true
      const connecting: unknown = connect(options, (...[error, socket]) => {
        if (error !== null || socket === null) {
          trouble = connectTrouble(error, proxied())
          return refuse()
        }
        trouble = tooLate()
        if (abandoned || trouble !== null) {
          socket.on('error', () => {}).destroy()
          return refuse()
        }
        handed = true
        return callback(null, socket)
      })
      if (isDestroyable(connecting)) {
        onAbandon(() => {
          if (!handed) connecting.destroy()
        })
      }
    },
    guardDispatch: (dispatch) => (options, handler) => {
      if (dispatched || abandoned) throw new Error('refused: a request is sent once')
      dispatched = true
      return dispatch(options, handler)
    },
  }
}

function isDestroyable(value: unknown): value is { destroy: () => void } {
  return (
    typeof value === 'object' && value !== null && 'destroy' in value && typeof value.destroy === 'function'
  )
}
