import { expect, test } from 'vitest'
import { groupSchema } from '../../../../src/shared/domain/group.ts'
import {
  checkGroupDraft,
  type DraftText,
  parsePeriod,
  sameName,
} from '../../../../src/shared/domain/rules/groupDraft.ts'

const good: DraftText = {
  name: 'Shop proxies',
  orderIds: '1000000000000000001',
  rentPeriodDays: '30',
  promoCode: '',
  priceLimit: '',
  dueDays: '',
}
const taken = ['Taken', 'Käse']

test('a good draft comes out clean', () => {
  const typed = {
    name: '  Shop \t proxies ',
    orderIds: '["1000000000000000001", "2", "2"]',
    rentPeriodDays: ' 30 ',
    promoCode: ' TEN ',
    priceLimit: ' 25,50 ',
    dueDays: ' 7 ',
  }
  expect(checkGroupDraft(typed, taken)).toEqual({
    ok: true,
    value: {
      name: 'Shop proxies',
      orderIds: ['1000000000000000001', '2'],
      dropped: 1,
      rentPeriodDays: 30,
      promoCode: 'TEN',
      priceLimit: 255000,
      dueDays: 7,
    },
  })
})

test('an empty promo code, limit or number of days before it is due are none', () => {
  expect(checkGroupDraft({ ...good, promoCode: '  ', priceLimit: ' ', dueDays: ' ' }, [])).toMatchObject({
    ok: true,
    value: { promoCode: null, priceLimit: null, dueDays: null },
  })
})

test.each<[string, Partial<DraftText>, string, RegExp]>([
  ['no name', { name: '' }, 'name', /Give the group a name/],
  ['blanks for a name', { name: ' \t\n' }, 'name', /Give the group a name/],
  ['nothing to see in the name', { name: '\u200b\u2060' }, 'name', /Give the group a name/],
  ['a name too long', { name: 'x'.repeat(81) }, 'name', /at most 80/],
  ['a name of emoji too long', { name: '😀'.repeat(41) }, 'name', /at most 80/],
  ['a taken name', { name: 'Taken' }, 'name', /already called “Taken”/],
  ['a taken name in other letters', { name: ' taKEN ' }, 'name', /already called/],
  ['a taken name spelt with combining marks', { name: 'Ka\u0308se' }, 'name', /already called/],
  ['no ids', { orderIds: '' }, 'orderIds', /at least one/],
  ['separators only', { orderIds: ' ,;\n[]' }, 'orderIds', /at least one/],
  ['a bad id', { orderIds: '1 2.5 3' }, 'orderIds', /“2\.5”: an order id has only/],
  ['several bad ids', { orderIds: 'a.b c.d e.f' }, 'orderIds', /“a\.b” and 2 more/],
  ['an id too long', { orderIds: '1'.repeat(65) }, 'orderIds', /at most 64 characters/],
  [
    'too many ids',
    { orderIds: Array.from({ length: 2001 }, (_, at) => at).join(' ') },
    'orderIds',
    /2000 .* 2001/,
  ],
  ['no period', { rentPeriodDays: '' }, 'rentPeriodDays', /1 to 3650/],
  ['a period of words', { rentPeriodDays: 'a month' }, 'rentPeriodDays', /1 to 3650/],
  ['a promo code too long', { promoCode: 'x'.repeat(81) }, 'promoCode', /at most 80/],
  ['a promo code of emoji too long', { promoCode: '😀'.repeat(41) }, 'promoCode', /at most 80/],
  ['a limit of words', { priceLimit: 'cheap' }, 'priceLimit', /a sum such as/],
  ['a negative limit', { priceLimit: '-1' }, 'priceLimit', /a sum such as/],
  ['a limit that may be one or a thousand', { priceLimit: '1,000' }, 'priceLimit', /a sum such as/],
  ['due days of words', { dueDays: 'soon' }, 'dueDays', /^Due days: enter whole days from 1 to 90/],
  ['no days before the end', { dueDays: '0' }, 'dueDays', /1 to 90, or nothing/],
  ['due days out of bounds', { dueDays: '91' }, 'dueDays', /1 to 90/],
  ['a part of a day', { dueDays: '1.5' }, 'dueDays', /1 to 90/],
])('%s is refused at the field', (_name, change, field, why) => {
  const checked = checkGroupDraft({ ...good, ...change }, taken)
  expect(checked.ok).toBe(false)
  if (checked.ok) return
  expect(Object.keys(checked.error)).toEqual([field])
  expect(Object.values(checked.error)[0]).toMatch(why)
})

test('every bad field is named at once', () => {
  const draft = {
    name: '',
    orderIds: '',
    rentPeriodDays: '0',
    promoCode: 'x'.repeat(81),
    priceLimit: '?',
    dueDays: '?',
  }
  const checked = checkGroupDraft(draft, [])
  expect(checked.ok ? [] : Object.keys(checked.error).sort()).toEqual([
    'dueDays',
    'name',
    'orderIds',
    'priceLimit',
    'promoCode',
    'rentPeriodDays',
  ])
})

test.each([
  ['1', 1],
  ['30', 30],
  ['3650', 3650],
  ['  90\n', 90],
  ['0030', 30],
])('a period of %j is %i days', (text, days) => {
  expect(parsePeriod(text)).toBe(days)
})

test.each(['0', '3651', '-1', '1.5', '30.0', '1e2', '0x10', '', ' ', '30 days', '٣٠', '１２', '99999999999'])(
  'a period of %j is none',
  (text) => {
    expect(parsePeriod(text)).toBeNull()
  },
)

test('what the check lets through, the store and the contract take', () => {
  const draft = {
    ...good,
    name: '😀'.repeat(40),
    promoCode: '😀'.repeat(40),
    orderIds: '1'.repeat(64),
    dueDays: '90',
  }
  const checked = checkGroupDraft(draft, [])
  if (!checked.ok) return expect.unreachable('a good draft was refused')
  const { dropped: _, ...fields } = checked.value
  const id = '00000000-0000-4000-8000-000000000001'
  const group = {
    id,
    accountId: id,
    proxyType: 'ISP',
    showInTray: true,
    createdAt: 1,
    updatedAt: 1,
    ...fields,
  }
  expect(groupSchema.safeParse(group).success).toBe(true)
})

test('names that look the same are the same', () => {
  expect(sameName('Café', ' CAFE\u0301 ')).toBe(true)
  expect(sameName('a', 'b')).toBe(false)
})
