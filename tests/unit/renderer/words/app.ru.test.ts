import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { call } from '../../../../src/renderer/state/bridge.ts'
import { pageWords, speakInPage } from '../../../../src/renderer/words/pageWords.ts'
import { language } from '../../../../src/shared/words/language.ts'

const page = { documentElement: { lang: 'en' } }

beforeEach(() => {
  vi.stubGlobal('document', page)
})
afterEach(async () => {
  await speakInPage('en')
  vi.unstubAllGlobals()
})

describe('the window in Russian', () => {
  beforeEach(() => speakInPage('ru'))

  test.each([
    [1, 'нужно выяснить 1 исход'],
    [2, 'нужно выяснить 2 исхода'],
    [5, 'нужно выяснить 5 исходов'],
    [11, 'нужно выяснить 11 исходов'],
    [21, 'нужно выяснить 21 исход'],
  ])('%i renewals to settle', (n, said) => {
    expect(pageWords().app.toSettle(n)).toBe(said)
  })

  test('a bridge that breaks is told of in the language spoken then', async () => {
    vi.stubGlobal('window', { leasebar: { invoke: () => Promise.reject(new Error('gone')) } })
    expect(await call('snapshot.get', null)).toMatchObject({
      error: { message: 'Leasebar не ответил. Выйдите из него через меню в трее и запустите снова.' },
    })
  })

  test('names, hosts and titles stand in their sentences as they are', () => {
    const { accounts, app } = pageWords()
    expect(accounts.connected('EU 1')).toBe('Аккаунт «EU 1» подключён.')
    expect(accounts.sendKeyTo('api.example')).toBe('Отправить ключ на api.example')
    expect(accounts.keyAgain.of('EU 1', 'https://api.example')).toBe(
      'Для аккаунта «EU 1» по адресу https://api.example',
    )
    expect(app.dismissNotice('Часы спешат')).toBe('Скрыть: Часы спешат')
  })

  test('no English is left in what a person reads', () => {
    const { accounts, app, onboarding } = pageWords()
    const left = textsIn({ accounts, app, onboarding })
      .map((text) => text.replaceAll(/Leasebar|API/g, ''))
      .filter((text) => /[a-z]/i.test(text) || !/\p{Script=Cyrillic}/u.test(text))
    expect(left).toEqual([])
  })
})

describe('the document’s language', () => {
  test('is the one that is spoken', async () => {
    await speakInPage('ru')
    expect(page.documentElement.lang).toBe('ru')
    await speakInPage('en')
    expect(page.documentElement.lang).toBe('en')
  })

  test('is the last one asked for, however long another takes to load', async () => {
    await Promise.all([speakInPage('ru'), speakInPage('en')])
    expect(page.documentElement.lang).toBe('en')
    expect(language()).toBe('en')
    expect(pageWords().app.close).toBe('Close')
  })
})

/** The plain texts of a catalogue, however deep. */
function textsIn(part: object): string[] {
  return Object.values(part).flatMap((value: unknown) => {
    if (typeof value === 'string') return [value]
    return typeof value === 'object' && value !== null ? textsIn(value) : []
  })
}
