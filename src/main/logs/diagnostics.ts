import type { Snapshot } from '../../shared/contract/snapshot.ts'

/** What diagnostics are made of. */
export interface DiagnosticsParts {
  readonly snapshot: Snapshot
  /** Names and versions, as `Electron 45.4.1`. */
  readonly versions: readonly string[]
  /** The system, as `linux x64, Debian …`. */
  readonly system: string
  /** The last lines of the log. */
  readonly lines: readonly string[]
  /** Ms since the epoch. */
  readonly now: number
}

/**
 * A text for whoever is to look into a problem: versions, how everything stands, the last lines of the log. In English,
 * whatever is spoken. Names of accounts and groups, order ids, promo codes and sums are left out; keys are nowhere near.
 */
export function diagnosticsText({ snapshot, versions, system, lines, now }: DiagnosticsParts): string {
  const { accounts, groups, balances, orders, notices, unsettled, settings, about, dueRun } = snapshot
  const facts = [
    `Leasebar ${about.version}, ${new Date(now).toISOString()}`,
    versions.join(', '),
    `${system}; tray: ${yes(about.hasTray)}; language: ${about.language}`,
    `groups: ${groups.length}; orders in them: ${groups.reduce((sum, { group }) => sum + group.orderIds.length, 0)}`,
    `unsettled: ${unsettled.reduce((sum, { count }) => sum + count, 0)}; several at once: ${dueRun?.phase ?? 'none'}`,
    `notices: ${notices.map(({ id }) => id).join(', ') || 'none'}`,
    `settings: ${JSON.stringify({ ...settings, selectedAccountId: undefined, trayOrder: settings.trayOrder.length })}`,
  ]
  const perAccount = accounts.map((account, index) => {
    const balance = balances.find(({ accountId }) => accountId === account.id)
    const list = orders.find(({ accountId }) => accountId === account.id)
    const key = `key ${account.keyState}${account.keyRefused ? ', refused' : ''}${account.sessionOnly ? ', session only' : ''}`
    const read = `balance read ${time(balance?.readAt)}${balance?.problem ? `, failing${balance.offline ? ' (offline)' : ''}` : ''}`
    const listed = `orders ${list?.count ?? 0}, read ${time(list?.readAt)}${list?.problem ? ', failing' : ''}`
    return `account ${index + 1}: ${account.kind}; ${key}; ${read}; ${listed}`
  })
  return [...facts, ...perAccount, '', ...lines, ''].join('\n')
}

const yes = (is: boolean): string => (is ? 'yes' : 'no')
const time = (at: number | null | undefined): string => (at == null ? 'never' : new Date(at).toISOString())
