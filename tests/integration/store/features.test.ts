import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import { describe, expect, test } from 'vitest'
import type { LiveOrder } from '../../../src/shared/domain/order.ts'
import { defaultSettings } from '../../../src/shared/domain/rules/defaultSettings.ts'
import {
  accountA,
  accountB,
  aGroup,
  amount,
  anAccount,
  anIntent,
  group1,
  group2,
  must,
  opened,
  startOfTime,
  temporaryFolder,
  usd,
  uuid,
} from './helpers.ts'

const order: LiveOrder = {
  orderId: '1234567890123456789',
  proxyType: 'IPv4',
  addresses: 3,
  sample: ['192.0.2.1'],
  countries: ['DEU'],
  endsAt: startOfTime,
  oddEnds: 0,
  repeated: 0,
  autoExtend: null,
}

describe('accounts', () => {
  test('are saved, changed and removed with what is theirs; their history stays', () => {
    const folder = temporaryFolder()
    const store = opened(folder)
    must(store.accounts.save(anAccount()))
    must(store.accounts.save(anAccount({ id: accountB, name: 'Second', createdAt: startOfTime - 1 })))
    must(store.accounts.save(anAccount({ warnBelow: amount(1) })))
    expect(store.accounts.list().map((account) => [account.name, account.warnBelow])).toEqual([
      ['Second', 50_000],
      ['Main shop', 1],
    ])
    must(store.groups.save(aGroup()))
    must(store.groups.save(aGroup({ id: group2, accountId: accountB })))
    must(store.journal.begin(anIntent(1)))
    store.balances.add(accountA, usd(1), 1)
    store.orders.save(accountA, { orders: [order], notUnderstood: 0 }, 1)
    must(store.accounts.remove(accountA))
    const check = (now: ReturnType<typeof opened>) => {
      expect(now.accounts.get(accountA)).toBeNull()
      expect(now.groups.list().map((group) => group.id)).toEqual([group2])
      expect(now.balances.latest(accountA)).toBeNull()
      expect(now.orders.get(accountA).readAt).toBeNull()
      expect(now.journal.get(anIntent(1).id)?.intent).toEqual(anIntent(1))
    }
    check(store)
    store.close()
    rmSync(join(folder, 'leasebar.db'))
    check(opened(folder))
  })

  test('can hold no key: what is no field of an account is left out of every file', () => {
    const folder = temporaryFolder()
    const store = opened(folder)
    const canary = 'canary-key-4f1d9b'
    const careless = { ...anAccount(), key: canary, apiKey: canary, secret: { value: canary } }
    must(store.accounts.save(careless))
    must(store.groups.save({ ...aGroup(), ...{ key: canary } }))
    must(store.journal.begin({ ...anIntent(1), ...{ key: canary, access: { key: canary } } }))
    must(store.settings.update({ theme: 'dark', ...{ key: canary } }))
    for (const name of readdirSync(folder)) {
      expect(readFileSync(join(folder, name)).includes(canary), name).toBe(false)
    }
    const raw = new DatabaseSync(join(folder, 'leasebar.db'), { readOnly: true })
    const tables: { name: string }[] = raw
      .prepare("SELECT name FROM sqlite_schema WHERE type = 'table'")
      .all()
    const columns = tables.flatMap(({ name }) =>
      raw.prepare(`SELECT name FROM pragma_table_info('${name}')`).all(),
    )
    raw.close()
    expect(columns.map(({ name }: { name: string }) => name).filter((name) => /key|secret|token/.test(name)))
      // Keys of rows, not of accounts: `meta` and `documents` are looked up by them.
      .toEqual(['key', 'key'])
  })
})

describe('groups', () => {
  test('are deleted, brought back, and removed for good after a while', () => {
    const store = opened(temporaryFolder())
    must(store.groups.save(aGroup()))
    must(store.groups.save(aGroup({ id: group2, name: 'Paris', accountId: accountB })))
    expect(store.groups.list(accountA)).toEqual([aGroup()])
    must(store.groups.softDelete(group1, 1000))
    expect(store.groups.get(group1)).toBeNull()
    expect(store.groups.list()).toHaveLength(1)
    must(store.groups.restore(group1))
    expect(store.groups.get(group1)).toEqual(aGroup())
    must(store.groups.softDelete(group1, 1000))
    store.groups.purgeDeleted(1000)
    must(store.groups.restore(group1))
    must(store.groups.softDelete(group1, 1000))
    store.groups.purgeDeleted(1001)
    expect(store.groups.restore(group1)).toMatchObject({ ok: false })
    expect(store.groups.list().map((group) => group.name)).toEqual(['Paris'])
  })

  test('remember the price last shown', () => {
    const store = opened(temporaryFolder())
    expect(store.groups.lastPrice(group1)).toBeNull()
    store.groups.setLastPrice(group1, usd(6500))
    store.groups.setLastPrice(group1, usd(7000))
    expect(store.groups.lastPrice(group1)).toEqual(usd(7000))
    store.groups.setLastPrice(group1, null)
    expect(store.groups.lastPrice(group1)).toBeNull()
  })
})

