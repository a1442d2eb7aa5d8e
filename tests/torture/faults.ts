import fc from 'fast-check'
import type { FaultPlan } from '../../src/main/practice/faults.ts'
import { MINUTE } from './time.ts'

/** How a connection ends: with a reset, with a proper end, or not at all until the client's time limit. */
export type Ending = 'reset' | 'end' | 'stall'

/** What happens to the bytes of one paid call between Leasebar and the vendor. */
export type WireFault =
  /** Nobody listens. */
  | { readonly at: 'refused' }
  /** Accepted, and ended before any byte. */
  | { readonly at: 'accepted'; readonly ending: Ending }
  /** After this share of the request's bytes (head and body together); 1: after the last one, which the vendor gets. */
  | { readonly at: 'request'; readonly share: number; readonly ending: Ending }
  /** After so many bytes of the reply, its head included; the vendor has carried the request out. */
  | { readonly at: 'reply'; readonly bytes: number; readonly ending: Ending }

/**
 * What the vendor does with one paid call. `late`: it acts (or not) only so many ms after the request arrived, whether
 * somebody still waits or not. `mute`: it never replies. `answers`: something else than the plain reply.
 */
export type ShopFault =
  | { readonly at: 'late'; readonly acts: boolean; readonly after: number }
  | { readonly at: 'lateReply'; readonly after: number }
  | { readonly at: 'mute'; readonly acts: boolean }
  | { readonly at: 'answers'; readonly plan: FaultPlan }

/** A fault of one paid call. */
export type PaidFault = WireFault | ShopFault

/** Tells what happens on the way from what the vendor does. */
export function isWires(fault: PaidFault): fault is WireFault {
  return ['refused', 'accepted', 'request', 'reply'].includes(fault.at)
}

/** What happens to the next read of one endpoint. */
export interface ReadFault {
  readonly endpoint: 'balance' | 'ipAddress' | 'calculate/extend/order'
  readonly plan: FaultPlan
}

/**
 * The vendor may act this late and no later, ms after a request arrived: DESIGN.md settles `not renewed` 15 minutes
 * after the exchange ended, and a vendor that charges later than that is a limit that docs/MONEY.md names.
 */
export const latest = 14 * MINUTE

const ending = fc.constantFrom<Ending>('reset', 'end', 'stall')

const wireFault: fc.Arbitrary<WireFault> = fc.oneof(
  fc.constant({ at: 'refused' } as const),
  fc.record({ at: fc.constant('accepted' as const), ending }),
  fc.record({
    at: fc.constant('request' as const),
    // Every byte, its last one often: there the vendor has it all.
    share: fc.oneof(
      fc.integer({ min: 1, max: 999 }).map((part) => part / 1000),
      fc.constant(1),
    ),
    ending,
  }),
  fc.record({ at: fc.constant('reply' as const), bytes: fc.integer({ min: 0, max: 700 }), ending }),
)

const redirect = fc.record({
  kind: fc.constant('redirect' as const),
  status: fc.constantFrom(301, 302, 303, 307, 308),
})

/**
 * Answers that decide nothing, so that the vendor may have carried the request out or not. An answer that says
 * `success: true` comes only from a vendor that did: one that lies is no vendor that any client could be right about.
 */
const undecided: fc.Arbitrary<FaultPlan> = fc
  .tuple(
    fc.oneof(
      fc.record({ kind: fc.constant('html' as const), status: fc.constantFrom(200, 403, 500, 502, 504) }),
      fc.record({
        kind: fc.constant('status' as const),
        status: fc.constantFrom(201, 202, 400, 408, 421, 500, 503),
      }),
      fc.record({ kind: fc.constant('tooMany' as const), retryAfter: fc.constantFrom(1, 30, 600) }),
      redirect,
      fc.record({ kind: fc.constant('truncated' as const), length: fc.constantFrom('right', 'wrong') }),
      fc.record({
        kind: fc.constant('raw' as const),
        status: fc.constant(200),
        text: fc.constantFrom('', '[]', 'null', '{"success":"true"}', '{"success":false,"error":null}'),
      }),
      fc.record({ kind: fc.constant('error' as const), code: fc.constantFrom(3, 16, 29, 35, 57, 99) }),
    ),
    fc.boolean(),
  )
  .map(([plan, acts]) => ({ ...plan, acts }))

/** Replies of a vendor that did carry it out, with something odd about them. */
const odd: fc.Arbitrary<FaultPlan> = fc.record({
  kind: fc.constant('odd' as const),
  change: fc.constantFrom(
    'quantity',
    'missingFields',
    'onlySuccess',
    'balanceString',
    'emptyError',
    'errorBesideSuccess',
    'nullType',
    'otherType',
    'extraFields',
    'promoNoValid',
    'period',
    'otherCurrency',
    'failureWithoutError',
  ),
})

const lateness = fc.constantFrom(1000, 15_000, 119_000, 121_000, 4 * MINUTE, 7 * MINUTE, 11 * MINUTE, latest)

const shopFault: fc.Arbitrary<ShopFault> = fc.oneof(
  fc.record({ at: fc.constant('late' as const), acts: fc.boolean(), after: lateness }),
  fc.record({ at: fc.constant('lateReply' as const), after: lateness }),
  fc.record({ at: fc.constant('mute' as const), acts: fc.boolean() }),
  fc.record({ at: fc.constant('answers' as const), plan: fc.oneof(undecided, undecided, odd) }),
)

/** Any fault of one paid call. */
export const paidFault: fc.Arbitrary<PaidFault> = fc.oneof(wireFault, shopFault)

/** Any fault of a read. */
export const readFault: fc.Arbitrary<ReadFault> = fc.record({
  endpoint: fc.constantFrom('balance', 'ipAddress', 'calculate/extend/order'),
  plan: fc.oneof(
    fc.constant<FaultPlan>({ kind: 'html', status: 502, times: 2 }),
    fc.constant<FaultPlan>({ kind: 'resetAfterActing' }),
    fc.constant<FaultPlan>({ kind: 'tooMany', retryAfter: 60, times: 2 }),
    fc.constant<FaultPlan>({ kind: 'hang' }),
    fc.constant<FaultPlan>({ kind: 'truncated', length: 'wrong', times: 2 }),
  ),
})
