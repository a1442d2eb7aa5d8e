import { describe, expect, test } from 'vitest'
import { groupsToShow, matches, selectAccount } from '../../../../src/renderer/state/selectors.ts'
import type { Account } from '../../../../src/shared/domain/account.ts'
import { groupView, snapshot } from '../samples.ts'

const names = (views: readonly { readonly group: { readonly name: string } }[]) =>
  views.map((view) => view.group.name)

function account(id: string): Account {
  return {
    id,
    name: id,
    kind: 'vendor',
    apiUrl: 'https://youproxy.io',
    keyState: 'ok',
    keyRefused: false,
    keyTail: null,
    sessionOnly: false,
    warnBelow: null,
    renewalLimit: null,
    dayLimit: null,
  }
}

describe('groupsToShow', () => {
  test('shows the soonest to end first, those not read last, then by name', () => {
    const groups = [
      groupView('z, not read'),
      groupView('later', { endsAt: 900 }),
      groupView('a, not read'),
      groupView('ended', { endsAt: 5 }),
      groupView('soon', { endsAt: 100 }),
    ]
    expect(names(groupsToShow(groups, 'account', ''))).toEqual([
      'ended',
      'soon',
      'later',
      'a, not read',
      'z, not read',
    ])
  })

  test('never shows a group of another account', () => {
    const groups = [groupView('mine'), groupView('theirs', {}, 'other')]
    expect(names(groupsToShow(groups, 'account', ''))).toEqual(['mine'])
  })
})

describe('matches', () => {
  test.each(['eu', 'CLIENTS eu', '100-', 'ipv4', ''])('finds a group by %j', (search) => {
    expect(matches(groupView('EU clients'), search)).toBe(true)
  })

  test.each(['us', 'eu us', 'ipv6'])('does not find it by %j', (search) => {
    expect(matches(groupView('EU clients'), search)).toBe(false)
  })
})

describe('selectAccount', () => {
  const accounts = [account('a'), account('b'), account('c')]
  const settings = { ...snapshot().settings, selectedAccountId: 'b' }

  test('prefers what was chosen in the window, then the settings, then the first', () => {
    expect(selectAccount(snapshot({ accounts, settings }), 'c')?.id).toBe('c')
    expect(selectAccount(snapshot({ accounts, settings }), null)?.id).toBe('b')
    expect(selectAccount(snapshot({ accounts }), null)?.id).toBe('a')
  })

  test('falls back when the chosen one is gone, and to nothing without accounts', () => {
    expect(selectAccount(snapshot({ accounts, settings }), 'gone')?.id).toBe('b')
    expect(selectAccount(snapshot(), 'gone')).toBeNull()
  })
})
