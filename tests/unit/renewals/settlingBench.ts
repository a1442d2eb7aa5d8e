import type { JournalPort } from '../../../src/main/renewals/ports.ts'
import { createSettling } from '../../../src/main/renewals/settling.ts'
import { createUnsaved } from '../../../src/main/renewals/unsaved.ts'
import type { ReadProblem } from '../../../src/shared/domain/exchange.ts'
import type { Money } from '../../../src/shared/domain/money.ts'
import type { Renewal } from '../../../src/shared/domain/renewal.ts'
import { err, ok, type Result } from '../../../src/shared/domain/result.ts'
import { currentOutcome } from '../../../src/shared/domain/rules/outcomes.ts'
import { fakeClock } from '../../support/clocks.ts'
import { anIntent, anOrder, aRenewal, aResult, DAY, money, NOW, uuid } from '../../support/domain.ts'

export const minute = 60_000

/** The account of `unknownRow`. */
export const accountId = anIntent().accountId

/** An `unknown` of order 11, for 30 days, with ends and balance read right before it. */
export function unknownRow(number: number, change: Parameters<typeof anIntent>[0] = {}): Renewal {
  const intent = anIntent({
    id: uuid(number),
    request: { proxyType: 'IPv4', orderIds: ['11'], rentPeriodDays: 30 },
    endsBefore: [{ orderId: '11', endsAt: NOW + 10 * DAY }],
    ...change,
  })
  return aRenewal({ intent, result: aResult('unknown') })
}

/** A read that came to nothing. */
export function problem(change: Partial<ReadProblem> = {}): ReadProblem {
  return { kind: 'offline', message: 'No.', vendorError: null, retryAfter: null, ...change }
}

/** Settling on a clock, a vendor and a disk that do what a test says. */
export function bench(rows: readonly Renewal[]) {
  const clock = fakeClock(NOW)
  const begin = clock.monotonic()
  const { journal, disk, written, beside } = memoryJournal(rows)
  const unsaved = createUnsaved(journal)
  const vendor = aVendor(() => clock.monotonic() - begin)
  const account = { removed: new Set<string>(), keyProblem: null as string | null }
  const events = { settled: [] as Renewal[], checked: [] as Renewal[], failed: [] as unknown[] }
  const settling = createSettling({
    vendor: vendor.port,
    journal,
    accounts: {
      get: (id) =>
        account.removed.has(id) ? null : { id, name: 'Main', renewalLimit: null, dayLimit: null },
      readAccess: async () =>
        account.keyProblem === null
          ? ok({ apiUrl: 'https://vendor.invalid', key: 'k' })
          : err({ message: account.keyProblem }),
    },
    known: { learned: () => {}, markShown: () => {} },
    clock,
    unsaved,
    events: {
      balanceRead: () => {},
      checked: (renewal) => events.checked.push(renewal),
      settled: (renewal) => events.settled.push(renewal),
      failed: (error) => events.failed.push(error),
    },
  })
  /** A row as the disk has it. */
  function row(number: number): Renewal {
    const found = written.get(uuid(number))
    if (!found) throw new Error(`no row ${number}`)
    return found
  }
  return { clock, journal, disk, beside, unsaved, vendor, account, events, settling, row }
}

function aVendor(passed: () => number) {
  const ends = new Map(['11', '22'].map((id) => [id, NOW + 10 * DAY]))
  let gate: { readonly opened: Promise<void>; readonly open: () => void } | null = null
  const state = {
    balance: money(100) as Money,
    /** What every read comes to instead. */
    problem: null as ReadProblem | null,
    balanceProblem: null as ReadProblem | null,
    bug: null as Error | null,
    /** Ms on the monotonic clock at which it was asked for the orders. */
    looks: [] as number[],
    move: (id: string, by: number) => void ends.set(id, (ends.get(id) ?? 0) + by),
    /** Answers asked for from now on wait, and show what was true when they were asked for. */
    shut() {
      let open = () => {}
      const opened = new Promise<void>((resolve) => {
        open = resolve
      })
      gate = { opened, open }
    },
    open() {
      gate?.open()
      gate = null
    },
    port: {
      async orders() {
        state.looks.push(passed())
        if (state.bug) throw state.bug
        const list = [...ends].map(([id, endsAt]) => anOrder(id, { endsAt }))
        const answer = state.problem ? err(state.problem) : ok({ orders: list, notUnderstood: 0 })
        await gate?.opened
        return answer
      },
      async balance() {
        const failed = state.balanceProblem ?? state.problem
        const answer = failed ? err(failed) : ok(state.balance)
        await gate?.opened
        return answer
      },
    },
  }
  return state
}

/** A journal on a disk that can refuse results or settlements. */
function memoryJournal(rows: readonly Renewal[]) {
  const written = new Map(rows.map((row) => [row.intent.id, row]))
  /** `writes`: everything that was asked of it. */
  const disk = { refusesResults: false, refusesSettlements: false, writes: 0 }
  /** Which row began after which, by their ids; without it none is weighed beside another. */
  const beside = { after: [] as (readonly [of: string, row: string])[] }
  function write(id: string, change: Partial<Renewal>, refused = false): Result<void, { message: string }> {
    disk.writes += 1
    if (refused) return err({ message: 'The disk is full.' })
    const row = written.get(id)
    if (row) written.set(id, { ...row, ...change })
    return ok(undefined)
  }
  const journal: JournalPort = {
    begin: () => ok(undefined),
    record: () => ok(undefined),
    finish: (id, result) => write(id, { result }, disk.refusesResults),
    settle: (id, settlement) => write(id, { settlement }, disk.refusesSettlements),
    addEndsAfter: () => ok(undefined),
    addCheck: (id, check) => write(id, { check }),
    others: (id) => ({
      before: [],
      after: beside.after.filter(([of]) => of === id).flatMap(([, row]) => written.get(row) ?? []),
      whole: true,
    }),
    get: (id) => written.get(id) ?? null,
    sending: () => [...written.values()].filter(({ result }) => result === null),
    unsettled: (of) =>
      [...written.values()].filter((row) => {
        const outcome = currentOutcome(row)
        return (outcome === null || outcome === 'unknown') && (of === null || row.intent.accountId === of)
      }),
    renewedSince: () => [],
    spentSince: () => [],
  }
  return { journal, disk, written, beside }
}
