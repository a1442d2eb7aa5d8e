import type { Renewal } from '../../shared/domain/renewal.ts'
import type { Result } from '../../shared/domain/result.ts'
import { currentOutcome } from '../../shared/domain/rules/outcomes.ts'
import { words } from '../../shared/words/words.ts'
import type { Balance } from '../balance/balance.ts'
import type { Groups } from '../groups/groups.ts'
import type { Orders } from '../orders/orders.ts'
import type { Clock, DiskProblem } from '../renewals/ports.ts'
import type { Renewals } from '../renewals/renewals.ts'
import type { Store } from '../store/store.ts'
import type { CoreEvents, EndsReading } from './coreEvents.ts'
import type { Notices } from './notices.ts'
import type { Waits } from './waits.ts'

/** What the aftermath of a renewal touches. */
export interface AftermathParts {
  readonly store: Store
  readonly orders: Orders
  readonly balance: Balance
  readonly groups: Groups
  readonly notices: Notices
  readonly waits: Waits
  readonly clock: Clock
  readonly tell: CoreEvents
}

const unsavedNotice = 'unsaved-results'

/** Ms that a notification waits for the new end dates: it is to name them, and not to come late for them. */
const endsPatience = 3000

/** What follows a renewal: end dates and balance are read again and kept beside the row, and the desktop is told. */
export function createAftermath(parts: AftermathParts) {
  const { store, orders, balance, notices } = parts

  /** A list that was asked for before the renewal ended would pass old ends off as new ones: it is read once more. */
  async function ordersSince(accountId: string, endedAt: number): Promise<Result<null, string>> {
    const read = await parts.waits.patiently(accountId, () => orders.refresh(accountId))
    const readAt = orders.known(accountId).readAt ?? 0
    return read.ok && readAt < endedAt ? orders.refresh(accountId) : read
  }

  /** Gives the renewal with its new ends; null when they could not be read. */
  async function readAgain(renewal: Renewal): Promise<Renewal | null> {
    const { accountId, id, request } = renewal.intent
    const [read] = await Promise.all([
      ordersSince(accountId, renewal.result?.endedAt ?? 0),
      renewal.result?.balanceAfter ? null : balance.refresh(accountId),
    ])
    if (!read.ok) return null
    const ends = new Map(orders.known(accountId).orders.map((order) => [order.orderId, order.endsAt]))
    const after = request.orderIds.map((orderId) => ({ orderId, endsAt: ends.get(orderId) ?? null }))
    store.journal.addEndsAfter(id, after)
    // Ends that moved by our own renewal are no surprise; those beside an unknown one stay one until they are seen.
    if (currentOutcome(renewal) === 'renewed') orders.markShown(accountId, after)
    return { ...renewal, endsAfter: after }
  }

  function readEnds(renewal: Renewal): EndsReading {
    const soon = Promise.resolve(renewal)
    // What became of an `unknown` is read by settling.
    const isRead = renewal.result?.stage === 'exchange' && currentOutcome(renewal) !== 'unknown'
    if (!isRead) return { soon, done: Promise.resolve(null) }
    const done = readAgain(renewal).catch(() => {
      parts.tell.log('reading again after a renewal failed')
      return null
    })
    // Only what went through is told with its new ends; anything else is to be known at once.
    if (currentOutcome(renewal) !== 'renewed') return { soon, done }
    const late = parts.clock.wait(endsPatience)
    return { soon: Promise.race([done, late]).then((read) => read ?? renewal), done }
  }

  function safely(tell: () => void): void {
    try {
      tell()
    } catch (error) {
      parts.tell.log(`telling an outcome failed: ${error instanceof Error ? error.name : typeof error}`)
    }
  }

  return {
    ordersSince,
    /** Never throws into the heart: a listener's bug must not cost an outcome. */
    ended(renewal: Renewal): void {
      const ends = readEnds(renewal)
      safely(() => parts.tell.ended(renewal, ends))
    },
    /** The vendor was looked at for an `unknown`, which stays one: whoever shows it has new evidence. */
    checked: (renewal: Renewal): void => safely(() => parts.tell.checked(renewal)),
    /** An `unknown` was settled by evidence. */
    settled: (renewal: Renewal): void => safely(() => parts.tell.settled(renewal)),
    /** The disk refused a result after the money moved: said at once, and until the disk took it. */
    unsaved(renewal: Renewal, problem: DiskProblem): void {
      notices.put({
        id: unsavedNotice,
        severity: 'error',
        title: words().app.unsaved.title,
        text: words()
          .app.unsaved.text({
            group: renewal.intent.groupName,
            detail: renewal.result?.detail ?? '',
            problem: problem.message,
          })
          .slice(0, 1000),
        dismissible: false,
      })
    },
    /** Tries to write what is held in memory; the notice goes when all of it is on the disk. */
    flush: (renewals: Renewals) => (): void => {
      // A renewal meanwhile may have written it all: the notice goes then too.
      renewals.unsaved.flush()
      if (renewals.unsaved.count() === 0) notices.clear(unsavedNotice)
    },
  }
}
