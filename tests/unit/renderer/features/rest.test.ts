import { describe, expect, test } from 'vitest'
import { chartShape, pointsOf } from '../../../../src/renderer/features/balance/chartScale.ts'
import { isNarrowed, pageRequest } from '../../../../src/renderer/features/history/query.ts'
import { askOf, hostOf } from '../../../../src/renderer/features/onboarding/connect.ts'
import { money } from '../samples.ts'

const size = { width: 100, height: 52 }
const point = (at: number, sum: string, currency = 'USD') => ({ at, amount: money(sum).amount, currency })

describe('the balance’s chart', () => {
  test('draws steps over the whole width, from nothing to the highest sum', () => {
    const shape = chartShape([point(0, '100'), point(50, '50')], 0, 100, null, size)
    expect(shape?.line).toBe('M0 1H50V26H100')
    expect(shape).toMatchObject({ low: 500_000, high: 1_000_000, threshold: null })
  })

  test('keeps the threshold in the picture even above the highest sum', () => {
    expect(chartShape([point(0, '10'), point(9, '5')], 0, 10, money('40').amount, size)?.threshold).toBe(1)
  })

  test('one reading is no course, and no reading neither', () => {
    expect(chartShape([point(0, '10')], 0, 10, null, size)).toBeNull()
    expect(chartShape([], 0, 10, null, size)).toBeNull()
  })

  test('two currencies share no axis; points come in order', () => {
    const points = pointsOf([point(9, '1'), point(3, '2'), point(5, '3', 'EUR')], 'USD')
    expect(points.map((one) => one.at)).toEqual([3, 9])
  })
})

describe('the history’s pages', () => {
  test('a request is trimmed, bounded and of 50 rows', () => {
    const filter = { outcome: null, groupId: 'g', search: `  ${'x'.repeat(300)} ` }
    const request = pageRequest('a', filter, 50)
    expect(request).toMatchObject({ accountId: 'a', groupId: 'g', offset: 50, limit: 50 })
    expect(request.search).toBe('x'.repeat(200))
  })

  test('blanks leave nothing out', () => {
    expect(isNarrowed({ outcome: null, groupId: null, search: '  ' })).toBe(false)
    expect(isNarrowed({ outcome: 'unknown', groupId: null, search: '' })).toBe(true)
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
