import { expect, test } from 'vitest'
import { createConfirmations, groupMark } from '../../../src/main/renewals/confirmations.ts'
import type { Group } from '../../../src/shared/domain/group.ts'
import { fakeClock } from '../../support/clocks.ts'
import { aGroup, money, NOW, uuid } from '../../support/domain.ts'

const LIFE = 5 * 60_000

function setup() {
  const clock = fakeClock(NOW)
  let count = 0
  const confirmations = createConfirmations(clock, () => uuid(++count))
  const issue = () =>
    confirmations.issue({
      groupId: uuid(1),
      groupMark: 'mark',
      price: money(2.8),
      findings: [{ kind: 'restored-database' }],
      source: 'tray',
      only: null,
    })
  return { clock, confirmations, issue }
}

test('it is spent once, and gives back what it was issued for', () => {
  const { confirmations, issue } = setup()
  const { confirmation, expiresAt } = issue()
  expect(expiresAt).toBe(NOW + LIFE)
  expect(confirmations.spend(confirmation.id)).toEqual({ ok: true, value: confirmation })
  expect(confirmation).toMatchObject({ groupId: uuid(1), price: money(2.8), source: 'tray' })
  expect(confirmations.spend(confirmation.id)).toMatchObject({ ok: false, error: /answered already/ })
})

test('one that was never issued, or was declined, is worth nothing', () => {
  const { confirmations, issue } = setup()
  expect(confirmations.spend(uuid(9)).ok).toBe(false)
  const { id } = issue().confirmation
  confirmations.drop(id)
  expect(confirmations.spend(id).ok).toBe(false)
})

test('it is good for five minutes to the ms', async () => {
  for (const [ms, good] of [
    [LIFE, true],
    [LIFE + 1, false],
  ] as const) {
    const { clock, confirmations, issue } = setup()
    const { id } = issue().confirmation
    await clock.pass(ms)
    expect(confirmations.spend(id).ok).toBe(good)
  }
})

test.each([
  ['back by a day', -24 * 60 * 60_000, false],
  ['on by ten minutes', 10 * 60_000, false],
  ['back by a minute', -60_000, true],
])('a wall clock set %s', (_name, jump, good) => {
  const { clock, confirmations, issue } = setup()
  const { id } = issue().confirmation
  clock.setWall(NOW + jump)
  const spent = confirmations.spend(id)
  expect(spent.ok).toBe(good)
  if (!spent.ok) expect(spent.error).toMatch(/older than five minutes/)
})

test('a wall clock set back does not make an old one young', async () => {
  const { clock, confirmations, issue } = setup()
  const { id } = issue().confirmation
  await clock.pass(LIFE + 1)
  clock.setWall(NOW)
  expect(confirmations.spend(id).ok).toBe(false)
})

test('too late is late for good', async () => {
  const { clock, confirmations, issue } = setup()
  const { id } = issue().confirmation
  clock.setWall(NOW + 2 * LIFE)
  expect(confirmations.spend(id).ok).toBe(false)
  clock.setWall(NOW)
  expect(confirmations.spend(id).ok).toBe(false)
})

test('each is its own: spending one leaves the other', () => {
  const { confirmations, issue } = setup()
  const [first, second] = [issue().confirmation.id, issue().confirmation.id]
  expect(confirmations.spend(first).ok).toBe(true)
  expect(confirmations.spend(second).ok).toBe(true)
})

test.each<[string, Partial<Group>, boolean]>([
  ['another name', { name: 'Other' }, true],
  ['the tray switch', { showInTray: false }, true],
  ['a spend limit', { priceLimit: money(1).amount }, true],
  ['other days before it is due', { dueDays: 7 }, true],
  ['a later edit without a change', { updatedAt: NOW + 1 }, true],
  ['one order more', { orderIds: ['11', '22', '33'] }, false],
  ['the orders in another order', { orderIds: ['22', '11'] }, false],
  ['another period', { rentPeriodDays: 60 }, false],
  ['another type', { proxyType: 'ISP' }, false],
  ['a promo code', { promoCode: 'TEN' }, false],
  ['another account', { accountId: uuid(7) }, false],
])('%s keeps the confirmation: %s', (_name, change, same) => {
  expect(groupMark(aGroup(change)) === groupMark(aGroup())).toBe(same)
})
