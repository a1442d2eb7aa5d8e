import { describe, expect, it, test } from 'vitest'
import {
  selectedUpTo,
  selectionOf,
  toggled,
} from '../../../../src/renderer/features/groups/groupSelection.ts'
import { keyOf } from '../../../../src/renderer/ui/keyOf.ts'
import { groupView } from '../samples.ts'

const [main, other] = ['main', 'other']
const views = ['a', 'b', 'c', 'd'].map((name) => groupView(name, {}, main))
const foreign = groupView('e', {}, other)
const [a, b, c, d, e] = ['id-a', 'id-b', 'id-c', 'id-d', 'id-e']

describe('what is selected', () => {
  it('is the account’s own, in the order of the list, with what a search leaves out behind it', () => {
    const shown = views.slice(1)
    expect(selectionOf([...views, foreign], main, shown, new Set([d, a, b, e, 'gone']))).toEqual({
      groupIds: [b, d, a],
      hidden: 1,
      isWhole: false,
    })
    expect(selectionOf([...views, foreign], other, [foreign], new Set([e]))).toEqual({
      groupIds: [e],
      hidden: 0,
      isWhole: true,
    })
  })

  it('grows and shrinks by one, and leaves the set before as it was', () => {
    const before = new Set([a])
    expect([...toggled(before, b)]).toEqual([a, b])
    expect([...toggled(before, a)]).toEqual([])
    expect([...before]).toEqual([a])
  })

  test.each([
    { from: b, to: d, gives: [a, b, c, d] },
    { from: d, to: c, gives: [a, c, d] },
    { from: b, to: b, gives: [a, b] },
    { from: null, to: c, gives: [a, c] },
    { from: 'gone', to: c, gives: [a, c] },
  ])('from $from to $to', ({ from, to, gives }) => {
    expect([...selectedUpTo(new Set([a]), views, from, to)].sort()).toEqual(gives)
  })
})

test.each([
  { key: 'x', code: 'KeyX', is: 'x' },
  { key: 'ч', code: 'KeyX', is: 'x' },
  { key: 'т', code: 'KeyN', is: 'n' },
  { key: 'Т', code: 'KeyN', is: 'Т' },
  // Dvorak: the letter on the key counts, not its place.
  { key: 'q', code: 'KeyX', is: 'q' },
  { key: 'Escape', code: 'Escape', is: 'Escape' },
])('the key $key ($code) is $is', ({ key, code, is }) => {
  expect(keyOf({ key, code })).toBe(is)
})
