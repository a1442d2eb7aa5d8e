import { describe, expect, test } from 'vitest'
import { everything, isNarrowed, pageRequest } from '../../../../src/renderer/features/history/query.ts'
import { askOf, hostOf } from '../../../../src/renderer/features/onboarding/connect.ts'

describe('the history’s pages', () => {
  test('a request is trimmed, bounded and of 50 rows', () => {
    const filter = { ...everything, groupId: 'g', search: `  ${'x'.repeat(300)} ` }
    const request = pageRequest('a', filter, 50, 0)
    expect(request).toMatchObject({ accountId: 'a', groupId: 'g', offset: 50, limit: 50 })
    expect(request.search).toBe('x'.repeat(200))
    expect(request).not.toHaveProperty('since')
  })

  test('so many days are counted back from now', () => {
    const now = Date.UTC(2027, 0, 12)
    expect(pageRequest('a', { ...everything, withinDays: 7 }, 0, now).since).toBe(Date.UTC(2027, 0, 5))
  })

  test('blanks leave nothing out', () => {
    expect(isNarrowed({ ...everything, search: '  ' })).toBe(false)
    expect(isNarrowed({ ...everything, outcome: 'unknown' })).toBe(true)
    expect(isNarrowed({ ...everything, withinDays: 30 })).toBe(true)
  })
})

describe('what connecting asks', () => {
  test('names the host the key would go to', () => {
    expect(askOf({ kind: 'asks', message: 'm' }, ' https://example.net:8443/ ')).toEqual({
      kind: 'host',
      host: 'example.net:8443',
      message: 'm',
    })
    expect(hostOf('nonsense')).toBe('nonsense')
  })

  test('offers this session only when the keychain is the trouble, and never for a refused field', () => {
    expect(askOf({ kind: 'key', message: 'm' }, '')).toEqual({ kind: 'session', message: 'm' })
    expect(askOf({ kind: 'key', message: 'm', fields: { key: 'x' } }, '')).toBeNull()
    expect(askOf({ kind: 'offline', message: 'm' }, '')).toBeNull()
  })
})
