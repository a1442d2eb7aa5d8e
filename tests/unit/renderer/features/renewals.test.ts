import { describe, expect, test } from 'vitest'
import { progressWords, rowDetail } from '../../../../src/renderer/features/groups/rowWords.ts'
import { endMoves, moveWords } from '../../../../src/renderer/features/history/evidence.ts'
import { evidenceText } from '../../../../src/renderer/features/history/evidenceText.ts'
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
import { catalogueOf, speak } from '../../../../src/shared/words/words.ts'
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
  const words = new RegExp(outcomes.map(outcomeLabel).join('|'), 'i')

  test('progress and money words hold none of them', () => {
    const said = [...outcomes.map(moneyWords), progressWords('idle'), progressWords('sending')]
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

  test('leaves out what names an outcome in the language spoken', async () => {
    speak('ru', await catalogueOf('ru'))
    try {
      expect(rowDetail('Не продлено: ошибка 29')).toBeNull()
      expect(rowDetail('Продлено на 30 дней')).toBeNull()
      expect(rowDetail('The vendor refused it.')).toBeNull()
      expect(rowDetail('Промокод X не сработал: оплачена полная цена.')).not.toBeNull()
    } finally {
      speak('en', await catalogueOf('en'))
    }
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

  test('as text it names what support asks for, in UTC, and nothing that is only this person’s', () => {
    const lost = renewal('unknown', 'The connection broke.')
    const text = evidenceText({
      ...lost,
      endsAfter: [{ orderId: '7', endsAt: start + 31 * day }],
      check: {
        at: Date.UTC(2027, 0, 1, 0, 6),
        balance: money('87.5'),
        orders: [],
        notes: ['One end moved.'],
      },
    })
    expect(text.split('\n')).toEqual([
      'Renewal renewal',
      'Sent at: 2027-01-01T00:00:00Z',
      'Request: POST extend/order',
      '  proxyType: IPv4',
      '  orderIds: 7, 8',
      '  rentPeriodDays: 30',
      '  promoCode: (none)',
      '',
      'Ended at: 2027-01-01T00:01:00Z',
      'HTTP status: 200',
      'What happened: The connection broke.',
      'Outcome: Unknown',
      '  One end moved.',
      '',
      'Price quoted: $12.50',
      'Balance before: $100.00',
      'Balance in the reply: (not known)',
      'Balance read afterwards: $87.50, at 2027-01-01T00:06:00Z',
      '',
      'End dates (UTC), before -> after:',
      '  7: 2027-01-02T00:00:00Z -> 2027-02-02T00:00:00Z',
      '  8: 2027-01-02T00:00:00Z -> (not read)',
    ])
    const answered = renewal('unknown')
    const settled = evidenceText({
      ...answered,
      result: answered.result && { ...answered.result, reply: '{"success":false}' },
      settlement: { outcome: 'not renewed', by: 'person', at: start, evidence: ['Order 7: not moved.'] },
    })
    expect(settled).toContain('Outcome: Not renewed')
    expect(settled).toContain('Settled by a person at: 2027-01-02T00:00:00Z\n  Order 7: not moved.')
    expect(settled).toContain('Reply as received:\n{"success":false}')
    for (const own of ['Main', 'EU clients']) expect(text + settled).not.toContain(own)
  })
})
