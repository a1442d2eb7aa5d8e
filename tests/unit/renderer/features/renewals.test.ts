import { describe, expect, test } from 'vitest'
import { progressWords, rowDetail } from '../../../../src/renderer/features/groups/rowWords.ts'
import { endMoves, evidenceText, moveWords } from '../../../../src/renderer/features/history/evidence.ts'
import {
  announcement,
  isProblem,
  moneyWords,
  newEnd,
  priceOf,
  problemText,
  remarksText,
} from '../../../../src/renderer/features/renewals/outcomeWords.ts'
import { outcomeLabel, outcomes } from '../../../../src/shared/domain/rules/outcomes.ts'
import { money, renewal } from '../samples.ts'

const day = 86_400_000
const start = Date.UTC(2027, 0, 2)

describe('what is said of an outcome', () => {
  test('a renewal that went through names price and what is left', () => {
    expect(announcement(renewal('renewed'))).toBe('EU clients: Renewed. $12.50 paid. $87.50 left.')
  })

  test.each(['refused', 'not sent', 'unknown', 'not renewed'] as const)('%s never says "paid"', (outcome) => {
    expect(announcement(renewal(outcome))).not.toContain('paid')
  })

  test('the reason is told by the alert alone, so that nothing is heard twice', () => {
    const refused = renewal('refused', 'The ids are not known to the vendor.')
    expect(announcement(refused)).not.toContain('ids')
    expect(problemText(refused)).toContain('ids')
  })

  test('a reply that differs from what was asked is told with the outcome', () => {
    const base = renewal('renewed', 'Two orders renewed.')
    const remark = 'The promo code X was not honoured: paid in full.'
    const odd = { ...base, result: base.result && { ...base.result, remarks: [remark, 'Second.'] } }
    expect(announcement(odd)).toBe(`EU clients: Renewed. $12.50 paid. $87.50 left. ${remark} Second.`)
    expect(problemText(odd)).toBe(`Two orders renewed. ${remark} Second.`)
    expect(remarksText(base)).toBe('')
  })

  test('without a quote, what went through cost what the balance fell by; what did not has no price', () => {
    const unquoted = (of: ReturnType<typeof renewal>) => ({ ...of, intent: { ...of.intent, quote: null } })
    expect(priceOf(unquoted(renewal('renewed')))).toEqual(money('12.5'))
    expect(announcement(unquoted(renewal('renewed')))).toContain('$12.50 paid.')
    expect(priceOf(unquoted(renewal('refused')))).toBeNull()
    expect(priceOf(unquoted(renewal('unknown')))).toBeNull()
    expect(priceOf(renewal('refused'))).toEqual(money('12.5'))
  })

  test('a record that the disk refused is told', () => {
    expect(problemText({ ...renewal('renewed'), unsaved: true })).toContain('disk')
  })

  test('what the person has to look at is a problem', () => {
    expect(outcomes.filter(isProblem)).toEqual(['refused', 'not sent', 'unknown'])
  })

  test('a settled renewal is what it was settled as', () => {
    const settlement = { outcome: 'not renewed' as const, by: 'person' as const, at: 1, evidence: [] }
    expect(announcement({ ...renewal('unknown'), settlement })).toContain('Not renewed')
  })

  test('the new end is the soonest that was read', () => {
    const endsAfter = [
      { orderId: '7', endsAt: 900 },
      { orderId: '8', endsAt: 500 },
      { orderId: '9', endsAt: null },
    ]
    expect(newEnd({ ...renewal('renewed'), endsAfter })).toBe(500)
    expect(newEnd(renewal('renewed'))).toBeNull()
  })
})

describe('a row keeps the outcomes’ words for the outcome', () => {
  const words = new RegExp(Object.values(outcomeLabel).join('|'), 'i')

  test('progress and money words hold none of them', () => {
    const said = [...Object.values(moneyWords), progressWords('idle'), progressWords('sending')]
    for (const text of said) expect(text).not.toMatch(words)
  })

  test.each([
    'The vendor refused it.',
    'The vendor renewed 6 addresses.',
    'Renewed for 30 days.',
    'Unknown order',
    'It was NOT SENT',
  ])('leaves out %j', (detail) => {
    expect(rowDetail(detail)).toBeNull()
  })

  test('shows any other', () => {
    expect(rowDetail('Incorrect orderIds')).toBe('Incorrect orderIds')
    const remark = 'The promo code X was not honoured: paid in full.'
    expect(rowDetail(remark)).toBe(remark)
    expect(rowDetail('')).toBeNull()
  })
})

describe('evidence', () => {
  test.each([
    [start, start, 'not moved'],
    [start, start + 30 * day, 'moved on by 30 days'],
    [start, start - 5 * 3_600_000, 'moved back by 5 h'],
    [start, null, 'not read since'],
    [null, start, 'not known before'],
  ])('from %s to %s', (before, after, words) => {
    expect(moveWords({ orderId: '7', before, after })).toContain(words)
  })

  test('has every order, with or without an end read since', () => {
    const moved = { ...renewal('unknown'), endsAfter: [{ orderId: '8', endsAt: start + 30 * day }] }
    expect(endMoves(moved)).toEqual([
      { orderId: '7', before: start, after: null },
      { orderId: '8', before: start, after: start + 30 * day },
    ])
  })

  test('as text it names what support asks for', () => {
    const text = evidenceText(renewal('unknown', 'The connection broke.'))
    for (const part of [
      '2027-01-01T00:00:00.000Z',
      'EU clients',
      '$12.50',
      '$100.00',
      'The connection broke.',
      '7:',
    ])
      expect(text).toContain(part)
  })
})
