import { describe, expect, test } from 'vitest'
import {
  balanceWords,
  headline,
  includeNames,
  paidProgress,
  pricedCount,
  rowWords,
  shortWords,
  sumsWords,
} from '../../../../src/renderer/features/due/dueWords.ts'
import type { DueRow, DueRun } from '../../../../src/shared/domain/dueRun.ts'
import { aDueRun, money, uuid } from '../../../support/domain.ts'

function row(name: string, change: Partial<DueRow> = {}): DueRow {
  return {
    groupId: uuid(1),
    groupName: name,
    accountId: uuid(100),
    orderCount: 1,
    rentPeriodDays: 30,
    endsAt: 1,
    status: 'priced',
    price: money(1.4),
    discount: null,
    promoCode: null,
    promoCodeStatus: null,
    findings: [],
    included: true,
    covered: true,
    balanceAfter: null,
    outcome: null,
    renewalId: null,
    words: null,
    ...change,
  }
}

function run(rows: readonly DueRow[], change: Partial<DueRun> = {}): DueRun {
  return aDueRun({ phase: 'asking', rows: [...rows], count: rows.length, sums: [money(2.8)], ...change })
}

describe('Renew all due in words', () => {
  test('each tick has a name of its own, also where groups are called the same', () => {
    const account = (id: string) => ({ [uuid(100)]: 'Main', [uuid(101)]: 'Second' })[id] ?? 'Main'
    const shop = (at: number, accountId: string) => row('Shop', { groupId: uuid(at), accountId })
    const farm = row('Farm', { groupId: uuid(9) })
    const names = (...rows: DueRow[]) => [...includeNames(rows, account).values()]
    expect(names(farm, shop(1, uuid(100)))).toEqual(['Include Farm', 'Include Shop'])
    const two = [shop(1, uuid(100)), shop(2, uuid(101))]
    expect(names(...two, farm)).toEqual(['Include Shop of Main', 'Include Shop of Second', 'Include Farm'])
    const three = names(...two, shop(3, uuid(102)))
    expect(three).toEqual([
      'Include Shop of Main, 1 of 3',
      'Include Shop of Second, 2 of 3',
      'Include Shop of Main, 3 of 3',
    ])
  })

  test('sums of different currencies stand beside each other', () => {
    expect(sumsWords([])).toBe('nothing')
    expect(sumsWords([money(2.8), money(3, 'EUR')])).toBe('$2.80 and €3.00')
  })

  test('how far it is, in every phase, and that nothing is paid before the yes', () => {
    const rows = [row('A'), row('B', { status: 'waiting', price: null })]
    expect(headline(run(rows, { phase: 'quoting' }))).toBe('Reading prices: 1 of 2. Nothing is paid yet.')
    expect(headline(run(rows))).toBe('2 groups to be renewed for $2.80. Nothing is paid yet.')
    const paying = [row('A', { status: 'ended', outcome: 'renewed' }), row('B', { status: 'paying' })]
    expect(headline(run(paying, { phase: 'paying', paid: [money(1.4)] }))).toBe(
      'Renewing one after another: 1 of 2 done, $1.40 paid.',
    )
    expect(headline(run(paying, { phase: 'ended', paid: [money(1.4)] }))).toBe('1 group renewed, $1.40 paid.')
  })

  test('the groups that are meant are counted, the others are not', () => {
    const rows = [row('A', { status: 'ended' }), row('B', { status: 'left-out', included: false }), row('C')]
    expect(paidProgress(run(rows))).toEqual({ done: 1, all: 2 })
    expect(pricedCount(run([row('A'), row('B', { status: 'quoting' })]))).toBe(1)
  })

  test('where the balance ends is said with the group before which it stops', () => {
    expect(shortWords(run([row('A'), row('B')]))).toBeNull()
    const rows = [row('A'), row('B', { covered: false, included: false }), row('C', { covered: false })]
    expect(shortWords(run(rows))).toBe('The balance covers 1 of 2: renewing stops before C.')
  })

  test('a balance before and after, as far as it is known', () => {
    const account = {
      accountId: uuid(1),
      accountName: 'Main',
      balanceBefore: money(10),
      balanceAfter: money(7.2),
      balanceNow: null,
      sums: [],
    }
    expect(balanceWords(account, 'asking')).toBe('$10.00 → $7.20')
    expect(balanceWords({ ...account, balanceAfter: null }, 'asking')).toBe('$10.00 → not known')
    expect(balanceWords({ ...account, balanceBefore: null }, 'asking')).toBeNull()
    const now = { ...account, balanceNow: money(8.6) }
    expect(balanceWords(now, 'paying')).toBe('$10.00 → $8.60')
    expect(balanceWords(now, 'ended')).toBe('$10.00 → $8.60')
    expect(balanceWords(account, 'ended')).toBe('$10.00 → not known')
  })

  test.each([
    [{ status: 'waiting' as const }, 'waiting'],
    [{ status: 'paying' as const }, 'renewing…'],
    [{}, null],
    [{ covered: false }, 'the balance does not reach'],
    [{ status: 'asks' as const, words: 'More was found.' }, 'More was found.'],
  ])('a row %j says %j', (change, words) => {
    expect(rowWords(row('A', change))).toBe(words)
  })
})
