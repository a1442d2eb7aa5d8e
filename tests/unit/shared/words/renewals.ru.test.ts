import { afterEach, beforeEach, expect, test } from 'vitest'
import { en } from '../../../../src/shared/words/en/index.ts'
import { ru } from '../../../../src/shared/words/ru/index.ts'
import { catalogueOf, speak } from '../../../../src/shared/words/words.ts'

beforeEach(async () => speak('ru', await catalogueOf('ru')))
afterEach(async () => speak('en', await catalogueOf('en')))

test.each([
  [1, 1, 'Продлён 1 заказ на 1 день за 2,80 $. На балансе осталось 97,20 $.'],
  [3, 30, 'Продлены 3 заказа на 30 дней за 2,80 $. На балансе осталось 97,20 $.'],
  [25, 22, 'Продлено 25 заказов на 22 дня за 2,80 $. На балансе осталось 97,20 $.'],
])('%i orders renewed by %i days', (orders, days, said) => {
  expect(ru.judging.renewed({ orders, days, price: '2,80 $', left: '97,20 $' })).toBe(said)
})

test('what the ends say is one sentence, whatever they did', () => {
  const counts = [
    { movement: 'moved', count: 2 },
    { movement: 'unmoved', count: 1 },
  ] as const
  expect(ru.settling.ends.some(3, counts)).toBe(
    'Из 3 сроков: сдвинулись вперёд на срок аренды — 2; не сдвинулись — 1.',
  )
  expect(ru.settling.ends.all(21, 'unmoved')).toBe('Сроки всех 21 заказа: не сдвинулись.')
})

test('a stop of Renew all due names group, price and balance as far as they are known', () => {
  expect(ru.due.short('Shop', '5,00 $', '3,00 $')).toContain('«Shop» (цена 5,00 $, на балансе 3,00 $).')
  expect(ru.due.short('Shop', '5,00 $', null)).toContain('«Shop» (цена 5,00 $).')
  expect(ru.due.short('Shop', null, null)).toContain('«Shop».')
})

/** Every text of a catalogue by its path; a function is called with words for what it names. */
function texts(part: object, path = ''): Map<string, string> {
  const found = new Map<string, string>()
  for (const [key, value] of Object.entries(part)) {
    const here = `${path}.${key}`
    if (typeof value === 'string') found.set(here, value)
    else if (typeof value === 'function' && value.length <= 4) {
      try {
        const said: unknown = value('x', 'y', 'z', 'w')
        if (typeof said === 'string') found.set(here, said)
      } catch {
        // It takes a record; those have tests of their own.
      }
    } else if (typeof value === 'object' && value !== null) {
      for (const [deep, text] of texts(value, here)) found.set(deep, text)
    }
  }
  return found
}

test('where the English says that nothing was paid, the Russian does, in the words that notifications look for', () => {
  const russian = texts(ru)
  const promises = [...texts(en)].filter(([, text]) => en.notifications.saysNothingPaid(text))
  expect(promises.length).toBeGreaterThan(12)
  const silent = promises.filter(([path]) => !ru.notifications.saysNothingPaid(russian.get(path) ?? ''))
  expect(silent).toEqual([])
})

test('no Russian text is left in English, and none has two full stops', () => {
  const english = texts(en)
  const russian = [...texts(ru)]
  expect(russian.length).toBeGreaterThan(250)
  const same = russian.filter(
    ([path, text]) => /[a-z]{3,} [a-z]{3,}/.test(text) && text === english.get(path),
  )
  expect(same).toEqual([])
  expect(russian.filter(([, text]) => /\.\.(?!\.)/.test(text))).toEqual([])
})
