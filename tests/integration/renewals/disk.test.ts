import { expect, test } from 'vitest'
import { kinds, money } from '../../support/domain.ts'
import { groupOf, openTestWorld } from '../../support/world.ts'

test('a journal that cannot be written: not sent, nothing paid, told and kept in memory', async () => {
  const world = await openTestWorld()
  const group = groupOf(world, 'IPv4')
  Object.assign(world.switches, { failBegin: true, failRecord: true })
  const renewal = await world.renew(group)
  expect(renewal).toMatchObject({ result: { outcome: 'not sent', stage: 'before-sending' }, unsaved: true })
  expect(renewal.result?.detail).toContain('The disk is full.')
  expect(world.vendor.requests.filter(({ endpoint }) => endpoint === 'extend/order')).toEqual([])
  expect(world.store.journal.get(renewal.intent.id)).toBeNull()
  expect(world.core.notices.list()).toMatchObject([{ severity: 'error', dismissible: false }])
  Object.assign(world.switches, { failBegin: false, failRecord: false })
  world.core.flushUnsaved()
  expect(world.store.journal.get(renewal.intent.id)?.result).toEqual(renewal.result)
  expect(world.core.notices.list()).toEqual([])
  expect((await world.renew(group)).result?.outcome).toBe('renewed')
  expect(world.paid()).toBe(1)
})

test('a row that could not be begun is in the history as soon as the disk takes it', async () => {
  const world = await openTestWorld()
  world.switches.failBegin = true
  const renewal = await world.renew(groupOf(world, 'IPv4'))
  expect(renewal).toMatchObject({ result: { outcome: 'not sent' }, unsaved: false })
  expect(world.store.journal.get(renewal.intent.id)?.result?.outcome).toBe('not sent')
  expect(world.store.journal.unsettled(world.accountId)).toEqual([])
  expect(world.paid()).toBe(0)
})

test('a disk that fails after the reply loses nothing: shown, held, written when it can be', async () => {
  const world = await openTestWorld()
  const group = groupOf(world, 'IPv4')
  world.switches.failFinish = true
  const renewal = await world.renew(group)
  expect(renewal).toMatchObject({ result: { outcome: 'renewed' }, unsaved: true })
  expect(world.told).toMatchObject([{ result: { outcome: 'renewed' }, unsaved: true }])
  const row = () => world.store.journal.get(renewal.intent.id)
  expect(row()?.result).toBeNull()
  expect(world.store.journal.sending()).toHaveLength(1)
  const shown = row()
  expect(shown && world.core.renewals.unsaved.overlay(shown)).toMatchObject({
    result: { outcome: 'renewed' },
    unsaved: true,
  })
  expect(world.core.notices.list()).toMatchObject([{ severity: 'error', dismissible: false }])
  // As long as the disk does not know, the orders are guarded as unknown.
  expect(kinds((await world.asked(group)).findings)).toContain('unknown-before')
  world.switches.failFinish = false
  world.core.flushUnsaved()
  expect(row()).toMatchObject({ result: { outcome: 'renewed' } })
  expect(world.core.notices.list()).toEqual([])
  expect(kinds((await world.asked(group)).findings)).toContain('renewed-lately')
  expect(world.paid()).toBe(1)
})

test('the next renewal writes what was held, and the notice goes with it', async () => {
  const world = await openTestWorld()
  world.switches.failFinish = true
  const held = await world.renew(groupOf(world, 'IPv4'))
  world.switches.failFinish = false
  await world.renew(groupOf(world, 'ISP'))
  expect(world.store.journal.get(held.intent.id)?.result?.outcome).toBe('renewed')
  world.core.flushUnsaved()
  expect(world.core.notices.list()).toEqual([])
})

test('a quote’s refusal that the disk does not take is held too', async () => {
  const world = await openTestWorld()
  world.switches.failRecord = true
  const renewal = await world.renew(world.group('Wrong', ['404']))
  expect(renewal).toMatchObject({ result: { outcome: 'refused' }, unsaved: true })
  expect(world.core.notices.list()).toHaveLength(1)
  world.switches.failRecord = false
  world.core.flushUnsaved()
  expect(world.store.journal.get(renewal.intent.id)?.result?.outcome).toBe('refused')
})

