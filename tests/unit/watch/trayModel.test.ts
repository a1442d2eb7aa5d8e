import { describe, expect, it } from 'vitest'
import type { TrayItem } from '../../../src/main/watch/model.ts'
import { bareTray, type TrayInput, trayModel } from '../../../src/main/watch/trayModel.ts'
import { defaultSettings } from '../../../src/shared/domain/rules/defaultSettings.ts'
import { day, hour } from '../../../src/shared/domain/rules/ends.ts'
import { aDueRun } from '../../support/domain.ts'
import { account, balance, groupView, ids, usd } from './records.ts'

const now = 1_800_000_000_000
const main = account(ids.main, 'Main')
const second = account(ids.second, 'Second & Co')

const empty: TrayInput = {
  accounts: [],
  groups: [],
  balances: [],
  unsettled: [],
  notices: [],
  updates: { feed: null, state: { kind: 'idle' } },
  dueRun: null,
  settings: defaultSettings,
  now,
}
const simple: TrayInput = {
  ...empty,
  accounts: [main],
  groups: [groupView({})],
  balances: [balance(ids.main, usd(12.5))],
}

/** The menu as a person reads it: `-` for a separator, brackets around what cannot be chosen. */
function read(items: readonly TrayItem[]): string[] {
  return items.map((item) => {
    if (item.type === 'separator') return '-'
    return item.type === 'action' && item.enabled ? item.label : `[${item.label}]`
  })
}

const foot = ['Open', 'Check balance now', 'Settings', '-', 'Quit']

describe('the tray’s menu', () => {
  it('begins without an account', () => {
    expect(read(trayModel(empty).items)).toEqual(['Open', 'Settings', '-', 'Quit'])
    expect(bareTray(defaultSettings)).toEqual(trayModel(empty))
  })

  it('has the balance, the pinned groups and the rest', () => {
    expect(read(trayModel(simple).items)).toEqual(['[Balance: $12.50]', 'Renew Shop · 30 days', '-', ...foot])
  })

  it('gives every entry its action', () => {
    const actions = trayModel(simple).items.flatMap((item) => (item.type === 'action' ? [item.action] : []))
    expect(actions).toEqual([
      { kind: 'renew', groupId: ids.shop },
      { kind: 'open' },
      { kind: 'check-balance' },
      { kind: 'settings' },
      { kind: 'quit' },
    ])
  })

  it('has what is due, and the way to all of it at once; nothing where nothing is', () => {
    const due = (endsAt: number) => [groupView({ showInTray: false }, { endsAt })]
    const menu = (groups: TrayInput['groups'], rest: Partial<TrayInput> = {}) =>
      read(trayModel({ ...simple, groups, ...rest }).items)
    const section = ['[1 group due]', 'Renew all due…', '-']
    expect(menu(due(now + 71 * hour))).toEqual(['[Balance: $12.50]', '-', ...section, ...foot])
    expect(menu(due(now - hour))).toEqual(['[Balance: $12.50]', '-', ...section, ...foot])
    expect(menu(due(now + 73 * hour))).toEqual(['[Balance: $12.50]', '-', ...foot])
    const own = [groupView({ showInTray: false, dueDays: 10 }, { endsAt: now + 9 * 24 * hour })]
    expect(menu(own)).toContain('Renew all due…')
  })

  it.each([
    ['due', 'quoting', '[Renewing all due…]'],
    ['due', 'paying', '[Renewing all due…]'],
    ['selected', 'asking', '[Renewing selected groups…]'],
    ['selected', 'ended', '[1 group due]'],
  ] as const)('while groups are renewed in one go (%s, %s) it says %s', (kind, phase, label) => {
    const groups = [groupView({ showInTray: false }, { endsAt: now + hour })]
    const items = read(trayModel({ ...simple, groups, dueRun: aDueRun({ kind, phase }) }).items)
    expect(items.slice(2, 4)).toEqual([label, 'Renew all due…'])
  })

  it('leaves groups out that are not pinned', () => {
    const groups = [groupView({ showInTray: false })]
    expect(read(trayModel({ ...simple, groups }).items)).toEqual(['[Balance: $12.50]', '-', ...foot])
  })

  it.each(['quoting', 'sending'] as const)('does not offer a group again while %s', (phase) => {
    const groups = [groupView({}, { phase })]
    expect(read(trayModel({ ...simple, groups }).items)).toContain('[Renewing Shop…]')
  })

  it('groups entries by account where there are several', () => {
    const groups = [
      groupView({ id: ids.farm, accountId: ids.second, name: 'Farm', rentPeriodDays: 1 }),
      groupView({}),
      groupView({ id: ids.renewal, name: 'Alpha' }),
    ]
    const model = trayModel({ ...simple, accounts: [main, second], groups })
    expect(read(model.items)).toEqual([
      '[Main: $12.50]',
      'Renew Alpha · 30 days',
      'Renew Shop · 30 days',
      '-',
      '[Second && Co: not read yet]',
      'Renew Farm · 1 day',
      '-',
      ...foot,
    ])
  })

  it('keeps its order while ends come nearer', () => {
    const a = groupView({ id: ids.farm, name: 'A' }, { endsAt: now + 90 * hour })
    const b = groupView({ name: 'B' }, { endsAt: now + hour })
    const read1 = read(trayModel({ ...simple, groups: [b, a] }).items)
    expect(read1.filter((label) => label.includes(' · 30 days'))).toEqual([
      'Renew A · 30 days',
      'Renew B · 30 days',
    ])
  })

  it('doubles & and takes control and bidirectional characters out of names, and bounds them', () => {
    const names = ['R&D', 'a\u202eb\u0007c', 'x'.repeat(80)]
    const groups = names.map((name) => groupView({ name }))
    const labels = read(trayModel({ ...simple, groups }).items)
    expect(labels).toContain('Renew R&&D · 30 days')
    expect(labels).toContain('Renew a b c · 30 days')
    expect(labels).toContain(`Renew ${'x'.repeat(59)}… · 30 days`)
  })

  it('is bounded, and leads to the window for the rest', () => {
    const groups = Array.from({ length: 55 }, (_, index) =>
      groupView({ name: `G${index}`, createdAt: index }),
    )
    const labels = read(trayModel({ ...simple, groups }).items)
    expect(labels.filter((label) => label.startsWith('Renew '))).toHaveLength(40)
    expect(labels).toContain('15 more in the window…')
  })

  it('is equal for equal states, so that nothing is rebuilt', () => {
    expect(trayModel(structuredClone(simple))).toEqual(trayModel(simple))
    expect(trayModel({ ...simple, now: now + 1000 })).toEqual(trayModel(simple))
  })
})

