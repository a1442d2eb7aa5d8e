import { expect, test } from 'vitest'
import { polledParts } from '../../../src/main/composition/polls.ts'
import { err, ok } from '../../../src/shared/domain/result.ts'
import { account } from '../watch/records.ts'

function setup(online: boolean) {
  const calls: string[] = []
  const feature = (name: string) => ({
    refresh: async (id: string) => {
      calls.push(`${name} ${id}`)
      return name === 'balance' ? ok(null) : err('Not reached.')
    },
    missed: (id: string, message: string) => void calls.push(`${name} ${id}: ${message}`),
  })
  const at = (name: string, apiUrl: string, kind: 'vendor' | 'practice' = 'vendor') => ({
    ...account(name, name),
    id: name,
    apiUrl,
    kind,
  })
  const parts = polledParts(
    {
      accounts: {
        list: () => [
          at('away', 'https://youproxy.io'),
          at('near', 'http://127.0.0.1:8080'),
          at('practice', '', 'practice'),
          at('odd', 'nonsense'),
        ],
      },
      balance: feature('balance'),
      orders: feature('orders'),
      waits: { heldFor: (id) => (id === 'near' ? 500 : 0) },
    },
    () => ({ balanceMinutes: 10, ordersMinutes: 30 }),
    () => online,
  )
  return { parts, calls }
}

test('offline, only what is on this machine may be asked', () => {
  const reach = (online: boolean) =>
    setup(online)
      .parts.accounts()
      .filter((one) => one.online)
      .map(({ accountId }) => accountId)
  expect(reach(false)).toEqual(['near', 'practice'])
  expect(reach(true)).toEqual(['away', 'near', 'practice', 'odd'])
})

test('what the vendor asked each account to wait for goes along', () => {
  const held = setup(true)
    .parts.accounts()
    .map(({ heldFor }) => heldFor)
  expect(held).toEqual([0, 500, 0, 0])
})

test('the settings are minutes, the periods ms', () => {
  expect(setup(true).parts.periods()).toEqual({ balance: 600_000, orders: 1_800_000 })
})

test('each kind is read by its feature, says whether the vendor answered, and is told when it is missed', async () => {
  const { parts, calls } = setup(true)
  expect(await parts.read({ accountId: 'away', kind: 'balance' })).toBe(true)
  expect(await parts.read({ accountId: 'away', kind: 'orders' })).toBe(false)
  parts.missed({ accountId: 'near', kind: 'orders' })
  expect(calls).toEqual(['balance away', 'orders away', 'orders near: This computer is offline.'])
})
