import { expect, test } from 'vitest'
import { createGroups, freeName, type GroupsStore } from '../../../src/main/groups/groups.ts'
import { type Group, type GroupDraft, groupSchema } from '../../../src/shared/domain/group.ts'
import type { Money } from '../../../src/shared/domain/money.ts'
import { err, ok, type Result } from '../../../src/shared/domain/result.ts'
import { money, NOW, uuid } from '../../support/domain.ts'

const ACCOUNT = uuid(100)
const draft: GroupDraft = {
  id: null,
  accountId: ACCOUNT,
  name: 'Shop',
  proxyType: 'IPv4',
  orderIds: '11, 22, 11',
  rentPeriodDays: '30',
  promoCode: '',
  showInTray: true,
  priceLimit: '',
  dueDays: '',
}

function setup() {
  const kept = new Map<string, { group: Group; deleted: boolean }>()
  const prices = new Map<string, Money>()
  const state = { diskFull: false, refuseSaving: false, changes: 0, now: NOW, accounts: [ACCOUNT, uuid(200)] }
  let ids = 0
  const disk = (write: () => void): Result<void, { message: string }> => {
    if (state.diskFull) return err({ message: 'The disk is full.' })
    write()
    return ok(undefined)
  }
  const live = (id: string) => {
    const found = kept.get(id)
    return found && !found.deleted ? found.group : null
  }
  const flag = (id: string, deleted: boolean) => {
    const found = kept.get(id)
    if (!found) return err({ message: 'This group was removed for good and cannot be brought back.' })
    return disk(() => kept.set(id, { ...found, deleted }))
  }
  const store: GroupsStore = {
    list: () => [...kept.values()].filter(({ deleted }) => !deleted).map(({ group }) => group),
    get: live,
    save: (group) =>
      state.refuseSaving
        ? err({ message: 'The disk is full.' })
        : disk(() => kept.set(group.id, { group, deleted: false })),
    saveAll: (groups) =>
      disk(() => {
        for (const group of groups) kept.set(group.id, { group, deleted: false })
      }),
    softDelete: (id) => flag(id, true),
    restore: (id) => flag(id, false),
    lastPrice: (id) => prices.get(id) ?? null,
    setLastPrice: (id, price) => {
      if (price) prices.set(id, price)
      else prices.delete(id)
    },
  }
  const groups = createGroups({
    store,
    accountExists: (id) => state.accounts.includes(id),
    now: () => state.now,
    newId: () => uuid(++ids),
    changed: () => {
      state.changes += 1
    },
  })
  function saved(change: Partial<GroupDraft> = {}): Group {
    const answer = groups.save({ ...draft, ...change })
    if (!answer.ok) return expect.unreachable(answer.error.message)
    expect(groupSchema.safeParse(answer.value.group).error).toBeUndefined()
    return answer.value.group
  }
  return { groups, state, prices, saved }
}

test('a group is made from what was typed, and says how many repeats were dropped', () => {
  const { groups, state } = setup()
  const answer = groups.save(draft)
  expect(answer).toEqual({
    ok: true,
    value: {
      dropped: 1,
      group: {
        id: uuid(1),
        accountId: ACCOUNT,
        name: 'Shop',
        proxyType: 'IPv4',
        orderIds: ['11', '22'],
        rentPeriodDays: 30,
        promoCode: null,
        showInTray: true,
        priceLimit: null,
        dueDays: null,
        createdAt: NOW,
        updatedAt: NOW,
      },
    },
  })
  expect(groups.list()).toHaveLength(1)
  expect(state.changes).toBeGreaterThan(0)
})

test('bad fields are named, and nothing is saved', () => {
  const { groups } = setup()
  expect(groups.save({ ...draft, name: '', rentPeriodDays: '0' })).toMatchObject({
    ok: false,
    error: { kind: 'fields', fields: { name: expect.any(String), rentPeriodDays: expect.any(String) } },
  })
  expect(groups.list()).toEqual([])
})

test('a name is taken within its account only, and not by the group itself', () => {
  const { groups, saved } = setup()
  const first = saved()
  expect(groups.save({ ...draft, name: ' shop' })).toMatchObject({
    error: { fields: { name: expect.stringContaining('already') } },
  })
  saved({ accountId: uuid(200) })
  expect(saved({ id: first.id, name: 'SHOP' })).toMatchObject({ id: first.id, name: 'SHOP' })
})

test('an edit keeps id and birthday', () => {
  const { state, saved, groups } = setup()
  const first = saved()
  state.now = NOW + 5000
  expect(saved({ id: first.id, orderIds: '33' })).toMatchObject({
    id: first.id,
    orderIds: ['33'],
    createdAt: NOW,
    updatedAt: NOW + 5000,
  })
  expect(groups.list()).toHaveLength(1)
})

test('a group cannot be edited after its end, without its account, or into another account', () => {
  const { groups, saved } = setup()
  const first = saved()
  expect(groups.save({ ...draft, id: uuid(99) })).toMatchObject({ error: { kind: 'not-found' } })
  expect(groups.save({ ...draft, name: 'B', accountId: uuid(300) })).toMatchObject({
    error: { kind: 'not-found' },
  })
  expect(groups.save({ ...draft, id: first.id, accountId: uuid(200) })).toMatchObject({
    error: { kind: 'not-found' },
  })
})