describe('settings', () => {
  test('hold their defaults until chosen, and survive', () => {
    const folder = temporaryFolder()
    const store = opened(folder)
    expect(store.settings.get()).toEqual(defaultSettings)
    must(store.settings.update({ theme: 'dark', selectedAccountId: accountA }))
    must(store.settings.update({ theme: 'light', balanceMinutes: 3 }))
    store.close()
    const expected = { ...defaultSettings, theme: 'light', balanceMinutes: 3, selectedAccountId: accountA }
    expect(opened(folder).settings.get()).toEqual(expected)
  })
})

describe('balances', () => {
  test('keep a plateau by its two ends', () => {
    const store = opened(temporaryFolder())
    for (const [at, sum] of [
      [1, 5],
      [2, 5],
      [3, 5],
      [4, 5],
      [5, 7],
    ] as const) {
      store.balances.add(accountA, usd(sum), at)
    }
    store.balances.add(accountB, usd(9), 6)
    const seen = store.balances.since(accountA, 0).map((point) => [point.at, point.amount])
    expect(seen).toEqual([
      [1, 5],
      [4, 5],
      [5, 7],
    ])
    expect(store.balances.latest(accountA)).toEqual({ money: usd(7), at: 5 })
    expect(store.balances.since(accountA, 4)).toHaveLength(2)
  })

  test('remember a crossing of the threshold', () => {
    const folder = temporaryFolder()
    const store = opened(folder)
    expect(store.balances.crossing(accountA)).toEqual({ belowSince: null, toldAt: null })
    store.balances.setCrossing(accountA, { belowSince: 5, toldAt: null })
    store.balances.setCrossing(accountA, { belowSince: 5, toldAt: 6 })
    store.close()
    expect(opened(folder).balances.crossing(accountA)).toEqual({ belowSince: 5, toldAt: 6 })
  })
})

describe('orders and documents', () => {
  test('the list is kept with its age, per account', () => {
    const store = opened(temporaryFolder())
    expect(store.orders.get(accountA)).toEqual({ orders: [], notUnderstood: 0, readAt: null })
    store.orders.save(accountA, { orders: [order], notUnderstood: 2 }, 77)
    expect(store.orders.get(accountA)).toEqual({ orders: [order], notUnderstood: 2, readAt: 77 })
    expect(store.orders.get(accountB).readAt).toBeNull()
  })

  test('an order that cannot be read takes no other with it', () => {
    const folder = temporaryFolder()
    const store = opened(folder)
    store.orders.save(accountA, { orders: [order, { ...order, addresses: -1 }], notUnderstood: 0 }, 77)
    store.close()
    expect(opened(folder).orders.get(accountA)).toEqual({ orders: [order], notUnderstood: 1, readAt: 77 })
  })

  test('the newest list is the one that is given, now and after a new start', () => {
    const folder = temporaryFolder()
    const store = opened(folder)
    const moved = { ...order, endsAt: (order.endsAt ?? 0) + 1 }
    store.orders.save(accountA, { orders: [order], notUnderstood: 0 }, 77)
    // One that says the same is only younger.
    store.orders.save(accountA, { orders: [{ ...order }], notUnderstood: 0 }, 78)
    expect(store.orders.get(accountA)).toEqual({ orders: [order], notUnderstood: 0, readAt: 78 })
    store.orders.save(accountA, { orders: [{ ...order }], notUnderstood: 3 }, 79)
    expect(store.orders.get(accountA)).toEqual({ orders: [order], notUnderstood: 3, readAt: 79 })
    store.orders.save(accountA, { orders: [moved], notUnderstood: 3 }, 80)
    store.close()
    expect(opened(folder).orders.get(accountA)).toEqual({ orders: [moved], notUnderstood: 3, readAt: 80 })
  })

  test('list and shown ends go with their account', () => {
    const store = opened(temporaryFolder())
    const account = anAccount({ id: accountA })
    expect(store.accounts.save(account).ok).toBe(true)
    store.orders.save(accountA, { orders: [order], notUnderstood: 0 }, 77)
    store.orders.markShown(accountA, [order])
    expect(store.accounts.remove(accountA).ok).toBe(true)
    expect(store.orders.get(accountA).orders).toEqual([])
    expect(store.orders.shownEnds(accountA, [order.orderId]).size).toBe(0)
    store.orders.save(accountA, { orders: [order], notUnderstood: 0 }, 78)
    expect(store.orders.get(accountA).orders).toEqual([order])
  })

  test('ends that were shown are remembered, unreadable ones leave the last', () => {
    const store = opened(temporaryFolder())
    store.orders.markShown(accountA, [
      { orderId: 'a', endsAt: 5 },
      { orderId: 'b', endsAt: null },
    ])
    store.orders.markShown(accountA, [
      { orderId: 'a', endsAt: null },
      { orderId: 'c', endsAt: 6 },
    ])
    expect([...store.orders.shownEnds(accountA, ['a', 'b', 'c', 'd'])]).toEqual([
      ['a', 5],
      ['c', 6],
    ])
    expect(store.orders.shownEnds(accountB, ['a']).size).toBe(0)
  })

  test('documents are kept as they are', () => {
    const folder = temporaryFolder()
    const store = opened(folder)
    must(store.documents.put('window', '{"width":420}'))
    must(store.documents.put('window', '{"width":900}'))
    expect(store.documents.get(uuid(1))).toBeNull()
    store.close()
    expect(opened(folder).documents.get('window')).toBe('{"width":900}')
  })
})
