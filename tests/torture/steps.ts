import fc from 'fast-check'
import type { CrashPoint } from './app.ts'
import { latest, type PaidFault, paidFault, type ReadFault, readFault } from './faults.ts'
import { DAY, HOUR, MINUTE } from './time.ts'

/** What a person does with the guard's question at once. */
export type Reaction = 'leaves it' | 'renews anyway' | 'cancels'

/** One step of a sequence. Numbers that choose (`group`, `order`, `which`) are taken modulo what there is. */
export type Step =
  /** A click on a group; `looks`: the window was open, so that the ends are seen first. `waits`: for its end. */
  | {
      readonly do: 'click'
      readonly group: number
      readonly source: 'window' | 'tray'
      readonly looks: boolean
      readonly waits: boolean
      readonly reaction: Reaction
      readonly fault: PaidFault | null
    }
  /** Two clicks on one group: both at once, or the second once the first is on its way. */
  | {
      readonly do: 'double'
      readonly group: number
      readonly sources: readonly ['window' | 'tray', 'window' | 'tray']
      readonly atOnce: boolean
      readonly reaction: Reaction
      readonly fault: PaidFault | null
    }
  /** Several groups, one after another. */
  /** `Renew all due` of several groups: a plan, and `Pay` on it. */
  | { readonly do: 'due'; readonly groups: readonly number[]; readonly fault: PaidFault | null }
  | { readonly do: 'batch'; readonly groups: readonly number[]; readonly fault: PaidFault | null }
  /** An answer to a question asked earlier, be it spent, expired or of an earlier run. */
  | {
      readonly do: 'answer'
      readonly which: number
      readonly anyway: boolean
      readonly fault: PaidFault | null
    }
  | { readonly do: 'readFault'; readonly fault: ReadFault }
  /** Now, or at a moment of the next renewal. Leasebar is started again after `away` ms. */
  | { readonly do: 'crash'; readonly at: CrashPoint | 'now'; readonly away: number }
  /** Quitting: waiting for what is on its way, or not. */
  | { readonly do: 'quit'; readonly waits: boolean; readonly away: number }
  | { readonly do: 'pass' | 'sleep' | 'jump'; readonly ms: number }
  | { readonly do: 'topUp' | 'purchase'; readonly amount: number }
  /** Another machine extends a group's orders, or one of them, paying this many parts in a hundred of the price. */
  | {
      readonly do: 'elsewhere'
      readonly group: number
      readonly only: number | null
      readonly days: number | null
      readonly paying: number
    }
  | { readonly do: 'auto'; readonly order: number; readonly on: boolean }
  | {
      readonly do: 'disk'
      readonly begin: boolean
      readonly finish: boolean
      readonly record: boolean
      readonly settle: boolean
    }
  | { readonly do: 'flush' | 'refresh' | 'look' }
  /** `It went through` or `It did not`; rarely a wrong one. */
  | { readonly do: 'decide'; readonly which: number; readonly wrongly: boolean }
  | { readonly do: 'check'; readonly which: number }
  /** The vendor answers error 3 to everything, or not any more. */
  | { readonly do: 'service'; readonly down: boolean }
  /** The vendor's list falls behind its books, for so many ms from the next one on. */
  | { readonly do: 'lag'; readonly ms: number }
  | { readonly do: 'edit'; readonly group: number; readonly days: number }

/** How a sequence begins and ends. */
export interface Setup {
  readonly orders: readonly { readonly addresses: number; readonly endsIn: number; readonly auto: boolean }[]
  readonly groups: readonly {
    readonly orders: readonly number[]
    readonly days: number
    readonly promo: string
  }[]
  readonly balance: string
  readonly end: 'quit' | 'crash'
}

/** A whole sequence. */
export interface Sequence {
  readonly setup: Setup
  readonly steps: readonly Step[]
}

const small = fc.nat(7)
const fault = fc.option(paidFault, { freq: 3 })
const source = fc.constantFrom('window' as const, 'tray' as const)
const reaction = fc.constantFrom<Reaction>('renews anyway', 'renews anyway', 'leaves it', 'cancels')
const days = fc.constantFrom(30, 30, 30, 60)

