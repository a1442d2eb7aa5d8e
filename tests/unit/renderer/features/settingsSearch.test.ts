import { describe, expect, test } from 'vitest'
import { resetOf } from '../../../../src/renderer/features/settings/resetSettings.ts'
import { soughtIn } from '../../../../src/renderer/features/settings/search.ts'
import { defaultSettings } from '../../../../src/shared/domain/rules/defaultSettings.ts'

describe('a setting is found', () => {
  test.each([
    ['', true],
    ['quiet', true],
    ['QUIET hours', true],
    ['hours quiet', true],
    ['  told   outcomes ', true],
    ['quiet theme', false],
    ['quietly', false],
  ])('by %j: %j', (query, found) => {
    expect(soughtIn('Quiet hours Nothing is told but outcomes.', query.trim())).toBe(found)
  })
})

describe('a reset', () => {
  const chosen = {
    ...defaultSettings,
    theme: 'dark' as const,
    endStages: [5, 2],
    quietHours: { from: '22:00', to: '07:00' },
    selectedAccountId: '9d0f0b6e-6a1c-4b0e-9b57-2a3f3f9d6c11',
    toldStillInTray: true,
  }

  test('touches what was changed alone, and neither where a person is nor what they were told once', () => {
    expect(resetOf(chosen).patch).toEqual({ theme: 'system', endStages: [7, 3, 1], quietHours: null })
  })

  test('can be taken back', () => {
    const { patch, back } = resetOf(chosen)
    expect({ ...chosen, ...patch, ...back }).toEqual(chosen)
    expect(Object.keys(back)).toEqual(Object.keys(patch))
  })

  test('has nothing to do where nothing was changed', () => {
    expect(resetOf(defaultSettings)).toEqual({ patch: {}, back: {} })
  })
})
