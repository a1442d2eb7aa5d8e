/** What a person says to quitting while renewals are on their way. */
export type QuitChoice = 'wait' | 'now' | 'stay'

/** What has to be done before the process may end. */
export interface QuittingParts {
  readonly renewals: {
    readonly busyGroups: () => readonly string[]
    readonly idle: () => Promise<void>
    /** From now on nothing is sent any more that is not on its way. */
    readonly stop: () => void
  }
  /** Asks about the groups whose renewals are on their way. */
  readonly askBusy: (groupIds: readonly string[]) => Promise<QuitChoice>
  /** Asks whether outcomes that only memory has may be forgotten. */
  readonly mayForget: (count: number) => Promise<boolean>
  /** Tries once more to write what the disk refused, and gives how many outcomes only memory has. */
  readonly unsavedOutcomes: () => number
  /** Closes everything; called once. */
  readonly close: () => Promise<void>
  /** They stay after all. */
  readonly stayed?: () => void
  /** Ends the process. */
  readonly end: () => void
  readonly wait: (ms: number) => Promise<void>
  /** Resolves in a turn of the event loop of its own. */
  readonly ownTurn: () => Promise<void>
  readonly log: (line: string) => void
}

/** Ms that a session's end may wait for a reply: longer, and it is cut off without anything being closed. */
const sessionPatience = 3000

type Phase = 'running' | 'asking' | 'waiting' | 'closing' | 'closed'

/**
 * The way out. Quitting while a renewal is on its way asks, because its outcome would be `unknown`; everything else is
 * closed before the process ends, so that a clean start needs no repair. Whatever cuts this short costs no outcome:
 * the row was on the disk before the request went out.
 */
export function createQuitting(parts: QuittingParts) {
  let phase: Phase = 'running'
  /** Grows with each quit: the latest decision counts, and one that waits steps aside for it. */
  let turn = 0

  /** True once nothing is on its way, or where the person quits all the same; false where they stay. */
  async function decided(mine: number): Promise<boolean> {
    const busy = parts.renewals.busyGroups()
    const choice = busy.length === 0 ? 'now' : await parts.askBusy(busy)
    if (choice !== 'wait' || mine !== turn) return choice === 'now'
    phase = 'waiting'
    await parts.renewals.idle()
    return true
  }

  async function quit(): Promise<void> {
    turn += 1
    const mine = turn
    phase = 'asking'
    const goes = await decided(mine)
    if (mine !== turn) return
    phase = 'asking'
    const unsaved = goes ? parts.unsavedOutcomes() : 0
    const leaves = goes && (unsaved === 0 || (await parts.mayForget(unsaved)))
    if (mine !== turn) return
    if (leaves) await close()
    else {
      phase = 'running'
      parts.stayed?.()
    }
  }

  async function close(): Promise<void> {
    phase = 'closing'
    // A click that waits for its turn, or for its price, must not be paid for in an app that was told to end.
    parts.renewals.stop()
    // Quitting can be asked for in the midst of other work (a debugger does): it must not find all closed on going on.
    await parts.ownTurn()
    try {
      await parts.close()
    } catch (error) {
      parts.log(`closing failed: ${error instanceof Error ? error.name : typeof error}`)
    }
    phase = 'closed'
    parts.end()
  }

  return {
    /** Someone quits. True where the process may end at once; else it ends when everything is closed, or not at all. */
    asked(): boolean {
      if (phase === 'running' || phase === 'waiting') void quit()
      return phase === 'closed'
    },
    /**
     * The session or the system ends: nobody can be asked, and it does not wait for two minutes. A reply that comes
     * within three seconds is kept; the row of one that does not stays `sending`, and is `unknown` at the next start.
     */
    async sessionEnds(): Promise<void> {
      if (phase === 'closing' || phase === 'closed') return
      turn += 1
      phase = 'closing'
      parts.renewals.stop()
      await Promise.race([parts.renewals.idle(), parts.wait(sessionPatience)])
      parts.unsavedOutcomes()
      await close()
    },
    isQuitting: (): boolean => phase === 'closed' || phase === 'closing',
  }
}

/** The way out, as others call it. */
export type Quitting = ReturnType<typeof createQuitting>
