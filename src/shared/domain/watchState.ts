import { z } from 'zod'

/**
 * A record of which only the entries that fit are read. A damaged one costs itself, a damaged whole reads as empty: what
 * is lost counts as not told, and is told once more, which is better than never.
 */
function tolerantRecord<Entry extends z.ZodType>(entry: Entry) {
  return z
    .record(z.string(), z.unknown())
    .catch({})
    .transform((entries): Record<string, z.output<Entry>> => {
      const read = Object.entries(entries).map(([key, value]) => [key, entry.safeParse(value)] as const)
      return Object.fromEntries(read.flatMap(([key, { success, data }]) => (success ? [[key, data]] : [])))
    })
}

/**
 * What was told of one end of a group. `endsAt`: ms since the epoch. `told`: the most urgent stage, in days (0: ended);
 * null: none yet. An end that took the place of another starts from what it inherits (main/watch/endings.ts).
 */
const toldEndSchema = z.object({ endsAt: z.number(), told: z.number().nonnegative().nullable() })
/** What was told of one end of a group. */
export type ToldEnd = Readonly<z.infer<typeof toldEndSchema>>

/**
 * What was told of endings, by group id: of the ends it had lately, the present one last. Earlier ends are kept because
 * a vendor's list may fall behind for a while, and show an end again that was told already.
 */
export const endingsStateSchema = tolerantRecord(z.array(toldEndSchema).min(1))
/** What was told of endings, by group id. */
export type EndingsState = Readonly<Record<string, readonly ToldEnd[]>>

/** What was told of an account; a damaged part reads as not told. */
const toldConcernsSchema = z.object({
  /** The forecast as it was told: when short (ms since the epoch), and within how many days. Null: fine since. */
  short: z.object({ shortAt: z.number(), withinDays: z.number() }).nullable().catch(null),
  /** True once told, until the vendor takes a key again. */
  keyRefused: z.boolean().catch(false),
  /** The beginning of the outage told last, ms since the epoch; null: none was. */
  offlineSince: z.number().nullable().catch(null),
})
/** What was told of an account. */
export type ToldConcerns = Readonly<z.infer<typeof toldConcernsSchema>>

/** What was told of accounts, by account id. */
export const concernsStateSchema = tolerantRecord(toldConcernsSchema)
/** What was told of accounts, by account id. */
export type ConcernsState = Readonly<Record<string, ToldConcerns>>

const watchStateSchema = z.object({ groups: endingsStateSchema, accounts: concernsStateSchema })
/** What the watch remembers of what it told: plain JSON, to be kept in the store's documents. */
export interface WatchState {
  readonly groups: EndingsState
  readonly accounts: ConcernsState
}

/** Reads a state from the JSON it was kept as (null: none was). Damage costs only what is damaged. */
export function readWatchState(json: string | null): WatchState {
  let kept: unknown = null
  try {
    kept = json === null ? null : JSON.parse(json)
  } catch {
    // A torn document is like none.
  }
  const read = watchStateSchema.safeParse(kept)
  return read.success ? read.data : { groups: {}, accounts: {} }
}
