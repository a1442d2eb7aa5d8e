/** What quitting leaves: whatever was not sent by then is never sent, whatever was sent is known or `sending`. */
import { expect, test } from 'vitest'
import { endOf, groupOf, openTestWorld } from '../../support/world.ts'

const quitting = {
  ok: false,
  error: { message: 'Leasebar is quitting. Nothing was sent and nothing was paid.' },
}

test('what waits for its turn is not sent any more; what was sent still ends', async () => {
  const world = await openTestWorld()
  const held = world.fault({ kind: 'none', hold: 'beforeReply' })
  const sent = world.core.renewals.start(groupOf(world, 'IPv4').id, 'window')
  await held.reached
  const queued = world.core.renewals.start(groupOf(world, 'ISP').id, 'tray')
  world.core.renewals.stop()
  held.release()
  const first = await sent
  expect(first.ok && endOf(first.value).result?.outcome).toBe('renewed')
  expect(await queued).toMatchObject(quitting)
  expect(await world.core.renewals.start(groupOf(world, 'IPv6').id, 'window')).toMatchObject(quitting)
  expect(world.paid()).toBe(1)
})

test('what has only its price by then is not sent any more', async () => {
  const world = await openTestWorld()
  const held = world.faults.plan({ endpoint: 'calculate/extend/order', kind: 'none', hold: 'beforeReply' })
  const click = world.core.renewals.start(groupOf(world, 'IPv4').id, 'window')
  await held.reached
  world.core.renewals.stop()
  held.release()
  expect(await click).toMatchObject(quitting)
  expect(world.paid()).toBe(0)
})

test('a question that is answered after it is worth nothing', async () => {
  const world = await openTestWorld()
  const group = groupOf(world, 'IPv4')
  await world.renew(group)
  const question = await world.asked(group)
  world.core.renewals.stop()
  expect(await world.core.renewals.confirm(question.confirmationId)).toMatchObject(quitting)
  expect(world.paid()).toBe(1)
})
