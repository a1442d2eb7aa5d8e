import { describe, expect, test } from 'vitest'
import { applyAll, applyChange } from '../../../../src/renderer/state/applyChange.ts'
import { balanceView, groupView, snapshot } from '../samples.ts'

describe('applyChange', () => {
  test('takes the parts that a newer push brings and keeps the others', () => {
    const before = snapshot({ version: 4, groups: [groupView('a')] })
    const after = applyChange(before, { version: 5, balances: [balanceView('1')] })
    expect(after.version).toBe(5)
    expect(after.balances).toHaveLength(1)
    expect(after.groups).toBe(before.groups)
  })

  test.each([3, 4])('drops a push of version %i that is no newer', (version) => {
    const before = snapshot({ version: 4, groups: [groupView('a')] })
    expect(applyChange(before, { version, groups: [] })).toBe(before)
  })

  test('keeps the objects of rows that did not change, so that they are not drawn again', () => {
    const before = snapshot({ version: 1, groups: [groupView('a'), groupView('b')] })
    const pushed = structuredClone(before.groups).map((view) =>
      view.group.name === 'b' ? { ...view, phase: 'sending' as const } : view,
    )
    const after = applyChange(before, { version: 2, groups: pushed })
    expect(after.groups[0]).toBe(before.groups[0])
    expect(after.groups[1]).not.toBe(before.groups[1])
    expect(after.groups[1]?.phase).toBe('sending')
    expect(after.groups[1]?.group).toBe(before.groups[1]?.group)
  })

  test('a group that is gone is gone', () => {
    const before = snapshot({ version: 1, groups: [groupView('a'), groupView('b')] })
    const after = applyChange(before, {
      version: 2,
      groups: [structuredClone(before.groups[1] ?? groupView('b'))],
    })
    expect(after.groups.map((view) => view.group.name)).toEqual(['b'])
  })
})

describe('applyAll', () => {
  test('takes in pushes that overtook the snapshot, by version and not by arrival', () => {
    const first = { version: 7, groups: [groupView('new')] }
    const second = { version: 8, groups: [groupView('newest')] }
    const older = { version: 2, groups: [] }
    const after = applyAll(snapshot({ version: 6 }), [second, older, first])
    expect(after.version).toBe(8)
    expect(after.groups.map((view) => view.group.name)).toEqual(['newest'])
  })
})
