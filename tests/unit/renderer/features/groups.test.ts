import { describe, expect, test } from 'vitest'
import {
  draftOf,
  isChanged,
  newDraft,
  toggleId,
  withType,
} from '../../../../src/renderer/features/groups/draft.ts'
import { shareLeft, urgencyOf } from '../../../../src/renderer/features/groups/ending.ts'
import { idChips } from '../../../../src/renderer/features/groups/idChips.ts'
import { type IdSources, idFacts } from '../../../../src/renderer/features/groups/idFacts.ts'
import { countWords, idHints } from '../../../../src/renderer/features/groups/idHints.ts'
import { type OrderRow, offersOf } from '../../../../src/renderer/features/groups/offers.ts'
import { parseAmount } from '../../../../src/shared/domain/rules/money.ts'
import { parseOrderIds, withoutPiece } from '../../../../src/shared/domain/rules/orderIds.ts'
import type { ProxyType } from '../../../../src/shared/domain/rules/proxyTypes.ts'
import { groupView } from '../samples.ts'

const hour = 3_600_000

function row(
  orderId: string,
  proxyType: ProxyType | null,
  groupNames: string[] = [],
  endsAt = 500,
): OrderRow {
  return {
    order: {
      orderId,
      proxyType,
      addresses: 4,
      sample: [],
      countries: [],
      endsAt,
      oddEnds: 0,
      repeated: 0,
      autoExtend: null,
    },
    groupNames,
  }
}

describe('how pressing an end is', () => {
  test.each([
    [null, 'unread'],
    [0, 'ended'],
    [-1, 'ended'],
    [47.9 * hour, 'urgent'],
    [48 * hour, 'soon'],
    [7 * 24 * hour - 1, 'soon'],
    [7 * 24 * hour, 'fine'],
  ])('%s ms left: %s', (left, urgency) => {
    expect(urgencyOf(left === null ? null : 1e12 + left, 1e12)).toBe(urgency)
  })

  test('the ring shows the share of the period, never less than nothing or more than all', () => {
    expect(shareLeft(15 * 24 * hour, 0, 30)).toBe(0.5)
    expect(shareLeft(-5, 0, 30)).toBe(0)
    expect(shareLeft(99 * 24 * hour, 0, 30)).toBe(1)
  })
})

describe('the editor’s draft', () => {
  test('a saved group comes back as it was, with its limit to four decimals', () => {
    const { group } = groupView('EU')
    const draft = draftOf({ ...group, orderIds: ['1', '2'], priceLimit: parseAmount('25.5'), dueDays: 7 })
    expect(draft).toMatchObject({
      name: 'EU',
      orderIds: '1\n2',
      rentPeriodDays: '30',
      priceLimit: '25.50',
      dueDays: '7',
    })
    expect(draftOf({ ...group, dueDays: null }).dueDays).toBe('')
    expect(isChanged(draft, { ...draft })).toBe(false)
    expect(isChanged(draft, { ...draft, promoCode: 'X' })).toBe(true)
  })

  test('a period that nobody typed follows the type; a typed one stays', () => {
    const draft = newDraft('account', {})
    expect(withType(draft, 'IPv6').rentPeriodDays).toBe('90')
    expect(withType(draft, 'ISP').rentPeriodDays).toBe('')
    expect(withType({ ...draft, rentPeriodDays: '45' }, 'IPv6').rentPeriodDays).toBe('45')
  })

  test('a new group is not in the tray until that is asked for: its entry there pays with one click', () => {
    expect(newDraft('account', {}).showInTray).toBe(false)
  })

  test('ticking adds an id, unticking takes out that id and no longer one', () => {
    expect(toggleId('', '12', true)).toBe('12')
    expect(toggleId('12, 34 ', '5', true)).toBe('12, 34\n5')
    expect(parseOrderIds(toggleId('12 123 412 x-12 12', '12', false)).ids).toEqual(['123', '412', 'x-12'])
  })
})

