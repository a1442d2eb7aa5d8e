import { describe, expect, it } from 'vitest'
import { outcomeNotification, tellsOutcome } from '../../../src/main/watch/outcomeNotification.ts'
import type { Renewal, RenewalSource } from '../../../src/shared/domain/renewal.ts'
import { type Outcome, outcomes } from '../../../src/shared/domain/rules/outcomes.ts'
import { ids, renewal, usd } from './records.ts'

const one = { severalAccounts: false }
const quote = {
  price: usd(4.2),
  discount: null,
  promoCodeStatus: null,
  warnings: [],
  balance: usd(12.5),
  at: 1,
}
const end = Date.UTC(2027, 0, 5, 12)

function told(of: Renewal, context = one): { title: string; body: string } {
  const model = outcomeNotification(of, context)
  if (model === null) throw new Error('nothing is told')
  return { title: model.title, body: model.body }
}

describe('a renewed group', () => {
  it('tells days, price, balance left and new end', () => {
    const done = renewal(
      { balanceAfter: usd(8.3) },
      { quote },
      { endsAfter: [{ orderId: '1', endsAt: end }] },
    )
    expect(outcomeNotification(done, one)).toEqual({
      title: 'Renewed: Shop',
      body: '30 days · $4.20 · $8.30 left · now ends 5 Jan 2027.',
      target: { view: 'groups', accountId: ids.main, groupId: ids.shop, renewalId: ids.renewal },
      urgency: 'normal',
    })
  })

  it('reckons the price from the balance where there was no quote, in one currency only', () => {
    const came = { balanceAfter: usd(8.3) }
    expect(told(renewal(came, { balanceBefore: usd(12.5) })).body).toBe('30 days · $4.20 · $8.30 left.')
    const euros = { ...usd(12.5), currency: 'EUR' }
    expect(told(renewal(came, { balanceBefore: euros })).body).toBe('30 days · $8.30 left.')
    expect(told(renewal(came, { balanceBefore: usd(8.3) })).body).toBe('30 days · $8.30 left.')
  })

  it('tells the soonest of several ends, and none while one is not read', () => {
    const later = { orderId: '2', endsAt: end + 86_400_000 * 40 }
    const sooner = { orderId: '1', endsAt: end }
    expect(told(renewal({}, {}, { endsAfter: [later, sooner] })).body).toBe('30 days · now ends 5 Jan 2027.')
    const unread = { orderId: '3', endsAt: null }
    expect(told(renewal({}, {}, { endsAfter: [later, unread] })).body).toBe('30 days.')
  })

  it('tells what was odd', () => {
    const done = renewal({ remarks: ['The promo code was not honoured: paid in full'] }, { quote })
    expect(told(done).body).toBe('30 days · $4.20. The promo code was not honoured: paid in full.')
  })
})

describe('a refused renewal', () => {
  it.each([
    [2, 'Enter the API key again in Settings.'],
    [4, 'proxy type'],
    [11, 'another rental period'],
    [16, 'Top up the balance'],
    [24, 'orders'],
    [25, 'order ids'],
    [28, 'renewed whole'],
    [29, 'refuses the whole group'],
  ])('tells why and what to do: error %s', (code, advice) => {
    const { title, body } = told(
      renewal({ outcome: 'refused', vendorError: { code, message: 'Words of theirs' } }),
    )
    expect(title).toBe('Refused: Shop')
    expect(body).toContain(`The vendor says “Words of theirs” (error ${code}). Nothing was paid. `)
    expect(body).toContain(advice)
  })

  it('tells its detail where the vendor named no error, and the money once', () => {
    const said = renewal({ outcome: 'refused', detail: 'The vendor said no. Nothing was paid.' })
    expect(told(said).body).toBe('The vendor said no. Nothing was paid.')
    const silent = renewal({ outcome: 'refused', detail: 'The vendor said no' })
    expect(told(silent).body).toBe('The vendor said no. Nothing was paid.')
  })

  it('holds no control or bidirectional characters of the vendor’s, and is bounded', () => {
    const message = `\u202eevil\u0007\n${'x'.repeat(900)}`
    const { body } = told(renewal({ outcome: 'refused', vendorError: { code: 99, message } }))
    expect(body).not.toMatch(/[\p{Cc}\p{Cf}]/u)
    expect(body.length).toBeLessThanOrEqual(500)
  })
})

describe('a renewal that was not sent', () => {
  it('tells why and that nothing was paid', () => {
    const { title, body } = told(renewal({ outcome: 'not sent', detail: 'The vendor could not be reached.' }))
    expect(title).toBe('Not sent: Shop')
    expect(body).toBe('The vendor could not be reached. Nothing was paid.')
  })
})

describe('an unknown outcome', () => {
  const unknown = renewal({ outcome: 'unknown', detail: 'The connection broke.' }, { quote })

  it('tells what it means for the money, and not to renew by hand before it is settled', () => {
    const { title, body } = told(unknown)
    expect(title).toBe('Unknown: Shop')
    expect(body).toContain('may or may not have been paid ($4.20)')
    expect(body).toContain('Do not renew these orders by hand before it is settled')
    expect(body).toContain('does not send it again by itself')
  })

  it('stays on the screen and leads to the history', () => {
    expect(outcomeNotification(unknown, one)).toMatchObject({
      urgency: 'critical',
      target: { view: 'history', renewalId: ids.renewal },
    })
  })
})

describe('every outcome', () => {
  it('names the account where there are several', () => {
    expect(told(renewal({}), { severalAccounts: true }).body).toBe('Main. 30 days.')
  })

  it('never has a title that reads as the low balance’s', () => {
    for (const outcome of outcomes) {
      const model = outcomeNotification(renewal({ outcome }, { groupName: 'Low balance' }), one)
      expect(model?.title.startsWith('Low balance') ?? false).toBe(false)
    }
  })

  it('says that a result was not kept', () => {
    const unsaved = renewal({}, {}, { unsaved: true })
    expect(told(unsaved).body).toContain('The disk refused to keep this')
    expect(outcomeNotification(unsaved, one)?.urgency).toBe('critical')
  })

  it('is not told while there is none, nor when a person settled it', () => {
    expect(outcomeNotification(renewal(null), one)).toBeNull()
    const settlement = { outcome: 'renewed' as const, by: 'person' as const, at: 3, evidence: [] }
    expect(outcomeNotification(renewal({ outcome: 'unknown' }, {}, { settlement }), one)).toBeNull()
  })
})

describe('whether an outcome is told by a notification', () => {
  // Started in the focused window it may be told there alone, except an unknown one.
  const cases: [RenewalSource, boolean, Outcome, boolean][] = [
    ['window', true, 'renewed', false],
    ['window', true, 'refused', false],
    ['window', true, 'not sent', false],
    ['window', true, 'unknown', true],
    ['window', false, 'renewed', true],
    ['window', false, 'refused', true],
    ['window', false, 'unknown', true],
    ['batch', true, 'renewed', false],
    ['batch', true, 'unknown', true],
    ['batch', false, 'renewed', true],
    ['tray', true, 'renewed', true],
    ['tray', true, 'refused', true],
    ['tray', false, 'not sent', true],
    ['notification', true, 'renewed', true],
    ['command-line', true, 'renewed', true],
  ]

  it.each(cases)('started from %s, window focused %s, %s: %s', (source, focused, outcome, tells) => {
    expect(tellsOutcome(renewal({ outcome }, { source }), focused)).toBe(tells)
  })

  it('is always yes for a result that the disk refused', () => {
    expect(tellsOutcome(renewal({}, {}, { unsaved: true }), true)).toBe(true)
  })
})
