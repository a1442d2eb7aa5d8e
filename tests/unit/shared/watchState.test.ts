import { describe, expect, it } from 'vitest'
import {
  concernsStateSchema,
  type EndingsState,
  endingsStateSchema,
} from '../../../src/shared/domain/watchState.ts'

describe('what was told of endings, from a damaged disk', () => {
  it.each<[unknown, EndingsState]>([
    [null, {}],
    ['x', {}],
    [[1], {}],
    [{ a: [], b: null, c: [{ endsAt: 'x', told: 1 }], d: [{ endsAt: 1, told: -1 }] }, {}],
    [{ good: [{ endsAt: 1, told: null, more: 1 }], bad: 3 }, { good: [{ endsAt: 1, told: null }] }],
  ])('%j is read as far as it goes', (damaged, read) => {
    expect(endingsStateSchema.parse(damaged)).toEqual(read)
  })
})

describe('what was told of accounts, from a damaged disk', () => {
  it('is read as far as it goes', () => {
    const untold = { short: null, keyRefused: false, offlineSince: null }
    expect(concernsStateSchema.parse('x')).toEqual({})
    expect(
      concernsStateSchema.parse({
        a: 1,
        b: {},
        c: { short: { shortAt: 'x' }, keyRefused: true, offlineSince: '' },
      }),
    ).toEqual({ b: untold, c: { ...untold, keyRefused: true } })
  })
})
