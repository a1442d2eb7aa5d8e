import { describe, expect, test } from 'vitest'
import {
  choices,
  lastTitle,
  meaningWords,
  otherPeriod,
  questionWords,
  rowMark,
  sinceWords,
  standingWords,
} from '../../../../src/renderer/features/autoExtend/autoExtendWords.ts'
import { switchText } from '../../../../src/renderer/features/autoExtend/switchText.ts'
import type { GroupView } from '../../../../src/shared/contract/snapshot.ts'
import { switchEnds } from '../../../../src/shared/domain/rules/autoExtend.ts'
import { outcomeLabel, outcomes } from '../../../../src/shared/domain/rules/outcomes.ts'
import { aSwitch, NOW } from '../../../support/domain.ts'
import { groupView, money } from '../samples.ts'

type Standing = GroupView['autoExtend']
type Last = NonNullable<Standing['last']>

const off: Standing = {
  state: 'none',
  orders: 12,
  on: 0,
  unsaid: 0,
  notListed: 0,
  switching: null,
  last: null,
}
const all: Standing = { ...off, state: 'all', on: 12 }

function last(kind: (typeof switchEnds)[number], change: Partial<Last> = {}): Last {
  return { on: true, rentPeriodDays: 30, askedAt: NOW, end: { kind, at: NOW, detail: 'Words.' }, ...change }
}

function view(autoExtend: Standing, change: Partial<GroupView['group']> = {}): GroupView {
  const made = groupView('Shop', { autoExtend, endsAt: NOW + 86_400_000, lastPrice: money('28') })
  return { ...made, group: { ...made.group, orderIds: ['1', '2'], ...change } }
}

describe('how it stands', () => {
  test.each([
    [off, 'Auto-extend: off.'],
    [all, 'Auto-extend: on for all 12 orders.'],
    [{ ...all, orders: 1, on: 1 }, 'Auto-extend: on for its order.'],
    [{ ...off, state: 'some', on: 3 }, 'Auto-extend: on for 3 of 12 orders.'],
    [
      { ...off, state: 'some', on: 9, notListed: 2, unsaid: 1 },
      'Auto-extend: on for 9 of 12 orders. The vendor does not list 2 of them. Of 1 it does not say.',
    ],
    [{ ...off, notListed: 1 }, 'Auto-extend: off. The vendor does not list 1 of them.'],
    [{ ...off, state: 'unknown' }, 'Auto-extend: not known yet.'],
    [{ ...off, state: 'unknown', unsaid: 4 }, 'Auto-extend: not known, because the vendor does not say it.'],
    [
      { ...off, state: 'unknown', notListed: 12 },
      'Auto-extend: not known, because the vendor does not list these orders.',
    ],
  ] satisfies [Standing, string][])('%#', (standing, words) => {
    expect(standingWords(standing, NOW)).toBe(words)
  })

  test('a list that is older than the last switch is not passed off as new', () => {
    for (const kind of ['switched', 'unknown'] as const) {
      const stale = standingWords({ ...off, last: last(kind) }, NOW - 1)
      expect(stale).toBe('Auto-extend: off, as read before the last switch. The vendor’s list is read again.')
    }
    // After these nothing is read again, and nothing has changed.
    for (const kind of ['refused', 'not sent'] as const) {
      expect(standingWords({ ...off, last: last(kind) }, NOW - 1)).toBe('Auto-extend: off.')
    }
    expect(standingWords({ ...all, last: last('switched') }, NOW)).toBe('Auto-extend: on for all 12 orders.')
  })

  test('the row says it where it is on, with none of the outcomes’ words', () => {
    expect([off, { ...off, state: 'unknown' } as const, all].map(rowMark)).toEqual([
      null,
      null,
      'auto-extend',
    ])
    expect(rowMark({ ...off, state: 'some', on: 1 })).toBe('auto-extend for some')
    expect(outcomes.map(outcomeLabel)).not.toContain(rowMark(all))
  })

  test('where it is on it says that Leasebar still counts the group as due', () => {
    expect(meaningWords(all)).toMatch(/vendor renews by itself.*as due and in the forecast.*within 48 hours/)
    expect(meaningWords(off)).toBe('The vendor renews none of them by itself.')
  })
})

