import { setImmediate as turn } from 'node:timers/promises'
import type { LedgerEntry } from '../../src/main/practice/ledger.ts'
import { type Exchange, type FaultDesk, replyText } from '../../src/main/practice/server.ts'
import type { WirePoint } from './plan.ts'

/** A request with the moments it came to each point at (ms of `performance.now()`; absent: not yet). */
export interface Watched {
  readonly entry: LedgerEntry
  readonly times: ReadonlyMap<WirePoint, number>
}

type Listener = (point: WirePoint, watched: Watched) => void

/** Watches what comes to the vendor and goes from it, and lets a desk of faults decide what becomes of it. */
export class Wire implements FaultDesk {
  readonly watched: Watched[] = []
  readonly #faults: FaultDesk
  readonly #listeners = new Set<Listener>()
  #open = 0

  constructor(faults: FaultDesk) {
    this.#faults = faults
  }

  take(entry: LedgerEntry): (exchange: Exchange) => Promise<void> {
    const answer = this.#faults.take(entry) ?? answerPlainly
    const times = new Map<WirePoint, number>()
    const watched = { entry, times }
    this.watched.push(watched)
    const reach = (point: WirePoint): void => {
      times.set(point, performance.now())
      for (const listener of this.#listeners) listener(point, watched)
    }
    reach('head')
    return async (exchange) => {
      this.#open += 1
      try {
        await answer(watchedExchange(exchange, reach))
        reach('answered')
      } finally {
        this.#open -= 1
      }
    }
  }

  /** Tells every point from now on; gives what ends it. */
  listen(listener: Listener): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Requests that the vendor has not finished with. */
  get open(): number {
    return this.#open
  }

  /** Resolves when everything that a dead app still sent is in and, but for slow faults, dealt with. */
  async drained(): Promise<void> {
    // What stood in the sockets' buffers comes in within a few turns of the loop.
    const until = performance.now() + 25
    while (performance.now() < until) await turn()
  }
}

async function answerPlainly(exchange: Exchange): Promise<void> {
  if (await exchange.readBody()) exchange.send(exchange.plainStatus, replyText(exchange.act()))
}

function watchedExchange(exchange: Exchange, reach: (point: WirePoint) => void): Exchange {
  return {
    ...exchange,
    readBody: async () => {
      const arrived = await exchange.readBody()
      if (arrived) reach('body')
      return arrived
    },
    act: () => {
      const reply = exchange.act()
      reach('carried out')
      return reply
    },
  }
}
