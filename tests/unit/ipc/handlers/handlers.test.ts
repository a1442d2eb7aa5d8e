import { expect, test } from 'vitest'
import { createHandlers } from '../../../../src/main/ipc/handlers/handlers.ts'
import type { Services } from '../../../../src/main/ipc/handlers/services.ts'
import type { ReadProblem } from '../../../../src/shared/domain/exchange.ts'
import { err, ok } from '../../../../src/shared/domain/result.ts'
import { documentedPeriods, proxyTypes } from '../../../../src/shared/domain/rules/proxyTypes.ts'
import { aGroup, anOrder, aRenewal, aSwitch, uuid } from '../../../support/domain.ts'

/** Handlers over services of which only what a test names is there; anything else it calls fails the test. */
function handlers(services: { readonly [K in keyof Services]?: Partial<Services[K]> | Services[K] }) {
  return createHandlers(services as Services)
}

const problem = (kind: ReadProblem['kind']): ReadProblem => ({
  kind,
  message: 'Why.',
  vendorError: null,
  retryAfter: null,
})

test.each([
  ['not-found', 'not-found'],
  ['changed', 'asks'],
  ['expired', 'asks'],
] as const)('a renewal that cannot be tried (%s) crosses as %s with its words', async (kind, crosses) => {
  const answer = async () => err({ kind, message: 'Why.' })
  const table = handlers({ renewals: { start: answer, confirm: answer } })
  const expected = { ok: false, error: { kind: crosses, message: 'Why.' } }
  expect(await table['renewal.start']({ groupId: uuid(1) })).toEqual(expected)
  expect(await table['renewal.confirm']({ confirmationId: uuid(1) })).toEqual(expected)
})

test('a window’s click is a window’s click, and it names no more than the group', async () => {
  const calls: unknown[] = []
  const table = handlers({
    renewals: {
      start: async (...args) => {
        calls.push(args)
        return ok({ kind: 'ended', renewal: aRenewal() })
      },
    },
  })
  expect(await table['renewal.start']({ groupId: uuid(1) })).toMatchObject({
    ok: true,
    value: { kind: 'ended' },
  })
  expect(calls).toEqual([[uuid(1), 'window']])
})

test.each([
  ['disk', 'disk'],
  ['not-found', 'not-found'],
  ['not-unknown', 'not-found'],
] as const)('a decision that was not taken (%s) crosses as %s', async (kind, crosses) => {
  const table = handlers({ settle: () => err({ kind, message: 'Why.' }) })
  expect(await table['renewal.settle']({ renewalId: uuid(1), decision: 'it-did-not' })).toEqual({
    ok: false,
    error: { kind: crosses, message: 'Why.' },
  })
})

test('a row that is not there is said, not thrown', async () => {
  const table = handlers({ history: { get: () => null, page: () => ({ rows: [], total: 0, spent: null }) } })
  expect(await table['history.get']({ renewalId: uuid(1) })).toMatchObject({ error: { kind: 'not-found' } })
})

test.each(proxyTypes)(
  'without an answer the documented periods of %s stand in, and are told as such',
  async (type) => {
    const request = { accountId: uuid(1), proxyType: type }
    const offline = handlers({ periods: async () => err(problem('offline')) })
    expect(await offline['vendor.periods'](request)).toEqual({
      ok: true,
      value: { rentPeriodDays: documentedPeriods[type], live: false },
    })
    const live = handlers({ periods: async () => ok([7]) })
    expect(await live['vendor.periods'](request)).toEqual({
      ok: true,
      value: { rentPeriodDays: [7], live: true },
    })
  },
)

test.each([
  ['offline', 'offline'],
  ['vendor-error', 'vendor'],
  ['key-unknown', 'vendor'],
] as const)('promo codes that cannot be read (%s) cross as %s', async (kind, crosses) => {
  const table = handlers({ promoCodes: async () => err(problem(kind)) })
  expect(await table['vendor.promo-codes']({ accountId: uuid(1) })).toMatchObject({
    error: { kind: crosses },
  })
})

test('orders come with the names of this account’s groups that hold them', async () => {
  const groups = [
    aGroup({ name: 'One', orderIds: ['11'] }),
    aGroup({ name: 'Two', orderIds: ['11', '22'] }),
    aGroup({ name: 'Elsewhere', orderIds: ['11'], accountId: uuid(9) }),
  ]
  const table = handlers({
    groups: { list: () => groups },
    orders: {
      page: (_id, { ungrouped }, held) => {
        const rows = ['11', '33'].filter((id) => !(ungrouped && held.has(id))).map((id) => anOrder(id))
        return { rows, total: rows.length, countries: ['DEU'] }
      },
    },
  })
  const filter = { proxyType: null, country: null, endsWithinDays: null, ungrouped: false, search: '' }
  const query = { accountId: uuid(100), ...filter, offset: 0, limit: 10 }
  expect(await table['orders.page'](query)).toMatchObject({
    value: { total: 2, countries: ['DEU'], rows: [{ groupNames: ['One', 'Two'] }, { groupNames: [] }] },
  })
  const elsewhere = { ...query, accountId: uuid(9), ungrouped: true }
  expect(await table['orders.page'](elsewhere)).toMatchObject({
    value: { total: 1, rows: [{ order: { orderId: '33' }, groupNames: [] }] },
  })
})

test('a group’s orders are told from the whole list, in the group’s order; what is not in it is missing', async () => {
  const listed = Array.from({ length: 3000 }, (_, at) => anOrder(`${at}`))
  const group = aGroup({ orderIds: ['2999', 'gone', '7'] })
  const table = handlers({
    groups: { get: (id) => (id === group.id ? group : null) },
    orders: { known: () => ({ orders: listed, notUnderstood: 0, readAt: 5 }) },
  })
  expect(await table['group.orders']({ groupId: group.id })).toMatchObject({
    value: { orders: [{ orderId: '2999' }, { orderId: '7' }], readAt: 5 },
  })
  expect(await table['group.orders']({ groupId: uuid(9) })).toMatchObject({ error: { kind: 'not-found' } })
})

