import { watch } from 'node:fs'
import { setImmediate as turn } from 'node:timers/promises'
import type { Moment } from './plan.ts'
import type { Wire } from './wire.ts'

/** How much of something there usually is, learned from what was seen, so that kills are spread over what happens. */
export class Gauge {
  readonly #first: number
  #seen: number[] = []

  /** `first`: what holds until something was seen. */
  constructor(first: number) {
    this.#first = first
  }

  saw(value: number): void {
    this.#seen = [...this.#seen, value].slice(-12)
  }

  /** More than most of what was seen. */
  get usual(): number {
    const sorted = this.#seen.toSorted((a, b) => a - b)
    return sorted[Math.floor((sorted.length - 1) * 0.8)] ?? this.#first
  }
}

/** How long things take on this machine. */
export interface Gauges {
  /** Ms from the click to the outcome on the screen, and writes meanwhile. */
  readonly click: Gauge
  readonly clickWrites: Gauge
  /** Ms from the start to the ends read anew, and writes meanwhile. */
  readonly start: Gauge
  readonly startWrites: Gauge
}

/** Tells every write to the store's files from now on; gives what ends it. */
export function watchWrites(folder: string, onWrite: () => void): () => void {
  const watcher = watch(folder, (_event, name) => {
    if (name !== null && /^(leasebar|journal)\./.test(name)) onWrite()
  })
  return () => watcher.close()
}

/** What a moment's parts are parts of. */
export interface Range {
  /** Ms from now. */
  readonly time: number
  /** Writes into the data folder. */
  readonly writes: number
}

/** Waits for a moment, counted from now; at the latest until the range of time is over. */
export async function come(moment: Moment, range: Range, folder: string, wire: Wire): Promise<void> {
  const begun = performance.now()
  let due = begun + (moment.at === 'time' ? moment.part * range.time : range.time)
  const soon = (jitter: number): void => {
    due = Math.min(due, performance.now() + jitter)
  }
  let writes = 0
  const stops = [
    watchWrites(folder, () => {
      writes += 1
      if (moment.at === 'disk' && writes > moment.part * range.writes) soon(moment.jitter)
    }),
    wire.listen((point, { entry }) => {
      if (moment.at === 'wire' && entry.endpoint === moment.call && point === moment.point)
        soon(moment.jitter)
    }),
  ]
  // Turn by turn, because a timer is late by up to a millisecond, in which much of what is aimed at is over.
  while (performance.now() < due) await turn()
  for (const stop of stops) stop()
}
