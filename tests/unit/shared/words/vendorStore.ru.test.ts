import { afterEach, beforeEach, expect, test } from 'vitest'
import { notesOf } from '../../../../src/main/store/report.ts'
import { waitWords } from '../../../../src/main/vendor/problems.ts'
import { connectTrouble, limitTrouble, sleptTrouble } from '../../../../src/main/vendor/trouble.ts'
import { catalogueOf, speak } from '../../../../src/shared/words/words.ts'

beforeEach(async () => speak('ru', await catalogueOf('ru')))
afterEach(async () => speak('en', await catalogueOf('en')))

test.each([
  [() => waitWords(1000), 'Поставщик просит подождать 1 секунду до следующего запроса.'],
  [() => waitWords(40_000), 'Поставщик просит подождать 40 секунд до следующего запроса.'],
  [() => limitTrouble(120_000).message, 'Поставщик не ответил за 120 секунд.'],
  [() => limitTrouble(500).message, 'Поставщик не ответил за 0,5 секунды.'],
  [
    () => sleptTrouble(122_000, true).message,
    'Компьютер спал, или его часы перевели: за предел в 122 секунды ответ поставщика не пришёл целиком.',
  ],
  [
    () => connectTrouble({ code: 'ENOTFOUND' }, false).message,
    'Поставщик недоступен: его имя не найдено в сети.',
  ],
  [
    () => connectTrouble({ code: 'CERT_HAS_EXPIRED' }, false).message,
    'Нет защищённого соединения с поставщиком: его сертификату нет доверия, он истёк.',
  ],
])('%#: %s', (said, wanted) => {
  expect(said()).toBe(wanted)
})

test('what opening the data found, in Russian', () => {
  const facts = {
    database: 'rebuilt',
    migratedFrom: null,
    damage: 'она пропала',
    base: 'goodCopy',
    restored: true,
    replayed: 0,
    skippedLines: 2,
    blackBoxReplaced: false,
    setAside: [],
  } as const
  expect(notesOf(facts)).toEqual([
    expect.stringContaining('она пропала. Она собрана заново из последней хорошей копии и файла журнала.'),
    'Не удалось прочитать 2 повреждённые строки файла журнала.',
    'Пока сроки не прочитаны снова, Leasebar спрашивает, прежде чем продлить.',
  ])
})
