import type { BalanceView, GroupView, Snapshot } from '../../shared/contract/snapshot.ts'
import type { Account } from '../../shared/domain/account.ts'
import type { DueRun } from '../../shared/domain/dueRun.ts'
import { dueDaysOf, isDue } from '../../shared/domain/rules/due.ts'
import { day } from '../../shared/domain/rules/ends.ts'
import { formatMoney } from '../../shared/domain/rules/money.ts'
import { inTrayOrder } from '../../shared/domain/rules/trayOrder.ts'
import { cleanVendorText, menuLabel } from '../../shared/domain/rules/vendorText.ts'
import { words } from '../../shared/words/words.ts'
import type { TrayIcon, TrayItem, TrayModel } from './model.ts'

/** What the tray is drawn from: parts of the snapshot, and the time in ms since the epoch. */
export interface TrayInput
  extends Pick<
    Snapshot,
    'accounts' | 'groups' | 'balances' | 'unsettled' | 'notices' | 'settings' | 'dueRun' | 'updates'
  > {
  readonly now: number
}

/** The most entries `Renew …` in the menu; the rest is in the window. */
const mostGroups = 40
/** The longest tooltip; Windows cuts at 127 characters. */
const tooltipLength = 120

/** What the tray says: icon, tooltip and menu (DESIGN.md, Tray). Equal states give equal models. */
export function trayModel(input: TrayInput): TrayModel {
  return { icon: icon(input), tooltip: tooltip(input), items: items(input) }
}

/** The tray before anything was read: its icon, and the ways into the app and out of it. */
export function bareTray(settings: TrayInput['settings']): TrayModel {
  const nothing = {
    accounts: [],
    groups: [],
    balances: [],
    unsettled: [],
    notices: [],
    dueRun: null,
    updates: noUpdates,
  }
  return trayModel({ ...nothing, settings, now: 0 })
}

/** Nothing is known of newer versions. */
const noUpdates = { feed: null, state: { kind: 'idle' } } as const

/** Ms for which a group that ended asks for attention; after that somebody means it to be as it is. */
const endedLately = 3 * day

/**
 * One icon for everything: what needs a person comes first, then what makes every figure old, then the balance.
 */
function icon({ accounts, groups, balances, unsettled, notices, now }: TrayInput): TrayIcon {
  const keyMissing = accounts.some(
    ({ keyState, keyRefused }) => keyRefused || (keyState !== 'ok' && keyState !== 'waiting'),
  )
  const trouble = notices.some(({ severity }) => severity === 'error')
  const ended = groups.some(({ endsAt }) => endsAt !== null && endsAt <= now && now - endsAt < endedLately)
  if (keyMissing || trouble || ended || unsettled.some(({ count }) => count > 0)) return 'attention'
  if (balances.some(({ offline }) => offline)) return 'offline'
  return balances.some(({ low }) => low) ? 'low' : 'normal'
}

function tooltip(input: TrayInput): string {
  const unknown = input.unsettled.reduce((sum, { count }) => sum + count, 0)
  const all = dueGroups(input)
  const ended = all.filter(({ endsAt }) => endsAt !== null && endsAt <= input.now)
  const due = all.length - ended.length
  const { tray } = words()
  const parts = [
    'Leasebar',
    ...(unknown > 0 ? [tray.unknown(unknown)] : []),
    ...input.accounts.filter(({ id }) => isKnown(id, input)).map((account) => balanceWords(account, input)),
    ...(ended.length > 0 ? [tray.ended(ended.length)] : []),
    ...(due > 0 ? [tray.due(due)] : []),
  ]
  return cleanVendorText(parts.join(' · '), tooltipLength)
}

/** What has to be renewed now, ended groups among it. */
function dueGroups({ groups, settings, now }: TrayInput): readonly GroupView[] {
  return groups.filter(({ group, endsAt }) => isDue(endsAt, dueDaysOf(group, settings), now))
}

function isKnown(accountId: string, { balances }: TrayInput): boolean {
  return balances.some(
    (balance) => balance.accountId === accountId && (balance.money !== null || balance.offline),
  )
}

