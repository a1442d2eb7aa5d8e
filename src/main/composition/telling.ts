import type { DueRun } from '../../shared/domain/dueRun.ts'
import type { Renewal } from '../../shared/domain/renewal.ts'
import type { NotificationKind } from '../../shared/domain/rules/notificationKinds.ts'
import type { Settings } from '../../shared/domain/settings.ts'
import { errorName } from '../ipc/words.ts'
import { dueRunKind, dueRunNotification } from '../watch/dueRunNotification.ts'
import type { NotificationModel } from '../watch/model.ts'
import { outcomeNotification, settledNotification, tellsOutcome } from '../watch/outcomeNotification.ts'
import { type Delivery, deliveryOf, outcomeKind } from '../watch/quietHours.ts'
import { minutesOfDay } from './watching.ts'

/** What telling outcomes needs of the rest. */
export interface TellingParts {
  readonly settings: () => Settings
  readonly accountCount: () => number
  readonly windowHasFocus: () => boolean
  readonly now: () => number
  readonly notify: (model: NotificationModel) => void
  readonly log: (line: string) => void
}

/** Tells outcomes by notification, as far as the window has not told them and the person wants to hear of them. */
export function createTelling(parts: TellingParts) {
  /** Outcomes whose notification waits for the new ends. */
  const pending = new Set<Promise<unknown>>()

  function delivery(kind: NotificationKind): Delivery {
    return deliveryOf(kind, parts.settings(), minutesOfDay(parts.now()))
  }

  function isSwitchedOff(renewal: Renewal): boolean {
    const kind = outcomeKind(renewal)
    return kind !== null && delivery(kind) === 'drop'
  }

  function tell(model: NotificationModel | null): void {
    if (model) parts.notify(model)
  }

  const context = () => ({ severalAccounts: parts.accountCount() > 1 })

  return {
    /** What becomes of a kind of notification now. */
    delivery,
    /** A renewal came to its end; `soon`: the same with its new ends, after a moment at the most. */
    ended(renewal: Renewal, soon: Promise<Renewal>): void {
      if (!tellsOutcome(renewal, parts.windowHasFocus()) || isSwitchedOff(renewal)) return
      const told = soon
        .then((read) => tell(outcomeNotification(read, context())))
        .catch((error: unknown) => parts.log(`an outcome’s notification failed: ${errorName(error)}`))
        .finally(() => pending.delete(told))
      pending.add(told)
    },
    /** The payment of a `Renew all due` came to its end: the one notification that sums it up. */
    runEnded(run: DueRun): void {
      if (delivery(dueRunKind(run)) !== 'drop') tell(dueRunNotification(run))
    },
    /** The evidence settled an `unknown`. */
    settled(renewal: Renewal): void {
      if (!isSwitchedOff(renewal)) tell(settledNotification(renewal, context()))
    },
    /** An `unknown` that a start found. */
    found: (renewal: Renewal): void => tell(outcomeNotification(renewal, context())),
    /** Resolves when nothing waits to be told any more. */
    done: async (): Promise<void> => void (await Promise.all(pending)),
  }
}
