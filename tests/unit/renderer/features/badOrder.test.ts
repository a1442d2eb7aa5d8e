import { describe, expect, test } from 'vitest'
import {
  endAnnouncement,
  endText,
  endTitle,
  hasBadOrder,
  idWords,
  plainBadOrder,
  progressWords,
  saidWords,
  withIdsBack,
} from '../../../../src/renderer/features/groups/badOrderWords.ts'
import type { GroupView } from '../../../../src/shared/contract/snapshot.ts'
import type { OrderSearch } from '../../../../src/shared/domain/orderSearch.ts'
import { outcomeLabel, outcomes } from '../../../../src/shared/domain/rules/outcomes.ts'
import { groupView } from '../samples.ts'

function search(patch: Partial<OrderSearch> = {}): OrderSearch {
  return {
    state: 'done',
    orders: 25,
    asked: 9,
    most: 15,
    bad: ['4711'],
    waitsUntil: null,
    problem: null,
    said: null,
    ...patch,
  }
}

function last(at: number, badOrders = true): GroupView['last'] {
  return {
    renewalId: `r-${at}`,
    outcome: 'refused',
    at,
    detail: '',
    price: null,
    balanceAfter: null,
    badOrders,
  }
}

describe('while it asks', () => {
  test('it says how far it is, what it found and that nothing is paid', () => {
    expect(progressWords(search({ asked: 5, most: 14, bad: [] }))).toBe(
      'Asked 5 of at most 14 quotes. Nothing is paid.',
    )
    expect(progressWords(search({ asked: 8, most: 20, bad: ['1'] }))).toBe(
      'Asked 8 of at most 20 quotes. 1 found so far. Nothing is paid.',
    )
  })
})

describe('at its end', () => {
  test.each([
    [
      search(),
      'The vendor does not accept 1 of 25 orders',
      /accepts the other 24\. Asked 9 quotes; nothing was paid/,
    ],
    [search({ orders: 2 }), 'The vendor does not accept 1 of 2 orders', /accepts the other one\./],
    [search({ bad: [], asked: 1 }), 'The vendor accepts all of them now', /Asked 1 quote; .*Press Renew/],
    [
      search({ orders: 1, asked: 1 }),
      'The vendor does not accept this order',
      /another account.*at least one order/,
    ],
    [
      search({ orders: 3, bad: ['1', '2', '3'] }),
      'The vendor accepts none of 3 orders',
      /edit the group, or delete it/,
    ],
    [search({ state: 'stopped', bad: [] }), 'The search was stopped', /^Asked 9 quotes; nothing was paid\.$/],
    [search({ state: 'stopped' }), 'Stopped; not accepted are 1 of 25 orders', /may be more/],
    [search({ state: 'stopped', bad: [], asked: 0 }), 'The search was stopped', /^Nothing was paid\.$/],
    [
      search({ state: 'failed', problem: 'Why.' }),
      'The search could not go on',
      /^Why\. Found until then: 1; there may be more\. Asked 9 quotes; nothing was paid\.$/,
    ],
  ])('it says what it came to and what it means for the money (%#)', (ended, title, text) => {
    expect(endTitle(ended)).toBe(title)
    expect(endText(ended)).toMatch(text)
    expect(endText(ended)).toMatch(/nothing was paid/i)
  })

  test('none of its words is an outcome’s', () => {
    const words = new RegExp(`\\b(${outcomes.map(outcomeLabel).join('|')})\\b`, 'i')
    const states = ['done', 'stopped', 'failed'] as const
    for (const state of states) {
      for (const bad of [[], ['1'], ['1', '2', '3']]) {
        const ended = search({ state, bad, orders: 3, problem: state === 'failed' ? 'Why.' : null })
        expect(`${endTitle(ended)} ${endText(ended)}`).not.toMatch(words)
      }
    }
  })

  test('the words of others stand in a row only where they cannot pass for an outcome', () => {
    const unknown = search({ state: 'failed', said: '“Unknown error” (error 35).' })
    expect(saidWords(unknown, true)).toBeNull()
    expect(saidWords(unknown, false)).toBe('“Unknown error” (error 35).')
    expect(saidWords(search({ said: 'The keychain is locked.' }), true)).toBe('The keychain is locked.')
  })

  test('a screen reader hears the ids', () => {
    expect(endAnnouncement(search({ bad: ['4711', '4712'] }))).toMatch(
      /^The vendor does not accept 2 of 25 orders\. 4711, 4712\. /,
    )
  })

  test('many ids are counted past the first few', () => {
    expect(idWords(['1', '2'])).toBe('1, 2')
    expect(idWords(['1', '2', '3', '4'], 3)).toBe('1, 2, 3 and 1 more')
  })
})

describe('which group’s button goes by its plain name', () => {
  test('it has its place after error 29, and as long as a search is shown', () => {
    expect(hasBadOrder(groupView('a'))).toBe(false)
    expect(hasBadOrder(groupView('a', { last: last(1, false) }))).toBe(false)
    expect(hasBadOrder(groupView('a', { last: last(1) }))).toBe(true)
    expect(hasBadOrder(groupView('a', { search: search() }))).toBe(true)
  })

  test('the one that came to it last, so that the name occurs once', () => {
    const groups = [
      groupView('old', { last: last(5) }),
      groupView('new', { last: last(9) }),
      groupView('other', { last: last(99, false) }),
    ]
    expect(plainBadOrder(groups)).toBe('id-new')
    expect(plainBadOrder([groupView('a', { search: search() })])).toBe('id-a')
    expect(plainBadOrder([groupView('a')])).toBeNull()
  })
})

test('undo puts ids back in their places and keeps what was added meanwhile', () => {
  expect(withIdsBack(['1', '2', '3', '4'], ['2', '4'], ['1', '3'])).toEqual(['1', '2', '3', '4'])
  expect(withIdsBack(['1', '2', '3'], ['2'], ['9', '3'])).toEqual(['2', '3', '9'])
  expect(withIdsBack(['1', '2'], ['2'], ['1', '2'])).toEqual(['1', '2'])
})
