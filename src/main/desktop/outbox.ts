import type { PushChannel } from '../../shared/contract/channels.ts'

/** A push on its way to the page. */
export interface Letter {
  readonly channel: PushChannel
  readonly message: unknown
}

/** Holds pushes back until the page listens, so that none sent while it loads is lost. */
export interface Outbox {
  /** Delivers at once when the page listens, else keeps it. */
  readonly post: (letter: Letter) => void
  /** The page listens: delivers what was kept, in order. */
  readonly open: () => void
  /** The page is gone or loads anew: keeps from now on. `forget` drops what was kept. */
  readonly close: (forget: boolean) => void
}

/** The most that is kept; past it the oldest changes of state go first, because the page's first snapshot has them. */
const mostKept = 200

/** Makes an outbox in front of `deliver`. */
export function makeOutbox(deliver: (letter: Letter) => void): Outbox {
  let kept: Letter[] = []
  let listening = false
  return {
    post: (letter) => {
      if (listening) {
        deliver(letter)
        return
      }
      kept.push(letter)
      if (kept.length <= mostKept) return
      const oldest = kept.findIndex(({ channel }) => channel === 'state.changed')
      kept.splice(Math.max(oldest, 0), 1)
    },
    open: () => {
      listening = true
      const letters = kept
      kept = []
      for (const letter of letters) deliver(letter)
    },
    close: (forget) => {
      listening = false
      if (forget) kept = []
    },
  }
}
