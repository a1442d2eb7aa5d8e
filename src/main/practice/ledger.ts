/** The embedded vendor's record of every request, whatever became of it: what tests count paid requests by. */
import type { IncomingHttpHeaders } from 'node:http'
import type { EndpointName } from './types.ts'

/** One request. It is written when its head arrives and completed as the request goes on. */
export interface LedgerEntry {
  /** When its head arrived, ms. */
  readonly at: number
  readonly endpoint: EndpointName
  readonly method: string
  /** Path and query as sent, the key in it. */
  readonly path: string
  readonly headers: IncomingHttpHeaders
  /** Counts the connections of this vendor from 1: equal numbers are one kept-alive connection. */
  readonly connection: number
  /** Whether the key is an account's. */
  readonly keyKnown: boolean
  /** The body's exact text; empty until it is read whole. */
  readonly body: string
  /** Whether the body was read to its end. */
  readonly arrived: boolean
  /** Whether it took money. */
  readonly acted: boolean
  /** What it took, as an amount; null when nothing. */
  readonly price: number | null
  /** The HTTP status of the reply; null while none was sent. */
  readonly status: number | null
}

/** An entry as the server completes it. */
export type OpenEntry = { -readonly [Name in keyof LedgerEntry]: LedgerEntry[Name] }

/** Every `extend/order` and `extend` that arrived whole, charged or not. */
export function paidRequestsOf(entries: readonly LedgerEntry[]): readonly LedgerEntry[] {
  return entries.filter(
    (entry) => entry.arrived && (entry.endpoint === 'extend/order' || entry.endpoint === 'extend'),
  )
}