describe('the balance line', () => {
  it.each([
    [balance(ids.main, null), 'Balance: not read yet'],
    [balance(ids.main, null, { offline: true }), 'Balance: offline'],
    [balance(ids.main, usd(3), { low: true }), 'Balance: $3.00 (low)'],
    [balance(ids.main, usd(3), { offline: true }), 'Balance: $3.00 (offline)'],
    [balance(ids.main, usd(3), { low: true, offline: true }), 'Balance: $3.00 (low, offline)'],
  ])('says what is off', (view, label) => {
    expect(read(trayModel({ ...simple, balances: [view] }).items)[0]).toBe(`[${label}]`)
  })
})

describe('the tray’s icon', () => {
  const low = balance(ids.main, usd(3), { low: true })
  const offline = balance(ids.main, usd(3), { low: true, offline: true })
  const notice = { id: 'x', title: 'x', text: 'x', dismissible: true }

  it.each<[string, Partial<TrayInput>, string]>([
    ['nothing is off', {}, 'normal'],
    ['there is no account', { accounts: [], balances: [] }, 'normal'],
    ['the balance is low', { balances: [low] }, 'low'],
    ['the vendor cannot be reached', { balances: [offline] }, 'offline'],
    [
      'an outcome is unknown',
      { balances: [offline], unsettled: [{ accountId: ids.main, count: 1 }] },
      'attention',
    ],
    ['nothing is left to settle', { unsettled: [{ accountId: ids.main, count: 0 }] }, 'normal'],
    ['a key is absent', { accounts: [account(ids.main, 'Main', { keyState: 'absent' })] }, 'attention'],
    [
      'the keychain is locked',
      { accounts: [account(ids.main, 'Main', { keyState: 'locked' })] },
      'attention',
    ],
    [
      'no keychain answers',
      { accounts: [account(ids.main, 'Main', { keyState: 'unavailable' })] },
      'attention',
    ],
    ['the keychain is asking', { accounts: [account(ids.main, 'Main', { keyState: 'waiting' })] }, 'normal'],
    ['something went wrong', { notices: [{ ...notice, severity: 'error' }] }, 'attention'],
    ['a group ends in an hour', { groups: [{ ...groupView({}), endsAt: now + hour }] }, 'normal'],
    ['a group has just ended', { groups: [{ ...groupView({}), endsAt: now }] }, 'attention'],
    [
      'a group ended a day ago, and all is old',
      { balances: [offline], groups: [{ ...groupView({}), endsAt: now - day }] },
      'attention',
    ],
    ['a group ended three days ago', { groups: [{ ...groupView({}), endsAt: now - 3 * day }] }, 'normal'],
    ['the end of a group is not known', { groups: [{ ...groupView({}), endsAt: null }] }, 'normal'],
    ['there is a notice', { notices: [{ ...notice, severity: 'info' }] }, 'normal'],
  ])('when %s', (_name, changes, icon) => {
    expect(trayModel({ ...simple, ...changes }).icon).toBe(icon)
  })
})

describe('the tooltip', () => {
  it('tells balance, what is due and what is unknown', () => {
    const groups = [
      groupView({}, { endsAt: now + 47 * hour }),
      groupView({ name: 'B' }, { endsAt: now + hour }),
      groupView({ name: 'C' }, { endsAt: now + 73 * hour }),
      groupView({ name: 'D' }, { endsAt: now - hour }),
      groupView({ name: 'E' }),
    ]
    const input = { ...simple, groups, unsettled: [{ accountId: ids.main, count: 1 }] }
    expect(trayModel(input).tooltip).toBe(
      'Leasebar · 1 renewal unknown · $12.50 · 1 group ended · 2 groups due',
    )
  })

  it('leaves out a balance that was never read', () => {
    expect(trayModel({ ...simple, balances: [balance(ids.main, null)] }).tooltip).toBe('Leasebar')
  })

  it('fits what Windows shows', () => {
    const accounts = Array.from({ length: 9 }, () => account(ids.main, 'n'.repeat(40)))
    expect([...trayModel({ ...simple, accounts }).tooltip].length).toBeLessThanOrEqual(120)
  })
})
