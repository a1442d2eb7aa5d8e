import type { DueRow, DueRowStatus, DueRun, DueStop } from '../../shared/domain/dueRun.ts'
import { formatMoney } from '../../shared/domain/rules/money.ts'
import type { NotificationKind } from '../../shared/domain/rules/notificationKinds.ts'
import { cleanVendorText } from '../../shared/domain/rules/vendorText.ts'
import { words } from '../../shared/words/words.ts'
import type { NotificationModel } from './model.ts'

/** The most groups that are named one by one. */
const mostNames = 3

/**
 * The one notification that sums up several groups renewed in one go: how many were renewed, what was paid, what
 * stopped it. Null while it is not over, and for one of which nothing was to be paid or nothing came.
 */
export function dueRunNotification(run: DueRun): NotificationModel | null {
  const meant = run.rows.filter((row) => row.included)
  const expired = run.stops.some(({ kind }) => kind === 'expired')
  if (run.phase !== 'ended' || meant.length === 0 || expired) return null
  const renewed = meant.filter(({ outcome }) => outcome === 'renewed')
  return {
    title: cleanVendorText(title(run, renewed.length, meant.length), 100),
    body: cleanVendorText([...paid(run), ...stops(run), ...others(meant), ...notTried(meant)].join(' '), 500),
    target: {
      view: 'groups',
      accountId: accountOf(run, meant),
      groupId: groupOf(run.stops),
      renewalId: null,
    },
    urgency: dueRunKind(run) === 'unknown' ? 'critical' : 'normal',
  }
}

/**
 * The kind that it is of, for its switch: `renewed` where everything that was meant was, `refused` where something was
 * left, and `unknown`, which has no switch, where money may be gone or an outcome is not on the disk.
 */
export function dueRunKind({ rows, stops }: DueRun): NotificationKind {
  if (stops.some(({ kind }) => kind === 'unknown' || kind === 'disk' || kind === 'failed')) return 'unknown'
  const meant = rows.filter(({ included }) => included)
  return meant.every(({ outcome }) => outcome === 'renewed') ? 'renewed' : 'refused'
}

function title({ kind }: DueRun, renewed: number, meant: number): string {
  const { dueRun } = words().notifications
  const due = kind === 'due'
  if (renewed === 0) return dueRun.noneRenewed(meant, due)
  return renewed === meant ? dueRun.allRenewed(meant, due) : dueRun.someRenewed(renewed, meant, due)
}

/** One sum a currency: they are never added up. What nobody knows is not called unpaid. */
function paid({ paid, stops }: DueRun): string[] {
  const { dueRun, nothingPaid } = words().notifications
  if (paid.length > 0) return [dueRun.paid(paid.map((sum) => formatMoney(sum)))]
  const unsure = stops.some(({ kind }) => kind === 'unknown' || kind === 'failed')
  return [unsure ? dueRun.notKnown : nothingPaid]
}

function stops({ stops }: DueRun): string[] {
  const { dueRun } = words().notifications
  return stops.map((stop) => dueRun.stopped(stop.words))
}

/** Groups that had their turn and were not renewed, beside the one that stopped it. */
function others(meant: readonly DueRow[]): string[] {
  const left = meant.filter(({ status, outcome }) =>
    status === 'ended' ? outcome === 'refused' || outcome === 'not sent' : notPaid.has(status),
  )
  return left.length === 0 ? [] : [words().notifications.dueRun.notPaid(named(left))]
}

const notPaid: ReadonlySet<DueRowStatus> = new Set(['asks', 'changed'])

function notTried(meant: readonly DueRow[]): string[] {
  const left = meant.filter(({ status }) => status === 'not-tried')
  return left.length === 0 ? [] : [words().notifications.dueRun.notTried(named(left))]
}

function named(rows: readonly DueRow[]): string {
  const names = rows
    .slice(0, mostNames)
    .map(({ groupName }) => groupName)
    .join(', ')
  const more = rows.length - mostNames
  return more > 0 ? words().notifications.dueRun.andMore(names, more) : names
}

/** The account that it is about; of several, the one that was stopped. */
function accountOf({ stops }: DueRun, meant: readonly DueRow[]): string | null {
  const accounts = new Set(meant.map(({ accountId }) => accountId))
  const [only] = accounts
  return accounts.size === 1 && only !== undefined ? only : (stops[0]?.accountId ?? null)
}

function groupOf(stops: readonly DueStop[]): string | null {
  return stops.find(({ groupId }) => groupId !== null)?.groupId ?? null
}
