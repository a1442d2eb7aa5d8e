import { expect, test } from 'vitest'
import {
  type ConnectForm,
  checkConnectForm,
  checkLimits,
  checkName,
  keyTailOf,
} from '../../../src/main/accounts/forms.ts'
import { money } from '../../support/domain.ts'

const DEFAULT = 'https://youproxy.io'
const form: ConnectForm = {
  name: 'Main',
  key: 'abcdefgh12345678',
  apiUrl: DEFAULT,
  addressConfirmed: false,
  sessionOnly: false,
}

function check(change: Partial<ConnectForm>, defaultApiUrl = DEFAULT) {
  return checkConnectForm({ ...form, ...change }, ['Taken'], defaultApiUrl)
}

test.each([
  ['blanks around it', '  abcdefgh12345678  '],
  ['a line break after it', 'abcdefgh12345678\r\n'],
  ['a byte order mark before it', '\ufeffabcdefgh12345678'],
])('a key with %s is trimmed', (_name, key) => {
  expect(check({ key })).toMatchObject({ ok: true, value: { key: 'abcdefgh12345678' } })
})

test('blanks within a key are the vendor’s business', () => {
  expect(check({ key: 'ab cd' })).toMatchObject({ ok: true, value: { key: 'ab cd' } })
})

test.each<[string, Partial<ConnectForm>, string]>([
  ['an empty key', { key: '' }, 'key'],
  ['a key of blanks', { key: ' \n\t ' }, 'key'],
  ['a key that is a novel', { key: 'x'.repeat(501) }, 'key'],
  ['no name', { name: ' ' }, 'name'],
  ['a taken name', { name: 'taken ' }, 'name'],
  ['a name too long', { name: '😀'.repeat(41) }, 'name'],
  ['an address that is none', { apiUrl: 'youproxy' }, 'apiUrl'],
  ['http beyond loopback', { apiUrl: 'http://youproxy.io' }, 'apiUrl'],
  ['an address with a path', { apiUrl: 'https://youproxy.io/client' }, 'apiUrl'],
  ['an address with credentials', { apiUrl: 'https://me@youproxy.io' }, 'apiUrl'],
])('%s is refused at the field', (_name, change, field) => {
  const checked = check(change)
  expect(checked).toMatchObject({ ok: false, error: { kind: 'fields' } })
  expect(checked.ok ? [] : Object.keys(checked.error.fields ?? {})).toEqual([field])
})

test('every bad field is named at once, and no message holds the key', () => {
  const key = `SECRET${'x'.repeat(500)}`
  const checked = check({ name: '', key, apiUrl: 'ftp://x' })
  expect(checked.ok ? [] : Object.keys(checked.error.fields ?? {}).sort()).toEqual(['apiUrl', 'key', 'name'])
  expect(JSON.stringify(checked)).not.toContain('SECRET')
})

test('an empty address is the default one', () => {
  expect(check({ apiUrl: ' ' }, 'http://127.0.0.1:9')).toMatchObject({
    ok: true,
    value: { apiUrl: 'http://127.0.0.1:9' },
  })
})

test('a host that is not the default asks once, naming it', () => {
  const asked = check({ apiUrl: 'https://other.example:8443' })
  expect(asked).toMatchObject({ ok: false, error: { kind: 'asks' } })
  expect(asked.ok ? '' : asked.error.message).toContain('other.example:8443')
  expect(check({ apiUrl: 'https://other.example:8443', addressConfirmed: true })).toMatchObject({
    ok: true,
    value: { apiUrl: 'https://other.example:8443' },
  })
})

test('a host that only looks like the default asks too', () => {
  expect(check({ apiUrl: 'https://youproxy.io.evil.example' })).toMatchObject({ error: { kind: 'asks' } })
  expect(check({ apiUrl: 'https://youproxy.io:8443' })).toMatchObject({ error: { kind: 'asks' } })
  expect(check({ apiUrl: 'https://y\u043euproxy.io' })).toMatchObject({
    error: { kind: 'asks', message: expect.stringContaining('xn--') },
  })
  expect(check({ apiUrl: 'HTTPS://YouProxy.io/' }).ok).toBe(true)
})

test('a bad field comes before the question about the host', () => {
  expect(check({ apiUrl: 'https://other.example', key: '' })).toMatchObject({ error: { kind: 'fields' } })
})

test.each([
  ['abcdefgh12345678', '5678'],
  ['abcdefgh1234', '1234'],
  ['abcdefgh123', null],
  ['abcd', null],
])('of the key %s at most four of twelve characters show', (key, tail) => {
  expect(keyTailOf(key)).toBe(tail)
})

const before = { warnBelow: money(5).amount, renewalLimit: null, dayLimit: money(9).amount }

test('sums left out stay, empty ones are none, others are read', () => {
  expect(checkLimits({}, before)).toEqual({ ok: true, value: before })
  expect(checkLimits({ warnBelow: ' ', renewalLimit: '25,50', dayLimit: '0' }, before)).toEqual({
    ok: true,
    value: { warnBelow: null, renewalLimit: money(25.5).amount, dayLimit: 0 },
  })
})

test('sums that are none are named by field, and nothing is taken', () => {
  const checked = checkLimits({ warnBelow: '-1', renewalLimit: '1,000', dayLimit: '7' }, before)
  expect(checked).toMatchObject({ ok: false, error: { kind: 'fields' } })
  expect(checked.ok ? [] : Object.keys(checked.error.fields ?? {})).toEqual(['warnBelow', 'renewalLimit'])
})

test('a name is trimmed and must be visible', () => {
  expect(checkName('  My \n shop ', [])).toEqual({ ok: true, value: 'My shop' })
  expect(checkName('\u200b', []).ok).toBe(false)
})
