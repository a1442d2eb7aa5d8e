import { expect, test } from 'vitest'
import { stagesOf, stagesText } from '../../../../src/renderer/features/settings/stages.ts'

test.each([
  ['7, 3, 1', [7, 3, 1]],
  ['1 3 7', [7, 3, 1]],
  [' 60;1 ', [60, 1]],
  ['14', [14]],
])('%j is taken as %j', (text, stages) => {
  expect(stagesOf(text)).toEqual(stages)
  expect(stagesOf(stagesText(stages))).toEqual(stages)
})

test.each(['', ' , ', '0', '61', '1.5', 'three', '3, 3', '1 2 3 4 5 6', '-1', '1e1x'])(
  '%j is none',
  (text) => {
    expect(stagesOf(text)).toBeNull()
  },
)