describe('the question before switching on', () => {
  test('says whose doing it is, for how long, and what the balance must hold until when', () => {
    const [title, when, money_, limits] = questionWords(view(off), money('12'), NOW)
    expect(title).toBe('The vendor will renew these 2 orders, not Leasebar')
    expect(when).toMatch(/for 30 days each time, also when Leasebar is not running.*not say exactly when/)
    expect(money_).toMatch(/about \$28\.00 \(an estimate by the last price\) before 16 Jan 2026/)
    expect(money_).toContain('It holds $12.00 now.')
    expect(money_).toContain('What happens without the money is not documented.')
    expect(money_).not.toContain('promo')
    expect(limits).toMatch(/limits and questions do not hold.*asks before it renews.*48 hours/)
  })

  test('without a price it says how to get one, without an end that it is not known', () => {
    const [, , bare] = questionWords({ ...view(off), lastPrice: null, endsAt: null }, null, NOW)
    expect(bare).toContain('before their end, which is not known yet')
    expect(bare).toContain('Check price asks for it and costs nothing')
    expect(bare).not.toContain('It holds')
  })

  test('an end that has passed is now, and a promo code does not go with it', () => {
    const [, , past] = questionWords(view(off, { promoCode: 'TEN' }), null, NOW + 2 * 86_400_000)
    expect(past).toContain('now: the earliest end has passed')
    expect(past).toContain('No promo code goes with it')
  })
})

describe('the choices', () => {
  test.each([
    [off, { on: true, off: false }],
    [all, { on: false, off: true }],
    [
      { ...off, state: 'some', on: 1 },
      { on: true, off: true },
    ],
    [
      { ...off, state: 'unknown' },
      { on: true, off: true },
    ],
  ] satisfies [Standing, object][])('%#', (standing, expected) => {
    expect(choices(view(standing))).toEqual(expected)
  })

  test('on for another period than the group has: it can be switched on anew, and is told so', () => {
    const other = view({ ...all, last: last('switched', { rentPeriodDays: 90 }) })
    expect(otherPeriod(other)).toBe(90)
    expect(choices(other)).toEqual({ on: true, off: true })
    expect(sinceWords(other, NOW)).toContain('It was for 90 days; the group says 30 by now.')
    expect(otherPeriod(view({ ...all, last: last('switched') }))).toBeNull()
  })
})

describe('the last switch', () => {
  test('each end has its own words', () => {
    const titles = switchEnds.map((kind) => lastTitle(last(kind)))
    expect(new Set(titles).size).toBe(switchEnds.length)
    expect(lastTitle(last('unknown', { on: false }))).toMatch(/^Last switch: perhaps off, 15 Jan 2026/)
  })

  test('after an end that nobody knows, the list that was read since tells', () => {
    const unknown = view({ ...all, last: last('unknown') })
    expect(sinceWords(unknown, NOW)).toBe('The list read since says: on for all 12 orders.')
    expect(sinceWords(unknown, NOW - 1)).toBeNull()
    expect(sinceWords(unknown, null)).toBeNull()
  })

  test('its record holds request, times and reply, and no name of this person’s', () => {
    const end = {
      kind: 'refused' as const,
      at: NOW,
      detail: 'The vendor refused.',
      vendorError: null,
      httpStatus: 200,
      reply: '{"success":false}',
    }
    const text = switchText(aSwitch({ end }))
    expect(text).toContain('orderIds: 11, 22')
    expect(text).toContain('rentPeriodDays: 30')
    expect(text).toContain('autoExtend: true')
    expect(text).toContain('2026-01-15T12:00:00.000Z')
    expect(text).toContain('Reply as received:\n{"success":false}')
    expect(text).not.toMatch(/Shop|Main/)
    expect(switchText(aSwitch())).toContain('(no answer was recorded)')
  })
})
