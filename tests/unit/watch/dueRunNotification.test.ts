import { expect, test } from 'vitest'
import { dueRunKind, dueRunNotification } from '../../../src/main/watch/dueRunNotification.ts'
import type { DueRow, DueRun, DueStop } from '../../../src/shared/domain/dueRun.ts'
import { aDueRun } from '../../support/domain.ts'
import { ids, usd } from './records.ts'

function aRow(name: string, change: Partial<DueRow> = {}): DueRow {
  return {
    groupId: ids.shop,
    groupName: name,
    accountId: ids.main,
    orderCount: 1,
    rentPeriodDays: 30,
    endsAt: 1,
    status: 'ended',
    price: usd(1.4),
    discount: null,
    promoCode: null,
    promoCodeStatus: null,
    findings: [],
    included: true,
    covered: true,
    balanceAfter: null,
    outcome: 'renewed',
    renewalId: ids.renewal,
    words: null,
    ...change,
  }
}

function aRun(rows: readonly DueRow[], change: Partial<DueRun> = {}): DueRun {
  return aDueRun({ rows: [...rows], count: rows.length, ...change })
}

const notTried = { status: 'not-tried', outcome: null } as const
const stop = (kind: DueStop['kind'], words: string): DueStop => ({
  kind,
  accountId: ids.main,
  groupId: ids.farm,
  words,
})

test('all renewed: how many, and the sum of each currency', () => {
  const off = aRow('Off', { included: false, status: 'left-out', outcome: null })
  const run = aRun([aRow('A'), aRow('B'), off], { paid: [usd(2.8), { ...usd(3), currency: 'EUR' }] })
  expect(dueRunNotification(run)).toEqual({
    title: 'Renewed: 2 due groups',
    body: '$2.80 and €3.00 paid.',
    target: { view: 'groups', accountId: ids.main, groupId: null, renewalId: null },
    urgency: 'normal',
  })
  expect(dueRunNotification(aRun([aRow('A')]))?.title).toBe('Renewed: 1 due group')
})

test('groups that a person selected are not called due', () => {
  const titleOf = (...rows: readonly DueRow[]) => dueRunNotification(aRun(rows, { kind: 'selected' }))?.title
  expect(titleOf(aRow('A'), aRow('B'))).toBe('Renewed: 2 groups')
  expect(titleOf(aRow('A'), aRow('B', { outcome: 'refused' }))).toBe('Renewed: 1 of 2 groups')
  expect(titleOf(aRow('A', { outcome: 'refused' }))).toBe('None of 1 group renewed')
})

test('what stopped it, and what was not tried', () => {
  const rows = [
    aRow('A'),
    aRow('B', { status: 'short', outcome: null }),
    ...['C', 'D', 'E', 'F', 'G'].map((name) => aRow(name, notTried)),
  ]
  const run = aRun(rows, { paid: [usd(1.4)], stops: [stop('funds', 'The balance does not cover “B”.')] })
  expect(dueRunNotification(run)).toEqual({
    title: 'Renewed: 1 of 7 due groups',
    body: '$1.40 paid. Stopped: The balance does not cover “B”. Not tried: C, D, E and 2 more.',
    target: { view: 'groups', accountId: ids.main, groupId: ids.farm, renewalId: null },
    urgency: 'normal',
  })
})

test('what was not paid beside it is named, an unknown outcome stays until it was seen', () => {
  const rows = [
    aRow('A', { outcome: 'refused' }),
    aRow('B', { status: 'asks', outcome: null }),
    aRow('C', { outcome: 'unknown' }),
  ]
  const run = aRun(rows, { stops: [{ ...stop('unknown', 'Not known.'), accountId: null }] })
  expect(dueRunNotification(run)).toMatchObject({
    title: 'None of 3 due groups renewed',
    body: 'Whether anything was paid is not known. Stopped: Not known. Not paid: A, B.',
    urgency: 'critical',
  })
})

test('of several accounts none is chosen, unless one was stopped', () => {
  const rows = [aRow('A'), aRow('B', { accountId: ids.second })]
  expect(dueRunNotification(aRun(rows))?.target.accountId).toBeNull()
  const stops = [{ ...stop('funds', 'Short.'), accountId: ids.second }]
  expect(dueRunNotification(aRun(rows, { stops }))?.target.accountId).toBe(ids.second)
})

test('text of the vendor’s and of groups is cleaned and bounded', () => {
  const rows = [aRow('A'), aRow('B\u202e\n', notTried)]
  const told = dueRunNotification(aRun(rows, { stops: [stop('failed', `x${'\u0000y'.repeat(900)}`)] }))
  expect(told?.body.length).toBeLessThanOrEqual(500)
  expect(told?.body).not.toMatch(/\p{Cc}|\p{Cf}/u)
})

test('nothing is told of one that is not over, came too late, or had nothing ticked', () => {
  expect(dueRunNotification(aRun([aRow('A')], { phase: 'paying' }))).toBeNull()
  expect(dueRunNotification(aRun([aRow('A', notTried)], { stops: [stop('expired', 'Late.')] }))).toBeNull()
  expect(dueRunNotification(aRun([aRow('A', { included: false })]))).toBeNull()
})

const open = { status: 'short', outcome: null } as const

test.each<[string, DueRun, string]>([
  ['renewed whole', aRun([aRow('A'), aRow('B')]), 'renewed'],
  ['with a group taken out', aRun([aRow('A'), aRow('B', { included: false, outcome: null })]), 'renewed'],
  ['with a group left', aRun([aRow('A'), aRow('B', open)]), 'refused'],
  ['with an unknown', aRun([aRow('A')], { stops: [stop('unknown', '')] }), 'unknown'],
  ['with an outcome not on the disk', aRun([aRow('A')], { stops: [stop('disk', '')] }), 'unknown'],
])('the switch that a run %s goes by', (_name, run, kind) => {
  expect(dueRunKind(run)).toBe(kind)
})
