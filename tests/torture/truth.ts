import type { Charge } from '../../src/main/practice/types.ts'
import type { GuardQuestion } from '../../src/shared/contract/types.ts'
import type { Renewal, RenewalIntent, Settlement } from '../../src/shared/domain/renewal.ts'
import type { PaidFault } from './faults.ts'

/** What a sequence can show to be broken. The first three are the promise; the rest is a bug as well. */
export type Broken = 'paid twice' | 'outcome lost' | 'wrong settlement' | 'misbehaved'

/** Something that must not be, in words. */
export class Violation extends Error {
  readonly broken: Broken

  constructor(broken: Broken, what: string) {
    super(`${broken}: ${what}`)
    this.broken = broken
  }
}

/** A paid request whose body arrived whole at the vendor. */
export interface Arrival {
  readonly body: unknown
  /** What the vendor took for it; null as long as it was not carried out. */
  charge: Charge | null
}

/** One call of the client's `extend`: everything that leaves it carries its number, so that none is mixed up. */
export interface Call {
  readonly tag: number
  /** The row that was in the journal when the call was made; null: there was none. */
  readonly row: Row | null
  /** What befalls its first request. */
  fault: PaidFault | null
  readonly arrivals: Arrival[]
}

/** A question of the guard's, as a person has it before them. */
export interface Asked {
  readonly question: GuardQuestion
  /** Which run of Leasebar asked. */
  readonly run: number
  state: 'open' | 'confirmed' | 'cancelled'
}

/** Clicks on one group that overlap: all of them together are worth one renewal at the most. */
export interface Press {
  readonly groupId: string
  readonly run: number
  /** The question whose `Renew anyway` began it; null: a plain click. */
  readonly by: Asked | null
  /** That question was answered before, or never asked by this run. */
  readonly spent: boolean
  /** Answers still awaited. */
  waiting: number
  begun: number
  /** The question that came of it; null: none yet. */
  question: Asked | null
}

/** A row of the journal, as this harness knows it apart from the journal. */
export interface Row {
  readonly intent: RenewalIntent
  readonly run: number
  /** How many charges the vendor's books held when its ends before were taken in. */
  readonly chargesBefore: number
  readonly calls: Call[]
  /** The outcome that the disk took, told or seen there: it may not be gone or change afterwards. */
  kept: string | null
  /** As first seen. */
  settlement: Settlement | null
}

/** What really happened in one sequence. */
export interface Truth {
  readonly rows: Map<string, Row>
  readonly calls: Map<number, Call>
  /** Charges of requests that Leasebar sent; every other charge is somebody else's. */
  readonly own: Set<Charge>
  /** Attempts that ended before a row was begun, by id: the outcome that was told and that the disk took. */
  readonly attempts: Map<string, string | null>
  readonly asked: Asked[]
  /** Rows settled as renewed that only the vendor's own books tell from renewed ones; see settlements.ts. */
  readonly indistinguishable: Set<Row>
  /** Paid requests that arrived. */
  arrived: number
  /** Violations found where nothing can be thrown: in the vendor's or Leasebar's own callbacks. */
  readonly violations: Violation[]
}

/** Nothing has happened yet. */
export function emptyTruth(): Truth {
  return {
    rows: new Map(),
    calls: new Map(),
    own: new Set(),
    attempts: new Map(),
    asked: [],
    indistinguishable: new Set(),
    arrived: 0,
    violations: [],
  }
}

/** What the vendor took for a row; null: nothing. */
export function chargeOf(row: Row): Charge | null {
  return row.calls.flatMap((call) => call.arrivals).find(({ charge }) => charge !== null)?.charge ?? null
}

/** Whether a row's request arrived at the vendor. */
export function hasArrived(row: Row): boolean {
  return row.calls.some((call) => call.arrivals.length > 0)
}

/** Short words for a renewal in a message. */
export function named(renewal: Pick<Renewal, 'intent'>): string {
  const { id, groupName, request } = renewal.intent
  return `${groupName} (${request.orderIds.join(', ')}, ${request.rentPeriodDays} days, ${id.slice(-4)})`
}