describe('what is said of pasted ids', () => {
  const hints = (ids: readonly string[], sources: Partial<IdSources>) =>
    idHints(idFacts(ids, { proxyType: 'IPv4', rows: null, whole: true, others: [], ...sources }))

  test('counts orders, repeats and what is no id', () => {
    expect(countWords(parseOrderIds('1, 1; 2 a!b'))).toBe(
      '2 orders · 1 repeat dropped · 1 entry is not an order id: a!b',
    )
    expect(countWords(parseOrderIds('1'))).toBe('1 order')
  })

  test('points out ids that are not listed, or listed with another type', () => {
    const rows = [row('1', 'IPv4'), row('2', 'MOBILE')]
    expect(hints(['1', '2', '9'], { rows })).toEqual(['Not in the vendor’s list: 9', 'Of type Mobile: 2'])
  })

  test('does not say of the first part of a long list what only the whole of it can tell', () => {
    expect(hints(['2', '9'], { rows: [row('2', 'MOBILE')], whole: false })).toEqual(['Of type Mobile: 2'])
  })

  test('names the other groups that hold an id, without the vendor’s list too', () => {
    const others = [
      { name: 'A', orderIds: ['1', '2'] },
      { name: 'B', orderIds: ['2', '3'] },
      { name: 'C', orderIds: ['4'] },
    ]
    expect(hints(['2', '3', '9'], { others })).toEqual(['Also in “A”, “B”: 2, 3'])
  })

  test('says nothing where there is nothing to say', () => {
    expect(hints(['3'], { rows: [row('3', 'IPv4', ['Own'])] })).toEqual([])
    expect(hints(['3'], {})).toEqual([])
  })
})

describe('the chips of pasted ids', () => {
  const rows = [row('1', 'IPv4'), row('2', 'MOBILE'), row('3', 'IPv4')]
  const of = (text: string, whole = true) => {
    const parsed = parseOrderIds(text)
    const others = [
      { name: 'Berlin', orderIds: ['3'] },
      { name: 'Paris', orderIds: ['3'] },
    ]
    return idChips(text, parsed, idFacts(parsed.ids, { proxyType: 'IPv4', rows, whole, others }))
  }

  test('are one for each different piece, what deserves a look first', () => {
    expect(of('1, 3 2; 9 a!b 2')).toEqual([
      { piece: 'a!b', tone: 'bad', marks: ['no order id'] },
      { piece: '3', tone: 'odd', marks: ['in “Berlin”, “Paris”'] },
      { piece: '2', tone: 'odd', marks: ['Mobile', '2 times'] },
      { piece: '9', tone: 'odd', marks: ['not listed'] },
      { piece: '1', tone: 'good', marks: [] },
    ])
  })

  test('do not say of the first part of a long list what only the whole of it can tell', () => {
    expect(of('9', false)).toEqual([{ piece: '9', tone: 'good', marks: [] }])
  })

  test.each([
    ['1, 2, 3', '2', '1, 3'],
    ['1\n2\n3', '3', '1\n2'],
    ['["1","2"]', '1', '["2"]'],
    ['1 12 1 x-1', '1', '12 x-1'],
    ['a!b 1', 'a!b', '1'],
    ['.* 1', '.*', '1'],
    ['1', '1', ''],
    ['1, 2', '9', '1, 2'],
  ])('taken out of %j, %j leaves %j', (text, piece, left) => {
    expect(withoutPiece(text, piece)).toBe(left)
  })
})

describe('groups offered from the live orders', () => {
  test('one for each type, without orders that are in a group or of no known type', () => {
    const rows = [
      row('1', 'ISP', [], 900),
      row('2', 'IPv4'),
      row('3', 'ISP', [], 700),
      row('4', 'IPv4', ['Own']),
      row('5', null),
    ]
    const offers = offersOf(rows, { dueDays: 3, now: 0 })
    expect(offers).toEqual([
      { proxyType: 'IPv4', name: 'IPv4 proxies', orderIds: ['2'], addresses: 4, endsAt: 500 },
      { proxyType: 'ISP', name: 'ISP proxies', orderIds: ['1', '3'], addresses: 8, endsAt: 700 },
    ])
  })

  test('what is due is offered by itself, what ends first comes first', () => {
    const rows = [
      row('late', 'IPv4', [], 80 * hour),
      row('due', 'IPv4', [], 72 * hour),
      row('mobile', 'MOBILE', [], 20 * hour),
      row('isp', 'ISP', [], 900 * hour),
    ]
    const offers = offersOf(rows, { dueDays: 3, now: 0 })
    expect(offers.map(({ name, orderIds }) => [name, ...orderIds])).toEqual([
      ['Mobile proxies', 'mobile'],
      ['IPv4 proxies', 'due'],
      ['More IPv4 proxies', 'late'],
      ['ISP proxies', 'isp'],
    ])
  })
})
