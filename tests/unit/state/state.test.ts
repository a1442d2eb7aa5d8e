import { expect, test } from 'vitest'
import { createState } from '../../../src/main/state/state.ts'
import type { Snapshot, SnapshotChange } from '../../../src/shared/contract/snapshot.ts'
import { defaultSettings } from '../../../src/shared/domain/rules/defaultSettings.ts'
import { uuid } from '../../support/domain.ts'

const empty: Omit<Snapshot, 'version'> = {
  accounts: [],
  groups: [],
  balances: [],
  forecasts: [],
  orders: [],
  unsettled: [],
  dueRun: null,
  settings: defaultSettings,
  notices: [],
  updates: { feed: null, state: { kind: 'idle' } },
  about: {
    version: '1',
    dataFolder: '/x',
    defaultApiUrl: 'https://v.invalid',
    platform: 'linux',
    language: 'en',
    hasTray: true,
  },
}

function setup() {
  const now = { ...empty }
  const pushes: SnapshotChange[] = []
  const wholes: Snapshot[] = []
  const due: (() => void)[] = []
  const state = createState({
    parts: {
      accounts: () => now.accounts,
      groups: () => now.groups,
      balances: () => now.balances,
      forecasts: () => now.forecasts,
      orders: () => now.orders,
      unsettled: () => now.unsettled,
      dueRun: () => now.dueRun,
      settings: () => now.settings,
      notices: () => now.notices,
      updates: () => now.updates,
      about: () => now.about,
    },
    soon: (work) => due.push(work),
    push: (change, snapshot) => {
      pushes.push(change)
      wholes.push(snapshot)
    },
  })
  const run = () => {
    for (const work of due.splice(0)) work()
  }
  return { state, now, pushes, wholes, due, run }
}

const one = (count: number) => [{ accountId: uuid(1), count }]

test('the first push has everything, later ones only what changed', () => {
  const { state, now, pushes, run } = setup()
  state.changed()
  run()
  expect(Object.keys(pushes[0] ?? {}).sort()).toEqual([...Object.keys(empty), 'version'].sort())
  now.unsettled = one(1)
  state.changed()
  run()
  expect(pushes[1]).toEqual({ version: 2, unsettled: one(1) })
  now.unsettled = one(2)
  now.settings = { ...defaultSettings, theme: 'dark' }
  state.changed()
  run()
  expect(pushes[2]).toEqual({
    version: 3,
    unsettled: one(2),
    settings: { ...defaultSettings, theme: 'dark' },
  })
})

test('several changes of one moment are one push', () => {
  const { state, now, pushes, due, run } = setup()
  state.changed()
  now.unsettled = one(1)
  state.changed()
  state.changed()
  expect(due).toHaveLength(1)
  run()
  expect(pushes).toHaveLength(1)
  expect(pushes[0]?.unsettled).toEqual(one(1))
})

test('a change that changes nothing is no push, and does not count', () => {
  const { state, now, pushes, run } = setup()
  state.changed()
  run()
  now.unsettled = []
  state.changed()
  run()
  expect(pushes).toHaveLength(1)
  expect(state.snapshot().version).toBe(1)
  now.unsettled = one(1)
  state.changed()
  now.unsettled = []
  run()
  expect(pushes).toHaveLength(1)
})

test('the snapshot that comes with a push is whole, with the push’s version', () => {
  const { state, now, wholes, run } = setup()
  now.unsettled = one(3)
  state.changed()
  run()
  expect(wholes[0]).toEqual({ ...empty, unsettled: one(3), version: 1 })
  expect(state.snapshot()).toEqual({ ...empty, unsettled: one(3), version: 1 })
})

test('a push that fails does not silence the next', () => {
  const pushes: SnapshotChange[] = []
  const { now } = setup()
  let failing = true
  const due: (() => void)[] = []
  const state = createState({
    parts: {
      ...Object.fromEntries(Object.keys(empty).map((name) => [name, () => now[name as keyof typeof now]])),
    } as never,
    soon: (work) => due.push(work),
    push: (change) => {
      if (failing) throw new Error('the window is gone')
      pushes.push(change)
    },
  })
  state.changed()
  expect(() => due.splice(0)[0]?.()).toThrow()
  failing = false
  now.unsettled = one(1)
  state.changed()
  due.splice(0)[0]?.()
  expect(pushes).toEqual([{ version: 2, unsettled: one(1) }])
})
