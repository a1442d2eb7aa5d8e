import { describe, expect, test } from 'vitest'
import { derive } from '../../../src/main/store/renewalColumns.ts'
import { outcomes } from '../../../src/shared/domain/rules/outcomes.ts'

const intent = {
  accountId: 'a',
  groupId: 'g',
  groupName: 'Zürich',
  startedAt: 5,
  request: { orderIds: ['12AB', '34'] },
  quote: null,
}
const result = (outcome: string) => ({ outcome, endedAt: 7 })
const settlement = (outcome: string) => ({ outcome, at: 9 })

describe('the columns of a journal row', () => {
  test.each(outcomes)('an outcome of %s is open only while it is unknown', (outcome) => {
    const columns = derive({ intent, result: result(outcome), settlement: null })
    expect(columns).toMatchObject({ outcome, open: outcome === 'unknown' ? 1 : 0, finished: 1, ended_at: 7 })
  })

  test('a row still sending is open, a settled one is not', () => {
    expect(derive({ intent, result: null, settlement: null })).toMatchObject({
      outcome: null,
      open: 1,
      finished: 0,
      ended_at: null,
    })
    for (const first of [null, result('unknown')]) {
      const columns = derive({ intent, result: first, settlement: settlement('not renewed') })
      expect(columns).toMatchObject({ outcome: 'not renewed', open: 0, ended_at: first ? 7 : 9 })
    }
  })

  test('the search looks through name and ids in lower case', () => {
    expect(derive({ intent, result: null, settlement: null })?.search).toBe('zürich\n12ab\n34')
  })

  test('what is no journal row makes none', () => {
    expect(derive({})).toBeNull()
    expect(derive({ intent, result: result('paid'), settlement: null })).toBeNull()
  })
})
