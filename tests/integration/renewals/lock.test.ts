/**
 * The lock: while a renewal is `unknown`, its orders are not renewed again, by whatever way a person comes, without
 * `Renew anyway` to a question that names the sum that may be paid twice.
 */
import { expect, test } from 'vitest'
import type { GuardQuestion } from '../../../src/shared/contract/types.ts'
import type { Group } from '../../../src/shared/domain/group.ts'
import type { Renewal } from '../../../src/shared/domain/renewal.ts'
import { money } from '../../support/domain.ts'
import { groupOf, KEY, openTestWorld, orders, type TestWorld } from '../../support/world.ts'

/** A world with one `unknown` of the IPv4 group: carried out, paid, and nobody knows. */
async function locked(): Promise<{ world: TestWorld; group: Group; unknown: Renewal }> {
  const world = await openTestWorld({ settles: false })
  const group = groupOf(world, 'IPv4')
  world.fault({ kind: 'resetAfterActing' })
  const unknown = await world.renew(group)
  expect(unknown.result?.outcome).toBe('unknown')
  expect(world.paid()).toBe(1)
  return { world, group, unknown }
}

/** The question names this `unknown`, its order and the sum, and nothing more was paid. */
function namesTheSum(world: TestWorld, question: GuardQuestion, unknown: Renewal): void {
  expect(question.findings).toContainEqual({
    kind: 'unknown-before',
    renewalId: unknown.intent.id,
    orderIds: [orders.IPv4],
    startedAt: unknown.intent.startedAt,
    sum: money(2.8),
  })
  expect(world.paid()).toBe(1)
}

/** `Renew anyway` pays exactly once more, whatever the confirmation is used for again. */
async function onceMore(world: TestWorld, question: GuardQuestion): Promise<void> {
  expect((await world.anyway(question)).result?.outcome).toBe('renewed')
  expect(world.paid()).toBe(2)
  expect(await world.core.renewals.confirm(question.confirmationId)).toMatchObject({
    ok: false,
    error: { kind: 'expired' },
  })
  expect(world.paid()).toBe(2)
  expect(world.books.paid).toHaveLength(2)
}

for (const source of ['window', 'tray', 'batch', 'notification', 'command-line'] as const) {
  test(`a click from: ${source}`, async () => {
    const { world, group, unknown } = await locked()
    const answer = await world.click(group, source)
    if (answer.kind !== 'asks') return expect.unreachable('it did not ask')
    namesTheSum(world, answer.question, unknown)
    await onceMore(world, answer.question)
  })
}

test('all ways at once, several times: every one is asked, and nobody pays', async () => {
  const { world, group, unknown } = await locked()
  const sources = ['window', 'tray', 'batch', 'tray', 'window'] as const
  for (const answer of await Promise.all(sources.map((source) => world.click(group, source)))) {
    if (answer.kind !== 'asks') return expect.unreachable('it did not ask')
    namesTheSum(world, answer.question, unknown)
  }
})

test('Cancel leaves nothing to say yes to', async () => {
  const { world, group, unknown } = await locked()
  const question = await world.asked(group)
  world.core.renewals.cancel(question.confirmationId)
  expect(await world.core.renewals.confirm(question.confirmationId)).toMatchObject({
    error: { kind: 'expired' },
  })
  namesTheSum(world, await world.asked(group), unknown)
})

test('another group with one same order', async () => {
  const { world, unknown } = await locked()
  const other = world.group('Other', [orders.IPv4two, orders.IPv4])
  const question = await world.asked(other)
  namesTheSum(world, question, unknown)
  await onceMore(world, question)
})

test('a yes to the one unknown is none to another that came since', async () => {
  const { world, group } = await locked()
  const question = await world.asked(group)
  world.fault({ kind: 'resetAfterActing' })
  const second = await world.anyway(await world.asked(group))
  expect(second.result?.outcome).toBe('unknown')
  const answer = await world.core.renewals.confirm(question.confirmationId)
  if (!answer.ok || answer.value.kind !== 'asks') return expect.unreachable('it did not ask again')
  const found = answer.value.question.findings.filter(({ kind }) => kind === 'unknown-before')
  expect(found).toHaveLength(2)
  expect(world.paid()).toBe(2)
})

test('after a new start', async () => {
  const { world, group, unknown } = await locked()
  await world.restart()
  const question = await world.asked(group)
  namesTheSum(world, question, unknown)
  await onceMore(world, question)
})

test('after a new start that found the row without its result', async () => {
  const world = await openTestWorld({ settles: false })
  const group = groupOf(world, 'IPv4')
  world.switches.failFinish = true
  const unknown = await world.renew(group)
  expect(unknown).toMatchObject({ result: { outcome: 'renewed' }, unsaved: true })
  expect((await world.restart()).map(({ result }) => result?.outcome)).toEqual(['unknown'])
  const question = await world.asked(group)
  namesTheSum(world, question, unknown)
  await onceMore(world, question)
})

test('after the group was deleted and made anew', async () => {
  const { world, group, unknown } = await locked()
  expect(world.core.groups.delete(group.id).ok).toBe(true)
  const question = await world.asked(groupOf(world, 'IPv4'))
  namesTheSum(world, question, unknown)
  await onceMore(world, question)
})

test('after the account was removed, which asks first, and connected anew', async () => {
  const { world, unknown } = await locked()
  const { accounts, groups } = world.core
  const removal = await accounts.remove(world.accountId, false)
  expect(removal).toMatchObject({ ok: false, error: { kind: 'asks' } })
  expect(removal.ok ? '' : removal.error.message).toContain('one renewal whose outcome is unknown')
  expect(await accounts.remove(world.accountId, true)).toMatchObject({ ok: true })
  const connected = await accounts.connect({
    name: 'Anew',
    key: KEY,
    apiUrl: world.vendor.url,
    addressConfirmed: true,
    sessionOnly: true,
  })
  if (!connected.ok) return expect.unreachable(connected.error.message)
  const { accountId } = connected.value
  expect(accountId).not.toBe(world.accountId)
  await world.core.refresh(accountId)
  expect(groups.list().filter((group) => group.accountId === accountId)).toEqual([])
  const question = await world.asked(world.group('Anew', [orders.IPv4], { accountId }))
  namesTheSum(world, question, unknown)
  await onceMore(world, question)
})

test('orders that no unknown touches are free, and the lock opens once a person has decided', async () => {
  const { world, group, unknown } = await locked()
  expect((await world.renew(groupOf(world, 'ISP'))).result?.outcome).toBe('renewed')
  expect(world.core.settle(unknown.intent.id, 'it-did-not').ok).toBe(true)
  const question = await world.asked(group)
  // The ends moved, and nobody has seen that: it still asks, only not because of the unknown.
  expect(question.findings.map(({ kind }) => kind)).toEqual(['end-moved'])
  expect(world.paid()).toBe(2)
})
