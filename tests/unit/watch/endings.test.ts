import { describe, expect, it } from 'vitest'
import { type GroupEnd, judgeEndings } from '../../../src/main/watch/endings.ts'
import type { Delivery } from '../../../src/main/watch/quietHours.ts'
import { day } from '../../../src/shared/domain/rules/ends.ts'
import { type EndingsState, endingsStateSchema } from '../../../src/shared/domain/watchState.ts'
import { ids } from './records.ts'

const stages = [7, 3, 1]

function group(endsAt: number | null, changes: Partial<GroupEnd> = {}): GroupEnd {
  return { groupId: ids.shop, accountId: ids.main, name: 'Shop', endsAt, ...changes }
}

interface Step {
  /** Days since the beginning. */
  readonly at: number
  /** The end in days since the beginning; null: not known; absent: there is no such group. */
  readonly end?: number | null
  readonly stages?: readonly number[]
  readonly delivery?: Delivery
  /** The stage told; null: nothing. */
  readonly tells: number | null
}

/** Walks one group through looks in turn, each from the state as the disk gave it back. */
function walk(steps: readonly Step[]): EndingsState {
  let state: EndingsState = {}
  for (const [index, step] of steps.entries()) {
    const { end } = step
    const { next, tell } = judgeEndings(state, {
      groups: end === undefined ? [] : [group(end === null ? null : end * day)],
      stages: step.stages ?? stages,
      now: step.at * day,
      delivery: () => step.delivery ?? 'tell',
    })
    expect(tell.map(({ stage }) => stage)[0] ?? null, `step ${index}`).toBe(step.tells)
    expect(tell.length, `step ${index}`).toBeLessThanOrEqual(1)
    state = endingsStateSchema.parse(JSON.parse(JSON.stringify(next)))
  }
  return state
}

