import { describe, expect, it } from 'vitest'
import { type AccountFacts, type Concern, judgeConcerns } from '../../../src/main/watch/concerns.ts'
import type { Delivery } from '../../../src/main/watch/quietHours.ts'
import { day, hour } from '../../../src/shared/domain/rules/ends.ts'
import { type ConcernsState, concernsStateSchema } from '../../../src/shared/domain/watchState.ts'
import { ids, usd } from './records.ts'

const fine: AccountFacts = {
  accountId: ids.main,
  name: 'Main',
  forecast: { shortAt: null, shortBy: null },
  keyRefused: false,
  offlineSince: null,
}

/** A forecast that is short on a day, counted from the beginning. */
function short(onDay: number): Pick<AccountFacts, 'forecast'> {
  return { forecast: { shortAt: onDay * day, shortBy: usd(5) } }
}

interface Step {
  /** Days since the beginning; absent: no time passes. */
  readonly at?: number
  /** What is not fine; null: there is no such account. */
  readonly facts: Partial<AccountFacts> | null
  readonly within?: number
  readonly delivery?: Delivery
  readonly tells: readonly Concern['kind'][]
}

/** Walks one account through looks in turn, each from the state as the disk gave it back. */
function walk(steps: readonly Step[]): void {
  let state: ConcernsState = {}
  for (const [index, step] of steps.entries()) {
    const { next, tell } = judgeConcerns(state, {
      accounts: step.facts === null ? [] : [{ ...fine, ...step.facts }],
      warnShortDays: step.within ?? 7,
      now: (step.at ?? 0) * day,
      delivery: () => step.delivery ?? 'tell',
    })
    expect(
      tell.map(({ kind }) => kind),
      `step ${index}`,
    ).toEqual(step.tells)
    state = concernsStateSchema.parse(JSON.parse(JSON.stringify(next)))
  }
}

describe('a forecast', () => {
  it.each<[string, readonly Step[]]>([
    [
      'that runs short within the days wanted is told once',
      [
        { at: 0, facts: short(8), tells: [] },
        { at: 0.9, facts: short(8), tells: [] },
        { at: 1, facts: short(8), tells: ['forecast'] },
        { at: 2, facts: short(8), tells: [] },
        { at: 7, facts: short(8), tells: [] },
        { at: 8, facts: short(8), tells: [] },
        { at: 9, facts: short(9), tells: [] },
      ],
    ],
    [
      'that is short now is told',
      [
        { at: 3, facts: short(2), tells: ['forecast'] },
        { at: 4, facts: short(4), tells: [] },
      ],
    ],
    [
      'is told again after it was fine',
      [
        { facts: short(2), tells: ['forecast'] },
        { facts: {}, tells: [] },
        { facts: short(2), tells: ['forecast'] },
        { facts: short(20), tells: [] },
        { facts: short(2), tells: ['forecast'] },
      ],
    ],
    [
      'is told again when its day comes 3 days nearer than it was told',
      [
        { facts: short(6), tells: ['forecast'] },
        { facts: short(4), tells: [] },
        { facts: short(3.1), tells: [] },
        { facts: short(3), tells: ['forecast'] },
        { facts: short(6), tells: [] },
        { facts: short(3), tells: [] },
        { facts: short(0), tells: ['forecast'] },
      ],
    ],
    [
      'that cannot be made is forgotten nothing of',
      [
        { facts: { forecast: null }, tells: [] },
        { facts: short(2), tells: ['forecast'] },
        { facts: { forecast: null }, tells: [] },
        { facts: short(2), tells: [] },
      ],
    ],
    [
      'is not told again when the clock was set back',
      [
        { at: 40, facts: short(41), tells: ['forecast'] },
        { at: 0, facts: short(41), tells: [] },
        { at: 40, facts: short(41), tells: [] },
      ],
    ],
    [
      'is told when more days are wanted, and again after fewer were',
      [
        { facts: short(10), tells: [] },
        { facts: short(10), within: 14, tells: ['forecast'] },
        { facts: short(10), within: 3, tells: [] },
        { at: 8, facts: short(10), within: 3, tells: ['forecast'] },
      ],
    ],
    [
      'that is held back is told later if it is still short',
      [
        { facts: short(2), delivery: 'hold', tells: [] },
        { facts: short(2), tells: ['forecast'] },
        { facts: {}, delivery: 'hold', tells: [] },
        { facts: short(2), delivery: 'hold', tells: [] },
        { facts: {}, tells: [] },
      ],
    ],
    [
      'that was dropped counts as told',
      [
        { facts: short(2), delivery: 'drop', tells: [] },
        { facts: short(2), tells: [] },
      ],
    ],
  ])('%s', (_name, steps) => {
    walk(steps)
  })
})