test('an account is read anew only when it was connected', async () => {
  const connected: string[] = []
  const state = { ok: true }
  const answer = async () =>
    state.ok ? ok({ accountId: uuid(1) }) : err({ kind: 'key', message: 'x' } as const)
  const table = handlers({
    accounts: {
      connect: answer,
      practice: answer,
      replaceKey: async () => (state.ok ? ok(null) : err({ kind: 'key', message: 'x' })),
      readKey: async () => (state.ok ? ok('KEY') : err({ state: 'locked', message: 'Locked.' })),
    },
    connected: (id) => connected.push(id),
  })
  const form = { name: '', key: '', apiUrl: '', addressConfirmed: false, sessionOnly: false }
  async function all() {
    return [
      await table['account.connect'](form),
      await table['account.practice'](null),
      await table['account.replace-key']({ accountId: uuid(1), key: 'k', sessionOnly: false }),
      await table['account.unlock']({ accountId: uuid(1) }),
    ]
  }
  const answers = await all()
  expect(answers.map((one) => one.ok)).toEqual([true, true, true, true])
  expect(JSON.stringify(answers)).not.toContain('KEY')
  expect(connected).toEqual([uuid(1), uuid(1), uuid(1), uuid(1)])
  state.ok = false
  expect((await all()).map((one) => one.ok)).toEqual([false, false, false, false])
  expect(connected).toHaveLength(4)
})

test('a saved group’s orders are read anew, a refused one’s are not', async () => {
  const saved: string[] = []
  const state = { ok: true }
  const table = handlers({
    groups: {
      save: () =>
        state.ok ? ok({ group: aGroup(), dropped: 0 }) : err({ kind: 'fields', message: 'x', fields: {} }),
    },
    groupSaved: (accountId) => saved.push(accountId),
  })
  const draft = {
    id: null,
    accountId: uuid(100),
    name: '',
    proxyType: 'IPv4',
    orderIds: '',
    rentPeriodDays: '',
    promoCode: '',
    showInTray: false,
    priceLimit: '',
    dueDays: '',
  } as const
  await table['group.save'](draft)
  state.ok = false
  await table['group.save'](draft)
  expect(saved).toEqual([uuid(100)])
})

test.each([
  ['not-found', 'not-found'],
  ['busy', 'asks'],
] as const)('a search for bad orders that cannot begin (%s) crosses as %s', async (kind, crosses) => {
  const table = handlers({ badOrders: { find: async () => err({ kind, message: 'Why.' }) } })
  expect(await table['group.find-bad-orders']({ groupId: uuid(1) })).toEqual({
    ok: false,
    error: { kind: crosses, message: 'Why.' },
  })
})

test('orders that were taken out have the list read anew; a refusal has not', async () => {
  const read: string[] = []
  const state = { ok: true }
  const table = handlers({
    groups: {
      removeOrders: (groupId, orderIds) =>
        state.ok
          ? ok({ group: aGroup({ id: groupId, orderIds: ['11'] }), removed: orderIds.length })
          : err({ kind: 'asks', message: 'x' }),
    },
    groupSaved: (accountId) => read.push(accountId),
  })
  const request = { groupId: uuid(1), orderIds: ['22'] }
  expect(await table['group.remove-orders'](request)).toMatchObject({ value: { removed: 1 } })
  state.ok = false
  expect(await table['group.remove-orders'](request)).toMatchObject({ ok: false })
  expect(read).toEqual([uuid(100)])
})

test('a setting that is not named is not cleared', async () => {
  const patches: object[] = []
  const table = handlers({
    updateSettings: async (patch) => {
      patches.push(patch)
      return ok(undefined)
    },
  })
  await table['settings.update']({ theme: 'dark', balanceMinutes: undefined, selectedAccountId: null })
  expect(patches).toEqual([{ theme: 'dark', selectedAccountId: null }])
  expect(Object.keys(patches[0] ?? {})).not.toContain('balanceMinutes')
})

test('a disk that refuses a setting is told', async () => {
  const table = handlers({ updateSettings: async () => err({ message: 'The disk is full.' }) })
  expect(await table['settings.update']({ theme: 'dark' })).toEqual({
    ok: false,
    error: { kind: 'disk', message: 'The disk is full.' },
  })
})

test.each([
  ['busy', 'asks'],
  ['disk', 'disk'],
  ['key', 'key'],
  ['not-found', 'not-found'],
] as const)('a switch of auto-extend that was not tried (%s) crosses as %s', async (kind, crosses) => {
  const table = handlers({ autoExtend: { press: async () => err({ kind, message: 'Why.' }) } })
  expect(await table['group.auto-extend']({ groupId: uuid(1), on: true })).toEqual({
    ok: false,
    error: { kind: crosses, message: 'Why.' },
  })
})

test('a press names the group and on or off, and is answered with its record', async () => {
  const calls: unknown[] = []
  const table = handlers({
    autoExtend: {
      press: async (...args) => {
        calls.push(args)
        return ok(aSwitch())
      },
      last: () => aSwitch(),
    },
  })
  expect(await table['group.auto-extend']({ groupId: uuid(1), on: false })).toEqual(ok(aSwitch()))
  expect(await table['group.last-auto-extend']({ groupId: uuid(1) })).toEqual(ok(aSwitch()))
  expect(calls).toEqual([[uuid(1), false]])
})