const click = fc.record({
  do: fc.constant('click' as const),
  group: small,
  source,
  looks: fc.boolean(),
  waits: fc.constantFrom(true, true, true, false),
  reaction,
  fault,
})
const double = fc.record({
  do: fc.constant('double' as const),
  group: small,
  sources: fc.tuple(source, source),
  atOnce: fc.boolean(),
  reaction,
  fault,
})
const batch = fc.record({
  do: fc.constant('batch' as const),
  groups: fc.array(small, { minLength: 1, maxLength: 4 }),
  fault,
})
const due = fc.record({
  do: fc.constant('due' as const),
  groups: fc.array(small, { minLength: 1, maxLength: 4 }),
  fault,
})
const answer = fc.record({
  do: fc.constant('answer' as const),
  which: small,
  anyway: fc.constantFrom(true, true, false),
  fault,
})
const pass = fc.record({
  do: fc.constant('pass' as const),
  ms: fc.constantFrom(
    500,
    2500,
    16_000,
    MINUTE,
    2 * MINUTE,
    5 * MINUTE,
    6 * MINUTE,
    16 * MINUTE,
    31 * MINUTE,
  ),
})
/** Longer times go by without Leasebar, or in its sleep: awake it would only look at the vendor over and over. */
const gap = fc.constantFrom(0, 0, MINUTE, 6 * MINUTE, 20 * MINUTE, 6 * HOUR, 25 * HOUR, 4 * DAY, 35 * DAY)
const sleep = fc.record({ do: fc.constant('sleep' as const), ms: gap })
const jump = fc.record({
  do: fc.constant('jump' as const),
  ms: fc.constantFrom(-40 * DAY, -2 * DAY, -3 * HOUR, -20 * MINUTE, 20 * MINUTE, 3 * HOUR, 2 * DAY, 40 * DAY),
})
const crash = fc.record({
  do: fc.constant('crash' as const),
  at: fc.constantFrom('now', 'now', 'before begin', 'begun', 'arrived', 'acted', 'replied', 'finished'),
  away: gap,
})
const quit = fc.record({ do: fc.constant('quit' as const), waits: fc.boolean(), away: gap })
const money = fc.record({
  do: fc.constantFrom('topUp' as const, 'purchase' as const),
  // The price of a renewal of one or two addresses among them: a balance that explains itself wrongly.
  amount: fc.constantFrom(14_000, 28_000, 12_600, 5000, 1_000_000),
})
const elsewhere = fc.record({
  do: fc.constant('elsewhere' as const),
  group: small,
  only: fc.option(small),
  days: fc.option(days),
  paying: fc.constantFrom(100, 100, 90, 0),
})
/** What takes longer than the vendor may be late is beyond what balance and ends can tell together; see faults.ts. */
const lag = fc.record({
  do: fc.constant('lag' as const),
  ms: fc.constantFrom(2000, 30_000, 2 * MINUTE, 6 * MINUTE, latest),
})
const disk = fc.record({
  do: fc.constant('disk' as const),
  begin: fc.boolean(),
  finish: fc.boolean(),
  record: fc.boolean(),
  settle: fc.boolean(),
})
const healed = fc.constant({ do: 'disk', begin: false, finish: false, record: false, settle: false } as const)
const decide = fc.record({
  do: fc.constant('decide' as const),
  which: small,
  wrongly: fc.constantFrom(...Array.from({ length: 12 }, () => false), true),
})

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 12, arbitrary: click },
  { weight: 3, arbitrary: double },
  { weight: 2, arbitrary: batch },
  { weight: 2, arbitrary: due },
  { weight: 3, arbitrary: answer },
  { weight: 8, arbitrary: pass },
  { weight: 2, arbitrary: jump },
  { weight: 2, arbitrary: crash },
  { weight: 2, arbitrary: sleep },
  { weight: 1, arbitrary: quit },
  { weight: 2, arbitrary: money },
  { weight: 2, arbitrary: elsewhere },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('auto' as const), order: small, on: fc.boolean() }) },
  { weight: 1, arbitrary: lag },
  { weight: 1, arbitrary: disk },
  { weight: 1, arbitrary: healed },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('flush', 'refresh', 'look') }) },
  { weight: 1, arbitrary: decide },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('check' as const), which: small }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('readFault' as const), fault: readFault }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('service' as const), down: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('edit' as const), group: small, days }) },
)

const setup: fc.Arbitrary<Setup> = fc.record({
  orders: fc.array(
    fc.record({
      addresses: fc.constantFrom(1, 2),
      // Hours; the first has lapsed, the second is within reach of auto-extend.
      endsIn: fc.constantFrom(-30, 20, 40, 240, 240, 700),
      auto: fc.constantFrom(false, false, false, false, true),
    }),
    { minLength: 1, maxLength: 5 },
  ),
  groups: fc.array(
    fc.record({
      orders: fc.uniqueArray(fc.nat(4), { minLength: 1, maxLength: 3 }),
      days,
      promo: fc.constantFrom('', '', '', 'TEN', 'OLD'),
    }),
    { minLength: 1, maxLength: 4 },
  ),
  balance: fc.constantFrom('1000.00', '1000.00', '20.00', '4.00'),
  end: fc.constantFrom('quit' as const, 'crash' as const),
})

/** Any sequence of so many steps. */
export function sequences(steps: { readonly min: number; readonly max: number }): fc.Arbitrary<Sequence> {
  return fc.record({
    setup,
    steps: fc.array(step, { minLength: steps.min, maxLength: steps.max, size: 'max' }),
  })
}