test.each<[string, Partial<GroupDraft>, boolean]>([
  ['another name', { name: 'Other' }, true],
  ['the tray switch', { showInTray: false }, true],
  ['a limit', { priceLimit: '5' }, true],
  ['other days before it is due', { dueDays: '7' }, true],
  ['the same orders in another order', { orderIds: '22 11' }, true],
  ['another order', { orderIds: '11 33' }, false],
  ['one order less', { orderIds: '11' }, false],
  ['another period', { rentPeriodDays: '60' }, false],
  ['another type', { proxyType: 'ISP' }, false],
  ['a promo code', { promoCode: 'TEN' }, false],
])('after %s the price last shown still says something: %s', (_name, change, keeps) => {
  const { groups, saved } = setup()
  const { id } = saved()
  groups.priceShown(id, money(2.8))
  saved({ id, ...change })
  expect(groups.lastPrice(id)).toEqual(keeps ? money(2.8) : null)
})

test('a copy has a free name, is not in the tray, and has never been shown a price', () => {
  const { groups, saved } = setup()
  const { id } = saved({ dueDays: '7' })
  groups.priceShown(id, money(2.8))
  const copies = [groups.duplicate(id), groups.duplicate(id)].map((copy) =>
    copy.ok ? copy.value.group : null,
  )
  expect(copies.map((copy) => copy?.name)).toEqual(['Shop copy', 'Shop copy 2'])
  expect(copies[0]).toMatchObject({
    orderIds: ['11', '22'],
    showInTray: false,
    accountId: ACCOUNT,
    dueDays: 7,
  })
  expect(groups.lastPrice(copies[0]?.id ?? '')).toBeNull()
  expect(groups.duplicate(uuid(99))).toMatchObject({ error: { kind: 'not-found' } })
})

test('a deleted group is gone and comes back whole', () => {
  const { groups, saved } = setup()
  const group = saved()
  groups.priceShown(group.id, money(2.8))
  expect(groups.delete(group.id)).toEqual({ ok: true, value: null })
  expect([groups.get(group.id), groups.list().length]).toEqual([null, 0])
  expect(groups.delete(group.id)).toMatchObject({ error: { kind: 'not-found' } })
  expect(groups.restore(group.id)).toEqual({ ok: true, value: null })
  expect(groups.get(group.id)).toEqual(group)
  expect(groups.lastPrice(group.id)).toEqual(money(2.8))
  expect(groups.restore(uuid(99))).toMatchObject({ error: { kind: 'disk' } })
})

test('a group whose name was taken meanwhile comes back under a free one', () => {
  const { groups, saved, state } = setup()
  const first = saved()
  groups.delete(first.id)
  saved({ name: 'shop' })
  expect(groups.restore(first.id)).toMatchObject({ ok: true })
  expect(
    groups
      .list()
      .map((group) => group.name)
      .sort(),
  ).toEqual(['Shop copy', 'shop'])
  expect(state.changes).toBeGreaterThan(0)
})

test('a disk that fills up between bringing back and renaming is told', () => {
  const { groups, saved, state } = setup()
  const first = saved()
  groups.delete(first.id)
  saved({ name: 'shop' })
  state.refuseSaving = true
  expect(groups.restore(first.id)).toEqual({
    ok: false,
    error: { kind: 'disk', message: 'The disk is full.' },
  })
})

test('orders are taken out in place; the price shown for more of them is nothing to compare with', () => {
  const { groups, state, prices, saved } = setup()
  const { id } = saved({ orderIds: '11 22 33 44' })
  prices.set(id, money(5))
  state.now = NOW + 1
  expect(groups.removeOrders(id, ['33', '11', '99'])).toEqual({
    ok: true,
    value: { removed: 2, group: expect.objectContaining({ id, orderIds: ['22', '44'], updatedAt: NOW + 1 }) },
  })
  expect(groups.get(id)?.orderIds).toEqual(['22', '44'])
  expect(groups.lastPrice(id)).toBeNull()
})

test('removing what is not in the group changes nothing', () => {
  const { groups, prices, saved } = setup()
  const { id } = saved()
  prices.set(id, money(5))
  expect(groups.removeOrders(id, ['99'])).toMatchObject({ ok: true, value: { removed: 0 } })
  expect(groups.lastPrice(id)).toEqual(money(5))
})

test('the last orders of a group stay, and it says what to do instead', () => {
  const { groups, saved } = setup()
  const { id } = saved()
  const answer = groups.removeOrders(id, ['11', '22'])
  expect(answer).toMatchObject({ ok: false, error: { kind: 'asks' } })
  expect(answer.ok ? '' : answer.error.message).toMatch(/all the orders of “Shop”.*Nothing was removed/)
  expect(groups.get(id)?.orderIds).toEqual(['11', '22'])
  expect(groups.removeOrders(uuid(99), ['11'])).toMatchObject({ error: { kind: 'not-found' } })
})

test('a disk that refuses is told, whatever was asked', () => {
  const { groups, state, saved } = setup()
  const { id } = saved()
  state.diskFull = true
  const full = { ok: false, error: { kind: 'disk', message: 'The disk is full.' } }
  expect(groups.save({ ...draft, name: 'B' })).toEqual(full)
  expect(groups.duplicate(id)).toEqual(full)
  expect(groups.removeOrders(id, ['11'])).toEqual(full)
  expect(groups.delete(id)).toEqual(full)
  expect(groups.restore(id)).toEqual(full)
  expect(groups.list()).toHaveLength(1)
})

test.each([
  ['a', [], 'a copy'],
  ['a', ['A COPY'], 'a copy 2'],
  ['a', ['a copy', 'a copy 2', 'a copy 3'], 'a copy 4'],
  ['x'.repeat(80), [], `${'x'.repeat(75)} copy`],
  ['😀'.repeat(40), [], `${'😀'.repeat(37)} copy`],
])('a free name for %s', (name, taken, expected) => {
  expect(freeName(name, taken)).toBe(expected)
  expect(freeName(name, taken).length).toBeLessThanOrEqual(80)
})