describe('a group whose end comes nearer', () => {
  it.each<[string, readonly Step[]]>([
    [
      'is told once per stage, and once when it has ended',
      [
        { at: 0, end: 8, tells: null },
        { at: 0.9, end: 8, tells: null },
        { at: 1, end: 8, tells: 7 },
        { at: 1.1, end: 8, tells: null },
        { at: 4.9, end: 8, tells: null },
        { at: 5, end: 8, tells: 3 },
        { at: 6, end: 8, tells: null },
        { at: 7, end: 8, tells: 1 },
        { at: 7.9, end: 8, tells: null },
        { at: 8, end: 8, tells: 0 },
        { at: 8.1, end: 8, tells: null },
        { at: 400, end: 8, tells: null },
      ],
    ],
    [
      'that is first seen inside a stage is told at once, at the most urgent only',
      [
        { at: 0, end: 2, tells: 3 },
        { at: 0.1, end: 2, tells: null },
        { at: 1, end: 2, tells: 1 },
      ],
    ],
    [
      'that is first seen ended is told so, once',
      [
        { at: 9, end: 2, tells: 0 },
        { at: 10, end: 2, tells: null },
      ],
    ],
    [
      'skips what passed while the machine was off',
      [
        { at: 0, end: 10, tells: null },
        { at: 9.5, end: 10, tells: 1 },
        { at: 9.6, end: 10, tells: null },
      ],
    ],
    [
      'that ended while the machine was off is told as ended only',
      [
        { at: 0, end: 10, tells: null },
        { at: 20, end: 10, tells: 0 },
        { at: 21, end: 10, tells: null },
      ],
    ],
    [
      'that is renewed is told again for the new end',
      [
        { at: 0, end: 1, tells: 1 },
        { at: 0.5, end: 31, tells: null },
        { at: 24, end: 31, tells: 7 },
        { at: 28, end: 31, tells: 3 },
        { at: 30, end: 31, tells: 1 },
        { at: 31, end: 31, tells: 0 },
      ],
    ],
    [
      'that is renewed after it had ended is told again, and ends again',
      [
        { at: 2, end: 1, tells: 0 },
        { at: 2, end: 32, tells: null },
        { at: 31.5, end: 32, tells: 1 },
        { at: 33, end: 32, tells: 0 },
      ],
    ],
    [
      'that is renewed by less than a stage is not told of the stage it is still in',
      [
        { at: 0, end: 2.5, tells: 3 },
        { at: 0, end: 5, tells: null },
        { at: 1, end: 5, tells: null },
        { at: 2, end: 5, tells: 3 },
      ],
    ],
    [
      'whose end moves nearer is told at the stage it is in then',
      [
        { at: 0, end: 10, tells: null },
        { at: 0, end: 2, tells: 3 },
        { at: 0, end: 1.5, tells: null },
      ],
    ],
    [
      'whose end becomes unknown is forgotten nothing of',
      [
        { at: 0, end: null, tells: null },
        { at: 0, end: 2, tells: 3 },
        { at: 0.1, end: null, tells: null },
        { at: 0.2, end: 2, tells: null },
        { at: 2, end: null, tells: null },
        { at: 2.1, end: 2, tells: 0 },
      ],
    ],
    [
      'that is deleted is forgotten, and told when it is saved again',
      [
        { at: 0, end: 2, tells: 3 },
        { at: 0.1, tells: null },
        { at: 0.2, end: 2, tells: 3 },
      ],
    ],
    [
      'is not told again when the clock is set back',
      [
        { at: 5, end: 8, tells: 3 },
        { at: 8, end: 8, tells: 0 },
        { at: 0, end: 8, tells: null },
        { at: 1, end: 8, tells: null },
        { at: 9, end: 8, tells: null },
      ],
    ],
    [
      'is not told again by a list that falls behind, nor by the end after it',
      [
        { at: 0, end: 1, tells: 1 },
        { at: 0.1, end: 31, tells: null },
        { at: 0.2, end: 1, tells: null },
        { at: 0.3, end: 31, tells: null },
        { at: 24, end: 31, tells: 7 },
      ],
    ],
    [
      'is not told again by an end that the vendor rounds anew',
      [
        { at: 1, end: 8, tells: 7 },
        { at: 1, end: 8 + 1 / 48, tells: null },
        { at: 1.01, end: 8, tells: null },
        { at: 1.03, end: 8 + 1 / 48, tells: null },
      ],
    ],
    [
      'follows stages that are changed: a wider one tells at once, a nearer one in its time',
      [
        { at: 0, end: 10, stages: [1], tells: null },
        { at: 0, end: 10, stages: [14, 1], tells: 14 },
        { at: 5, end: 10, stages: [20, 7, 2], tells: 7 },
        { at: 5, end: 10, stages: [6], tells: 6 },
        { at: 5, end: 10, stages: [30, 60], tells: null },
      ],
    ],
    [
      'takes stages in any order',
      [
        { at: 0, end: 2, stages: [1, 7, 3], tells: 3 },
        { at: 0, end: 2, stages: [3, 7, 1], tells: null },
      ],
    ],
    [
      'that is held back is told later, at the stage it is in then',
      [
        { at: 0, end: 7, delivery: 'hold', tells: null },
        { at: 0.1, end: 7, delivery: 'hold', tells: null },
        { at: 0.2, end: 7, tells: 7 },
        { at: 4, end: 7, delivery: 'hold', tells: null },
        { at: 6, end: 7, delivery: 'hold', tells: null },
        { at: 6.1, end: 7, tells: 1 },
      ],
    ],
    [
      'that is renewed while it is held back is not told',
      [
        { at: 0, end: 1, delivery: 'hold', tells: null },
        { at: 0.1, end: 31, delivery: 'hold', tells: null },
        { at: 0.2, end: 31, tells: null },
      ],
    ],
    [
      'that was dropped counts as told',
      [
        { at: 0, end: 7, delivery: 'drop', tells: null },
        { at: 0.1, end: 7, tells: null },
        { at: 7, end: 7, delivery: 'drop', tells: null },
        { at: 7.1, end: 7, tells: null },
      ],
    ],
  ])('%s', (_name, steps) => {
    walk(steps)
  })

  it('reckons days as 24 hours, wherever summer time begins or ends', () => {
    // The last Sunday of October 2026 has 25 hours in much of Europe.
    const end = Date.UTC(2026, 9, 26) / day
    walk([
      { at: end - 3 - 1e-6, end, tells: 7 },
      { at: end - 3, end, tells: 3 },
    ])
  })

  it('keeps a bounded state', () => {
    const steps = Array.from({ length: 60 }, (_, index) => ({ at: index, end: index + 20, tells: null }))
    expect(walk(steps)[ids.shop]).toHaveLength(8)
  })
})