describe('a key', () => {
  it.each<[string, readonly Step[]]>([
    [
      'that is refused is told once per refusal',
      [
        { facts: {}, tells: [] },
        { facts: { keyRefused: true }, tells: ['keyRefused'] },
        { facts: { keyRefused: true }, tells: [] },
        { facts: { keyRefused: false }, tells: [] },
        { facts: { keyRefused: true }, tells: ['keyRefused'] },
      ],
    ],
    [
      'that was not tried since a restart is told no second time',
      [
        { facts: { keyRefused: true }, tells: ['keyRefused'] },
        { facts: { keyRefused: null }, tells: [] },
        { facts: { keyRefused: true }, tells: [] },
      ],
    ],
    [
      'whose refusal is held back or dropped',
      [
        { facts: { keyRefused: true }, delivery: 'hold', tells: [] },
        { facts: { keyRefused: true }, tells: ['keyRefused'] },
        { facts: {}, delivery: 'hold', tells: [] },
        { facts: { keyRefused: true }, delivery: 'drop', tells: [] },
        { facts: { keyRefused: true }, tells: [] },
      ],
    ],
  ])('%s', (_name, steps) => {
    walk(steps)
  })
})

describe('a vendor out of reach', () => {
  const since = (at: number) => ({ offlineSince: at * day })

  it.each<[string, readonly Step[]]>([
    [
      'is told once, after more than a day',
      [
        { at: 1, facts: since(1), tells: [] },
        { at: 2, facts: since(1), tells: [] },
        { at: 2.01, facts: since(1), tells: ['offline'] },
        { at: 3, facts: since(1), tells: [] },
        { at: 30, facts: since(1), tells: [] },
      ],
    ],
    [
      'is told again for another outage, not for the same after a restart',
      [
        { at: 3, facts: since(1), tells: ['offline'] },
        { at: 3.1, facts: {}, tells: [] },
        { at: 3.2, facts: since(1), tells: [] },
        { at: 4, facts: since(3.9), tells: [] },
        { at: 5, facts: since(3.9), tells: ['offline'] },
      ],
    ],
    [
      'is not told when the clock is behind its beginning, nor twice after that',
      [
        { at: 9, facts: since(1), tells: ['offline'] },
        { at: 0, facts: since(1), tells: [] },
        { at: 9, facts: since(1), tells: [] },
      ],
    ],
    [
      'is told after the quiet hours only if it is still out of reach',
      [
        { at: 3, facts: since(1), delivery: 'hold', tells: [] },
        { at: 3.1, facts: {}, tells: [] },
        { at: 9, facts: since(7), delivery: 'hold', tells: [] },
        { at: 9.1, facts: since(7), tells: ['offline'] },
      ],
    ],
    [
      'that was dropped counts as told',
      [
        { at: 3, facts: since(1), delivery: 'drop', tells: [] },
        { at: 3, facts: since(1), tells: [] },
      ],
    ],
  ])('%s', (_name, steps) => {
    walk(steps)
  })
})

describe('the concerns of accounts', () => {
  it('that come together are all told, each account by its own state', () => {
    const bad = { ...fine, ...short(1), keyRefused: true, offlineSince: -2 * day }
    const other = { ...fine, accountId: ids.second, name: 'Second', offlineSince: -25 * hour }
    const look = { accounts: [bad, other], warnShortDays: 7, now: 0, delivery: () => 'tell' as const }
    const { next, tell } = judgeConcerns({}, look)
    expect(tell.map(({ name, kind }) => `${name} ${kind}`)).toEqual([
      'Main keyRefused',
      'Main forecast',
      'Main offline',
      'Second offline',
    ])
    expect(judgeConcerns(next, look)).toEqual({ next, tell: [] })
  })

  it('of a removed account are forgotten', () => {
    walk([
      { facts: { keyRefused: true }, tells: ['keyRefused'] },
      { facts: null, tells: [] },
      { facts: { keyRefused: true }, tells: ['keyRefused'] },
    ])
  })
})