test('ended before the result was written: unknown at the next start, and it asks', async () => {
  const world = await openTestWorld({ settles: false })
  const group = groupOf(world, 'IPv4')
  world.switches.failFinish = true
  const { intent } = await world.renew(group)
  const found = await world.restart()
  expect(found.map((renewal) => renewal.intent.id)).toEqual([intent.id])
  expect(world.store.journal.get(intent.id)?.result).toMatchObject({ outcome: 'unknown', stage: 'exchange' })
  expect(world.store.journal.sending()).toEqual([])
  const question = await world.asked(group)
  expect(question.findings).toContainEqual(
    expect.objectContaining({ kind: 'unknown-before', renewalId: intent.id, sum: money(2.8) }),
  )
  expect(world.paid()).toBe(1)
  expect(await world.restart()).toEqual([])
})

test('found at a start whose disk refuses results: unknown all the same, said, and on the disk when it can be', async () => {
  const world = await openTestWorld({ settles: false })
  const group = groupOf(world, 'IPv4')
  world.switches.failFinish = true
  const { intent } = await world.renew(group)
  const [found] = await world.restart({ failFinish: true })
  expect(found).toMatchObject({ intent: { id: intent.id }, result: { outcome: 'unknown' }, unsaved: true })
  expect(world.core.notices.list()).toMatchObject([{ title: 'An outcome is not on the disk yet' }])
  expect(kinds((await world.asked(group)).findings)).toContain('unknown-before')
  world.switches.failFinish = false
  world.core.flushUnsaved()
  expect(world.store.journal.get(intent.id)?.result?.outcome).toBe('unknown')
  expect(world.core.notices.list()).toEqual([])
  expect(world.paid()).toBe(1)
})

test('ended while the request was on its way: unknown at the next start', async () => {
  const world = await openTestWorld({ settles: false })
  const group = groupOf(world, 'IPv4')
  const planned = world.fault({ kind: 'none', hold: 'beforeReply' })
  const dying = world.core.renewals.start(group.id, 'tray')
  await planned.reached
  const [row] = world.store.journal.sending()
  world.switches.failFinish = true
  planned.release()
  await dying
  expect((await world.restart()).map(({ intent }) => intent.id)).toEqual([row?.intent.id])
  expect(kinds((await world.asked(group)).findings)).toContain('unknown-before')
  expect(world.paid()).toBe(1)
})

test('a vendor that cannot be reached asks without a quote; Renew anyway is not sent', async () => {
  const world = await openTestWorld()
  const group = groupOf(world, 'IPv4')
  await world.vendor.close()
  const question = await world.asked(group)
  expect(question).toMatchObject({
    price: null,
    balance: money(100),
    findings: [{ kind: 'no-quote', reason: expect.stringContaining('could not be reached') }],
  })
  const { intent, result } = await world.anyway(question)
  expect(result).toMatchObject({ outcome: 'not sent', stage: 'before-sending' })
  expect(result?.detail).toContain('Nothing was sent and nothing was paid')
  expect(world.store.journal.get(intent.id)).toMatchObject({
    intent: { quote: null, confirmed: question.findings },
    result: { outcome: 'not sent' },
  })
  expect(world.store.journal.unsettled(world.accountId)).toEqual([])
  expect(world.paid()).toBe(0)
})

test('no quote to be had, and a renewal that goes through all the same', async () => {
  const world = await openTestWorld()
  const group = groupOf(world, 'IPv4')
  world.faults.plan({ endpoint: 'calculate/extend/order', kind: 'html', status: 502, times: 6 })
  const question = await world.asked(group)
  expect(kinds(question.findings)).toEqual(['no-quote'])
  const { intent, result } = await world.anyway(question)
  expect(intent).toMatchObject({ quote: null, balanceBefore: money(100) })
  expect(result).toMatchObject({ outcome: 'renewed', balanceAfter: money(97.2) })
  expect(world.paid()).toBe(1)
})

test('a quote is a read: it is tried again, and the renewal goes straight on', async () => {
  const world = await openTestWorld()
  const planned = world.faults.plan({
    endpoint: 'calculate/extend/order',
    kind: 'html',
    status: 502,
    times: 2,
  })
  expect((await world.renew(groupOf(world, 'IPv4'))).result?.outcome).toBe('renewed')
  expect(planned.taken).toBe(2)
  expect(world.paid()).toBe(1)
})

test('without its key nothing is asked of the vendor: not sent, with the keychain’s words', async () => {
  const world = await openTestWorld()
  const group = groupOf(world, 'IPv4')
  await world.restart({ withKey: false })
  const before = world.vendor.requests.length
  const { intent, result } = await world.renew(group)
  expect(result).toMatchObject({ outcome: 'not sent', stage: 'before-sending' })
  expect(result?.detail).toMatch(/^Nothing was sent and nothing was paid\. No keychain answers/)
  expect(world.vendor.requests.length).toBe(before)
  expect(world.store.journal.get(intent.id)?.result).toEqual(result)
})
