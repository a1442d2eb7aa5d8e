import type { Snapshot, SnapshotChange } from '../../shared/contract/snapshot.ts'

/** The parts of a snapshot that are computed apart, each by its own function. */
export type SnapshotParts = { readonly [K in Exclude<keyof Snapshot, 'version'>]: () => Snapshot[K] }

/** What the state needs of the rest. */
export interface StateParts {
  readonly parts: SnapshotParts
  /** Gathers several changes of one moment into one push. */
  readonly soon: (work: () => void) => void
  /** Tells the window and the tray what changed. */
  readonly push: (change: SnapshotChange, snapshot: Snapshot) => void
}

/**
 * The snapshot windows start from, and the pushes that follow. Main is the truth: whoever changes something calls
 * `changed`, and what is different from the last push goes out once, with a version that grows.
 */
export function createState({ parts, soon, push }: StateParts) {
  const names = Object.keys(parts) as Exclude<keyof Snapshot, 'version'>[]
  let version = 0
  let last = new Map<string, string>()
  let due = false

  function snapshot(): Snapshot {
    return {
      version,
      accounts: parts.accounts(),
      groups: parts.groups(),
      balances: parts.balances(),
      forecasts: parts.forecasts(),
      orders: parts.orders(),
      unsettled: parts.unsettled(),
      dueRun: parts.dueRun(),
      settings: parts.settings(),
      notices: parts.notices(),
      updates: parts.updates(),
      about: parts.about(),
    }
  }

  function flush(): void {
    due = false
    const now = snapshot()
    const marks = new Map(names.map((name) => [name, JSON.stringify(now[name])]))
    const changed = names.filter((name) => marks.get(name) !== last.get(name))
    if (changed.length === 0) return
    last = marks
    version += 1
    const whole = { ...now, version }
    const entries = changed.map((name) => [name, whole[name]])
    push({ ...Object.fromEntries(entries), version }, whole)
  }

  return {
    snapshot,
    /** Something changed: what is different goes out in a moment. */
    changed(): void {
      if (due) return
      due = true
      soon(flush)
    },
  }
}
