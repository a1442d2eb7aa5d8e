import { expect, test } from 'vitest'
import { createAutoExtend } from '../../../src/main/autoExtend/autoExtend.ts'
import type { AutoSwitch } from '../../../src/shared/domain/autoExtend.ts'
import type { Exchange } from '../../../src/shared/domain/exchange.ts'
import { err, ok } from '../../../src/shared/domain/result.ts'
import { settled } from '../../support/clocks.ts'
import { aGroup, NOW, uuid } from '../../support/domain.ts'

/** Switching, with a vendor that answers when the test says so, and a disk that can be full. */
function bench() {
  const rows = new Map<string, AutoSwitch>()
  const world = { full: false, stopped: false, changes: 0, requests: 0 }
  let answer = (_exchange: Exchange): void => {}
  let fail = (_error: Error): void => {}
  let lane = Promise.resolve()
  const autoExtend = createAutoExtend({
    vendor: {
      autoExtend: () => {
        world.requests += 1
        return new Promise((resolve, reject) => {
          answer = resolve
          fail = reject
        })
      },
    },
    switches: {
      begin: (row) => {
        rows.set(row.id, row)
        return ok(undefined)
      },
      finish: (id, end) => {
        const row = rows.get(id)
        if (world.full || !row) return err({ message: 'The disk is full.' })
        rows.set(id, { ...row, end })
        return ok(undefined)
      },
      sending: () => [...rows.values()].filter(({ end }) => end === null),
      lastByGroup: () => new Map([...rows.values()].map((row) => [row.groupId, row])),
    },
    groups: { get: (id) => aGroup({ id }) },
    accounts: {
      get: () => ({ name: 'Main' }),
      readAccess: async () => ok({ apiUrl: 'http://127.0.0.1:1', key: 'a-key-for-tests' }),
    },
    knownOrders: () => [],
    alone: (_accountId, work) => {
      const turn = lane.then(work)
      lane = turn.then(
        () => undefined,
        () => undefined,
      )
      return turn
    },
    isStopped: () => world.stopped,
    now: () => NOW,
    newId: () => uuid(70 + rows.size),
    changed: () => {
      world.changes += 1
    },
    balanceRead: () => {},
    ended: () => {},
  })
  const yes: Exchange = {
    phase: 'replied',
    raw: '{}',
    reply: {
      success: true,
      error: null,
      proxyType: null,
      rentPeriodDays: null,
      quantity: null,
      balance: null,
      promoCodeStatus: null,
    },
  }
  return { autoExtend, world, rows, reply: () => answer(yes), fail: () => fail(new Error('a bug')) }
}

test('who quits can wait for what is at the vendor, and does not wait for a press that had no turn yet', async () => {
  const { autoExtend, world, rows, reply } = bench()
  await autoExtend.idle()
  const sent = autoExtend.press(uuid(1), true)
  const queued = autoExtend.press(uuid(2), true)
  await settled()
  world.stopped = true
  const kept = autoExtend.idle().then(() => [...rows.values()].map(({ end }) => end?.kind))
  reply()
  expect(await kept).toEqual(['switched'])
  expect((await sent).ok).toBe(true)
  expect(await queued).toMatchObject({ ok: false, error: { kind: 'busy' } })
  expect(world.requests).toBe(1)
})

test('an answer that only memory has is counted until the disk took it, and windows hear of that', async () => {
  const { autoExtend, world, rows, reply } = bench()
  world.full = true
  const pressed = autoExtend.press(uuid(1), true)
  await settled()
  reply()
  await pressed
  expect(autoExtend.unsaved()).toBe(1)
  const before = world.changes
  autoExtend.flush()
  expect(autoExtend.unsaved()).toBe(1)
  expect(world.changes).toBe(before)
  world.full = false
  autoExtend.flush()
  expect(autoExtend.unsaved()).toBe(0)
  expect([...rows.values()].map(({ end }) => end?.kind)).toEqual(['switched'])
  expect(world.changes).toBe(before + 1)
})

test('a bug during the request ends as unknown at once, and not only after the next start', async () => {
  const { autoExtend, rows, fail } = bench()
  const pressed = autoExtend.press(uuid(1), true)
  await settled()
  fail()
  expect(await pressed).toMatchObject({ ok: true, value: { end: { kind: 'unknown' } } })
  expect([...rows.values()].map(({ end }) => end?.detail)).toEqual([
    expect.stringContaining('It may or may not have been switched on'),
  ])
})
