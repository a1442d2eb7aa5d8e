import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { judgeBalance, type LowBalanceState, neverLow } from '../../../src/main/watch/lowBalance.ts'
import { lowBalanceNotification } from '../../../src/main/watch/lowBalanceNotification.ts'
import { day } from '../../../src/shared/domain/rules/ends.ts'
import { type Amount, amountOf } from '../../../src/shared/domain/rules/money.ts'

function sum(units: number): Amount {
  const amount = amountOf(units * 10_000)
  if (amount === null) throw new Error('no amount')
  return amount
}

interface Step {
  readonly balance: number | null
  readonly warnBelow: number | null
  readonly at?: number
  readonly reminder?: boolean
  readonly tells: 'crossing' | 'reminder' | null
}

/** Walks through readings in turn and compares what each tells. */
function walk(steps: readonly Step[]): void {
  let state: LowBalanceState = neverLow
  for (const [index, step] of steps.entries()) {
    const { next, notify } = judgeBalance(state, {
      balance: step.balance === null ? null : sum(step.balance),
      warnBelow: step.warnBelow === null ? null : sum(step.warnBelow),
      now: step.at ?? index,
      dailyReminder: step.reminder ?? false,
    })
    expect(notify, `step ${index}`).toBe(step.tells)
    state = next
  }
}

describe('the crossing rule', () => {
  it('tells a fall below the threshold once', () => {
    walk([
      { balance: 10, warnBelow: 5, tells: null },
      { balance: 4, warnBelow: 5, tells: 'crossing' },
      { balance: 4, warnBelow: 5, tells: null },
      { balance: 1, warnBelow: 5, tells: null },
    ])
  })

  it('takes a balance at the threshold as not below it', () => {
    walk([{ balance: 5, warnBelow: 5, tells: null }])
  })

  it('counts a threshold set above the balance as a crossing', () => {
    walk([
      { balance: 10, warnBelow: null, tells: null },
      { balance: 10, warnBelow: 20, tells: 'crossing' },
      { balance: 10, warnBelow: 20, tells: null },
    ])
  })

  it('does not tell again when the threshold is raised further', () => {
    walk([
      { balance: 10, warnBelow: 20, tells: 'crossing' },
      { balance: 10, warnBelow: 30, tells: null },
    ])
  })

  it.each([
    ['the balance rose', { balance: 20, warnBelow: 20 }],
    ['the threshold was lowered', { balance: 10, warnBelow: 10 }],
    ['the threshold was emptied', { balance: 10, warnBelow: null }],
  ])('tells again after %s', (_name, between) => {
    walk([
      { balance: 10, warnBelow: 20, tells: 'crossing' },
      { ...between, tells: null },
      { balance: 10, warnBelow: 20, tells: 'crossing' },
    ])
  })

  it('judges nothing without a balance, and forgets nothing by that', () => {
    walk([
      { balance: null, warnBelow: 20, tells: null },
      { balance: 10, warnBelow: 20, tells: 'crossing' },
      { balance: null, warnBelow: 20, tells: null },
      { balance: 10, warnBelow: 20, tells: null },
    ])
  })

  it('reminds once a day where wanted', () => {
    walk([
      { balance: 1, warnBelow: 5, at: 0, reminder: true, tells: 'crossing' },
      { balance: 1, warnBelow: 5, at: day - 1, reminder: true, tells: null },
      { balance: 1, warnBelow: 5, at: day, reminder: true, tells: 'reminder' },
      { balance: 1, warnBelow: 5, at: day + 1, reminder: true, tells: null },
      { balance: 1, warnBelow: 5, at: 5 * day, reminder: false, tells: null },
      { balance: 1, warnBelow: 5, at: 5 * day + 1, reminder: true, tells: 'reminder' },
    ])
  })

  it('does not lose its reminders to a clock that was set back', () => {
    walk([
      { balance: 1, warnBelow: 5, at: 100 * day, reminder: true, tells: 'crossing' },
      { balance: 1, warnBelow: 5, at: 0, reminder: true, tells: null },
      { balance: 1, warnBelow: 5, at: day, reminder: true, tells: 'reminder' },
    ])
  })

  it('never tells twice without the balance having been at or above the threshold between', () => {
    const readings = fc.array(fc.record({ balance: fc.nat(20), warnBelow: fc.option(fc.nat(20)) }), {
      maxLength: 60,
    })
    fc.assert(
      fc.property(readings, (list) => {
        let state: LowBalanceState = neverLow
        let armed = true
        for (const [now, { balance, warnBelow }] of list.entries()) {
          const below = warnBelow !== null && balance < warnBelow
          const limit = warnBelow === null ? null : sum(warnBelow)
          const verdict = judgeBalance(state, {
            balance: sum(balance),
            warnBelow: limit,
            now,
            dailyReminder: false,
          })
          expect(verdict.notify).toBe(below && armed ? 'crossing' : null)
          armed = !below
          state = verdict.next
        }
      }),
    )
  })
})

describe('the notification of a low balance', () => {
  const low = {
    accountId: '0b1f8f3e-6a43-4f4e-9d0e-7b1f4b0f5a11',
    accountName: 'Main',
    balance: { amount: sum(3), currency: 'USD' },
    warnBelow: sum(5),
    reminder: false,
  }

  it('begins with the words that no other has, and names account, balance and threshold', () => {
    expect(lowBalanceNotification(low)).toEqual({
      title: 'Low balance: $3.00',
      body: 'Main is below $5.00. Top up at the vendor, or renewals will be refused.',
      target: { view: 'groups', accountId: low.accountId, groupId: null, renewalId: null },
      urgency: 'normal',
    })
  })

  it('says in a reminder that it still is', () => {
    expect(lowBalanceNotification({ ...low, reminder: true }).body).toContain('Main is still below $5.00')
  })
})
