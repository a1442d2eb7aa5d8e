import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { createRedactor, createVoice, redacted, withoutLogins } from '../../../src/main/vendor/redact.ts'

// Properties take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

/** Keys as somebody might be given them, with characters that every encoding changes. */
const key = fc
  .string({
    unit: fc.constantFrom(...'abcXYZ0189-_.~!*\'()/?#%&="<>\\ +:;é€😀'),
    minLength: 6,
    maxLength: 40,
  })
  .filter((text) => text.trim() === text)

const json = (text: string): string => JSON.stringify(text).slice(1, -1)
const upper = (text: string): string => text.replace(/%[0-9a-f]{2}/gi, (hex) => hex.toUpperCase())
const lower = (text: string): string => text.replace(/%[0-9a-f]{2}/gi, (hex) => hex.toLowerCase())
const allPercent = (text: string): string =>
  [...Buffer.from(text)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('')
const allUnicode = (text: string): string =>
  [...Array(text.length).keys()]
    .map((at) => `\\u${text.charCodeAt(at).toString(16).padStart(4, '0')}`)
    .join('')
const html = (text: string): string => [...text].map((c) => `&#${c.codePointAt(0)};`).join('')

const spellings: readonly [string, (key: string) => string][] = [
  ['raw', (text) => text],
  ['percent-encoded', (text) => upper(encodeURIComponent(text))],
  ['percent-encoded in lower case', (text) => lower(encodeURIComponent(text))],
  ['percent-encoded twice', (text) => encodeURIComponent(encodeURIComponent(text))],
  ['percent-encoded throughout', allPercent],
  ['as URLSearchParams writes it', (text) => new URLSearchParams({ k: text }).toString().slice(2)],
  ['in JSON', json],
  ['in JSON within JSON', (text) => json(json(text))],
  ['in JSON with escaped slashes', (text) => json(text).replaceAll('/', '\\/')],
  ['in JSON by code units', allUnicode],
  ['in HTML', html],
  ['in capitals', (text) => text.toUpperCase()],
]

describe('the redactor', () => {
  it.each(spellings)('takes the key out: %s', (_name, spell) => {
    fc.assert(
      fc.property(key, fc.string(), fc.string(), (secret, before, after) => {
        const spelled = spell(secret)
        const text = createRedactor(secret)(`${before}${spelled}${after}`)
        expect(text).not.toContain(spelled)
        expect(text).toContain(redacted)
      }),
    )
  })

  it('takes the key out of base64, wherever it begins', () => {
    fc.assert(
      fc.property(key, fc.string({ maxLength: 9 }), fc.string({ maxLength: 9 }), (secret, before, after) => {
        for (const form of ['base64', 'base64url'] as const) {
          const encoded = Buffer.from(`${before}${secret}${after}`).toString(form)
          const left = createRedactor(secret)(`Basic ${encoded}`)
          expect(Buffer.from(left.slice('Basic '.length), form).toString()).not.toContain(secret)
        }
      }),
    )
  })

  it('takes out the half of a key that a broken reply ends with', () => {
    fc.assert(
      fc.property(key, fc.string(), fc.nat(), (secret, before, cut) => {
        for (const spell of [(text: string) => text, encodeURIComponent, json]) {
          const spelled = spell(secret)
          const half = spelled.slice(0, 4 + (cut % (spelled.length - 4)))
          expect(createRedactor(secret)(before + half).endsWith(half)).toBe(false)
        }
      }),
    )
  })

  it.each([
    ['http://h/client/api/v1/another-key/balance?x=1 failed', `http://h/client/api/v1/${redacted} failed`],
    ['"\\/client\\/api\\/v1\\/another-key\\/balance"', `"\\/client\\/api\\/v1\\/${redacted}"`],
    ['%2Fclient%2fapi%2Fv1%2Fanother-key', `%2Fclient%2fapi%2Fv1%2F${redacted}`],
    ['GET /CLIENT/API/V1/x', `GET /CLIENT/API/V1/${redacted}`],
  ])('takes out whatever stands behind the API’s path: %s', (text, expected) => {
    expect(createRedactor('unrelated')(text)).toBe(expected)
    expect(createRedactor('')(text)).toBe(expected)
  })

  it('leaves all other text as it is', () => {
    const text = '{"success":true,"error":null,"balance":0.65,"message":"Incorrect orderIds"}'
    expect(createRedactor('9f8e7d6c5b4a')(text)).toBe(text)
    expect(createRedactor('')(text)).toBe(text)
  })

  it('copes with any key and any text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', minLength: 4 }),
        fc.string({ unit: 'binary' }),
        (secret, text) => {
          const voice = createVoice(secret)
          const spoken = voice.clean(`${text}${secret}${text}`, 300)
          expect(spoken.includes(secret) && !redacted.includes(secret)).toBe(false)
        },
      ),
    )
  })

  it('stays quick on long texts', () => {
    const before = process.cpuUsage()
    createRedactor('a'.repeat(64))(`${'a'.repeat(63)}b`.repeat(16_000))
    createRedactor('\\%&'.repeat(20))('\\%&%25'.repeat(100_000))
    expect(process.cpuUsage(before).user).toBeLessThan(3_000_000)
  })
})

describe('the voice', () => {
  it('does not put a key together again by cleaning', () => {
    const voice = createVoice('my secret key')
    expect(voice.clean('got my\u200b\u200bsecret\u202ekey!', 300)).toBe(`got ${redacted}!`)
  })

  it('takes our quotation marks out, and does not put a key together by that', () => {
    const voice = createVoice('my"secret"key')
    expect(voice.clean('“Paid”, «all»', 300)).toBe('"Paid", "all"')
    expect(voice.clean('got my“secret”key!', 300)).toBe(`got ${redacted}!`)
  })

  it('cleans control and bidirectional characters and keeps the bound', () => {
    expect(createVoice('k'.repeat(9)).clean(`a\u0000b\u202e${'c'.repeat(400)}`, 20)).toBe(
      `a b ${'c'.repeat(15)}…`,
    )
  })

  it('gives exact text back, unless the key stands in it', () => {
    const voice = createVoice('0123456789abcdef')
    expect(voice.exact('1111111111111111111')).toBe('1111111111111111111')
    expect(voice.exact('x0123456789abcdef')).toBeNull()
  })
})

describe('a reply that is kept', () => {
  it.each([
    ['{"login":"user1","ok":1}', '{"login":"•••","ok":1}'],
    [
      '{"authInfo": {"Login" : "a\\"b", "password": 12345}}',
      '{"authInfo": {"Login" : "•••", "password": "•••"}}',
    ],
    ['{"rebootLink":"https://v.invalid/r/secret"}', '{"rebootLink":"•••"}'],
    ['{"orderIds":["1"],"password":"cut o', '{"orderIds":["1"],"password":"•••"'],
    ['{"password":null,"loginAt":"x"}', '{"password":null,"loginAt":"x"}'],
    ['no login, no password', 'no login, no password'],
  ])('%s', (text, kept) => {
    expect(withoutLogins(text)).toBe(kept)
  })
})