/** `$12.50`, with the account's name where there are several, and what is off about it. */
function balanceWords(account: Account, { accounts, balances }: TrayInput): string {
  const balance = balances.find(({ accountId }) => accountId === account.id)
  const name = accounts.length > 1 ? `${account.name}: ` : ''
  return `${name}${figure(balance)}`
}

function figure(balance: BalanceView | undefined): string {
  const { tray } = words()
  if (balance?.money == null) return balance?.offline === true ? tray.offline : tray.notRead
  const remarks = [...(balance.low ? [tray.low] : []), ...(balance.offline ? [tray.offline] : [])]
  const remark = remarks.length > 0 ? ` (${remarks.join(', ')})` : ''
  return `${formatMoney(balance.money)}${remark}`
}

function items(input: TrayInput): readonly TrayItem[] {
  const { tray } = words()
  const several = input.accounts.length > 1
  const entries: TrayItem[] = []
  let room = mostGroups
  let left = 0
  for (const account of input.accounts) {
    const balance = balanceWords(account, input)
    entries.push({ type: 'info', label: menuLabel(several ? balance : tray.balance(balance), 100) })
    const pinned = pinnedGroups(input, account.id)
    entries.push(...pinned.slice(0, room).map(renewItem))
    left += Math.max(0, pinned.length - room)
    room = Math.max(0, room - pinned.length)
    entries.push({ type: 'separator' })
  }
  if (left > 0) entries.push(action(tray.more(left), { kind: 'open' }))
  entries.push(...dueItems(input))
  entries.push(action(tray.open, { kind: 'open' }))
  if (input.accounts.length > 0) entries.push(action(tray.checkBalance, { kind: 'check-balance' }))
  entries.push(...updateItems(input))
  entries.push(action(tray.settings, { kind: 'settings' }), { type: 'separator' })
  entries.push(action(tray.quit, { kind: 'quit' }))
  return entries
}

/** The due section: how many have to be renewed, and the way to all of them at once. */
function dueItems(input: TrayInput): readonly TrayItem[] {
  const { dueRun } = input
  const isOpen = dueRun !== null && dueRun.phase !== 'ended'
  const count = dueGroups(input).length
  if (count === 0 && !isOpen) return []
  const { tray } = words()
  return [
    { type: 'info', label: isOpen ? renewing(dueRun.kind) : tray.due(count) },
    action(tray.renewDue, { kind: 'renew-due' }),
    { type: 'separator' },
  ]
}

/** A newer version, which the settings tell more of; one that a person wants to hear no more of is not there. */
function updateItems({ updates: { state }, settings }: TrayInput): readonly TrayItem[] {
  const { updates } = words()
  if (state.kind === 'installed') return [action(updates.restartReady, { kind: 'settings' })]
  if (state.kind !== 'available' && state.kind !== 'ready') return []
  const { version } = state.release
  if (version === settings.skippedVersion) return []
  return [action(menuLabel(updates.isOut(version)), { kind: 'settings' })]
}

function renewing(kind: DueRun['kind']): string {
  const { tray } = words()
  return kind === 'due' ? tray.renewingDue : tray.renewingSelected
}

function pinnedGroups({ groups, settings }: TrayInput, accountId: string): readonly GroupView[] {
  const pinned = groups.filter(({ group }) => group.accountId === accountId && group.showInTray)
  return inTrayOrder(pinned, settings.trayOrder)
}

function renewItem({ group, phase }: GroupView): TrayItem {
  const { tray } = words()
  const name = menuLabel(group.name)
  if (phase !== 'idle') return action(tray.renewing(name), { kind: 'renew', groupId: group.id }, false)
  return action(tray.renew(name, group.rentPeriodDays), {
    kind: 'renew',
    groupId: group.id,
  })
}

function action(
  label: string,
  does: Extract<TrayItem, { type: 'action' }>['action'],
  enabled = true,
): TrayItem {
  return { type: 'action', label, enabled, action: does }
}
